//! What a preflight looks like, and whom it tells what.

use super::*;
use crate::model::Colour;
use crate::model::permissions::Need;
use crate::model::preflight::{Cause, CheckedPermission, Holder, Teller};
use crate::report::conformance;

fn permission(action: &'static str, verdict: Verdict, teller: Option<Teller>, detail: &str, checks: &[&str]) -> CheckedPermission {
    let cause = (verdict == Verdict::Missing).then_some(Cause::NotGranted);
    let answer = PermissionAnswer { cause, detail: detail.to_owned(), ..PermissionAnswer::plain(action, verdict, teller) };
    CheckedPermission { answer, need: Need { checks: checks.iter().map(|id| (*id).to_owned()).collect(), ..Need::default() } }
}

fn preflight() -> Preflight {
    Preflight {
        asked_at: jiff::Timestamp::UNIX_EPOCH,
        account_id: "123456789012".to_owned(),
        partition: "aws".to_owned(),
        caller: "arn:aws:sts::123456789012:assumed-role/audit/mira".to_owned(),
        regions: vec!["eu-west-1".to_owned(), "us-east-1".to_owned()],
        permissions: vec![
            permission("ec2:DescribeVpcs", Verdict::Granted, Some(Teller::LiveRead), "", &["aws-vpc-one"]),
            permission(
                "s3:GetBucketAcl",
                Verdict::Missing,
                Some(Teller::Simulation),
                "no policy of the caller allows it on every resource",
                &["aws-s3-a", "aws-s3-b"],
            ),
            permission("s3:GetBucketLogging", Verdict::Unknown, None, "it was not simulated", &["aws-s3-c"]),
        ],
        notes: vec!["the simulation | was cut".to_owned()],
    }
}

fn subject() -> Subject {
    Subject { profile: "mvp15".to_owned(), checks: 15 }
}

#[test]
fn the_table_reads_so() {
    let style = TableStyle { width: 80, colour: Colour::Off };
    insta::assert_snapshot!(render(&subject(), &preflight(), &style));
}

#[test]
fn the_page_to_copy_from_reads_so() {
    insta::assert_snapshot!(markdown(&subject(), &preflight()));
}

#[test]
fn a_user_a_permission_set_and_root_are_told_what_fits_them() {
    let of = |caller: &str| {
        let preflight = Preflight { caller: caller.to_owned(), ..preflight() };
        (preflight.holder(), markdown(&subject(), &preflight))
    };
    let (holder, page) = of("arn:aws:iam::123456789012:user/team/mira");
    assert_eq!(holder, Some(Holder::User(Some("mira".to_owned()))));
    assert!(page.contains("attach-user-policy --user-name 'mira'") && page.contains("aws_iam_user_policy_attachment"), "{page}");
    let (_, page) = of("arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Audit_0123456789abcdef/mira");
    assert!(
        page.contains("aws sso-admin attach-customer-managed-policy-reference") && !page.contains("attach-role-policy"),
        "{page}"
    );
    assert!(page.contains("aws_ssoadmin_customer_managed_policy_attachment"), "{page}");
    let (holder, page) = of("arn:aws:iam::123456789012:root");
    assert_eq!(holder, None);
    assert!(page.contains("name the role that scans") && page.contains("--role-name 'NAME'"), "{page}");
}

#[test]
fn what_no_grant_closes_is_in_no_policy_and_says_who_has_to_act() {
    let mut preflight = preflight();
    preflight.permissions[0].answer = PermissionAnswer::missing("ec2:DescribeVpcs", Teller::LiveRead, Cause::Organization, "no");
    let value = serde_json::to_value(json::Document::new(&subject(), &preflight)).unwrap();
    let closing = &value["closing_policies"][0]["document"]["Statement"][0]["Action"];
    assert_eq!(*closing, serde_json::json!(["s3:GetBucketAcl"]));
    assert_eq!(value["permissions"][0]["cause"], "organization");
    let page = markdown(&subject(), &preflight);
    let (policies, beyond) = page.split_once("## What no grant closes").unwrap();
    assert!(!policies.split_once("## What closes the gap").unwrap().1.contains("ec2:DescribeVpcs"), "{page}");
    assert!(beyond.contains("`ec2:DescribeVpcs`: ask the organisation's administrators"), "{page}");
    let table = render(&subject(), &preflight, &TableStyle { width: 80, colour: Colour::Off });
    assert!(table.contains("no grant helps: ask the organisation's administrators"), "{table}");

    preflight.permissions.remove(1);
    assert!(!markdown(&subject(), &preflight).contains("create-policy"));
    let table = render(&subject(), &preflight, &TableStyle { width: 80, colour: Colour::Off });
    assert!(table.contains("no grant closes the gap"), "{table}");
}

#[test]
fn what_is_granted_altogether_needs_no_remedy() {
    let mut preflight = preflight();
    preflight.permissions.truncate(1);
    assert_eq!(verdict(&preflight), "the only action is granted");
    assert!(!markdown(&subject(), &preflight).contains("closes the gap"));
}

/// `UPDATE_GENERATED=1` writes the file instead.
#[test]
fn the_committed_schema_is_fresh() {
    conformance::assert_fresh("preflight-v1.schema.json", &json::schema());
}

#[test]
fn the_schema_knows_every_field() {
    let (subject, preflight) = (subject(), preflight());
    let value = serde_json::to_value(json::Document::new(&subject, &preflight)).unwrap();
    assert_eq!((&value["counts"]["missing"], value["closing_policies"].as_array().map(Vec::len)), (&serde_json::json!(1), Some(1)));
    conformance::assert_conforms(&json::schema(), &value);
}
