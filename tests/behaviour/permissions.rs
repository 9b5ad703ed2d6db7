//! `scan policy` and `scan preflight` without a cloud: mock accounts whose fixtures deny calls.

use std::collections::BTreeSet;

use posture_scan::checks::Library;
use serde_json::{Value, json};

use crate::support::account;
use crate::support::scan;

fn list(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

/// A mock account in which calls are denied.
fn denying(faults: &Value) -> String {
    account::account_with_faults("444455556666", 0, faults)
}

#[test]
fn the_policy_of_a_single_check_has_its_own_actions_only() {
    let policy = scan().args("policy --check aws-s3-bucket-is-encrypted-by-default").run().exit_code(0).json();
    let expected = ["ec2:DescribeRegions", "s3:GetBucketLocation", "s3:GetEncryptionConfiguration", "s3:ListAllMyBuckets"];
    assert_eq!(policy["Statement"][0]["Action"], json!(expected));
    let asked = scan().args("policy --check aws-s3-bucket-is-encrypted-by-default --with-preflight --format actions");
    let document = asked.run().exit_code(0).json();
    let asked = document["actions"].as_array().unwrap().iter().filter(|one| one["purposes"] == json!(["preflight"]));
    let asked: Vec<&str> = asked.map(|one| one["action"].as_str().unwrap()).collect();
    assert_eq!(asked, ["iam:GetRole", "iam:SimulatePrincipalPolicy"]);
    let incremental = scan().args("policy --check aws-s3-bucket-is-encrypted-by-default --type incremental").run().json();
    assert!(list(&incremental["Statement"][0]["Action"]).contains(&"cloudtrail:LookupEvents"));
}

#[test]
fn every_profile_has_a_policy_that_is_the_same_each_time_and_fits_into_iam() {
    let library = Library::load(&[]).unwrap();
    for profile in library.profile_names() {
        let flags = format!("policy --profile {profile} --format actions");
        let run = scan().args(&flags).run().exit_code(0);
        assert_eq!(run.stdout, scan().args(&flags).run().stdout, "{profile}");
        let document = run.json();
        let actions: Vec<&str> =
            document["actions"].as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
        assert!(actions.is_sorted(), "{profile}");
        let mut allowed: Vec<&str> = Vec::new();
        for policy in document["policies"].as_array().unwrap() {
            assert!(policy["characters"].as_u64().unwrap() <= 6_144, "{profile}");
            allowed.extend(list(&policy["actions"]));
        }
        assert_eq!(allowed, actions, "{profile}");
        let idle =
            document["actions"].as_array().unwrap().iter().find(|one| one["checks"] == json!([]) && one["purposes"] == json!([]));
        assert_eq!(idle, None, "{profile}");
    }
}

#[test]
fn the_other_formats_name_the_same_actions() {
    let policy = scan().args("policy").run().exit_code(0).json();
    for (format, marks) in [
        ("terraform", ["resource \"aws_iam_policy\" \"posture_scan\"", "aws_iam_role_policy_attachment"]),
        ("cloudformation", ["Type: AWS::IAM::ManagedPolicy", "!Ref RoleName"]),
        ("table", ["Permissions", "managed policy of"]),
    ] {
        let text = scan().args(&format!("policy --format {format}")).run().exit_code(0).stdout;
        for part in list(&policy["Statement"][0]["Action"]) {
            let name = part.split(':').nth(1).unwrap();
            assert!(text.contains(if format == "table" { name } else { part }), "{format} lacks {part}");
        }
        assert!(marks.iter().all(|mark| text.contains(mark)), "{format}:\n{text}");
    }
}

#[test]
fn what_awss_own_policies_leave_out_is_told_and_made_a_policy_of() {
    let flags = "policy --profile everything --diff securityaudit";
    let document = scan().args(flags).args("--format actions").run().exit_code(0).json();
    let difference = &document["difference"];
    assert_eq!(difference["policy"], "SecurityAudit");
    let lacking = list(&difference["lacking"]);
    assert!(lacking.contains(&"ssm:GetDocument") && !lacking.contains(&"ec2:DescribeVolumes"), "{lacking:?}");
    let policy = scan().args(flags).args("--format json").run().exit_code(0).json();
    assert_eq!(list(&policy["Statement"][0]["Action"]), lacking);
    let table = scan().args(flags).run().exit_code(0).stdout;
    assert!(table.contains("What SecurityAudit leaves out") && table.contains("GetDocument"), "{table}");
    let nothing = scan().args("policy --check aws-ec2-instance-requires-imdsv2 --diff ReadOnlyAccess --format json");
    assert_eq!(nothing.run().exit_code(0).says(&["ReadOnlyAccess allows every action"]).stdout, "");
}

#[test]
fn what_selects_nothing_or_does_nothing_is_refused() {
    scan().args("policy --profile nope").run().exit_code(2).says(&["no profile is called `nope`"]);
    scan().args("policy --diff Nope").run().exit_code(2).says(&["SecurityAudit"]);
    scan().args("policy --suppressions x").run().exit_code(2).says(&["--suppressions"]);
    scan().args("policy --region eu-west-1").run().exit_code(2).says(&["--region"]);
    scan().args("preflight --mock --max-evidence-age 1d").run().exit_code(2).says(&["--max-evidence-age"]);
    let broken = |command: &str| scan().file(".posture-scan/suppressions.yaml", "nonsense").args(command).run();
    broken("policy").exit_code(0);
    broken("preflight --mock").exit_code(0);
    scan().args("policy --sarif x").run().exit_code(2).says(&["--sarif"]);
    scan().args("--profile mvp15 policy").run().exit_code(2).says(&["--profile must come after `scan policy`"]);
    scan().args("preflight --mock --json --report -").run().exit_code(2).says(&["name a file after --report"]);
    scan().args("preflight --mock --report nowhere/gap.md").run().exit_code(2).says(&["nowhere"]);
    scan().args("preflight --mock nope").run().exit_code(2).says(&["nope"]);
}

#[test]
fn the_configuration_stands_behind_both_commands() {
    let file = "profile = \"cis\"\ntype = \"incremental\"\nmock = \"demo\"\n";
    let run = scan().file("posture-scan.toml", file).args("policy --format actions").run().exit_code(0);
    assert_eq!(run.json()["profile"], "cis");
    assert!(run.stdout.contains("cloudtrail:LookupEvents"));
    let run = scan().file("posture-scan.toml", file).args("preflight --json").run().exit_code(0);
    assert_eq!((&run.json()["profile"], &run.json()["account_id"]), (&json!("cis"), &json!("111122223333")));
}

#[test]
fn a_preflight_answers_from_the_denials_of_the_fixture() {
    let faults = json!([
        { "kind": "denied", "action": "s3:GetBucketAcl" },
        { "kind": "denied", "action": "ec2:DescribeVpcs", "region": "eu-west-1" },
        { "kind": "throttled", "action": "iam:GetAccountSummary" },
        { "kind": "denied", "action": "s3:GetBucketPolicy", "asset": "one-bucket-only" },
    ]);
    let flags = "preflight --mock mine.json --region us-east-1,eu-west-1 --report gap.md";
    let run = scan().file("mine.json", &denying(&faults)).args(flags).arg("--json").run().exit_code(3);
    let document = run.json();
    let of = |verdict: &str| -> BTreeSet<String> {
        let permissions = document["permissions"].as_array().unwrap().iter().filter(|one| one["verdict"] == verdict);
        permissions.map(|one| format!("{} {}", one["action"].as_str().unwrap(), list(&one["regions"]).join(","))).collect()
    };
    assert_eq!(of("missing"), BTreeSet::from(["s3:GetBucketAcl ".to_owned(), "ec2:DescribeVpcs eu-west-1".to_owned()]));
    assert_eq!(of("unknown"), BTreeSet::from(["iam:GetAccountSummary ".to_owned()]));
    let closing = &document["closing_policies"][0]["document"]["Statement"][0]["Action"];
    assert_eq!(list(closing), ["s3:GetBucketAcl"], "a grant does not open a region");

    let page = run.file("gap.md");
    for part in ["aws iam create-policy", "aws_iam_policy", "`aws-s3-bucket-is-not-public`", "eu-west-1", "\"s3:GetBucketAcl\""] {
        assert!(page.contains(part), "{part} is missing:\n{page}");
    }
    let table = scan().file("mine.json", &denying(&faults)).args(flags).run().exit_code(3).stdout;
    assert!(table.contains("leaves unknown: aws-s3-bucket-is-not-public"), "{table}");
    scan().file("mine.json", &denying(&json!([]))).args(flags).run().exit_code(0);
}

#[test]
fn a_preflight_of_an_account_that_does_not_say_who_it_is_ends_as_a_scan_does() {
    let fixture = denying(&json!([{ "kind": "expired", "service": "sts" }]));
    let run = scan().file("mine.json", &fixture).args("preflight --mock mine.json").run().exit_code(5);
    assert_eq!(run.stdout, "");
    run.says(&["sts:GetCallerIdentity"]);
}

#[test]
fn a_scan_with_a_preflight_refuses_to_start_unless_parts_are_enough() {
    let fixture = denying(&json!([{ "kind": "denied", "action": "s3:GetBucketAcl" }]));
    let scanned =
        |flags: &str| scan().file("mine.json", &fixture).args("--mock mine.json --format json --preflight").args(flags).run();
    let refused = scanned("").exit_code(5).says(&["s3:GetBucketAcl is missing", "scan preflight --report FILE"]);
    assert_eq!(refused.json()["scan"]["status"], "submission_error");
    assert_eq!(refused.json()["jobs"], json!([]));
    let allowed = scanned("--allow-partial").exit_code(0).says(&["note: the caller lacks permissions", "s3:GetBucketAcl"]);
    assert_eq!(allowed.json()["scan"]["status"], "partial");
    let clear =
        scan().file("mine.json", &denying(&json!([]))).args("--mock mine.json --format json --preflight").run().exit_code(0);
    assert_eq!(clear.json()["scan"]["status"], "completed");
}
