//! IAM's collectors on answers as IAM and moto give them.

use super::super::super::scripted::{Scripted, xml};
use super::super::tests::resource_type;
use super::*;
use crate::model::GapKind;
use std::collections::BTreeSet;

fn place(name: &str) -> Place<'static> {
    Place { resource_type: resource_type(name), region: "us-east-1" }
}

/// The properties of the schema that no facet brings.
fn listed_properties(resource_type: &ResourceType) -> BTreeSet<String> {
    let schema = (resource_type.schema)();
    let names = schema["properties"].as_object().expect("properties").keys().cloned();
    names.filter(|name| resource_type.facets.iter().all(|facet| facet.name != name)).collect()
}

#[test]
fn every_listed_property_of_the_shape_is_there_and_no_other() {
    let assets = [
        place("aws.iam.user").user(&UserDetail::builder().build()),
        place("aws.iam.group").group(&GroupDetail::builder().build()),
        place("aws.iam.role").role(&RoleDetail::builder().build()),
        place("aws.iam.policy").policy(&ManagedPolicyDetail::builder().build()),
    ];
    for asset in assets {
        let names: BTreeSet<String> = asset.properties.keys().map(str::to_owned).collect();
        assert_eq!(names, listed_properties(place(asset.resource_type).resource_type), "{}", asset.resource_type);
    }
}

#[test]
fn documents_are_decoded() {
    let encoded =
        "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22a%3Ab%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D";
    let document = place("aws.iam.role").document(Some(encoded));
    let Some(Property::List(statements)) = document.at("statements") else { panic!("{document:?}") };
    assert_eq!(statements[0].at("actions"), Some(&Property::List(vec![Property::Text("a:b".to_owned())])));
}

#[test]
fn a_policy_without_its_default_version_is_unknown() {
    let policy = place("aws.iam.policy").policy(&ManagedPolicyDetail::builder().policy_name("p").build());
    let gap = policy.properties["document"].first_gap().expect("a gap");
    assert_eq!((gap.kind, gap.action.as_str()), (GapKind::Malformed, ACTION));
}

#[test]
fn one_unreadable_inline_policy_leaves_the_others_readable() {
    let inline = |name: &str, document: &str| PolicyDetail::builder().policy_name(name).policy_document(document).build();
    let user = UserDetail::builder()
        .user_policy_list(inline("broken", "%7B"))
        .user_policy_list(inline("whole", "%7B%22Statement%22%3A%5B%5D%7D"))
        .build();
    let asset = place("aws.iam.user").user(&user);
    let Property::List(policies) = &asset.properties["inline_policies"] else { panic!("no list") };
    assert!(policies[0].first_gap().is_some());
    assert_eq!(policies[1].first_gap(), None);
}

#[test]
fn a_policy_told_without_its_name_is_called_by_its_arn() {
    let policy = ManagedPolicyDetail::builder().arn("arn:aws:iam::123456789012:policy/team/deploy").build();
    let asset = place("aws.iam.policy").policy(&policy);
    assert_eq!((asset.id.as_str(), &asset.properties["name"]), ("deploy", &Property::Text("deploy".to_owned())));
}

#[tokio::test]
async fn an_answer_that_promises_more_but_not_where_is_a_gap_beside_what_it_told() {
    let details = |end: &str| {
        let user = "<UserDetailList><member><UserName>mira</UserName><Arn>arn:aws:iam::123456789012:user/mira</Arn></member></UserDetailList>";
        let result = format!("<GetAccountAuthorizationDetailsResult>{user}{end}</GetAccountAuthorizationDetailsResult>");
        xml(200, &format!("<GetAccountAuthorizationDetailsResponse>{result}</GetAccountAuthorizationDetailsResponse>"))
    };
    let listed = async |end: &str| list(&Scripted::new(vec![details(end)]).session(), resource_type("aws.iam.user")).await;
    let cut = listed("<IsTruncated>true</IsTruncated>").await;
    assert_eq!((cut.assets.len(), cut.gaps[0].kind), (1, GapKind::Malformed));
    assert_eq!(cut.gaps[0].detail, "the answer says that there is more but not where");
    let whole = listed("<IsTruncated>false</IsTruncated>").await;
    assert_eq!((whole.assets.len(), whole.gaps.len()), (1, 0));
}

