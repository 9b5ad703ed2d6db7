//! The law of comparisons, on whole scans: what could not be seen is never counted as better, as gone or as come.

#![expect(clippy::unwrap_used, reason = "a laboratory that cannot scan is a failed test")]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use posture_scan::checks::Library;
use posture_scan::checks::selection::{self, Names};
use posture_scan::engine::{Cancellation, EngineSettings, ScanRequest, prepare, run};
use posture_scan::model::comparison::{AssetTransition, ScanSide, Transition};
use posture_scan::model::resource::AWS;
use posture_scan::model::{Comparison, Listener, ScanReport, ScanStatus, ScanType};
use posture_scan::provider::mock::MockProvider;
use posture_scan::provider::{Provider, SubmissionError};
use posture_scan::report::format::Extent;
use posture_scan::report::json;
use serde_json::{Value, json};

/// One account, scanned again and again.
struct Laboratory {
    library: Library,
    document: Value,
    folder: tempfile::TempDir,
    runtime: tokio::runtime::Runtime,
}

/// How one scan differs from a plain one.
#[derive(Default)]
struct Conditions {
    faults: Vec<Value>,
    regions: Vec<&'static str>,
    checks: Vec<&'static str>,
    /// The deadline of jobs, with answers that take their time.
    deadline: Option<Duration>,
    /// When the user stops the scan, with answers that take their time.
    stopped_after: Option<Duration>,
}

/// Enough checks to show every kind of change; hundreds more would only take longer.
const PROFILE: &str = "mvp15";

/// How much of the fixture's latency the slow scans have.
const SLOWNESS: f64 = 0.02;

impl Laboratory {
    fn open() -> Self {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/demo.json");
        Self {
            library: Library::load(&[]).unwrap(),
            document: serde_json::from_slice(&std::fs::read(fixture).unwrap()).unwrap(),
            folder: tempfile::tempdir().unwrap(),
            runtime: tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap(),
        }
    }

    fn scan(&self, conditions: &Conditions) -> Arc<ScanReport> {
        self.try_scan(conditions).unwrap()
    }

    /// The report, unless the scan was stopped before it knew its account.
    fn try_scan(&self, conditions: &Conditions) -> Result<Arc<ScanReport>, SubmissionError> {
        let path = self.folder.path().join("account.json");
        let mut document = self.document.clone();
        document["faults"] = Value::Array(conditions.faults.clone());
        std::fs::write(&path, document.to_string()).unwrap();
        let slow = conditions.deadline.is_some() || conditions.stopped_after.is_some();
        let provider: Arc<dyn Provider> = Arc::new(MockProvider::from_file(&path, if slow { SLOWNESS } else { 0.0 }).unwrap());
        let names: Vec<String> = conditions.checks.iter().map(|name| (*name).to_owned()).collect();
        let profiles = if names.is_empty() { vec![PROFILE.to_owned()] } else { Vec::new() };
        let regions: Vec<String> = conditions.regions.iter().map(|region| (*region).to_owned()).collect();
        let request = ScanRequest {
            suppressions: Arc::default(),
            name: None,
            scan_type: if regions.is_empty() { ScanType::Standard } else { ScanType::Custom },
            regions,
            selection: selection::select(&self.library, Names { profiles: &profiles, checks: &names, ..Names::default() }).unwrap(),
        };
        let mut settings = EngineSettings { stagger: Duration::ZERO, ..EngineSettings::default() };
        settings.job_deadline = conditions.deadline.unwrap_or(settings.job_deadline);
        let silent: Arc<dyn Listener> = Arc::new(Vec::<Arc<dyn Listener>>::new());
        let cancellation = Cancellation::default();
        self.runtime.block_on(async {
            if let Some(moment) = conditions.stopped_after {
                let cancellation = cancellation.clone();
                tokio::spawn(async move {
                    tokio::time::sleep(moment).await;
                    cancellation.request();
                });
            }
            let prepared = prepare(&provider, &request, &cancellation).await?;
            Ok(run(&provider, prepared, &settings, silent, &cancellation).await)
        })
    }
}

/// Both ways to a side: from memory and from a written report.
fn sides(report: &ScanReport) -> [ScanSide; 2] {
    let mut written = Vec::new();
    json::write(report, Extent::Whole, &mut written).unwrap();
    [ScanSide::from(report), json::earlier::parse("report.json", &written).unwrap()]
}

/// The account is the same in both scans, so nothing may be told that needs a change of it.
#[track_caller]
fn tells_no_change(one: &ScanReport, other: &ScanReport, conditions: &str) {
    for (one, other) in sides(one).iter().zip(sides(other)) {
        for (before, after) in [(one, &other), (&other, one)] {
            let comparison = Comparison::of(before, after).unwrap();
            for transition in [Transition::Appeared, Transition::Resolved, Transition::Muted] {
                let told: Vec<_> = comparison.changes_of(transition).collect();
                assert!(told.is_empty(), "{conditions}: {told:#?}");
            }
            for transition in [AssetTransition::New, AssetTransition::Vanished] {
                let told: Vec<_> = comparison.assets_of(transition).collect();
                assert!(told.is_empty(), "{conditions}: {told:#?}");
            }
        }
    }
}

