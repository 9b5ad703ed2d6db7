//! A scan made by hand, full of what is hard to store.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::model::job::{FacetRecord, GapRecord};
use crate::model::{
    Asset, CallCounts, CheckMetadata, CheckResult, Framework, FrameworkRequirement, Gap, GapKind, Job, JobKind, JobOutcome,
    JobStatus, LedgerEntry, Mute, Outcome, Properties, Property, Remediation, Requirement, ResourceReference, ScanHeader,
    ScanReport, ScanType, Severity, Warning,
};
use crate::store::{Ending, Launch, NewScan, ScanLock, Store, StoredRequest};

/// A name that steers terminals, ends strings and hides.
pub(in crate::store) const HOSTILE: &str = "\u{1b}[31m'; DROP TABLE t_scan; --\u{0}\n\u{202e}\"名前😀";

const START: Timestamp = Timestamp::constant(1_768_469_400, 123_456_789);

/// A scan with its outcomes, not stored yet.
#[derive(Clone)]
pub(in crate::store) struct Sample {
    pub(in crate::store) header: ScanHeader,
    pub(in crate::store) request: StoredRequest,
    pub(in crate::store) checks: Vec<Arc<CheckMetadata>>,
    pub(in crate::store) frameworks: Vec<Arc<Framework>>,
    pub(in crate::store) notes: Vec<Warning>,
    pub(in crate::store) jobs: Vec<Job>,
    pub(in crate::store) outcomes: Vec<Arc<JobOutcome>>,
}

/// A scan of that id, whose start is so many hours later than that of scan 0.
pub(in crate::store) fn sample(id: &str, hours: i64) -> Sample {
    let checks = vec![check("aws-s3-bucket-encrypted", Severity::High), check("aws-s3-bucket-named", Severity::Low)];
    let jobs: Vec<Job> = [
        Job::queued(JobKind::Discovery, Some("eu-west-1")),
        Job::queued(JobKind::Compliance, Some("eu-west-1")),
        Job::queued(JobKind::Clusters, None),
    ]
    .into_iter()
    .map(|job| Job { assignments: 1, ..job })
    .collect();
    let outcomes = vec![discovery(&jobs[0]), compliance(&jobs[1], &checks), failed(&jobs[2])].into_iter().map(Arc::new).collect();
    let notes = vec![Warning::note("region_skipped", HOSTILE.to_owned())];
    let frameworks = vec![framework("own-2", &checks), framework("cis", &[])];
    Sample { header: header(id, hours), request: request(), checks, frameworks, notes, jobs, outcomes }
}

/// A framework that asks for these checks; without any, a person has to look.
fn framework(id: &str, checks: &[Arc<CheckMetadata>]) -> Arc<Framework> {
    let requirement = FrameworkRequirement {
        id: "1".to_owned(),
        title: HOSTILE.to_owned(),
        section: Some(HOSTILE.to_owned()),
        level: Some(2),
        manual: checks.is_empty(),
        checks: checks.iter().map(|check| check.id.clone()).collect(),
    };
    let bare = FrameworkRequirement { section: None, level: None, ..requirement.clone() };
    Arc::new(Framework {
        id: id.to_owned(),
        title: HOSTILE.to_owned(),
        version: "1".to_owned(),
        url: String::new(),
        coverage: (!checks.is_empty()).then(|| HOSTILE.to_owned()),
        requirements: vec![requirement, bare],
    })
}

fn header(id: &str, hours: i64) -> ScanHeader {
    ScanHeader {
        id: id.to_owned(),
        name: Some(HOSTILE.to_owned()),
        provider: "mock".to_owned(),
        account_id: "111122223333".to_owned(),
        partition: "aws".to_owned(),
        profile: "mvp15".to_owned(),
        scan_type: ScanType::Custom,
        regions: vec!["eu-west-1".to_owned(), HOSTILE.to_owned()],
        checks_selected: 2,
        started_at: START + SignedDuration::from_hours(hours),
        tool_version: "0.0.7".to_owned(),
    }
}

fn request() -> StoredRequest {
    StoredRequest {
        suppressions: Some(("/x/rules.yaml".into(), HOSTILE.to_owned())),
        parameters: Vec::new(),
        only_in_use: false,
        provider: "mock".to_owned(),
        fixture: Some("demo".to_owned()),
        mock_speed: Some(0.25),
        aws_profile: None,
        roles: Vec::new(),
        mfa_serial: None,
        endpoint_url: Some("https://user:hunter2@lab.example/x".to_owned()),
        api_share: None,
        max_evidence_age_s: None,
        version: "0.1.0".to_owned(),
        profiles: vec!["mvp15".to_owned()],
        frameworks: vec!["own-2".to_owned(), "cis".to_owned()],
        checks: vec![HOSTILE.to_owned()],
        checks_dirs: vec![PathBuf::from("/checks")],
        profiles_dirs: Vec::new(),
        regions: vec!["eu-west-1".to_owned()],
        scan_type: ScanType::Custom,
        name: None,
        concurrency: 32,
        job_deadline_s: 600,
        shard: None,
        wait: false,
        preflight: false,
        if_older_than_s: None,
    }
}

