//! One listing for each of AWS's protocols, the check that depends on it, and what a fault of it may and may not touch.

use std::sync::OnceLock;

use serde_json::Value;

use super::super::seeded;
use crate::support::proxy::Proxy;
use crate::support::report::{entries, text};
use crate::support::rule::{Fault, Rule};
use crate::support::run::{Run, Scan};

/// A listing that faults befall.
#[derive(Debug, Clone, Copy)]
pub struct Probe {
    pub service: &'static str,
    pub operation: &'static str,
    /// The same in IAM's spelling.
    pub action: &'static str,
    /// Where it is asked.
    pub region: &'static str,
    /// The check that needs it.
    pub check: &'static str,
    /// The regions in which nothing can be listed then.
    pub unlisted: &'static [&'static str],
    /// The beginning of the types that cannot be listed then.
    pub assets: &'static str,
}

/// EC2's own protocol, query, REST-XML, REST-JSON and JSON.
pub const PROBES: [Probe; 5] = [
    Probe {
        service: "ec2",
        operation: "DescribeInstances",
        action: "ec2:DescribeInstances",
        region: "eu-west-1",
        check: "aws-ec2-instance-requires-imdsv2",
        unlisted: &["eu-west-1"],
        assets: "aws.ec2.instance",
    },
    Probe {
        service: "iam",
        operation: "GetAccountAuthorizationDetails",
        action: "iam:GetAccountAuthorizationDetails",
        region: "us-east-1",
        check: "aws-iam-console-user-has-mfa",
        unlisted: &["us-east-1"],
        assets: "aws.iam.",
    },
    Probe {
        service: "s3",
        operation: "ListBuckets",
        action: "s3:ListAllMyBuckets",
        region: "us-east-1",
        check: "aws-s3-bucket-denies-plaintext-transport",
        unlisted: &["eu-west-1", "us-east-1"],
        assets: "aws.s3.",
    },
    Probe {
        service: "eks",
        operation: "ListClusters",
        action: "eks:ListClusters",
        region: "eu-west-1",
        check: "aws-eks-cluster-endpoint-is-closed-to-world",
        unlisted: &["eu-west-1"],
        assets: "aws.eks.",
    },
    Probe {
        service: "ecr",
        operation: "DescribeRepositories",
        action: "ecr:DescribeRepositories",
        region: "eu-west-1",
        check: "aws-ecr-repository-scans-on-push",
        unlisted: &["eu-west-1"],
        assets: "aws.ecr.",
    },
];

/// What a scan says about a fault.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// The warning's code and the gap's kind.
    pub code: &'static str,
    /// A part of the warning's message that says what to do; `ACTION` and `REGION` stand for the probe's.
    pub advice: &'static str,
}

impl Probe {
    /// A fault of the listing where it is asked.
    pub fn rule(&self, fault: Fault) -> Rule {
        Rule::new(fault).on(self.service, self.operation).in_region(self.region)
    }

    /// The proxy after a scan with `rules`, and the scan.
    pub fn run(rules: Vec<Rule>, more: &str) -> (Proxy, Run) {
        let proxy = Proxy::with(seeded(), rules);
        let run = narrow(&proxy).args(more).run();
        (proxy, run)
    }

    /// How often the listing was asked for where the fault befalls it.
    pub fn asked(&self, proxy: &Proxy) -> usize {
        proxy.calls().iter().filter(|call| call.action() == self.action && call.region == self.region).count()
    }

    fn is_about(&self, result: &Value) -> bool {
        result["check_id"] == self.check && self.unlisted.contains(&text(&result["region"]))
    }

    fn is_of(&self, asset: &Value) -> bool {
        text(&asset["type"]).starts_with(self.assets) && self.unlisted.contains(&text(&asset["region"]))
    }
}

