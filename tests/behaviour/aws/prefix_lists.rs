//! Security groups that let in managed prefix lists: what stands in the lists decides, and each is read once.

use super::similar;
use crate::support::answer::Refusal;
use crate::support::moto::Moto;
use crate::support::proxy::Proxy;
use crate::support::report::{verdicts, warnings};
use crate::support::rule::Rule;

const ENTRIES: &str = "ec2:GetManagedPrefixListEntries";
const SSH: &str = "aws-ec2-security-group-closes-ssh-to-world";
const FLAGS: &str = "--check aws-ec2-security-group-closes-ssh-to-world --region us-east-1 --format json --progress none";

#[test]
fn the_ranges_of_prefix_lists_decide_and_each_list_in_use_costs_one_call() {
    let proxy = Proxy::to(Moto::prefix_lists());
    let report = proxy.scan().args(FLAGS).run().exit_code(0).json();
    assert_eq!(report["scan"]["status"], "completed");
    similar(&verdicts(&report, Moto::prefix_lists()), &Moto::prefix_lists().verdicts);
    assert_eq!(proxy.calls_by_action()[ENTRIES], 2);
}

#[test]
fn lists_that_may_not_be_read_leave_unknown_what_only_they_decide() {
    let denied = Rule::refuse(Refusal::Denied).on("ec2", "GetManagedPrefixListEntries");
    let proxy = Proxy::with(Moto::prefix_lists(), vec![denied]);
    let report = proxy.scan().args(FLAGS).run().exit_code(3).json();
    let mut expected = Moto::prefix_lists().verdicts.clone();
    for (label, outcome) in expected.get_mut(SSH).unwrap() {
        if label.starts_with("for-") {
            "unknown".clone_into(outcome);
        }
    }
    similar(&verdicts(&report, Moto::prefix_lists()), &expected);
    assert_eq!(warnings(&report, "denied"), [format!("{ENTRIES} us-east-1")]);
}

#[test]
fn a_scan_without_a_check_that_asks_reads_no_prefix_list() {
    let proxy = Proxy::to(Moto::prefix_lists());
    proxy.scan().args("--check aws-ec2-instance-requires-imdsv2 --region us-east-1 --format json").run().exit_code(0);
    assert_eq!(proxy.calls_by_action().get(ENTRIES), None);
}
