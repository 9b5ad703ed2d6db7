//! Incremental scans: what CloudTrail's event history tells of is read, the rest comes from the scan before.
//!
//! moto keeps no event history. The proxy plays it, with the events that CloudTrail delivers for each change ("CloudTrail record
//! contents" and each service's page on CloudTrail).

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::answer::Refusal;
use crate::support::moto::{Moto, Seeded};
use crate::support::proxy::Proxy;
use crate::support::report::{entries, text};
use crate::support::rule::{Fault, Rule};
use crate::support::run::{Scan, results_alone};

const REGIONS: [&str; 2] = ["us-east-1", "eu-west-1"];
const EVERYONE: &str = "http://acs.amazonaws.com/groups/global/AllUsers";

/// The account of `tests/moto/seed_many.py`, one for each test, and the scans of it.
struct Place {
    moto: &'static Moto,
    seeded: Seeded,
    state: TempDir,
}

/// One scan: its report, and how often each action was called.
struct Scanned {
    report: Value,
    calls: BTreeMap<String, usize>,
}

impl Scanned {
    fn total(&self) -> usize {
        self.calls.values().sum()
    }

    /// The calls that read details of buckets, clusters and repositories.
    fn details(&self) -> Vec<(&str, usize)> {
        let is_detail = |action: &str| {
            (action.starts_with("s3:GetBucket") && action != "s3:GetBucketLocation")
                || action == "eks:DescribeCluster"
                || action == "ecr:BatchGetRepositoryScanningConfiguration"
        };
        self.calls.iter().filter(|(action, _)| is_detail(action)).map(|(action, count)| (action.as_str(), *count)).collect()
    }

    /// The findings of a check, as `id region`.
    fn findings(&self, check: &str) -> Vec<String> {
        let is_finding = |result: &&Value| result["check_id"] == check && result["status"] == "fail";
        let named = |result: &Value| format!("{} {}", text(&result["resource"]["id"]), text(&result["region"]));
        entries(&self.report, "results").iter().filter(is_finding).map(named).collect()
    }

    /// The outcome of a check on the resource with that id, where there is one.
    fn outcome(&self, check: &str, id: &str) -> Option<&str> {
        let is_it = |result: &&Value| result["check_id"] == check && result["resource"]["id"] == id;
        entries(&self.report, "results").iter().find(is_it).map(|result| text(&result["status"]))
    }
}

impl Place {
    fn new(account: &str) -> Self {
        let moto = Moto::shared();
        Self { moto, seeded: moto.seed("many", account), state: TempDir::new().unwrap() }
    }

    fn bucket(&self, position: usize, region: &str) -> String {
        format!("bucket-{position:02}-{region}-{}", self.seeded.account)
    }

    /// Changes something in the account.
    fn change(&self, service: &str, region: &str, operation: &str, with: &Value) {
        self.moto.obey(&json!({ "call": [service, region, operation], "with": with, "account": self.seeded.account }));
    }

    fn scan(proxy: &Proxy, state: &Path, arguments: &str) -> Scan {
        proxy.scan().state(state).args("--profile mvp15 --region us-east-1,eu-west-1 --format json --progress none").args(arguments)
    }

    /// A scan that finds these rules on its way and ends with that exit code.
    fn scanned(&self, mut rules: Vec<Rule>, arguments: &str, exit_code: i32) -> Scanned {
        // AWS tells where each bucket is; moto leaves it out, and every scan would ask for each.
        rules.push(Rule::new(Fault::Rewritten(|list| with_regions(&list))).on("s3", "ListBuckets"));
        let proxy = Proxy::before(self.moto, &self.seeded, rules);
        let report = Self::scan(&proxy, self.state.path(), arguments).run().exit_code(exit_code).json();
        Scanned { report, calls: proxy.calls_by_action() }
    }

    fn full(&self) -> Scanned {
        self.scanned(vec![], "", 0)
    }

