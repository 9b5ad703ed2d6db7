//! What stands for a scan that came to nothing, and what takes it back.

use std::sync::Arc;

use super::*;
use crate::report::sample;

#[test]
fn it_is_the_same_one_whatever_the_regions_and_the_outcome() {
    let mut report = sample::failed().report.as_ref().clone();
    let first = evaluation(&report).expect("a result");
    Arc::make_mut(&mut report.header).regions = Vec::new();
    for other in [evaluation(&report), evaluation(&sample::clean().report)] {
        assert_eq!(other.expect("a result").uid("111122223333"), first.uid("111122223333"));
    }
    Arc::make_mut(&mut report.header).partition = "aws-cn".to_owned();
    assert_eq!(evaluation(&report).expect("a result").resource.region, "cn-north-1");
}

#[test]
fn only_a_scan_that_has_ended_tells_that_it_came_to_nothing() {
    let mut report = sample::failed().report.as_ref().clone();
    for (status, expected) in [
        (ScanStatus::NotStarted, None),
        (ScanStatus::Queued, None),
        (ScanStatus::Running, None),
        (ScanStatus::SubmissionError, Some(Outcome::Unknown)),
        (ScanStatus::Failed, Some(Outcome::Unknown)),
        (ScanStatus::Cancelled, Some(Outcome::Unknown)),
        (ScanStatus::Partial, Some(Outcome::Unknown)),
        (ScanStatus::Completed, Some(Outcome::Pass)),
    ] {
        report.status = status;
        assert_eq!(evaluation(&report).map(|result| result.outcome), expected, "{status}");
    }
}

#[test]
fn only_its_own_reason_is_the_scans() {
    let report = sample::failed().report;
    let own = evaluation(&report).expect("a result");
    assert_eq!(reason(&report, &own).map(|(code, _)| code), Some("failed"));
    let mut other = own;
    Arc::make_mut(&mut other.check).id = "aws-s3-bucket-is-not-public".to_owned();
    assert_eq!(reason(&report, &other), None, "nobody knows why");
}