#[test]
fn an_api_action_that_fails_makes_nothing_resolved_new_or_vanished() {
    let laboratory = Laboratory::open();
    let whole = laboratory.scan(&Conditions::default());
    assert_eq!(whole.status, ScanStatus::Completed);
    let checks = laboratory.library.checks_of(laboratory.library.profile(PROFILE).unwrap());
    let listed = AWS.iter().filter(|it| it.is_always_listed()).flat_map(|it| it.list_actions).copied();
    let mut actions: Vec<&str> = listed.chain(checks.iter().flat_map(|check| check.actions())).collect();
    actions.sort_unstable();
    actions.dedup();
    for action in actions {
        for region in [None, Some("eu-west-1")] {
            let fault = json!({ "kind": "denied", "action": action, "region": region });
            let conditions = fault.to_string();
            // Another gap beside it, so that the jobs of every region are partial anyway.
            let other = json!({ "kind": "throttled", "action": "ec2:DescribeVolumes" });
            let partial = laboratory.scan(&Conditions { faults: vec![fault, other], ..Conditions::default() });
            tells_no_change(&whole, &partial, &conditions);
        }
    }
}

#[test]
fn a_way_of_failing_that_meets_everything_makes_nothing_resolved_new_or_vanished() {
    let laboratory = Laboratory::open();
    let whole = laboratory.scan(&Conditions::default());
    for kind in ["denied", "throttled", "unreachable", "expired", "region_disabled", "malformed", "refused"] {
        for region in [None, Some("us-east-1"), Some("eu-west-1")] {
            let fault = json!({ "kind": kind, "region": region });
            let conditions = fault.to_string();
            tells_no_change(&whole, &laboratory.scan(&Conditions { faults: vec![fault], ..Conditions::default() }), &conditions);
        }
    }
}

#[test]
fn a_narrower_scan_makes_nothing_resolved_new_or_vanished() {
    let laboratory = Laboratory::open();
    let whole = laboratory.scan(&Conditions::default());
    for regions in [vec!["us-east-1"], vec!["eu-west-1"], vec!["eu-west-1", "sa-east-1"]] {
        for checks in [vec![], vec!["aws-s3-bucket-is-not-public"], vec!["aws-iam-console-user-has-mfa"]] {
            let conditions = format!("{regions:?} {checks:?}");
            let narrow = laboratory.scan(&Conditions { regions: regions.clone(), checks, ..Conditions::default() });
            tells_no_change(&whole, &narrow, &conditions);
        }
    }
}

#[test]
fn a_scan_that_ran_out_of_time_or_was_stopped_makes_nothing_resolved_new_or_vanished() {
    let laboratory = Laboratory::open();
    let whole = laboratory.scan(&Conditions::default());
    let mut unfinished = 0;
    for milliseconds in [0, 10, 20, 30, 40, 60, 90, 120] {
        let moment = Duration::from_millis(milliseconds);
        let late = laboratory.scan(&Conditions { deadline: Some(moment), ..Conditions::default() });
        tells_no_change(&whole, &late, &format!("deadline after {moment:?}"));
        let Ok(stopped) = laboratory.try_scan(&Conditions { stopped_after: Some(moment), ..Conditions::default() }) else {
            continue;
        };
        tells_no_change(&whole, &stopped, &format!("stopped after {moment:?}"));
        unfinished += usize::from(late.status != ScanStatus::Completed) + usize::from(stopped.status == ScanStatus::Cancelled);
    }
    assert!(unfinished > 0, "no scan was late or stopped");
}

#[test]
fn what_was_deleted_is_told_even_by_a_scan_with_gaps_elsewhere() {
    let mut laboratory = Laboratory::open();
    let before = laboratory.scan(&Conditions::default());
    let bucket = before.findings().find(|finding| finding.resource.resource_type == "aws.s3.bucket").unwrap().resource.clone();
    let of_bucket = before.findings().filter(|finding| finding.resource == bucket).count() as u64;
    laboratory.document["assets"].as_array_mut().unwrap().retain(|asset| asset["arn"] != bucket.arn);
    let elsewhere = json!({ "kind": "denied", "action": "ec2:DescribeVolumes" });
    for faults in [vec![], vec![elsewhere]] {
        let after = laboratory.scan(&Conditions { faults, ..Conditions::default() });
        for (before, after) in sides(&before).iter().zip(sides(&after)) {
            let comparison = Comparison::of(before, &after).unwrap();
            assert_eq!(comparison.counts(Transition::Resolved).total, of_bucket);
            assert!(comparison.changes_of(Transition::Resolved).all(|change| change.resource == bucket));
            let vanished: Vec<_> = comparison.assets_of(AssetTransition::Vanished).map(|change| &change.asset).collect();
            assert_eq!(vanished, [&bucket]);
            assert!(
                comparison.assets_of(AssetTransition::NoLongerVisible).all(|it| it.asset.resource_type == "aws.ec2.volume"),
                "{:#?}",
                comparison.assets
            );
        }
    }
}