    /// An incremental scan; the history of a region tells of these events.
    fn incremental(&self, region: &'static str, events: &[Value]) -> Scanned {
        let told = |events: &[Value]| Fault::Says(json!({ "Events": events }).to_string());
        let lookup = |fault| Rule::new(fault).on("cloudtrail", "LookupEvents");
        self.scanned(vec![lookup(told(events)).in_region(region), lookup(told(&[]))], "--type incremental", 0)
    }

    /// Why everything was read, and where: code and message of the warnings that say so.
    fn full_readings(scanned: &Scanned) -> Vec<(&str, &str)> {
        let warnings = entries(&scanned.report, "warnings").iter().filter(|warning| warning["code"] == "full_reading");
        warnings.map(|warning| (text(&warning["region"]), text(&warning["message"]))).collect()
    }
}

/// The list of buckets as AWS gives it: the name of each of the tests' buckets says where it is.
fn with_regions(list: &str) -> String {
    let mut parts = list.split("</Name>");
    let mut told = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = told.rsplit("<Name>").next().unwrap_or_default();
        let region = REGIONS.into_iter().find(|region| name.contains(region)).unwrap_or("us-east-1");
        told = format!("{told}</Name><BucketRegion>{region}</BucketRegion>{part}");
    }
    told
}

/// An event as LookupEvents gives it: the record within as text.
fn event(source: &str, name: &str, region: &str, parameters: &Value) -> Value {
    let record = json!({
        "eventVersion": "1.11",
        "userIdentity": { "type": "IAMUser", "arn": "arn:aws:iam::111111111111:user/somebody", "userName": "somebody" },
        "eventTime": "2026-01-15T09:31:00Z",
        "eventSource": source,
        "eventName": name,
        "awsRegion": region,
        "sourceIPAddress": "203.0.113.7",
        "userAgent": "aws-cli/2.32.0",
        "requestParameters": parameters,
        "responseElements": null,
        "requestID": "3a1d6f4e-0000-4000-8000-000000000000",
        "eventID": "6a1d6f4e-0000-4000-8000-000000000000",
        "readOnly": false,
        "eventType": "AwsApiCall",
        "managementEvent": true,
        "eventCategory": "Management",
    });
    json!({
        "EventId": "6a1d6f4e-0000-4000-8000-000000000000",
        "EventName": name,
        "ReadOnly": "false",
        "EventTime": 1_768_469_460.0,
        "EventSource": source,
        "Username": "somebody",
        "Resources": [],
        "CloudTrailEvent": record.to_string(),
    })
}

/// The assets of a report without the times at which their details were read.
fn inventory(report: &Value) -> Vec<Value> {
    let mut assets = entries(report, "assets").to_vec();
    for asset in &mut assets {
        asset.as_object_mut().unwrap().remove("evidence_read_at");
    }
    assets
}

#[test]
fn without_a_change_an_incremental_scan_says_the_same_with_less_than_a_quarter_of_the_calls() {
    let place = Place::new("310000000001");
    let full = place.full();
    let incremental = place.incremental("us-east-1", &[]);
    assert_eq!(results_alone(&incremental.report), results_alone(&full.report));
    assert_eq!(inventory(&incremental.report), inventory(&full.report));
    assert_eq!(incremental.report["scan"]["status"], "completed");
    assert_eq!(Place::full_readings(&incremental), []);

    // 45 buckets with three facets, 3 clusters in each region; 5 repositories are answered for by one call.
    let details = [
        ("ecr:BatchGetRepositoryScanningConfiguration", 2),
        ("eks:DescribeCluster", 6),
        ("s3:GetBucketAcl", 90),
        ("s3:GetBucketPolicy", 90),
        ("s3:GetBucketPublicAccessBlock", 90),
    ];
    assert_eq!(full.details(), details);
    assert_eq!(incremental.details(), []);
    // Exactly the same calls otherwise, and one for the history of each region.
    let mut expected = full.calls.clone();
    expected.retain(|action, _| !details.iter().any(|(detail, _)| detail == action));
    expected.insert("cloudtrail:LookupEvents".to_owned(), 2);
    assert_eq!(incremental.calls, expected);
    assert!(incremental.total() * 4 < full.total(), "{} of {}", incremental.total(), full.total());
    assert_eq!(incremental.report["summary"]["api_calls"]["total"], incremental.total());
    assert_eq!(incremental.report["summary"]["evidence"]["reused"], 2 * (45 * 3 + 3 + 5));
}

