//! A caller whose policy lacks actions: moto checks every call against it, as AWS would.

use serde_json::json;

use super::{TWO_REGIONS, similar};
use crate::support::moto::{Moto, Seeded};
use crate::support::proxy::Proxy;
use crate::support::report::{entries, jobs, text, verdicts, warnings};
use crate::support::run::results_alone;

const LACKING: [&str; 3] = ["iam:GetAccountSummary", "ec2:DescribeSecurityGroups", "s3:GetBucketAcl"];

/// The mvp15 account in a server of its own, and a user of it who may read everything but what is `LACKING`.
fn guarded() -> (Moto, Seeded, String, String) {
    let moto = Moto::start();
    let mut seeded = moto.seed("mvp15", "123456789012");
    let policy = json!({
        "Version": "2012-10-17",
        "Statement": [
            { "Effect": "Allow", "Action": "*", "Resource": "*" },
            { "Effect": "Deny", "Action": LACKING, "Resource": "*" },
        ],
    });
    let key = moto.obey(&json!({ "user": "scanner", "account": seeded.account, "policy": policy }));
    moto.obey(&json!({ "authorize": true }));
    for check in ["aws-iam-console-user-has-mfa", "aws-iam-access-keys-are-rotated"] {
        seeded.verdicts.get_mut(check).unwrap().insert("scanner".to_owned(), "pass".to_owned());
    }
    (moto, seeded, text(&key["id"]).to_owned(), text(&key["secret"]).to_owned())
}

#[test]
fn a_caller_without_some_permissions_learns_which_ones_to_grant_and_everything_else_is_judged() {
    let (moto, seeded, id, secret) = guarded();
    let proxy = Proxy::before(&moto, &seeded, vec![]);
    let scan = || proxy.scan().args(TWO_REGIONS).env("AWS_ACCESS_KEY_ID", &id).env("AWS_SECRET_ACCESS_KEY", &secret);
    let run = scan().run().exit_code(3);
    let report = run.json();
    assert_eq!(report["scan"]["status"], "partial");

    let mut expected = seeded.verdicts.clone();
    for check in ["aws-iam-root-has-mfa", "aws-iam-root-has-no-access-keys"] {
        expected.get_mut(check).unwrap().insert("the account".to_owned(), "unknown".to_owned());
    }
    for check in ["aws-ec2-security-group-closes-ssh-to-world", "aws-ec2-security-group-closes-rdp-to-world"] {
        let unlisted = ["* eu-west-1", "* us-east-1"].map(|label| (label.to_owned(), "unknown".to_owned()));
        expected.insert(check.to_owned(), unlisted.into());
    }
    // The access control list decides unless the bucket ignores public ones, or its policy is public in itself.
    for (label, outcome) in expected.get_mut("aws-s3-bucket-is-not-public").unwrap() {
        let decided = ["open-by-policy", "half-blocked", "blocked", "secure-away"].iter().any(|start| label.starts_with(start));
        if !decided {
            "unknown".clone_into(outcome);
        }
    }
    similar(&verdicts(&report, &seeded), &expected);

    let denied = warnings(&report, "denied");
    for action in LACKING {
        assert!(denied.iter().any(|warning| warning.starts_with(action)), "{action} is missing in {denied:?}");
    }
    for warning in entries(&report, "warnings").iter().filter(|warning| warning["code"] == "denied") {
        let advice = format!("grant {}", text(&warning["action"]));
        assert!(text(&warning["message"]).contains(&advice), "{warning}");
    }
    assert_eq!(jobs(&report)["clusters"], "succeeded");
    assert_eq!(jobs(&report)["registries"], "succeeded");

    let allowed = scan().args("--allow-partial").run().exit_code(0).json();
    assert_eq!(results_alone(&allowed), results_alone(&report));
}
