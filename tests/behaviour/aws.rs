//! Scans of accounts that stand in a moto server, reached through the recording proxy.

mod calls;
mod cancellation;
mod catalogue;
mod denial;
mod faults;
mod incremental;
mod least_privilege;
mod organisation;
mod partitions;
mod permissions;
mod prefix_lists;
mod refusals;
mod roles;
mod schedules;
mod shards;
mod share;
mod submission;
mod verdicts;

use std::sync::OnceLock;

use serde_json::Value;

use crate::support::call::Call;
use crate::support::moto::{Moto, Seeded};
use crate::support::proxy::Proxy;
use crate::support::report::{Verdicts, verdicts};
use crate::support::rule::Rule;
use crate::support::run::{Run, Scan};

/// The flags of most tests: all fifteen checks on the two regions in which the seeds build.
const TWO_REGIONS: &str = "--profile mvp15 --region us-east-1,eu-west-1 --format json --progress none";

/// A scan of the mvp15 account without any fault, which many tests look at.
struct Undisturbed {
    report: Value,
    calls: Vec<Call>,
}

fn undisturbed() -> &'static Undisturbed {
    static SCANNED: OnceLock<Undisturbed> = OnceLock::new();
    SCANNED.get_or_init(|| {
        let proxy = Proxy::to(Moto::mvp15());
        let report = proxy.scan().args(TWO_REGIONS).run().exit_code(0).json();
        Undisturbed { report, calls: proxy.calls() }
    })
}

/// A scan of the mvp15 account with faults on the way.
fn disturbed(rules: Vec<Rule>) -> (Proxy, Scan) {
    let proxy = Proxy::with(Moto::mvp15(), rules);
    let scan = proxy.scan().args(TWO_REGIONS);
    (proxy, scan)
}

fn seeded() -> &'static Seeded {
    Moto::mvp15()
}

/// Asserts that the checks that `unknown` names came to unknown there, and everything else to what it would have without the fault.
///
/// Each entry is a check and the start of the labels concerned. Resources that could not be listed appear as `* REGION`.
#[track_caller]
fn assert_only_unknown(run: &Run, unknown: &[(&str, &str)]) {
    let report = run.json();
    let mut expected: Verdicts = seeded().verdicts.clone();
    for (check, start) in unknown {
        let of_check = expected.get_mut(*check).unwrap_or_else(|| panic!("no such check: {check}"));
        let mut concerned = 0;
        for (_, outcome) in of_check.iter_mut().filter(|(label, _)| label.starts_with(start)) {
            "unknown".clone_into(outcome);
            concerned += 1;
        }
        if concerned == 0 {
            of_check.insert((*start).to_owned(), "unknown".to_owned());
        }
    }
    similar(&verdicts(&report, seeded()), &expected);
}

/// Asserts equality with a message that holds only what differs.
#[track_caller]
fn similar(actual: &Verdicts, expected: &Verdicts) {
    let flat = |verdicts: &Verdicts| -> std::collections::BTreeSet<String> {
        let each =
            verdicts.iter().flat_map(|(check, of)| of.iter().map(move |(label, outcome)| format!("{check} · {label}: {outcome}")));
        each.collect()
    };
    let (actual, expected) = (flat(actual), flat(expected));
    let unexpected: Vec<_> = actual.difference(&expected).collect();
    let missing: Vec<_> = expected.difference(&actual).collect();
    assert!(unexpected.is_empty() && missing.is_empty(), "unexpected: {unexpected:#?}\nmissing: {missing:#?}");
}