#[test]
fn inline_policies_are_assets_whose_arns_differ() {
    let inline = |name: &str| PolicyDetail::builder().policy_name(name).policy_document("%7B%22Statement%22%3A%5B%5D%7D").build();
    let user = UserDetail::builder()
        .user_name("mira")
        .arn("arn:aws:iam::123456789012:user/mira")
        .user_policy_list(inline("a"))
        .user_policy_list(inline("b"))
        .build();
    let page = Details::builder().user_detail_list(user).build();
    let assets = place("aws.iam.inline_policy").held_policies(&page);
    let arns: Vec<_> = assets.iter().map(|asset| asset.arn.as_str()).collect();
    assert_eq!(arns, ["arn:aws:iam::123456789012:user/mira/policy/a", "arn:aws:iam::123456789012:user/mira/policy/b"]);
    let names: BTreeSet<String> = assets[0].properties.keys().map(str::to_owned).collect();
    assert_eq!(names, listed_properties(resource_type("aws.iam.inline_policy")));
}

#[tokio::test]
async fn the_root_users_app_is_its_own_and_nobody_elses() {
    let device = |serial: &str, holder: &str| {
        let user = format!(
            "<User><Path>/</Path><UserName>x</UserName><UserId>A</UserId><Arn>{holder}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate></User>"
        );
        format!("<member><SerialNumber>{serial}</SerialNumber>{user}</member>")
    };
    let root = device("arn:aws:iam::123456789012:mfa/root-account-mfa-device", "arn:aws:iam::123456789012:root");
    let mira = device("arn:aws:iam::123456789012:mfa/roots", "arn:aws:iam::123456789012:user/mira");
    let result = format!(
        "<ListVirtualMFADevicesResult><IsTruncated>false</IsTruncated><VirtualMFADevices>{root}{mira}</VirtualMFADevices></ListVirtualMFADevicesResult>"
    );
    let answer = xml(200, &format!("<ListVirtualMFADevicesResponse>{result}</ListVirtualMFADevicesResponse>"));
    let service = Scripted::new(vec![answer]);
    let session = service.session();
    let serials = |names: &[&str]| {
        Property::List(names.iter().map(|name| Property::Text(format!("arn:aws:iam::123456789012:mfa/{name}"))).collect())
    };
    assert_eq!(virtual_mfa::of_root(&session).await, Ok(serials(&["root-account-mfa-device"])));
    let mut user = super::super::tests::asset("aws.iam.user");
    user.arn = "arn:aws:iam::123456789012:user/mira".to_owned();
    assert_eq!(virtual_mfa::of_users(&session, &[user]).await, [serials(&["roots"])]);
    assert_eq!(service.requests().len(), 1);
}

#[test]
fn of_policies_only_what_somebody_looks_at_is_kept() {
    let policy = |arn: &str, attached: Option<i32>| {
        let versions = [("v2", true), ("v1", false)];
        let versions = versions.map(|(id, default)| PolicyVersion::builder().version_id(id).is_default_version(default).build());
        let policy = ManagedPolicyDetail::builder().arn(arn).set_attachment_count(attached);
        policy.set_policy_version_list(Some(versions.into())).build()
    };
    let of_aws = "arn:aws-cn:iam::aws:policy/AdministratorAccess";
    let own = "arn:aws:iam::123456789012:policy/x:iam::aws:policy/own";
    let policies = [(of_aws, Some(0)), (of_aws, Some(2)), (of_aws, None), (own, Some(0))];
    let policies = policies.map(|(arn, attached)| policy(arn, attached));
    let mut details = Details::builder().set_policies(Some(policies.into())).build();
    shorten(&mut details);
    let kept: Vec<_> =
        details.policies().iter().map(|policy| (policy.arn().unwrap_or_default(), policy.attachment_count())).collect();
    assert_eq!(kept, [(of_aws, Some(2)), (of_aws, None), (own, Some(0))]);
    for policy in details.policies() {
        let versions: Vec<_> =
            policy.policy_version_list().iter().map(|version| version.version_id().unwrap_or_default()).collect();
        assert_eq!(versions, ["v2"]);
    }
}
