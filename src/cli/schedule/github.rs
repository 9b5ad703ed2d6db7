//! A workflow of GitHub Actions.

use super::{Unit, comment};

/// The workflow.
pub(super) fn workflow(unit: &Unit) -> String {
    let (name, cadence) = (unit.name(), unit.cadence.as_str());
    let head = comment(&[
        &format!("A file for .github/workflows: {name}.yml. Put in the role to assume and its region."),
        "Earlier scans are kept in the cache, so that a scan can be compared with them and reuse what has not changed.",
    ]);
    format!(
        "{head}name: {name}

on:
  schedule:
    - cron: \"{cron}\"
  workflow_dispatch:

permissions:
  contents: read
  id-token: write          # to assume the AWS role
  security-events: write   # to upload the findings

concurrency: {name}

jobs:
  scan:
    name: posture scan, {cadence}
    runs-on: ubuntu-latest
    timeout-minutes: 60
    env:
      POSTURE_SCAN_STATE_DIR: ${{{{ github.workspace }}}}/.posture-scan-state
    steps:
      - uses: actions/cache@v4
        with:
          path: ${{{{ github.workspace }}}}/.posture-scan-state
          key: posture-scan-state-${{{{ github.run_id }}}}
          restore-keys: posture-scan-state-
      - uses: aws-actions/configure-aws-credentials@v5
        with:
          role-to-assume: arn:aws:iam::111122223333:role/posture-scan
          aws-region: us-east-1
      # Here goes the step that puts `scan` on the PATH of your runners, if it is not there.
      - run: {command}
      # There is no file where the last scan is recent enough.
      - if: ${{{{ !cancelled() && hashFiles('posture.sarif') != '' }}}}
        uses: github/codeql-action/upload-sarif@v4
        with:
          sarif_file: posture.sarif
          category: posture-scan
",
        cron = unit.cadence.cron(),
        command = super::in_yaml(&format!("scan {} --sarif posture.sarif", unit.in_shell())),
    )
}
