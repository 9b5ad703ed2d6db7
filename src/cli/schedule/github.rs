//! A workflow of GitHub Actions.

use super::{Unit, comment};
use crate::cli::exit_code::Failure;
use crate::cli::quoting::in_yaml;

/// The report that the workflow uploads; nothing else may write it, and nothing may mean something to GitHub.
pub(super) fn add_report(options: &mut Vec<String>) -> Result<(), Failure> {
    if options.iter().any(|option| option == "--sarif" || option.starts_with("--sarif=")) {
        return Err(Failure::usage("--sarif is the workflow's own, which uploads the report: leave it out"));
    }
    if options.iter().any(|option| option.contains("${{")) {
        return Err(Failure::usage("`${{` would be read by GitHub: leave it out"));
    }
    options.extend(["--sarif", "posture.sarif"].map(str::to_owned));
    Ok(())
}

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
      - uses: actions/cache/restore@v4
        with:
          path: ${{{{ github.workspace }}}}/.posture-scan-state
          key: posture-scan-state-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
          restore-keys: posture-scan-state-
      - uses: aws-actions/configure-aws-credentials@v5
        with:
          role-to-assume: arn:aws:iam::111122223333:role/posture-scan
          aws-region: us-east-1
      # Here goes the step that puts `scan` on the PATH of your runners, if it is not there.
      - run: {command}
      # Saved whatever the scan's exit code was.
      - if: ${{{{ !cancelled() }}}}
        uses: actions/cache/save@v4
        with:
          path: ${{{{ github.workspace }}}}/.posture-scan-state
          key: posture-scan-state-${{{{ github.run_id }}}}-${{{{ github.run_attempt }}}}
      # There is no file where the last scan is recent enough. What a scan could not read must not count as fixed.
      - id: sarif
        if: ${{{{ !cancelled() && hashFiles('posture.sarif') != '' }}}}
        run: |
          if grep -q '\"executionSuccessful\":true' posture.sarif; then
            echo \"complete=true\" >> \"$GITHUB_OUTPUT\"
          else
            echo \"::warning::the findings are not uploaded: the scan could not read everything\"
          fi
      - if: ${{{{ !cancelled() && steps.sarif.outputs.complete == 'true' }}}}
        uses: github/codeql-action/upload-sarif@v4
        with:
          sarif_file: posture.sarif
          category: posture-scan
",
        cron = unit.cadence.cron(),
        command = in_yaml(&format!("scan {}", unit.in_shell())),
    )
}
