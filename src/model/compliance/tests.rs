//! When a requirement is met, and when nobody can say.

use jiff::Timestamp;

use super::*;
use crate::model::{CallCounts, JobOutcome, Remediation, ScanHeader, ScanType, Severity};

/// A regional type, a global one, and one of the clusters' job.
const BUCKET: &str = "aws.s3.bucket";
const USER: &str = "aws.iam.user";
const CLUSTER: &str = "aws.eks.cluster";

fn check(id: &str, resource: &str) -> Arc<CheckMetadata> {
    Arc::new(CheckMetadata {
        id: id.to_owned(),
        title: id.to_owned(),
        severity: Severity::High,
        service: String::new(),
        resource: resource.to_owned(),
        risk: String::new(),
        remediation: Remediation { text: String::new(), cli: None, terraform: None, url: None },
        categories: Vec::new(),
        aliases: Vec::new(),
        requirements: Vec::new(),
        logic: String::new(),
    })
}

fn requirement(id: &str, checks: &[&str]) -> FrameworkRequirement {
    FrameworkRequirement {
        id: id.to_owned(),
        title: id.to_owned(),
        section: None,
        level: None,
        manual: checks.is_empty(),
        checks: checks.iter().map(|id| (*id).to_owned()).collect(),
    }
}

fn framework(requirements: Vec<FrameworkRequirement>) -> Arc<Framework> {
    let (id, text) = ("own-1".to_owned(), String::new);
    Arc::new(Framework { id, title: text(), version: text(), url: text(), coverage: None, requirements })
}

/// The ledger of one region: `pass`, `fail`, `unknown`, `not_applicable` and `muted` results of a check.
fn entry(check: &str, region: &str, [pass, fail, unknown, not_applicable, muted]: [u64; 5]) -> LedgerEntry {
    LedgerEntry { pass, fail, unknown, not_applicable, muted, ..LedgerEntry::empty(check, region) }
}

/// A scan of two regions whose jobs ended so: those of the two regions, then that of the clusters.
fn report(statuses: [JobStatus; 3], ledger: Vec<LedgerEntry>, frameworks: Vec<Arc<Framework>>) -> ScanReport {
    let header = Arc::new(ScanHeader {
        id: "scan".to_owned(),
        name: None,
        provider: "mock".to_owned(),
        account_id: "1".to_owned(),
        partition: "aws".to_owned(),
        profile: String::new(),
        scan_type: ScanType::Custom,
        regions: vec!["r-1".to_owned(), "r-2".to_owned()],
        checks_selected: 3,
        started_at: Timestamp::UNIX_EPOCH,
        tool_version: String::new(),
    });
    let jobs = [
        Job::queued(JobKind::Compliance, Some("r-1")),
        Job::queued(JobKind::Compliance, Some("r-2")),
        Job::queued(JobKind::Clusters, None),
    ];
    let jobs: Vec<Job> = jobs.into_iter().zip(statuses).map(|(job, status)| Job { assignments: 1, status, ..job }).collect();
    let (assets, facets, results, gaps, warnings) = (vec![], vec![], vec![], vec![], vec![]);
    let outcome = Arc::new(JobOutcome { job: jobs[0].clone(), assets, facets, results, ledger, gaps, warnings });
    let checks = vec![check("bucket", BUCKET), check("user", USER), check("cluster", CLUSTER)];
    let calls = CallCounts::default();
    ScanReport::fold(header, checks, vec![], vec![outcome], &jobs, calls, Timestamp::UNIX_EPOCH).measured_by(frameworks)
}

const ENDED: [JobStatus; 3] = [JobStatus::Succeeded, JobStatus::Partial, JobStatus::Succeeded];

fn fulfilment_of(checks: &[&str], statuses: [JobStatus; 3], ledger: Vec<LedgerEntry>) -> Fulfilment {
    report(statuses, ledger, vec![framework(vec![requirement("1", checks)])]).compliance()[0].requirements[0].fulfilment
}

