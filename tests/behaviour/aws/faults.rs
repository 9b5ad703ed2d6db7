//! What AWS and networks do on bad days: nothing of it may flip a verdict, hang a scan or pass in silence.
//!
//! The faults are tried with one listing of each of AWS's protocols; the tables that follow from it stand in [`probe`].

mod deadline;
mod large_account;
mod lasting;
mod one_of_many;
mod passing;
mod probe;
mod secrets;
mod unreachable;

use super::{disturbed, seeded};
use crate::support::answer::Refusal;
use crate::support::report::{verdicts, warnings};
use crate::support::rule::Rule;

#[test]
fn credentials_that_expire_half_way_keep_what_was_read_before() {
    let (_proxy, scan) = disturbed(vec![Rule::refuse(Refusal::Expired).after(20)]);
    let run = scan.run();
    assert!(matches!(run.code, Some(3 | 4)), "{:?}: {}", run.code, run.stderr);
    let report = run.json();
    assert!(!warnings(&report, "expired").is_empty(), "{}", report["warnings"]);
    // Whatever was decided was decided rightly.
    for (check, of_check) in verdicts(&report, seeded()) {
        for (label, outcome) in of_check.into_iter().filter(|(_, outcome)| outcome != "unknown") {
            assert_eq!(seeded().verdicts[&check].get(&label), Some(&outcome), "{check} on {label}");
        }
    }
}
