//! A scan's status as a fold over its jobs, and that of several scans as the same fold over their accounts: pure functions.

use super::job::JobStatus;
use super::scan::ScanStatus;

/// The scan's status and, in one sentence, the reason for it. `statuses` are those of the plan's jobs that have something to do; `idle`
/// counts the others, which succeed whatever the account allows and therefore prove nothing.
#[must_use]
pub fn scan_status(statuses: &[JobStatus], idle: usize) -> (ScanStatus, String) {
    fold(statuses, idle, "job")
}

/// The status of several scans together and the reason for it, by the statuses of the accounts that they are of. Where none of them could
/// start, nothing ran.
#[must_use]
pub fn accounts_status(statuses: &[ScanStatus]) -> (ScanStatus, String) {
    let total = statuses.len();
    if total > 0 && statuses.iter().all(|status| *status == ScanStatus::SubmissionError) {
        let whom = if total == 1 { "the only account".to_owned() } else { format!("none of the {total} accounts") };
        let could = if total == 1 { "could not" } else { "could" };
        return (ScanStatus::SubmissionError, format!("{whom} {could} be scanned"));
    }
    let statuses: Vec<JobStatus> = statuses.iter().map(|status| as_job(*status)).collect();
    fold(&statuses, 0, "account")
}

/// What a scan's status would be of a job.
const fn as_job(status: ScanStatus) -> JobStatus {
    match status {
        ScanStatus::NotStarted | ScanStatus::Queued => JobStatus::Queued,
        ScanStatus::Running => JobStatus::Running,
        ScanStatus::Completed => JobStatus::Succeeded,
        ScanStatus::Partial => JobStatus::Partial,
        ScanStatus::Failed | ScanStatus::SubmissionError => JobStatus::Failed,
        ScanStatus::Cancelled => JobStatus::Cancelled,
    }
}

/// The fold; `noun` is what has the statuses.
fn fold(statuses: &[JobStatus], idle: usize, noun: &str) -> (ScanStatus, String) {
    let count = |wanted: JobStatus| statuses.iter().filter(|status| **status == wanted).count();
    let working = statuses.len();
    let total = working + idle;
    let (succeeded, partial, failed, cancelled) =
        (count(JobStatus::Succeeded), count(JobStatus::Partial), count(JobStatus::Failed), count(JobStatus::Cancelled));
    let (queued, running) = (count(JobStatus::Queued), count(JobStatus::Running));
    if working == queued && (working > 0 || idle == 0) {
        return (ScanStatus::NotStarted, "nothing has run yet".to_owned());
    }
    if cancelled > 0 {
        let finished = succeeded + partial + failed + idle;
        return (ScanStatus::Cancelled, format!("stopped when {finished} of {total} {noun}s had finished"));
    }
    if queued + running > 0 {
        return (ScanStatus::Running, format!("{} of {total} {noun}s have finished", total - queued - running));
    }
    if working > 0 && failed == working {
        let idle = if idle > 0 { " that had something to do" } else { "" };
        return (ScanStatus::Failed, format!("{}{idle} failed", all_of(working, noun)));
    }
    if succeeded == working {
        return (ScanStatus::Completed, format!("{} succeeded", all_of(total, noun)));
    }
    let mut parts = Vec::new();
    if failed > 0 {
        parts.push(format!("{failed} of {total} {noun}s failed"));
    }
    if partial > 0 {
        parts.push(format!(
            "{partial} of {total} {noun}s could not {}",
            if noun == "job" { "read everything" } else { "be read in full" }
        ));
    }
    (ScanStatus::Partial, parts.join(", "))
}

