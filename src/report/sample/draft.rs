//! A scan in the making: facts are put into the job that would have found them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::checks::Check;
use super::{START, Sample};
use crate::model::job::{FacetRecord, GapRecord};
use crate::model::{
    Asset, CallCounts, CheckResult, Event, Framework, Gap, Job, JobKind, JobOutcome, JobStatus, LedgerEntry, Mute, Outcome,
    Properties, Property, ResourceReference, ScanHeader, ScanReport, ScanType, Warning,
};

/// A scan in the making.
pub(super) struct Draft {
    header: ScanHeader,
    checks: Vec<Check>,
    frameworks: Vec<Arc<Framework>>,
    notes: Vec<Warning>,
    outcomes: Vec<JobOutcome>,
}

/// An asset as a listing would give it.
pub(super) fn asset(resource_type: &'static str, region: &str, name: &str) -> Asset {
    let service = resource_type.split('.').nth(1).unwrap_or_default();
    let properties = Properties::from([
        ("created_at", Property::Text("2024-05-06T07:08:09Z".to_owned())),
        ("default", Property::Bool(false)),
        ("owner", Property::Null),
        ("rules", Property::List(vec![Property::Integer(22), Property::Number(0.5)])),
    ]);
    Asset {
        resource_type,
        id: name.to_owned(),
        arn: arn(service, region, name),
        name: name.to_owned(),
        region: region.to_owned(),
        tags: BTreeMap::from([("team".to_owned(), name.chars().take(8).collect())]),
        properties,
        evidence_read_at: BTreeMap::new(),
    }
}

fn arn(service: &str, region: &str, name: &str) -> String {
    match service {
        "s3" => format!("arn:aws:s3:::{name}"),
        "iam" if name.starts_with(|first: char| first.is_ascii_digit()) => format!("arn:aws:iam::{name}:root"),
        "iam" => format!("arn:aws:iam::111122223333:user/{name}"),
        "ecr" => format!("arn:aws:ecr:{region}:111122223333:repository/{name}"),
        _ => format!("arn:aws:{service}:{region}:111122223333:security-group/{name}"),
    }
}