#[test]
fn a_requirement_is_met_only_where_everything_is_known_and_good() {
    use Fulfilment::{Manual, Met, NotApplicable, NotMet, Unknown};
    const NOTHING: [u64; 5] = [0; 5];
    for (checks, ledger, expected) in [
        (&[][..], vec![], Manual),
        (&["user"], vec![("user", [1, 0, 0, 0, 0])], Met),
        (&["user"], vec![("user", [1, 0, 0, 7, 0])], Met),
        (&["user"], vec![("user", [9, 1, 0, 0, 0])], NotMet),
        (&["user"], vec![("user", [9, 1, 5, 0, 0])], NotMet),
        (&["user"], vec![("user", [9, 0, 1, 0, 0])], Unknown),
        (&["user"], vec![("user", [0, 0, 1, 5, 0])], Unknown),
        (&["user"], vec![("user", [9, 0, 0, 0, 1])], NotMet),
        (&["user"], vec![("user", [0, 0, 0, 3, 0])], NotApplicable),
        (&["user"], vec![("user", NOTHING)], NotApplicable),
        (&["user"], vec![], Unknown),
        (&["nobody-selected"], vec![("user", [1, 0, 0, 0, 0])], Unknown),
        (&["user", "bucket"], vec![("user", [1, 0, 0, 0, 0]), ("bucket", NOTHING)], Met),
        (&["user", "bucket"], vec![("user", [1, 0, 0, 0, 0])], Unknown),
        (&["user", "bucket"], vec![("user", [0, 1, 0, 0, 0])], NotMet),
        (&["user", "bucket"], vec![("user", [3, 0, 0, 0, 0]), ("bucket", [0, 0, 1, 0, 0])], Unknown),
        (&["user", "bucket"], vec![("user", NOTHING), ("bucket", [0, 0, 0, 2, 0])], NotApplicable),
    ] {
        let entries = ledger.iter().map(|(check, counts)| entry(check, "r-1", *counts)).collect();
        assert_eq!(fulfilment_of(checks, ENDED, entries), expected, "{checks:?} {ledger:?}");
    }
}

#[test]
fn where_a_job_did_not_end_the_ledger_tells_whether_the_check_looked() {
    use Fulfilment::{Met, NotMet, Unknown};
    use JobStatus::{Cancelled, Queued, Running, Succeeded};
    let passes = |check: &str, regions: &[&str]| -> Vec<LedgerEntry> {
        regions.iter().map(|region| entry(check, region, [1, 0, 0, 0, 0])).collect()
    };
    for (check, regions, statuses, expected) in [
        ("bucket", &["r-1", "r-2"][..], [Succeeded, Succeeded, Queued], Met),
        ("bucket", &["r-1"], [Succeeded, Cancelled, Succeeded], Unknown),
        ("bucket", &["r-1"], [Succeeded, Running, Succeeded], Unknown),
        ("bucket", &["r-1", "r-2"], [Succeeded, Cancelled, Succeeded], Met),
        // A global type is looked at in one place, wherever that is.
        ("user", &["us-east-1"], [Succeeded, Cancelled, Succeeded], Met),
        ("cluster", &["r-1"], [Cancelled, Cancelled, Succeeded], Met),
        ("cluster", &["r-1"], [Succeeded, Succeeded, JobStatus::Failed], Unknown),
    ] {
        let fulfilment = fulfilment_of(&[check], statuses, passes(check, regions));
        assert_eq!(fulfilment, expected, "{check} {regions:?} {statuses:?}");
    }
    let failed = vec![entry("bucket", "r-1", [0, 1, 0, 0, 0])];
    assert_eq!(fulfilment_of(&["bucket"], [Succeeded, Cancelled, Succeeded], failed), NotMet, "a finding stays one");
}

#[test]
fn the_score_counts_what_is_decided_and_is_100_only_where_all_is_met() {
    for (met, not_met, unknown, expected) in
        [(0, 0, 5, None), (1, 0, 5, Some(100)), (199, 1, 0, Some(99)), (2, 1, 0, Some(66)), (0, 3, 1, Some(0))]
    {
        let counts = RequirementCounts { met, not_met, unknown, manual: 7, ..RequirementCounts::default() };
        assert_eq!(counts.score(), expected, "{counts:?}");
    }
}

#[test]
fn frameworks_are_counted_one_by_one_in_their_order() {
    let good = framework(vec![requirement("1", &["user"]), requirement("2", &[])]);
    let bad = framework(vec![requirement("b", &["bucket"]), requirement("a", &["user"])]);
    let ledger = vec![entry("user", "r-1", [2, 0, 0, 0, 0]), entry("bucket", "r-1", [1, 3, 0, 0, 0])];
    let report = report(ENDED, ledger, vec![good, bad]);
    let compliance = report.compliance();
    let counts = |index: usize| compliance[index].counts;
    assert_eq!(counts(0), RequirementCounts { total: 2, met: 1, manual: 1, ..RequirementCounts::default() });
    assert_eq!(counts(1), RequirementCounts { total: 2, met: 1, not_met: 1, ..RequirementCounts::default() });
    let first = &compliance[1].requirements[0];
    assert_eq!((first.requirement.id.as_str(), first.results.fail, first.results.pass), ("b", 3, 1));
    assert!(report.of_region("r-1").compliance().is_empty(), "a region alone meets no framework");
}
