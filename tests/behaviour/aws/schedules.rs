//! What is printed for schedulers, held against their own schemas.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::moto::python;
use crate::support::scan;

/// What the validator found in what was printed for a scheduler.
fn valid(scheduler: &str, options: &str) -> Vec<String> {
    let printed = scan().args("schedule print --for").arg(scheduler).args(options).run().exit_code(0).stdout;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schedule/validate.py");
    let mut validator = Command::new(python())
        .arg("-B")
        .arg(script)
        .arg(scheduler)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    validator.stdin.take().unwrap().write_all(printed.as_bytes()).unwrap();
    let output = validator.wait_with_output().unwrap();
    assert!(output.status.success(), "{}\n{printed}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

const SHARDS: &str =
    "--image registry.example/scan:1 --shards 5 --results-url s3://results-1/posture -- --profile full --fail-on high";

#[test]
fn kubernetes_takes_what_is_printed_for_it() {
    assert_eq!(valid("kubernetes", "--daily --image registry.example/scan:1").last().unwrap(), "CronJob");
    for cadence in ["--daily ", "--weekly "] {
        let kinds = valid("kubernetes", &(cadence.to_owned() + SHARDS));
        assert_eq!(kinds, ["ServiceAccount", "PersistentVolumeClaim", "CronJob", "CronJob"]);
    }
}

#[test]
fn aws_batch_takes_what_is_printed_for_it() {
    let calls = valid("aws-batch", &("--weekly ".to_owned() + SHARDS));
    assert_eq!(calls, ["register-job-definition", "register-job-definition", "submit-job", "submit-job"]);
}