impl Draft {
    pub(super) fn new(id: &str, regions: &[&str], checks: &[Check]) -> Self {
        let header = ScanHeader {
            id: id.to_owned(),
            name: Some("nightly".to_owned()),
            provider: "aws".to_owned(),
            account_id: "111122223333".to_owned(),
            partition: "aws".to_owned(),
            profile: "mvp15".to_owned(),
            scan_type: ScanType::Standard,
            regions: regions.iter().map(|region| (*region).to_owned()).collect(),
            checks_selected: checks.len() as u64,
            started_at: START,
            tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let mut plan = Vec::new();
        for region in regions {
            plan.extend([JobKind::Discovery, JobKind::Compliance].map(|kind| working(Job::queued(kind, Some(region)))));
        }
        plan.extend([JobKind::Clusters, JobKind::Registries].map(|kind| working(Job::queued(kind, None))));
        let outcomes = plan.into_iter().map(empty_outcome).collect();
        Self { header, checks: checks.to_vec(), frameworks: Vec::new(), notes: Vec::new(), outcomes }
    }

    /// The scan names this framework.
    pub(super) fn measure(&mut self, framework: Arc<Framework>) {
        self.header.profile.clone_from(&framework.id);
        self.frameworks.push(framework);
    }

    /// The same a week later.
    pub(super) fn a_week_later(mut self) -> Self {
        self.header.started_at += SignedDuration::from_hours(7 * 24);
        self
    }

    fn job(&mut self, kind: JobKind, region: &str) -> &mut JobOutcome {
        let of_kind = |outcome: &JobOutcome| outcome.job.kind == kind;
        let here = |outcome: &JobOutcome| of_kind(outcome) && outcome.job.region.as_deref() == Some(region);
        // What is global belongs to the first job of its kind.
        let index = self.outcomes.iter().position(here).or_else(|| self.outcomes.iter().position(of_kind)).unwrap_or_default();
        &mut self.outcomes[index]
    }

    pub(super) fn note(&mut self, note: Warning) {
        self.notes.push(note);
    }

    pub(super) fn list(&mut self, asset: Asset) {
        let kind = if asset.resource_type.starts_with("aws.ecr") { JobKind::Registries } else { JobKind::Discovery };
        let region = asset.region.clone();
        self.job(kind, &region).assets.push(asset);
    }

    pub(super) fn facet(&mut self, resource_type: &'static str, region: &str, id: &str, facet: &'static str, value: Property) {
        let mut assets = self.outcomes.iter().flat_map(|outcome| &outcome.assets);
        let asset = assets.find(|asset| asset.resource_type == resource_type && asset.region == region && asset.id == id);
        let asset_arn = asset.map(|asset| asset.arn.clone()).unwrap_or_default();
        let (region_name, asset_id) = (region.to_owned(), id.to_owned());
        let record = FacetRecord { resource_type, region: region_name, asset_arn, asset_id, facet, value, read_at: None };
        self.job(JobKind::Compliance, region).facets.push(record);
    }

    /// All but the first facet were read by an earlier scan.
    pub(super) fn reuse(&mut self, read_at: Timestamp) {
        self.header.scan_type = ScanType::Incremental;
        for record in self.outcomes.iter_mut().flat_map(|outcome| &mut outcome.facets).skip(1) {
            record.read_at = Some(read_at);
        }
    }

    pub(super) fn result(&mut self, check: Check, outcome: Outcome, region: &str, id: &str) {
        self.push(check, outcome, region, id, None);
    }

    pub(super) fn unknown(&mut self, check: Check, region: &str, id: &str, gap: Gap) {
        let gap = Arc::new(gap);
        self.push(check, Outcome::Unknown, region, id, Some(Arc::clone(&gap)));
        let job = self.job(JobKind::Compliance, region);
        job.gaps.push(GapRecord { gap, checks: vec![check.metadata().id.clone()], count: 1 });
        job.job.status = JobStatus::Partial;
    }

    pub(super) fn fail_job(&mut self, kind: JobKind, region: &str, error: &str) {
        let job = &mut self.job(kind, region).job;
        job.status = JobStatus::Failed;
        job.error = Some(error.to_owned());
    }

    /// Every job from the given one on ends so, and has found nothing.
    pub(super) fn end_from(&mut self, first: usize, status: JobStatus, error: Option<&str>) {
        for outcome in self.outcomes.iter_mut().skip(first) {
            *outcome = empty_outcome(outcome.job.clone());
            outcome.job.status = status;
            outcome.job.error = error.map(str::to_owned);
        }
    }

    fn push(&mut self, check: Check, outcome: Outcome, region: &str, id: &str, gap: Option<Arc<Gap>>) {
        let metadata = check.metadata();
        let kind = if metadata.service == "ecr" { JobKind::Registries } else { JobKind::Compliance };
        let resource = if id == "*" {
            ResourceReference::unlisted(&metadata.resource, region)
        } else {
            ResourceReference {
                resource_type: metadata.resource.clone(),
                id: id.to_owned(),
                arn: arn(&metadata.service, region, id),
                name: id.to_owned(),
                region: region.to_owned(),
            }
        };
        let message = gap.as_ref().map_or_else(|| check.message(id), |gap| gap.sentence());
        let mute = (outcome == Outcome::Muted).then(|| {
            let reason = "the key of a machine that is replaced in spring".to_owned();
            Arc::new(Mute { rule: 1, reason, owner: "platform team".to_owned(), expires: "2026-03-31".parse().ok() })
        });
        self.job(kind, region).results.push(CheckResult {
            check: metadata,
            outcome,
            resource,
            message,
            gap,
            satisfied_by: None,
            mute,
        });
    }

    /// The end. `worst` is the status that at least one job must have, so that a sample cannot drift from its name.
    pub(super) fn finish(mut self, worst: JobStatus) -> Sample {
        debug_assert!(self.outcomes.iter().any(|outcome| outcome.job.status == worst), "no job is {worst}");
        for (number, outcome) in (1..).zip(&mut self.outcomes) {
            close(outcome, self.header.started_at, number);
        }
        let header = Arc::new(self.header);
        let plan: Vec<Job> =
            self.outcomes.iter().map(|outcome| working(Job::queued(outcome.job.kind, outcome.job.region.as_deref()))).collect();
        let outcomes: Vec<Arc<JobOutcome>> = self.outcomes.into_iter().map(Arc::new).collect();
        let calls = CallCounts {
            total: 1_207,
            throttled: 3,
            retried: 4,
            by_service: BTreeMap::from([("ec2".to_owned(), 1_100), ("iam".to_owned(), 6), ("s3".to_owned(), 101)]),
        };
        let mut checks: Vec<_> = self.checks.iter().map(|check| check.metadata()).collect();
        checks.sort_by(|left, right| left.id.cmp(&right.id));
        let ended_at = header.started_at + SignedDuration::from_millis(2_847);
        let report = ScanReport::fold(Arc::clone(&header), checks, self.notes, outcomes.clone(), &plan, calls, ended_at);
        let report = Arc::new(report.measured_by(self.frameworks));
        let mut events = vec![Event::ScanStarted { header, jobs: plan, at: START }];
        events.extend(outcomes.into_iter().map(|outcome| Event::JobFinished { outcome }));
        events.push(Event::ScanFinished { report: Arc::clone(&report) });
        Sample { report, events }
    }
}

fn empty_outcome(mut job: Job) -> JobOutcome {
    job.status = JobStatus::Succeeded;
    JobOutcome::empty(job)
}

/// Gives a job its times, counts and part of the ledger.
fn close(outcome: &mut JobOutcome, start: Timestamp, number: i64) {
    outcome.job.started_at = Some(start + SignedDuration::from_millis(12 * number));
    outcome.job.ended_at = Some(start + SignedDuration::from_millis(283 * number));
    outcome.job.assets = outcome.assets.len() as u64;
    outcome.job.findings = outcome.results.iter().filter(|result| result.outcome == Outcome::Fail).count() as u64;
    let mut ledger: BTreeMap<(String, String), LedgerEntry> = BTreeMap::new();
    for result in &outcome.results {
        let (check_id, region) = (&result.check.id, &result.resource.region);
        let key = (check_id.clone(), region.clone());
        ledger.entry(key).or_insert_with(|| LedgerEntry::empty(check_id, region)).count(result.outcome);
    }
    outcome.ledger = ledger.into_values().collect();
}

/// A job that has something to do.
fn working(job: Job) -> Job {
    Job { assignments: 1, ..job }
}
