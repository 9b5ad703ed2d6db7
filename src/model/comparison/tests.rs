//! What becomes of results and assets, for every way in which a scan may know them or not.

mod assets;
mod results;

use super::*;
use crate::model::{JobKind, JobStatus, Outcome, ResourceReference, ScanStatus};

/// A scan of `regions` by one check, in which every job succeeded and nothing was found.
fn side(id: &str, regions: &[&str]) -> ScanSide {
    let regions: Vec<String> = regions.iter().map(|region| (*region).to_owned()).collect();
    let mut side = ScanSide::new(SideScan {
        id: id.to_owned(),
        provider: "aws".to_owned(),
        account_id: "111122223333".to_owned(),
        profile: "mvp15".to_owned(),
        status: ScanStatus::Completed,
        status_reason: "all jobs succeeded".to_owned(),
        started_at: "2026-01-15T09:30:00Z".parse().unwrap(),
        regions: regions.clone(),
    });
    for resource_type in [BUCKET, USER, CLUSTER, IMAGE] {
        side.coverage.knows_type(resource_type);
    }
    side.coverage.select(CHECK, Some(BUCKET));
    for region in &regions {
        side.coverage.look(CHECK, region);
        side.coverage.job_ended(JobKind::Discovery, Some(region), JobStatus::Succeeded);
        side.coverage.job_ended(JobKind::Compliance, Some(region), JobStatus::Succeeded);
    }
    side.coverage.job_ended(JobKind::Clusters, None, JobStatus::Succeeded);
    side.coverage.job_ended(JobKind::Registries, None, JobStatus::Succeeded);
    side
}

const CHECK: &str = "aws-s3-bucket-not-public";
const BUCKET: &str = "aws.s3.bucket";
const USER: &str = "aws.iam.user";
const CLUSTER: &str = "aws.eks.cluster";
const IMAGE: &str = "aws.ec2.image";

fn resource(resource_type: &str, region: &str, id: &str) -> ResourceReference {
    let arn = format!("arn:aws:{resource_type}:{region}::{id}");
    ResourceReference { arn, id: id.to_owned(), name: id.to_owned(), ..ResourceReference::unlisted(resource_type, region) }
}

fn found(outcome: Outcome, severity: Severity, resource: ResourceReference) -> SideResult {
    let gap = (outcome == Outcome::Unknown).then(|| "s3:GetBucketAcl in a-1 was denied".to_owned());
    let message = format!("Bucket {} is so", resource.name);
    SideResult { outcome, severity, title: "Bucket is not public".to_owned(), resource, message, gap }
}

#[test]
fn scans_of_different_accounts_are_not_compared() {
    let mut other = side("2", &["a-1"]);
    other.scan.account_id = "444455556666".to_owned();
    let error = Comparison::of(&side("1", &["a-1"]), &other).unwrap_err();
    assert_eq!(
        error.to_string(),
        "scan 1 looked at aws account 111122223333 and scan 2 at aws account 444455556666: \
         only scans of the same account can be compared, so name another one"
    );
    let mut mock = side("2", &["a-1"]);
    mock.scan.provider = "mock".to_owned();
    assert!(matches!(Comparison::of(&side("1", &["a-1"]), &mock), Err(ComparisonError::DifferentAccounts { .. })));
}

#[test]
fn a_scan_that_reached_no_account_is_not_compared_even_with_its_like() {
    let mut nowhere = side("2", &[]);
    nowhere.scan.account_id.clear();
    let error = ComparisonError::NoAccount { scan: "2".to_owned() };
    assert_eq!(Comparison::of(&side("1", &[]), &nowhere), Err(error.clone()));
    assert_eq!(Comparison::of(&nowhere, &nowhere), Err(error));
}

#[test]
fn what_only_one_scan_was_asked_for_is_told() {
    let mut after = side("2", &["b-1", "c-1"]);
    after.coverage.select("another-check", None);
    let scope = Comparison::of(&side("1", &["a-1", "b-1"]), &after).unwrap().scope;
    assert_eq!((scope.regions_only_before, scope.regions_only_after), (vec!["a-1".to_owned()], vec!["c-1".to_owned()]));
    assert_eq!((scope.checks_only_before, scope.checks_only_after), (vec![], vec!["another-check".to_owned()]));
    assert!(Comparison::of(&side("1", &["a-1", "b-1"]), &side("2", &["b-1", "a-1"])).unwrap().scope.is_empty());
}
