//! A scan that leaves others their part of AWS's rate limits.

use std::time::Duration;

use super::{seeded, similar};
use crate::support::proxy::Proxy;
use crate::support::report::verdicts;

#[test]
fn a_share_of_the_limits_slows_the_calls_down_and_changes_nothing_else() {
    let proxy = Proxy::to(seeded());
    let iam = "aws-iam-root-has-mfa,aws-iam-console-user-has-mfa,aws-iam-attached-policy-grants-no-full-access";
    let run = proxy.scan().args("--region us-east-1 --format json --api-share 5% --check").arg(iam).run().exit_code(0);
    // IAM's 15 calls a second and 30 at once become 0.75 and 1: the first goes out at once, each other one waits.
    let calls = proxy.calls().iter().filter(|call| call.service == "iam").count();
    assert!(calls >= 4, "{:?}", proxy.calls_by_action());
    let least = Duration::from_millis(1_333) * u32::try_from(calls - 2).unwrap();
    assert!(run.elapsed > least, "{calls} calls in {:?}", run.elapsed);
    let expected = seeded().verdicts.iter().filter(|(check, _)| iam.contains(check.as_str()));
    similar(&verdicts(&run.json(), seeded()), &expected.map(|(check, of)| (check.clone(), of.clone())).collect());
}
