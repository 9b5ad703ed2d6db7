//! One refused resource, region or action of many: what hangs on it alone is unknown, and nothing more.

use super::super::{assert_only_unknown, disturbed, seeded};
use crate::support::answer::Refusal;
use crate::support::report::{entries, text, warnings};
use crate::support::rule::Rule;

/// What is denied, and the check and the start of the labels that are unknown then.
struct Denial {
    rule: Rule,
    warning: &'static str,
    unknown: &'static [(&'static str, &'static str)],
}

fn denied(service: &'static str, operation: &'static str) -> Rule {
    Rule::refuse(Refusal::Denied).on(service, operation)
}

fn denials() -> [Denial; 5] {
    let trail = format!("arn:aws:cloudtrail:us-east-1:{}:trail/everywhere-off", seeded().account);
    [
        Denial {
            rule: denied("ec2", "GetEbsEncryptionByDefault").in_region("eu-west-1"),
            warning: "ec2:GetEbsEncryptionByDefault eu-west-1",
            unknown: &[("aws-ec2-ebs-is-encrypted-by-default", "eu-west-1")],
        },
        Denial {
            rule: denied("iam", "GetAccountSummary"),
            warning: "iam:GetAccountSummary us-east-1",
            unknown: &[("aws-iam-root-has-mfa", "the account"), ("aws-iam-root-has-no-access-keys", "the account")],
        },
        Denial {
            rule: denied("s3", "GetBucketPolicy").about(format!("plain-away-{}", seeded().account)),
            warning: "s3:GetBucketPolicy eu-west-1",
            unknown: &[("aws-s3-bucket-denies-plaintext-transport", "plain-away"), ("aws-s3-bucket-is-not-public", "plain-away")],
        },
        Denial {
            rule: denied("eks", "DescribeCluster").about("world-away"),
            warning: "eks:DescribeCluster eu-west-1",
            unknown: &[("aws-eks-cluster-endpoint-is-closed-to-world", "world-away")],
        },
        Denial {
            rule: denied("cloudtrail", "GetTrailStatus").about(trail),
            warning: "cloudtrail:GetTrailStatus us-east-1",
            unknown: &[("aws-cloudtrail-multi-region-trail-is-logging", "the account")],
        },
    ]
}

#[test]
fn one_denied_resource_leaves_the_others_alone() {
    for denial in denials() {
        let (proxy, scan) = disturbed(vec![denial.rule]);
        let run = scan.run();
        assert_eq!(run.code, Some(3), "{}: {:#?}", denial.warning, proxy.calls());
        assert_only_unknown(&run, denial.unknown);
        let report = run.json();
        assert_eq!(report["scan"]["status"], "partial");
        assert_eq!(warnings(&report, "denied"), [denial.warning]);
        let warning = entries(&report, "warnings").iter().find(|warning| warning["code"] == "denied").unwrap();
        let (action, _) = denial.warning.split_once(' ').unwrap();
        assert!(text(&warning["message"]).contains(&format!("grant {action}")), "{warning}");
    }
}
