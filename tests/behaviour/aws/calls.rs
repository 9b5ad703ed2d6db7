//! Which calls a scan makes: few, each once, all of them reads that the resource types declare.

use std::collections::{BTreeMap, BTreeSet};

use posture_scan::checks::Library;

use super::similar;
use super::{TWO_REGIONS, seeded, undisturbed};
use crate::support::call::{Call, declared_actions};
use crate::support::proxy::Proxy;
use crate::support::report::verdicts;
use crate::support::rule::{Fault, Rule};

fn count<'a>(calls: &'a [Call], key: impl Fn(&'a Call) -> String) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for call in calls {
        *counts.entry(key(call)).or_default() += 1;
    }
    counts
}

#[test]
fn the_calls_of_mvp15_on_a_known_account_are_exactly_these() {
    let counts = count(&undisturbed().calls, Call::action);
    let lines: Vec<String> = counts.iter().map(|(action, count)| format!("{count:>3} {action}")).collect();
    insta::assert_snapshot!("calls_of_mvp15", lines.join("\n"));
}

#[test]
fn the_calls_of_each_profile_on_a_known_account_are_exactly_these() {
    let library = Library::load(&[]).unwrap();
    let mut lines = Vec::new();
    for profile in library.profiles() {
        let proxy = Proxy::to(seeded());
        let scan = proxy.scan().args("--region us-east-1,eu-west-1 --format json --progress none --no-store --allow-partial");
        let report = scan.arg("--profile").arg(profile.id.as_str()).run().json();
        let calls = &report["summary"]["api_calls"];
        assert_eq!(calls["total"], proxy.calls().len(), "{}", profile.id);
        let by_service = calls["by_service"].as_object().unwrap().iter();
        let by_service: Vec<String> = by_service.map(|(service, count)| format!("{service} {count}")).collect();
        lines.push(format!("{}: {} ({})", profile.id, calls["total"], by_service.join(", ")));
    }
    insta::assert_snapshot!("calls_of_each_profile", lines.join("\n"));
}

#[test]
fn every_call_is_declared_by_a_resource_type() {
    let declared = declared_actions();
    let undeclared: BTreeSet<String> =
        undisturbed().calls.iter().map(Call::action).filter(|action| !declared.contains(action.as_str())).collect();
    assert_eq!(undeclared, BTreeSet::new());
}

#[test]
fn every_call_is_a_read() {
    let reads = ["Get", "List", "Describe", "BatchGet"];
    for call in &undisturbed().calls {
        // These reports are made on demand; making them changes nothing in the account.
        let makes_report = ["GenerateCredentialReport", "GenerateServiceLastAccessedDetails"].contains(&call.operation.as_str());
        let is_read = reads.iter().any(|read| call.operation.starts_with(read)) || makes_report;
        assert!(is_read, "{} is not a read", call.action());
    }
}

#[test]
fn every_call_says_who_asks() {
    let agent = format!("posture-scan/{}", env!("CARGO_PKG_VERSION"));
    for call in &undisturbed().calls {
        assert!(call.user_agent.contains(&agent), "{}: {}", call.action(), call.user_agent);
    }
}

#[test]
fn no_call_is_made_twice() {
    let counts = count(&undisturbed().calls, |call| format!("{} {} {}", call.action(), call.region, call.subject));
    // The report is asked for until it is there.
    let repeated: Vec<_> = counts
        .iter()
        .filter(|(call, count)| **count > 1 && !call.contains("CredentialReport") && !call.contains("AuthorizationDetails"))
        .collect();
    assert!(repeated.is_empty(), "{repeated:?}");
}

#[test]
fn the_iam_checks_cost_six_calls_however_many_users_there_are() {
    let of_iam: Vec<_> = undisturbed().calls.iter().filter(|call| call.service == "iam").map(Call::action).collect();
    assert!(of_iam.len() <= 6, "{of_iam:?}");
}

#[test]
fn the_report_counts_the_calls_that_were_made() {
    let calls = &undisturbed().report["summary"]["api_calls"];
    assert_eq!(calls["total"], undisturbed().calls.len());
    assert_eq!(calls["throttled"], 0);
    assert_eq!(calls["retried"], 0);
    let by_service = count(&undisturbed().calls, |call| call.service.clone());
    assert_eq!(calls["by_service"], serde_json::to_value(by_service).unwrap());
}

/// The calls that read something of one resource. moto's list of buckets lacks their regions, which is then asked for each.
fn gets(proxy: &Proxy, service: &str) -> BTreeSet<String> {
    let of_service = proxy.calls().into_iter().filter(|call| call.service == service && call.operation.starts_with("Get"));
    of_service.map(|call| call.action()).filter(|action| action != "s3:GetBucketLocation").collect()
}

