//! Accounts outside the commercial partition: GovCloud and China have regions, global services and ARNs of their own.

use serde_json::{Value, json};

use crate::support::moto::{Moto, Seeded};
use crate::support::proxy::Proxy;

/// An account that has something in the home region of each of the other partitions.
fn everywhere() -> &'static Seeded {
    static SEEDED: std::sync::OnceLock<Seeded> = std::sync::OnceLock::new();
    SEEDED.get_or_init(|| {
        let (moto, account) = (Moto::shared(), "444444444444");
        let seeded = moto.seed("prefix_lists", account);
        for region in ["us-gov-west-1", "cn-north-1"] {
            let call = |service: &str, operation: &str, with: Value| {
                moto.obey(&json!({ "call": [service, region, operation], "with": with, "account": account }));
            };
            call("iam", "create_user", json!({ "UserName": "ada" }));
            let place = json!({ "LocationConstraint": region });
            call("s3", "create_bucket", json!({ "Bucket": format!("reports-{region}"), "CreateBucketConfiguration": place }));
        }
        seeded
    })
}

/// Every ARN in a value.
fn arns<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) if text.starts_with("arn:") => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| arns(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| arns(field, found)),
        _ => {}
    }
}

#[test]
fn a_scan_stays_in_the_partition_of_its_account() {
    for (partition, home, other) in [("aws-us-gov", "us-gov-west-1", "us-gov-east-1"), ("aws-cn", "cn-north-1", "cn-northwest-1")] {
        let proxy = Proxy::to(everywhere());
        let scan = proxy.scan().env("AWS_REGION", home).args("--profile full --format json --progress none --allow-partial");
        let report = scan.run().json();
        assert_eq!((&report["scan"]["partition"], &report["scan"]["account_id"]), (&json!(partition), &json!("444444444444")));
        assert_eq!(report["scan"]["regions"], json!([home, other]));
        let names = |kind: &str| {
            let assets = report["assets"].as_array().unwrap().iter().filter(|asset| asset["type"] == kind);
            assets.map(|asset| asset["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!((names("aws.iam.user"), names("aws.s3.bucket")), (vec!["ada".to_owned()], vec![format!("reports-{home}")]));
        assert_eq!(names("aws.cloudfront.distribution"), Vec::<String>::new());
        let mut found = Vec::new();
        arns(&report["assets"], &mut found);
        arns(&report["results"], &mut found);
        let foreign: Vec<&str> = found.iter().copied().filter(|arn| !arn.starts_with(&format!("arn:{partition}:"))).collect();
        assert!(found.len() > 50 && foreign.is_empty(), "{} ARNs, of other partitions {foreign:?}", found.len());
        let regions: std::collections::BTreeSet<String> = proxy.calls().iter().map(|call| call.region.clone()).collect();
        let expected: std::collections::BTreeSet<String> = [home, other].map(str::to_owned).into();
        assert!(regions.is_subset(&expected), "{regions:?}");
        let lacking: &[&str] = if partition == "aws-cn" { &["macie2"] } else { &["account", "cloudfront", "macie2"] };
        let asked = |service: &str| proxy.calls_by_action().keys().any(|action| action.starts_with(&format!("{service}:")));
        assert!(lacking.iter().all(|service| !asked(service)) && !asked("s3:ListMultiRegionAccessPoints"));
        let warnings = report["warnings"].as_array().unwrap();
        for service in lacking {
            let of_service: Vec<&Value> = warnings.iter().filter(|one| one["service"] == *service).collect();
            assert_eq!(of_service.len(), 1, "nothing but the note: {of_service:?}");
            assert_eq!(of_service[0]["code"], "service_not_in_partition");
            assert!(of_service[0]["message"].as_str().unwrap().contains(&format!("is not in {partition}: ")), "{of_service:?}");
        }
        let scan = |arguments: &str| proxy.scan().env("AWS_REGION", home).args(arguments).args("--profile full --json");
        let plan = scan("plan").run().exit_code(0).json();
        let preflight = scan("preflight").run().json();
        for (document, list) in [(&plan, &plan["forecast"]["actions"]), (&preflight, &preflight["permissions"])] {
            let actions: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
            let is_lacking = |action: &&str| lacking.contains(&action.split(':').next().unwrap_or_default());
            assert!(actions.len() > 50 && !actions.iter().any(is_lacking), "{document}");
        }
        assert_eq!(plan["cost"]["usd_at_us_east_1"].is_null(), partition == "aws-cn");
    }
}

#[test]
fn a_region_of_another_partition_is_named_as_one() {
    let proxy = Proxy::to(everywhere());
    let scan = |own: &str| proxy.scan().env("AWS_REGION", own).args("--profile mvp15 --format json --progress none");
    let said = ["the region eu-west-1 is of the partition aws", "aws-us-gov", "us-gov-east-1", "us-gov-west-1"];
    scan("us-gov-west-1").args("--region eu-west-1").run().exit_code(5).says(&said);
    let said = ["the region cn-north-1 is of the partition aws-cn", "credentials of an account in aws-cn"];
    scan("us-east-1").args("--region cn-north-1").run().exit_code(5).says(&said);
    scan("us-gov-west-1")
        .args("--region us-gov-wset-1")
        .run()
        .exit_code(5)
        .says(&["there is no region us-gov-wset-1; did you mean"]);
    let plan = proxy.scan().env("AWS_REGION", "cn-north-1").args("plan --json --type quick").run().exit_code(0).json();
    assert_eq!((&plan["scan"]["partition"], &plan["scan"]["regions"]), (&json!("aws-cn"), &json!(["cn-north-1"])));
}
