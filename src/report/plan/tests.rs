//! Plans as people see them.

use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::model::charge::charges;
use crate::model::forecast::Forecast;
use crate::model::plan::SkippedRegion;
use crate::model::{Colour, Warning};
use crate::report::sample::{self, HOSTILE_NAME};

fn forecast(basis: Basis, duration_ms: Option<u64>) -> Forecast {
    let calls = [
        ("ec2:DescribeRegions", 1),
        ("ec2:DescribeSecurityGroups", 12),
        ("ec2:DescribeVpcs", 12),
        ("iam:GetAccountAuthorizationDetails", 3),
        ("kms:DescribeKey", 1_240),
        ("s3:GetBucketAcl", 40_000),
        ("s3:GetBucketLocation", 0),
        ("s3:ListAllMyBuckets", 1),
        ("secretsmanager:ListSecrets", 12),
        ("sts:GetCallerIdentity", 1),
    ];
    let actions = calls.map(|(action, calls)| ActionForecast { action, calls });
    let timing = if matches!(basis, Basis::SameScan { .. }) { Timing::Measured } else { Timing::Reckoned };
    let other_calls = if timing == Timing::Measured { 7 } else { 0 };
    Forecast { basis, actions: actions.to_vec(), other_calls, duration_ms, timing, longest_job: None }
}

fn plan(standing: PlanStanding, forecast: Forecast) -> ScanPlan {
    let report = &sample::completed().report;
    let skipped = |name: &str, reason| SkippedRegion { name: name.to_owned(), reason };
    let jobs = report.jobs.iter().map(|job| Job { assignments: 42, ..Job::queued(job.kind, job.region.as_deref()) });
    ScanPlan {
        header: Arc::clone(&report.header),
        caller: "arn:aws:sts::111122223333:assumed-role/scanner/ci".to_owned(),
        standing,
        skipped: vec![skipped("ap-east-1", Skipping::NotEnabled), skipped("sa-east-1", Skipping::NotCovered)],
        jobs: jobs.collect(),
        checks: report.checks.clone(),
        charges: charges(&forecast.actions),
        forecast,
        notes: vec![Warning::note(
            "regions_not_covered",
            "the account has enabled regions that this scan does not cover".to_owned(),
        )],
    }
}

pub(in crate::report) fn saved() -> ScanPlan {
    let id = "20260114T093000Z-0ded".to_owned();
    let basis = Basis::SameScan { id, started_at: "2026-01-14T09:30:00Z".parse().unwrap() };
    plan(PlanStanding::Saved, forecast(basis, Some(74_200)))
}

fn told() -> ScanPlan {
    let told = plan(PlanStanding::Told, forecast(Basis::Assumptions, None));
    ScanPlan { charges: Vec::new(), notes: Vec::new(), skipped: Vec::new(), ..told }
}

fn hostile() -> ScanPlan {
    let mut header = sample::completed().report.header.as_ref().clone();
    header.name = Some(HOSTILE_NAME.to_owned());
    let note = Warning::note("note", HOSTILE_NAME.to_owned());
    ScanPlan { header: Arc::new(header), caller: HOSTILE_NAME.to_owned(), notes: vec![note], ..saved() }
}

pub(in crate::report) fn all() -> [ScanPlan; 3] {
    [saved(), told(), hostile()]
}

#[test]
fn a_plan_reads_so_on_any_page() {
    for width in [60, 80, 120] {
        let style = TableStyle { width, colour: Colour::Off };
        for plan in all() {
            let text = render(&plan, &style);
            assert!(text.lines().all(|line| line.width() <= width && !line.contains('\u{1b}')), "{text}");
        }
        insta::assert_snapshot!(format!("saved_plan_on_{width}_columns"), render(&saved(), &style));
    }
    insta::assert_snapshot!("plan_without_history", render(&told(), &TableStyle { width: 80, colour: Colour::Off }));
}

#[test]
fn amounts_are_rounded_up() {
    for (nano, expected) in
        [(0, "$0.00"), (1, "< $0.01"), (10_000_000, "$0.01"), (10_000_001, "$0.02"), (1_234_560_000_000, "$1,234.56")]
    {
        assert_eq!(dollars(nano), expected);
    }
}

#[test]
fn china_has_prices_of_its_own_and_no_amount_is_told() {
    let mut header = sample::completed().report.header.as_ref().clone();
    header.partition = "aws-cn".to_owned();
    let plan = ScanPlan { header: Arc::new(header), ..saved() };
    let text = render(&plan, &TableStyle { width: 120, colour: Colour::Off });
    assert!(text.contains("at prices of the Chinese regions' own") && text.contains("S3 GET requests"), "{text}");
    assert!(!text.contains('$') && !text.contains("US East"), "{text}");
    let document = serde_json::to_value(v1::PlanDocument::from(&plan)).unwrap();
    assert!(document["cost"]["usd_at_us_east_1"].is_null() && document["cost"]["charges"][0]["usd_at_us_east_1"].is_null());
    assert!(document["cost"]["charges"][0]["calls"].as_u64() > Some(0));
}