/// A scan of two regions with the checks of all probes and one that needs none of them, and with the account's inventory.
pub fn narrow(proxy: &Proxy) -> Scan {
    let checks: Vec<&str> =
        PROBES.iter().map(|probe| probe.check).chain(["aws-cloudtrail-multi-region-trail-is-logging"]).collect();
    let profile = format!("id: narrow\ntitle: Probes\ndescription: One check of each protocol.\nchecks: [{}]\n", checks.join(", "));
    let scan = proxy.scan().file("narrow.yaml", &profile);
    scan.args("--region us-east-1,eu-west-1 --format json --progress none --profiles-dir . --profile narrow")
}

/// The same without any fault.
fn baseline() -> &'static Value {
    static SCANNED: OnceLock<Value> = OnceLock::new();
    SCANNED.get_or_init(|| narrow(&Proxy::to(seeded())).run().exit_code(0).json())
}

/// Asserts that the fault has left no trace in what was found.
#[track_caller]
pub fn assert_untouched(probe: &Probe, run: &Run) {
    assert_eq!(run.code, Some(0), "{}: {}", probe.action, run.stderr);
    let report = run.json();
    assert_eq!(report["scan"]["status"], "completed", "{}", probe.action);
    for part in ["results", "assets", "ledger", "warnings"] {
        assert_eq!(report[part], baseline()[part], "{}: {part}", probe.action);
    }
}

/// Asserts that the scan is partial, says what is missing and why, and has found everything else.
#[track_caller]
pub fn assert_unknown(probe: &Probe, run: &Run, told: Told) {
    assert_partial(probe, run, told);
    let report = run.json();
    let unknown: Vec<&Value> = entries(&report, "results").iter().filter(|result| probe.is_about(result)).collect();
    let regions: Vec<&str> = unknown.iter().map(|result| text(&result["region"])).collect();
    assert_eq!(regions, probe.unlisted, "{}: one result for each region without a list", probe.action);
    for result in unknown {
        assert_eq!((&result["status"], &result["resource"]["id"]), (&"unknown".into(), &"*".into()), "{result}");
        assert_eq!((&result["gap"]["kind"], &result["gap"]["action"]), (&told.code.into(), &probe.action.into()), "{result}");
    }
    assert!(!entries(&report, "assets").iter().any(|asset| probe.is_of(asset)), "{}", probe.action);
}

/// The same where a part of the list may have come.
#[track_caller]
pub fn assert_partial(probe: &Probe, run: &Run, told: Told) {
    let action = probe.action;
    assert_eq!(run.code, Some(3), "{action}: {}", run.stderr);
    assert!(!run.stderr.contains("panicked"), "{action}: {}", run.stderr);
    let report = run.json();
    assert_eq!(report["scan"]["status"], "partial", "{action}");
    assert_warned(probe, &report, told);
    let others = |report: &Value| -> Vec<Value> {
        let assets = entries(report, "assets").iter().filter(|asset| !probe.is_of(asset));
        entries(report, "results").iter().filter(|result| !probe.is_about(result)).chain(assets).cloned().collect()
    };
    assert_eq!(others(&report), others(baseline()), "{action}: everything else is as without the fault");
}

#[track_caller]
fn assert_warned(probe: &Probe, report: &Value, told: Told) {
    let of_probe =
        |warning: &&Value| warning["code"] == told.code && warning["action"] == probe.action && warning["region"] == probe.region;
    let warning = entries(report, "warnings").iter().find(of_probe);
    let warning = warning.unwrap_or_else(|| panic!("{} {} is missing in {}", probe.action, told.code, report["warnings"]));
    let message = text(&warning["message"]);
    let advice = told.advice.replace("ACTION", probe.action).replace("REGION", probe.region);
    for part in [probe.action, probe.region, &advice] {
        assert!(message.contains(part), "no {part:?} in {message}");
    }
    assert_eq!(warning["service"], probe.service);
    assert!(entries(warning, "checks").contains(&probe.check.into()), "{warning}");
}

/// Tries `test` with every probe side by side: most of the time such scans wait.
pub fn for_each(test: impl Fn(&Probe) + Sync) {
    baseline();
    std::thread::scope(|scope| {
        for probe in &PROBES {
            let test = &test;
            std::thread::Builder::new().name(probe.action.to_owned()).spawn_scoped(scope, move || test(probe)).unwrap();
        }
    });
}