fn all_of(total: usize, noun: &str) -> String {
    if total == 1 { format!("the only {noun}") } else { format!("all {total} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use JobStatus::{Cancelled, Failed, Partial, Queued, Running, Succeeded};

    fn jobs(parts: &[(usize, JobStatus)]) -> Vec<JobStatus> {
        parts.iter().flat_map(|(count, status)| std::iter::repeat_n(*status, *count)).collect()
    }

    #[test]
    fn the_status_of_a_scan_is_a_fold_over_its_jobs() {
        type Row = (&'static [(usize, JobStatus)], ScanStatus, &'static str);
        let table: &[Row] = &[
            (&[], ScanStatus::NotStarted, "nothing has run yet"),
            (&[(4, Queued)], ScanStatus::NotStarted, "nothing has run yet"),
            (&[(1, Running), (3, Queued)], ScanStatus::Running, "0 of 4 jobs have finished"),
            (&[(1, Succeeded), (3, Queued)], ScanStatus::Running, "1 of 4 jobs have finished"),
            (&[(36, Succeeded)], ScanStatus::Completed, "all 36 jobs succeeded"),
            (&[(35, Succeeded), (1, Failed)], ScanStatus::Partial, "1 of 36 jobs failed"),
            (&[(35, Succeeded), (1, Partial)], ScanStatus::Partial, "1 of 36 jobs could not read everything"),
            (&[(36, Partial)], ScanStatus::Partial, "36 of 36 jobs could not read everything"),
            (&[(1, Partial), (3, Failed)], ScanStatus::Partial, "3 of 4 jobs failed, 1 of 4 jobs could not read everything"),
            (&[(36, Failed)], ScanStatus::Failed, "all 36 jobs failed"),
            (&[(1, Failed)], ScanStatus::Failed, "the only job failed"),
            (&[(35, Succeeded), (1, Cancelled)], ScanStatus::Cancelled, "stopped when 35 of 36 jobs had finished"),
            (&[(1, Failed), (1, Cancelled)], ScanStatus::Cancelled, "stopped when 1 of 2 jobs had finished"),
            (&[(4, Cancelled)], ScanStatus::Cancelled, "stopped when 0 of 4 jobs had finished"),
        ];
        for (parts, status, reason) in table {
            assert_eq!(scan_status(&jobs(parts), 0), (*status, (*reason).to_owned()), "{parts:?}");
        }
    }

    #[test]
    fn jobs_with_nothing_to_do_prove_nothing() {
        let told = |parts: &[(usize, JobStatus)], idle| scan_status(&jobs(parts), idle);
        assert_eq!(told(&[(15, Failed)], 11), (ScanStatus::Failed, "all 15 jobs that had something to do failed".to_owned()));
        assert_eq!(told(&[(15, Succeeded)], 11), (ScanStatus::Completed, "all 26 jobs succeeded".to_owned()));
        assert_eq!(told(&[(14, Succeeded), (1, Failed)], 11), (ScanStatus::Partial, "1 of 26 jobs failed".to_owned()));
        assert_eq!(told(&[], 4), (ScanStatus::Completed, "all 4 jobs succeeded".to_owned()));
        assert_eq!(told(&[(1, Queued)], 3), (ScanStatus::NotStarted, "nothing has run yet".to_owned()));
    }

    #[test]
    fn several_accounts_fold_as_jobs_do() {
        use ScanStatus::{Completed, SubmissionError};
        let told = |statuses: &[ScanStatus]| accounts_status(statuses);
        assert_eq!(told(&[Completed; 3]), (Completed, "all 3 accounts succeeded".to_owned()));
        assert_eq!(told(&[Completed, SubmissionError]), (ScanStatus::Partial, "1 of 2 accounts failed".to_owned()));
        assert_eq!(told(&[Completed, ScanStatus::Partial]).1, "1 of 2 accounts could not be read in full");
        assert_eq!(told(&[SubmissionError; 2]), (SubmissionError, "none of the 2 accounts could be scanned".to_owned()));
        assert_eq!(told(&[SubmissionError]), (SubmissionError, "the only account could not be scanned".to_owned()));
        assert_eq!(told(&[SubmissionError, ScanStatus::Failed]), (ScanStatus::Failed, "all 2 accounts failed".to_owned()));
        let stopped = told(&[Completed, ScanStatus::Cancelled, ScanStatus::Cancelled]);
        assert_eq!(stopped, (ScanStatus::Cancelled, "stopped when 1 of 3 accounts had finished".to_owned()));
    }
}