pub(in crate::store) fn check(id: &str, severity: Severity) -> Arc<CheckMetadata> {
    Arc::new(CheckMetadata {
        id: id.to_owned(),
        title: format!("Bucket is as {HOSTILE} wants it"),
        severity,
        service: "s3".to_owned(),
        resource: "aws.s3.bucket".to_owned(),
        risk: "r".repeat(3_000),
        remediation: Remediation { text: "Do it.".to_owned(), cli: Some(HOSTILE.to_owned()), terraform: None, url: None },
        categories: vec!["encryption".to_owned()],
        aliases: vec![],
        requirements: vec![Requirement { framework: "cis".to_owned(), requirement: "1".to_owned(), title: "t".to_owned() }],
        logic: "5eed".to_owned(),
    })
}

pub(in crate::store) fn gap(action: &str) -> Arc<Gap> {
    let (action, region, detail) = (action.to_owned(), "eu-west-1".to_owned(), HOSTILE.to_owned());
    Arc::new(Gap { kind: GapKind::Denied, action, region, detail })
}

fn arn(id: &str) -> String {
    format!("arn:aws:s3:::{id}")
}

fn asset(id: &str, name: &str, resource_type: &'static str) -> Asset {
    let unknown = Property::Unknown(gap("s3:GetBucketTagging"));
    let deep = Property::List(vec![Property::Map(Properties::from([("$unknown", unknown), ("", Property::Null)]))]);
    Asset {
        resource_type,
        id: id.to_owned(),
        arn: arn(id),
        name: name.to_owned(),
        region: "eu-west-1".to_owned(),
        tags: BTreeMap::from([(HOSTILE.to_owned(), HOSTILE.to_owned()), ("$number".to_owned(), String::new())]),
        properties: Properties::from([
            ("$unknown", Property::Text(HOSTILE.to_owned())),
            ("deep", deep),
            ("half", Property::Number(0.1 + 0.2)),
            ("whole", Property::Number(3.0)),
            ("number", Property::Integer(i64::MIN)),
            ("nothing", Property::Null),
        ]),
        evidence_read_at: BTreeMap::new(),
    }
}

fn ended(job: &Job, status: JobStatus, number: i32) -> Job {
    let started_at = START + SignedDuration::from_nanos(i64::from(number));
    let ended_at = started_at + SignedDuration::from_millis(1_001);
    Job { status, started_at: Some(started_at), ended_at: Some(ended_at), ..job.clone() }
}

fn empty(job: Job) -> JobOutcome {
    JobOutcome { job, assets: vec![], facets: vec![], results: vec![], ledger: vec![], gaps: vec![], warnings: vec![] }
}

fn discovery(job: &Job) -> JobOutcome {
    let assets = vec![
        asset("logs", "logs", "aws.s3.bucket"),
        asset(HOSTILE, "a name", "aws.s3.bucket"),
        asset("", "", "gcp.storage.bucket"),
        asset("no name", "", "aws.s3.bucket"),
    ];
    let warning = Warning { checks: vec!["b".to_owned(), "a".to_owned()], ..Warning::note("odd", HOSTILE.to_owned()) };
    let job = Job { assets: assets.len() as u64, ..ended(job, JobStatus::Succeeded, 1) };
    JobOutcome { assets, warnings: vec![warning.clone(), warning], ..empty(job) }
}

