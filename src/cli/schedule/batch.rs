//! An array job of AWS Batch, and the job that puts its parts together, as commands of the AWS CLI.

use serde_json::{Value, json};

use super::shards::{Fleet, Parts};
use super::{Cadence, comment, in_shell};
use crate::cli::exit_code::{Ending, Failure};

/// How long one part may take, in seconds.
const TIME_LIMIT: u32 = 3000;

/// The commands; `image` starts `scan`.
///
/// # Errors
/// The jobs cannot be written down.
pub(super) fn commands(fleet: &Fleet, parts: &Parts, image: &str) -> Result<String, Failure> {
    if parts.scan.iter().chain(&parts.merge).any(|option| option.starts_with("Ref::")) {
        return Err(Failure::usage("`Ref::` would be read by AWS Batch: leave it out"));
    }
    let name = parts.name();
    let merge = format!("{name}-merge");
    let every = match parts.cadence {
        Cadence::Daily => "every day",
        Cadence::Weekly => "every week",
    };
    let head = comment(&[
        &format!(
            "{name}.sh: run the first two commands once, and what follows {every}, from whatever runs things regularly there."
        ),
        "Put in the two roles and the queue, one of Fargate. The image's entry point is `scan`, and it has a folder /state to write to.",
        &format!(
            "The job role reads the account (`scan policy`), and {} with s3:PutObject, s3:GetObject and s3:ListBucket.",
            fleet.results
        ),
        "What the merge reports is in its log, and --fail-on after `--` makes its job fail.",
    ]);
    let submit = json!({
        "jobName": name,
        "jobQueue": "posture-scan",
        "jobDefinition": name,
        "arrayProperties": { "size": fleet.count },
    });
    let submit_merge = json!({ "jobName": merge, "jobQueue": "posture-scan", "jobDefinition": merge });
    Ok(format!(
        "{head}set -e
aws batch register-job-definition --cli-input-json {}
aws batch register-job-definition --cli-input-json {}

shards=$(aws batch submit-job --query jobId --output text --cli-input-json {})
# The merge follows whatever became of the parts: those that left nothing count as failed. A job that depends on them would never run.
while :; do
  state=$(aws batch describe-jobs --jobs \"$shards\" --query 'jobs[0].status' --output text)
  case $state in SUCCEEDED|FAILED) break ;; esac
  sleep 60
done
aws batch submit-job --cli-input-json {}
",
        word(&definition(&name, image, &parts.scan, 2))?,
        // What a merge finds it would find again.
        word(&definition(&merge, image, &parts.merge, 1))?,
        word(&submit)?,
        word(&submit_merge)?,
    ))
}

/// A job definition ("`RegisterJobDefinition`" in the AWS Batch API reference).
fn definition(name: &str, image: &str, command: &[String], attempts: u8) -> Value {
    json!({
        "jobDefinitionName": name,
        "type": "container",
        "platformCapabilities": ["FARGATE"],
        "containerProperties": {
            "image": image,
            "command": command,
            "jobRoleArn": "arn:aws:iam::111122223333:role/posture-scan",
            "executionRoleArn": "arn:aws:iam::111122223333:role/posture-scan-execution",
            "resourceRequirements": [{ "type": "VCPU", "value": "0.5" }, { "type": "MEMORY", "value": "1024" }],
            "environment": [{ "name": "TMPDIR", "value": "/state" }],
            "networkConfiguration": { "assignPublicIp": "ENABLED" },
        },
        "retryStrategy": { "attempts": attempts },
        "timeout": { "attemptDurationSeconds": TIME_LIMIT },
    })
}

/// A document as one word of a shell.
fn word(document: &Value) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(document);
    let text = text.map_err(|error| Failure { ending: Ending::Failed, message: format!("cannot write JSON: {error}") })?;
    Ok(in_shell(&text))
}