#[test]
fn every_kind_of_change_is_seen_and_only_what_it_concerns_is_read() {
    let place = Place::new("310000000002");
    let full = place.full();
    let away = place.bucket(7, "eu-west-1");
    let three_of = |count| [("s3:GetBucketAcl", count), ("s3:GetBucketPolicy", count), ("s3:GetBucketPublicAccessBlock", count)];

    // A bucket policy; each further scan builds on the one before.
    let public = "aws-s3-bucket-is-not-public";
    assert_eq!(full.outcome(public, &away), Some("pass"));
    let statement =
        json!({ "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": format!("arn:aws:s3:::{away}/*") });
    let policy = json!({ "Version": "2012-10-17", "Statement": [statement] });
    place.change("s3", "eu-west-1", "delete_public_access_block", &json!({ "Bucket": away }));
    place.change("s3", "eu-west-1", "put_bucket_policy", &json!({ "Bucket": away, "Policy": policy.to_string() }));
    let host = format!("{away}.s3.eu-west-1.amazonaws.com");
    let unblocked = json!({ "publicAccessBlock": "", "bucketName": away, "Host": host });
    let put = json!({ "bucketPolicy": policy, "bucketName": away, "Host": host, "policy": "" });
    let events = [
        event("s3.amazonaws.com", "PutBucketPolicy", "eu-west-1", &put),
        event("s3.amazonaws.com", "DeleteBucketPublicAccessBlock", "eu-west-1", &unblocked),
    ];
    let seen = place.incremental("eu-west-1", &events);
    assert_eq!((seen.outcome(public, &away), seen.details()), (Some("fail"), three_of(1).to_vec()));

    // A security group: the listing tells, the history need not.
    let group = place.seeded.labels["web-eu-west-1"].clone();
    let range = json!([{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{ "CidrIp": "0.0.0.0/0" }] }]);
    place.change("ec2", "eu-west-1", "authorize_security_group_ingress", &json!({ "GroupId": group, "IpPermissions": range }));
    let items = json!({ "items": [{ "ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "ipRanges": { "items": [{ "cidrIp": "0.0.0.0/0" }] } }] });
    let authorized = json!({ "groupId": group, "ipPermissions": items });
    let seen =
        place.incremental("eu-west-1", &[event("ec2.amazonaws.com", "AuthorizeSecurityGroupIngress", "eu-west-1", &authorized)]);
    let ssh = "aws-ec2-security-group-closes-ssh-to-world";
    assert_eq!((full.outcome(ssh, &group), seen.outcome(ssh, &group)), (Some("pass"), Some("fail")));
    assert_eq!(seen.details(), []);

    // An access key: facts on credentials are read in every scan.
    let key = place.seeded.labels["deployer's key"].clone();
    let active = json!({ "userName": "deployer", "accessKeyId": key, "status": "Active" });
    let wish = json!({ "UserName": "deployer", "AccessKeyId": key, "Status": "Active" });
    place.change("iam", "us-east-1", "update_access_key", &wish);
    let seen = place.incremental("us-east-1", &[event("iam.amazonaws.com", "UpdateAccessKey", "us-east-1", &active)]);
    let rotated = "aws-iam-access-keys-are-rotated";
    let user = |scanned: &Scanned| {
        let of_user = |result: &&Value| result["check_id"] == rotated && result["resource"]["name"] == "deployer";
        entries(&scanned.report, "results").iter().find(of_user).map(|result| text(&result["status"]).to_owned())
    };
    assert_eq!((user(&full).as_deref(), user(&seen).as_deref(), seen.details()), (Some("pass"), Some("fail"), vec![]));

    // The endpoint of a cluster.
    let open = json!({ "endpointPublicAccess": true, "publicAccessCidrs": ["0.0.0.0/0"] });
    // moto forgets what an update does not repeat.
    let mut whole = open.clone();
    whole["subnetIds"] = place.seeded.labels["subnets of us-east-1"].split(',').collect();
    let wish = json!({ "name": "cluster-1", "resourcesVpcConfig": whole });
    place.change("eks", "us-east-1", "update_cluster_config", &wish);
    let updated = json!({ "name": "cluster-1", "resourcesVpcConfig": open, "clientRequestToken": "5c2b" });
    let seen = place.incremental("us-east-1", &[event("eks.amazonaws.com", "UpdateClusterConfig", "us-east-1", &updated)]);
    let closed = "aws-eks-cluster-endpoint-is-closed-to-world";
    // The cluster of the same name in the other region is another one.
    assert_eq!((full.findings(closed), seen.findings(closed)), (vec![], vec!["cluster-1 us-east-1".to_owned()]));
    assert_eq!(seen.details(), [("eks:DescribeCluster", 1)]);

    // The setting of a repository.
    let scanning = json!({ "repositoryName": "team/app-3", "imageScanningConfiguration": { "scanOnPush": false } });
    place.change("ecr", "eu-west-1", "put_image_scanning_configuration", &scanning);
    let seen =
        place.incremental("eu-west-1", &[event("ecr.amazonaws.com", "PutImageScanningConfiguration", "eu-west-1", &scanning)]);
    let scans = "aws-ecr-repository-scans-on-push";
    assert_eq!((full.findings(scans), seen.findings(scans)), (vec![], vec!["team/app-3 eu-west-1".to_owned()]));
    assert_eq!(seen.details(), [("ecr:BatchGetRepositoryScanningConfiguration", 1)]);

    // A deletion concerns nothing that is left.
    let doomed = place.bucket(9, "us-east-1");
    place.change("s3", "us-east-1", "delete_bucket", &json!({ "Bucket": doomed }));
    let deleted = json!({ "bucketName": doomed, "Host": "s3.amazonaws.com" });
    let seen = place.incremental("us-east-1", &[event("s3.amazonaws.com", "DeleteBucket", "us-east-1", &deleted)]);
    assert_eq!((full.outcome(public, &doomed), seen.outcome(public, &doomed), seen.details()), (Some("pass"), None, vec![]));

    // A new bucket, whether or not the history has told of it yet.
    let fresh = place.bucket(99, "us-east-1");
    place.change("s3", "us-east-1", "create_bucket", &json!({ "Bucket": fresh }));
    place.change("s3", "us-east-1", "put_bucket_acl", &json!({ "Bucket": fresh, "GrantRead": format!("uri={EVERYONE}") }));
    let seen = place.incremental("us-east-1", &[]);
    assert_eq!((seen.outcome(public, &fresh), seen.details()), (Some("fail"), three_of(1).to_vec()));

    // After all of that, an incremental scan and a full one say the same.
    let (incremental, full) = (place.incremental("us-east-1", &[]), place.full());
    assert_eq!(results_alone(&incremental.report), results_alone(&full.report));
    assert_eq!(inventory(&incremental.report), inventory(&full.report));
}

#[test]
fn an_event_that_names_no_resource_has_everything_of_its_service_read_in_its_region() {
    let place = Place::new("310000000003");
    place.full();
    let registry = json!({ "scanType": "BASIC", "rules": [] });
    let events = [
        event("ecr.amazonaws.com", "PutRegistryScanningConfiguration", "eu-west-1", &registry),
        event("eks.amazonaws.com", "TagResource", "eu-west-1", &json!({ "resourceArn": "arn%3Aaws%3Aeks", "tags": {} })),
    ];
    let seen = place.incremental("eu-west-1", &events);
    assert_eq!(seen.details(), [("ecr:BatchGetRepositoryScanningConfiguration", 1), ("eks:DescribeCluster", 3)]);
}

#[test]
fn a_history_that_may_not_be_read_has_everything_read_and_says_what_to_grant() {
    let place = Place::new("310000000004");
    let full = place.full();
    let denied = || Rule::refuse(Refusal::Denied).on("cloudtrail", "LookupEvents");
    let empty = Rule::new(Fault::Says(json!({ "Events": [] }).to_string())).on("cloudtrail", "LookupEvents");
    let seen = place.scanned(vec![denied().in_region("eu-west-1"), empty], "--type incremental", 0);
    // Events of buckets may stand in the history of us-east-1 too; that of eu-west-1 says nothing of us-east-1.
    let expected = [
        ("ecr:BatchGetRepositoryScanningConfiguration", 1),
        ("eks:DescribeCluster", 3),
        ("s3:GetBucketAcl", 45),
        ("s3:GetBucketPolicy", 45),
        ("s3:GetBucketPublicAccessBlock", 45),
    ];
    assert_eq!(seen.details(), expected);
    let [(region, message)] = Place::full_readings(&seen)[..] else { panic!("{:?}", Place::full_readings(&seen)) };
    assert_eq!(region, "eu-west-1");
    assert!(message.ends_with("grant cloudtrail:LookupEvents to the scanning role"), "{message}");
    assert_eq!((results_alone(&seen.report), &seen.report["scan"]["status"]), (results_alone(&full.report), &json!("completed")));

    let seen = place.scanned(vec![denied()], "--type incremental", 0);
    assert_eq!(seen.details(), full.details());
    assert_eq!(Place::full_readings(&seen).iter().map(|(region, _)| *region).collect::<Vec<_>>(), ["eu-west-1", "us-east-1"]);
}

#[test]
fn a_scan_that_could_not_read_everything_is_not_built_on_and_one_that_is_too_old_neither() {
    let place = Place::new("310000000005");
    let full = place.full();
    let denied = Rule::refuse(Refusal::Denied).on("s3", "GetBucketAcl").about(place.bucket(3, "us-east-1"));
    place.scanned(vec![denied], "", 3);
    let seen = place.incremental("us-east-1", &[]);
    assert_eq!(seen.details(), full.details());
    let [("", message)] = Place::full_readings(&seen)[..] else { panic!("{:?}", Place::full_readings(&seen)) };
    assert!(message.contains("could not read everything: mend what its warnings name"), "{message}");
    assert_eq!(seen.calls.get("cloudtrail:LookupEvents"), None, "nobody needs the history");

    // This one was complete. Were it eight days older, it would be too old.
    assert_eq!(place.incremental("us-east-1", &[]).details(), []);
    age(place.state.path(), 8);
    let seen = place.incremental("us-east-1", &[]);
    assert_eq!(seen.details(), full.details());
    let [("", message)] = Place::full_readings(&seen)[..] else { panic!("{:?}", Place::full_readings(&seen)) };
    assert!(message.contains("which is longer ago than --max-evidence-age"), "{message}");
}

/// Makes every stored scan so many days older.
fn age(state: &Path, days: u32) {
    let database = std::fs::read_dir(state).unwrap().map(|entry| entry.unwrap().path());
    let database = database.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "db")).unwrap();
    let connection = rusqlite::Connection::open(database).unwrap();
    let older = |column: &str| format!("{column} = strftime('%Y-%m-%dT%H:%M:%S.000000000Z', {column}, '-{days} days')");
    connection
        .execute_batch(&format!("UPDATE t_scan SET {}; UPDATE t_job SET {};", older("started_at"), older("started_at")))
        .unwrap();
}
