//! What a log reads like.

use std::io;
use std::sync::Arc;

use super::*;
use crate::model::job::GapRecord;
use crate::model::{CheckMetadata, CheckResult, Gap, GapKind, Remediation, ResourceReference, Severity};
use crate::progress::rehearsal::{job_finished, job_progressed, job_started, outcome, scan_resumed, scan_started};

/// A writer that keeps what it is given, or refuses everything.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Gone;

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}

fn written(events: &[Event], colour: Colour) -> String {
    let kept = Kept::default();
    let lines = Lines::new(kept.clone(), colour);
    for event in events {
        lines.hear(event);
    }
    String::from_utf8(kept.0.lock().unwrap().clone()).unwrap()
}

/// A compliance job with two gaps, one of them behind an unknown result.
fn with_gaps() -> Event {
    let gap = Arc::new(Gap {
        kind: GapKind::Denied,
        action: "s3:GetBucketAcl".to_owned(),
        region: "us-east-2".to_owned(),
        detail: String::new(),
    });
    let mut outcome = outcome("compliance:us-east-2", JobStatus::Partial, (0.0, 64.0), (0, 1));
    outcome.gaps = vec![GapRecord { gap: Arc::clone(&gap), checks: vec![], count: 1 }; 2];
    outcome.results = vec![CheckResult {
        check: Arc::new(CheckMetadata {
            id: "aws-s3-bucket-private-acl".to_owned(),
            title: String::new(),
            severity: Severity::High,
            service: "s3".to_owned(),
            resource: "aws.s3.bucket".to_owned(),
            risk: String::new(),
            remediation: Remediation { text: String::new(), cli: None, terraform: None, url: None },
            categories: vec![],
            aliases: vec![],
            requirements: vec![],
            logic: String::new(),
        }),
        outcome: Outcome::Unknown,
        resource: ResourceReference::unlisted("aws.s3.bucket", "us-east-2"),
        message: String::new(),
        gap: Some(gap),
        satisfied_by: None,
        mute: None,
    }];
    Event::JobFinished { outcome: Arc::new(outcome) }
}

#[test]
fn each_finished_job_has_its_line() {
    let mut failed = outcome("discovery:us-west-2", JobStatus::Failed, (0.0, 0.31), (0, 0));
    failed.job.error = Some("ec2:DescribeInstances in us-west-2 was denied\u{1b}[2J".to_owned());
    let text = written(
        &[
            scan_started(4),
            job_started("discovery:us-east-1", 0.0),
            job_progressed("discovery:us-east-1", (1, 2), (9, 0), 4),
            job_finished("discovery:us-east-1", JobStatus::Succeeded, (0.1, 1.3), (1_143, 0)),
            with_gaps(),
            Event::JobFinished { outcome: Arc::new(failed) },
            job_finished("clusters", JobStatus::Succeeded, (0.0, 2.0), (1, 1)),
            Event::CancellationRequested,
            job_finished("registries", JobStatus::Cancelled, (0.0, 2.0), (0, 0)),
        ],
        Colour::Off,
    );
    insta::assert_snapshot!(text, @r"
    scanning aws account 111122223333 · profile mvp15 · 15 checks · 4 regions: us-east-1, us-east-2, us-west-2, eu-west-1
    [ 1/10] discovery us-east-1 succeeded in 1.2 s · 1,143 assets
    [ 2/10] compliance us-east-2 partial in 1 min 04 s · 1 finding · 1 unknown · 2 gaps
    [ 3/10] discovery us-west-2 failed in 0.3 s: ec2:DescribeInstances in us-west-2 was denied\u{1b}[2J
    [ 4/10] clusters succeeded in 2.0 s · 1 asset · 1 finding
    stopping… (ctrl-c again to abort)
    [ 5/10] registries cancelled in 2.0 s
    ");
}

#[test]
fn a_resumed_scan_says_how_far_it_had_come() {
    let earlier = [outcome("discovery:us-east-1", JobStatus::Succeeded, (0.0, 1.0), (3, 0))];
    let text = written(
        &[scan_resumed(1, &earlier, 90.0), job_finished("clusters", JobStatus::Succeeded, (90.0, 92.0), (1, 1))],
        Colour::Off,
    );
    insta::assert_snapshot!(text, @r"
    resuming the scan of aws account 111122223333 · profile mvp15 · 15 checks · 1 region: us-east-1 · 1 of 4 jobs have ended
    [2/4] clusters succeeded in 2.0 s · 1 asset · 1 finding
    ");
}

#[test]
fn the_status_is_coloured_where_colours_are_wanted() {
    let event = job_finished("clusters", JobStatus::Succeeded, (0.0, 2.0), (1, 1));
    let text = written(&[scan_started(1), event], Colour::On);
    assert!(text.ends_with("clusters \u{1b}[32msucceeded\u{1b}[0m in 2.0 s · 1 asset · 1 finding\n"), "{text:?}");
}

#[test]
fn a_stderr_that_has_gone_away_is_ignored() {
    Lines::new(Gone, Colour::Off).hear(&scan_started(1));
}
