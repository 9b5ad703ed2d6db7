//! Scans made by hand, for the tests of the formats: a good one, a clean one, one with gaps, failed and stopped ones,
//! one with hostile names, a large one.

mod checks;
mod draft;
mod frameworks;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::model::{CheckResult, Event, Gap, GapKind, JobKind, JobStatus, KnownFindings, Outcome, Property, ScanReport, Warning};
use checks::Check;
use draft::{Draft, asset};

/// A name that uses every trick on terminals, tables, spreadsheets, web pages and readers.
pub const HOSTILE_NAME: &str =
    "\u{1b}[31m<script>alert(1)</script>\n=cmd()|' /C calc'!A0 \u{202e}gnp.\u{200b}exe [pay](https://evil.example) 😀|`x`";

/// Every sample of a usual size.
#[must_use]
pub fn all() -> [Sample; 9] {
    [completed(), compared(), incremental(), partial(), clean(), failed(), cancelled(), hostile(), measured()]
}

/// A finished scan: its report, and the events that told of it.
pub struct Sample {
    /// The report.
    pub report: Arc<ScanReport>,
    /// Everything that a listener heard, in order.
    pub events: Vec<Event>,
}

/// Everything succeeded; findings of every severity in three regions.
#[must_use]
pub fn completed() -> Sample {
    completed_as("20260115T093000Z-4f1c")
}

fn completed_as(id: &str) -> Sample {
    let mut draft = Draft::new(id, &["us-east-1", "eu-west-1", "ap-southeast-2"], &Check::ALL);
    fill(&mut draft);
    draft.finish(JobStatus::Succeeded)
}

/// The completed scan, beside one of the day before that had every other of its findings, muted ones too.
#[must_use]
pub fn compared() -> Sample {
    let Sample { report, mut events } = completed_as("20260115T093000Z-b45e");
    let is_finding = |result: &&CheckResult| matches!(result.outcome, Outcome::Fail | Outcome::Muted);
    let uids = report.results.iter().filter(is_finding).map(|result| result.uid(&report.header.account_id));
    let known = KnownFindings {
        scan_id: "20260114T093000Z-0ded".to_owned(),
        started_at: START - SignedDuration::from_hours(24),
        findings: uids.step_by(2).collect(),
        accepted: std::collections::BTreeSet::default(),
    };
    let report = Arc::new(report.as_ref().clone().compared_with(Some(Arc::new(known))));
    events.pop();
    events.push(Event::ScanFinished { report: Arc::clone(&report) });
    Sample { report, events }
}

/// The completed scan, but what an earlier scan had read of the buckets was used again.
#[must_use]
pub fn incremental() -> Sample {
    let mut draft = Draft::new("20260115T093000Z-1c4e", &["us-east-1", "eu-west-1", "ap-southeast-2"], &Check::ALL);
    fill(&mut draft);
    draft.reuse(START - SignedDuration::from_hours(26));
    draft.finish(JobStatus::Succeeded)
}

/// Everything succeeded and nothing is wrong.
#[must_use]
pub fn clean() -> Sample {
    let mut draft = Draft::new("20260115T093000Z-c1ea", &["eu-west-1"], &[Check::RootAccessKeys, Check::BucketTransport]);
    draft.list(asset("aws.s3.bucket", "eu-west-1", "billing-exports"));
    draft.result(Check::RootAccessKeys, Outcome::Pass, "us-east-1", "111122223333");
    draft.result(Check::BucketTransport, Outcome::Pass, "eu-west-1", "billing-exports");
    draft.finish(JobStatus::Succeeded)
}

/// The completed scan, but an API action is denied in three regions, one job was throttled to death and one region is left out.
#[must_use]
pub fn partial() -> Sample {
    let mut draft = Draft::new("20260115T093000Z-9a7e", &["us-east-1", "eu-west-1", "ap-southeast-2", "sa-east-1"], &Check::ALL);
    fill(&mut draft);
    for (region, bucket) in [("us-east-1", "www-assets"), ("eu-west-1", "logs-eu"), ("ap-southeast-2", "logs-apac")] {
        let gap = Gap {
            kind: GapKind::Denied,
            action: "s3:GetBucketPolicyStatus".to_owned(),
            region: region.to_owned(),
            detail: "User: arn:aws:sts::111122223333:assumed-role/scanner/ci is not authorized".to_owned(),
        };
        draft.list(asset("aws.s3.bucket", region, bucket));
        draft.facet("aws.s3.bucket", region, bucket, "policy_status", Property::unknown(gap.clone()));
        draft.unknown(Check::BucketPublic, region, bucket, gap);
    }
    let throttled = Gap {
        kind: GapKind::Throttled,
        action: "ec2:DescribeSecurityGroups".to_owned(),
        region: "sa-east-1".to_owned(),
        detail: String::new(),
    };
    draft.unknown(Check::SshFromWorld, "sa-east-1", "*", throttled);
    draft.fail_job(JobKind::Compliance, "sa-east-1", "every API call of the job was throttled beyond patience");
    draft.note(Warning::note(
        "region_skipped",
        "me-south-1 is not enabled for the account and was left out; enable it, or name your regions with --region".to_owned(),
    ));
    draft.finish(JobStatus::Partial)
}