#[test]
fn a_narrower_selection_makes_fewer_calls_and_only_its_own() {
    let proxy = Proxy::to(seeded());
    proxy
        .scan()
        .args("--check aws-s3-bucket-denies-plaintext-transport --region us-east-1,eu-west-1 --format json")
        .run()
        .exit_code(0);
    assert_eq!(gets(&proxy, "s3"), BTreeSet::from(["s3:GetBucketPolicy".to_owned()]));
    let actions = proxy.calls_by_action();
    for unneeded in ["iam:GetAccountSummary", "iam:GetCredentialReport", "ec2:GetEbsEncryptionByDefault", "eks:DescribeCluster"] {
        assert!(!actions.contains_key(unneeded), "{unneeded} was called for a check of buckets");
    }
    assert!(proxy.calls().len() < undisturbed().calls.len());
}

#[test]
fn a_scan_without_any_check_of_a_facet_only_lists() {
    let proxy = Proxy::to(seeded());
    proxy.scan().args("--check aws-ec2-instance-requires-imdsv2 --region us-east-1 --format json").run().exit_code(0);
    for service in ["cloudtrail", "ec2", "ecr", "eks", "s3"] {
        assert_eq!(gets(&proxy, service), BTreeSet::new());
    }
}

#[test]
fn a_list_that_says_where_each_bucket_is_spares_a_call_for_each() {
    let regions = |list: String| {
        let mut parts = list.split("</Name>");
        let mut told = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let region = match &told {
                name if name.contains("-away-") && name.rfind("-away-") > name.rfind("<Name>") => "eu-west-1",
                name if name.ends_with("elsewhere-111111111111") => "ap-northeast-1",
                _ => "us-east-1",
            };
            told = format!("{told}</Name><BucketRegion>{region}</BucketRegion>{part}");
        }
        told
    };
    let proxy = Proxy::with(seeded(), vec![Rule::new(Fault::Rewritten(regions)).on("s3", "ListBuckets")]);
    let report = proxy.scan().args(TWO_REGIONS).run().exit_code(0).json();
    similar(&verdicts(&report, seeded()), &seeded().verdicts);
    assert_eq!(proxy.calls_by_action().get("s3:GetBucketLocation"), None);
    assert_eq!(proxy.calls_by_action()["s3:ListAllMyBuckets"], 1);
}

#[test]
fn a_plan_asks_only_who_the_account_is_and_which_regions_it_has() {
    let proxy = Proxy::to(seeded());
    let plan = proxy.scan().args("plan --profile mvp15 --region us-east-1,eu-west-1 --json").run().exit_code(0).json();
    let mut made: Vec<String> = proxy.calls().iter().map(Call::action).collect();
    made.sort();
    assert_eq!(made, ["ec2:DescribeRegions", "sts:GetCallerIdentity"]);
    assert!(plan["forecast"]["duration_ms"].as_u64() >= Some(1_000));
    let told: BTreeSet<&str> =
        plan["forecast"]["actions"].as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
    let untold: BTreeSet<String> =
        undisturbed().calls.iter().map(Call::action).filter(|action| !told.contains(action.as_str())).collect();
    assert_eq!(untold, BTreeSet::new(), "the scan called what the plan had not named");
}

#[test]
fn a_forecast_from_another_scans_inventory_is_near_what_the_scan_then_makes() {
    let state = tempfile::tempdir().unwrap();
    let proxy = Proxy::to(seeded());
    let run = |arguments: &str| proxy.scan().state(state.path()).args(arguments);
    run(TWO_REGIONS).run().exit_code(0);
    let mut lines = Vec::new();
    for profile in ["kubernetes", "iam", "storage", "everything"] {
        let plan = run("plan --json --region us-east-1,eu-west-1 --profile").arg(profile).run().exit_code(0).json();
        assert_eq!(plan["forecast"]["basis"], "inventory");
        let report = run("--region us-east-1,eu-west-1 --format json --progress none --no-store --allow-partial --profile")
            .arg(profile)
            .run()
            .json();
        let (forecast, made) = (&plan["forecast"]["calls"], &report["summary"]["api_calls"]["total"]);
        let (forecast, made) = (forecast.as_u64().unwrap(), made.as_u64().unwrap());
        lines.push((profile, forecast, made));
    }
    let is_near = |(_, forecast, made): &(&str, u64, u64)| forecast * 10 >= made * 7 && made * 10 >= forecast * 7;
    assert!(lines.iter().all(is_near), "{lines:?}");
}