fn compliance(job: &Job, checks: &[Arc<CheckMetadata>]) -> JobOutcome {
    let facet = |id: &str, resource_type, facet, value| FacetRecord {
        resource_type,
        region: "eu-west-1".to_owned(),
        asset_arn: arn(id),
        asset_id: id.to_owned(),
        facet,
        value,
        read_at: (id == "logs").then(|| START - SignedDuration::from_hours(30)),
    };
    let denied = gap("s3:GetEncryptionConfiguration");
    let result = |check: usize, outcome, id: &str, name: &str, gap: Option<&Arc<Gap>>| CheckResult {
        check: Arc::clone(&checks[check]),
        outcome,
        resource: ResourceReference {
            resource_type: "aws.s3.bucket".to_owned(),
            id: id.to_owned(),
            arn: arn(id),
            name: name.to_owned(),
            region: "eu-west-1".to_owned(),
        },
        message: format!("Bucket {name} is {outcome}"),
        gap: gap.map(Arc::clone),
        satisfied_by: (name == HOSTILE).then(|| ResourceReference::unlisted(HOSTILE, "")),
        mute: (name == HOSTILE).then(|| {
            Arc::new(Mute { rule: 3, reason: HOSTILE.to_owned(), owner: String::new(), expires: "2026-01-15".parse().ok() })
        }),
    };
    let nowhere = CheckResult {
        resource: ResourceReference::unlisted("aws.s3.bucket", "eu-west-1"),
        ..result(1, Outcome::Unknown, "", "", Some(&denied))
    };
    let ledger = LedgerEntry { pass: 1, fail: 2, unknown: 3, not_applicable: 4, muted: 5, ..LedgerEntry::empty(HOSTILE, "") };
    let job = Job { findings: 2, ..ended(job, JobStatus::Partial, 2) };
    JobOutcome {
        facets: vec![
            facet("logs", "aws.s3.bucket", "encryption", Property::Unknown(Arc::clone(&denied))),
            facet(HOSTILE, "aws.s3.bucket", "encryption", Property::List(vec![Property::Number(f64::INFINITY)])),
            facet("", "gcp.storage.bucket", "labels", Property::Map(Properties::new())),
            facet("not listed", "aws.s3.bucket", "encryption", Property::Unknown(Arc::clone(&denied))),
        ],
        results: vec![
            result(1, Outcome::Fail, "logs", "logs", None),
            result(0, Outcome::Unknown, "logs", "logs", Some(&denied)),
            result(0, Outcome::Fail, HOSTILE, "a name", None),
            result(1, Outcome::NotApplicable, HOSTILE, "a name", None),
            result(1, Outcome::Muted, "", "", None),
            result(1, Outcome::Pass, "no name", "", None),
            nowhere,
        ],
        ledger: vec![ledger, LedgerEntry::empty("aws-s3-bucket-named", "eu-west-1")],
        gaps: vec![
            GapRecord { gap: denied, checks: vec!["aws-s3-bucket-encrypted".to_owned()], count: 2 },
            GapRecord { gap: gap("s3:ListAllMyBuckets"), checks: vec![], count: 1 },
        ],
        ..empty(job)
    }
}

fn failed(job: &Job) -> JobOutcome {
    empty(Job { error: Some(HOSTILE.to_owned()), ended_at: None, ..ended(job, JobStatus::Failed, 3) })
}

impl Sample {
    /// The report as the engine would make it.
    pub(in crate::store) fn report(&self) -> ScanReport {
        let calls = CallCounts {
            total: 7,
            throttled: 1,
            retried: 2,
            by_service: BTreeMap::from([("s3".to_owned(), 5), (HOSTILE.to_owned(), 2)]),
        };
        let notes = vec![Warning::note("buckets_elsewhere", HOSTILE.to_owned()), Warning::note("a", String::new())];
        let ended_at = self.header.started_at + SignedDuration::from_secs(9);
        let header = Arc::new(self.header.clone());
        let report = ScanReport::fold(header, self.checks.clone(), notes, self.outcomes.clone(), &self.jobs, calls, ended_at);
        report.measured_by(self.frameworks.clone())
    }

    /// Stores the plan, in the care of this process.
    pub(in crate::store) fn queue(&self, store: &Store) -> ScanLock {
        let lock = ScanLock::try_acquire(store.directory(), &self.header.id).unwrap().expect("nobody else has the scan");
        store.create(&self.plan(), Launch::Queued(&lock)).unwrap();
        lock
    }

    /// Stores the plan, and runs nothing.
    pub(in crate::store) fn plan(&self) -> NewScan<'_> {
        NewScan {
            header: &self.header,
            request: &self.request,
            jobs: &self.jobs,
            checks: &self.checks,
            frameworks: &self.frameworks,
            notes: &self.notes,
        }
    }

    /// Stores all of it.
    pub(in crate::store) fn store(&self, store: &Store) {
        let lock = self.queue(store);
        store.begin(&lock, &self.jobs).unwrap();
        for outcome in &self.outcomes {
            store.job_started(&self.header.id, &outcome.job.id, START).unwrap();
            store.job_finished(&self.header.id, outcome).unwrap();
        }
        store.finish(&self.header.id, &Ending::from(&self.report())).unwrap();
    }
}

/// A store in a folder that goes away at the end of the test.
pub(in crate::store) fn store() -> (tempfile::TempDir, Store) {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(&home.path().join("state")).unwrap();
    (home, store)
}

/// Whether two reports say the same.
#[track_caller]
pub(in crate::store) fn assert_same(stored: &ScanReport, told: &ScanReport) {
    let ScanReport {
        header,
        status,
        status_reason,
        ended_at,
        summary,
        jobs,
        warnings,
        assets,
        results,
        ledger,
        checks,
        frameworks,
        known,
    } = stored;
    assert_eq!(header, &told.header);
    assert_eq!((status, status_reason, ended_at), (&told.status, &told.status_reason, &told.ended_at));
    assert_eq!(jobs, &told.jobs);
    assert_eq!(warnings, &told.warnings);
    assert_eq!(assets, &told.assets);
    assert_eq!(results, &told.results);
    assert_eq!(ledger, &told.ledger);
    assert_eq!(checks, &told.checks);
    assert_eq!((frameworks, known), (&told.frameworks, &told.known));
    assert_eq!(summary, &told.summary);
}