/// A scan that is measured by a framework: requirements of every kind.
#[must_use]
pub fn measured() -> Sample {
    let mut draft = Draft::new("20260115T093000Z-c150", &["us-east-1", "eu-west-1"], &Check::ALL);
    draft.measure(frameworks::benchmark());
    draft.result(Check::RootAccessKeys, Outcome::Pass, "us-east-1", "111122223333");
    draft.result(Check::KeysRotated, Outcome::NotApplicable, "us-east-1", "alice");
    draft.result(Check::ScanOnPush, Outcome::Fail, "eu-west-1", "payments/api");
    for number in 0..12 {
        draft.result(Check::SshFromWorld, Outcome::Fail, "eu-west-1", &format!("sg-{number:017}"));
    }
    let gap = Gap {
        kind: GapKind::Denied,
        action: "s3:GetBucketPolicy".to_owned(),
        region: "eu-west-1".to_owned(),
        detail: "User: arn:aws:sts::111122223333:assumed-role/scanner/ci is not authorized".to_owned(),
    };
    draft.list(asset("aws.s3.bucket", "eu-west-1", "logs-eu"));
    draft.result(Check::BucketPublic, Outcome::Pass, "eu-west-1", "logs-eu");
    draft.unknown(Check::BucketTransport, "eu-west-1", "logs-eu", gap);
    draft.finish(JobStatus::Partial)
}

/// The account of the partial scan a week later: things were mended, deleted, made and accepted; the scan asks for another region, for
/// one check less, and is denied other actions.
#[must_use]
pub fn later() -> Sample {
    let checks = Check::ALL.into_iter().filter(|check| *check != Check::ScanOnPush).collect::<Vec<_>>();
    let mut draft = Draft::new("20260122T093000Z-1a7e", &["us-east-1", "eu-west-1", "sa-east-1"], &checks).a_week_later();
    let denied = |action: &str, region: &str| Gap {
        kind: GapKind::Denied,
        action: action.to_owned(),
        region: region.to_owned(),
        detail: "User: arn:aws:sts::111122223333:assumed-role/scanner/ci is not authorized".to_owned(),
    };
    draft.result(Check::RootAccessKeys, Outcome::Pass, "us-east-1", "111122223333");
    for (region, bucket, public, transport) in [
        ("us-east-1", "terraform-state", Outcome::Fail, Outcome::Pass),
        ("us-east-1", "www-assets", Outcome::Fail, Outcome::Pass),
        ("eu-west-1", "billing-exports", Outcome::Pass, Outcome::Fail),
        ("eu-west-1", "logs-eu", Outcome::Pass, Outcome::Pass),
        ("eu-west-1", "holiday-photos", Outcome::NotApplicable, Outcome::Fail),
    ] {
        draft.list(asset("aws.s3.bucket", region, bucket));
        draft.result(Check::BucketPublic, public, region, bucket);
        draft.result(Check::BucketTransport, transport, region, bucket);
    }
    draft.list(asset("aws.ec2.security_group", "us-east-1", "sg-0a1b2c3d4e5f60718"));
    draft.result(Check::SshFromWorld, Outcome::Fail, "us-east-1", "sg-0a1b2c3d4e5f60718");
    draft.list(asset("aws.ec2.security_group", "sa-east-1", "sg-0e5f6071829304152"));
    draft.result(Check::SshFromWorld, Outcome::Fail, "sa-east-1", "sg-0e5f6071829304152");
    draft.unknown(Check::SshFromWorld, "eu-west-1", "*", denied("ec2:DescribeSecurityGroups", "eu-west-1"));
    draft.fail_job(JobKind::Discovery, "eu-west-1", "the job's deadline passed");
    for user in ["deploy-bot", "alice", "bob"] {
        draft.list(asset("aws.iam.user", "us-east-1", user));
    }
    draft.result(Check::KeysRotated, Outcome::Muted, "us-east-1", "deploy-bot");
    draft.unknown(Check::KeysRotated, "us-east-1", "alice", denied("iam:GetCredentialReport", "us-east-1"));
    draft.unknown(Check::KeysRotated, "us-east-1", "bob", denied("iam:GetCredentialReport", "us-east-1"));
    draft.list(asset("aws.ecr.repository", "eu-west-1", "payments/api"));
    draft.list(asset("aws.ecr.repository", "eu-west-1", "payments/ledger"));
    draft.finish(JobStatus::Failed)
}

/// The hostile scan a week later: its resources are gone, others are there.
#[must_use]
pub fn hostile_later() -> Sample {
    let mut draft = Draft::new("20260122T093000Z-bad1", &["eu-west-1"], &Check::ALL).a_week_later();
    for name in [&format!("{HOSTILE_NAME} again"), &"名前😀".repeat(20)] {
        draft.list(asset("aws.ec2.security_group", "eu-west-1", name));
        draft.result(Check::SshFromWorld, Outcome::Fail, "eu-west-1", name);
    }
    draft.finish(JobStatus::Succeeded)
}

/// Every job failed for the same reason.
#[must_use]
pub fn failed() -> Sample {
    let mut draft = Draft::new("20260115T093000Z-fa11", &["us-east-1", "eu-west-1", "ap-southeast-2"], &Check::ALL);
    draft.end_from(0, JobStatus::Failed, Some("the credentials expired; renew them and scan again"));
    draft.finish(JobStatus::Failed)
}

/// The completed scan, stopped after its first three jobs.
#[must_use]
pub fn cancelled() -> Sample {
    let mut draft = Draft::new("20260115T093000Z-ca4c", &["us-east-1", "eu-west-1", "ap-southeast-2"], &Check::ALL);
    fill(&mut draft);
    draft.end_from(3, JobStatus::Cancelled, None);
    draft.finish(JobStatus::Cancelled)
}

/// Findings on resources whose names were chosen by an attacker, one of 1,024 characters.
#[must_use]
pub fn hostile() -> Sample {
    let mut draft = Draft::new("20260115T093000Z-bad0", &["eu-west-1"], &Check::ALL);
    for name in [HOSTILE_NAME, &"x".repeat(1_024), &"名前😀".repeat(20), "..", ""] {
        draft.list(asset("aws.ec2.security_group", "eu-west-1", name));
        draft.result(Check::SshFromWorld, Outcome::Fail, "eu-west-1", name);
    }
    draft.note(Warning::note("hostile", format!("a warning about {HOSTILE_NAME}")));
    draft.measure(frameworks::hostile(HOSTILE_NAME));
    draft.finish(JobStatus::Succeeded)
}

/// `findings` findings of every severity in turn, for the limits.
#[must_use]
pub fn large(findings: usize) -> Sample {
    let mut draft = Draft::new("20260115T093000Z-b16b", &["us-east-1", "eu-west-1"], &Check::ALL);
    for (number, check) in Check::ALL.into_iter().cycle().take(findings).enumerate() {
        let region = if number % 2 == 0 { "us-east-1" } else { "eu-west-1" };
        draft.result(check, Outcome::Fail, region, &format!("resource-{number:06}"));
    }
    draft.finish(JobStatus::Succeeded)
}

fn fill(draft: &mut Draft) {
    draft.result(Check::RootAccessKeys, Outcome::Fail, "us-east-1", "111122223333");
    for (region, bucket, outcome) in [
        ("us-east-1", "www-assets-public-downloads-of-the-marketing-department-2019", Outcome::Fail),
        ("us-east-1", "terraform-state", Outcome::Pass),
        ("eu-west-1", "billing-exports", Outcome::Pass),
    ] {
        draft.list(asset("aws.s3.bucket", region, bucket));
        draft.facet("aws.s3.bucket", region, bucket, "policy_status", Property::Bool(outcome == Outcome::Fail));
        draft.result(Check::BucketPublic, outcome, region, bucket);
        draft.result(Check::BucketTransport, if bucket == "billing-exports" { Outcome::Fail } else { outcome }, region, bucket);
    }
    for (region, group, outcome) in [
        ("us-east-1", "sg-0a1b2c3d4e5f60718", Outcome::Fail),
        ("eu-west-1", "sg-0b2c3d4e5f6071829", Outcome::Fail),
        ("eu-west-1", "sg-0c3d4e5f607182930", Outcome::Pass),
        ("ap-southeast-2", "sg-0d4e5f60718293041", Outcome::Fail),
    ] {
        draft.list(asset("aws.ec2.security_group", region, group));
        draft.result(Check::SshFromWorld, outcome, region, group);
    }
    for (user, outcome) in [("deploy-bot", Outcome::Fail), ("alice", Outcome::Pass), ("bob", Outcome::NotApplicable)] {
        draft.list(asset("aws.iam.user", "us-east-1", user));
        draft.result(Check::KeysRotated, outcome, "us-east-1", user);
    }
    for (repository, outcome) in [("payments/api", Outcome::Fail), ("payments/worker", Outcome::Muted)] {
        draft.list(asset("aws.ecr.repository", "eu-west-1", repository));
        draft.result(Check::ScanOnPush, outcome, "eu-west-1", repository);
    }
}

/// The moment at which every sample starts: 2026-01-15T09:30:00Z.
const START: Timestamp = Timestamp::constant(1_768_469_400, 0);
