//! Scans on several machines: what each of them runs, and what puts the parts together.

use clap::{ArgAction, Args, Command};

use super::{Cadence, checked};
use crate::cli::arguments::OutputArguments;
use crate::cli::arguments::schedule::Scheduler;
use crate::cli::exit_code::Failure;
use crate::cli::shards::ResultsUrl;

/// How old a part may be that is put together: older than any of this run, younger than any of the run before.
const MAX_AGE: &str = "3h";

/// Machines that scan together.
pub(super) struct Fleet {
    /// How many there are.
    pub(super) count: u16,
    /// Where their results go.
    pub(super) results: String,
}

/// What runs where.
pub(super) struct Parts {
    pub(super) cadence: Cadence,
    /// The options of each part.
    pub(super) scan: Vec<String>,
    /// `merge` and its options.
    pub(super) merge: Vec<String>,
}

impl Fleet {
    /// The machines that were asked for; `None` for a single one.
    ///
    /// # Errors
    /// One option without the other, or a scheduler that has one machine, or a place that containers do not share.
    pub(super) fn wanted(scheduler: Scheduler, shards: Option<u16>, results: Option<ResultsUrl>) -> Result<Option<Self>, Failure> {
        let has_many = matches!(scheduler, Scheduler::Kubernetes | Scheduler::AwsBatch);
        match (shards, results) {
            (Some(_), _) | (_, Some(_)) if !has_many => {
                Err(Failure::usage("--shards and --results-url do something for kubernetes and aws-batch only"))
            }
            (None, None) if scheduler == Scheduler::AwsBatch => Err(Failure::usage(
                "aws-batch runs an array job: say how many parts it has with --shards, and where they leave their results with --results-url",
            )),
            (None, None) => Ok(None),
            (Some(_), None) => {
                Err(Failure::usage("--shards needs --results-url s3://BUCKET/PREFIX, where the results come together"))
            }
            (None, Some(_)) => Err(Failure::usage("--results-url needs --shards: a single machine leaves no parts")),
            (Some(_), Some(ResultsUrl::Folder(folder))) => Err(Failure::usage(format!(
                "containers do not share the folder {}; name a bucket, such as --results-url s3://BUCKET/PREFIX",
                folder.display()
            ))),
            (Some(count), Some(results)) => Ok(Some(Self { count, results: results.to_string() })),
        }
    }

    /// What runs where, of a scan with these options.
    ///
    /// # Errors
    /// They are no options of a scan, or not of one in parts.
    pub(super) fn parts(&self, cadence: Cadence, given: &[String]) -> Result<Parts, Failure> {
        let own = ["--type", "full"];
        checked(cadence, &own, given)?;
        let (scan, output) = divided(given);
        let count = self.count.to_string();
        // What is missing is for the merge to judge: a part that could not read everything is not run again for that.
        let ours = ["--shards", &count, "--results-url", &self.results, "--allow-partial"];
        let scan: Vec<String> = scan.into_iter().chain(ours.map(str::to_owned)).collect();
        let scan = checked(cadence, &own, &scan)?;
        let refused = ["--wait", "--if-older-than", "--shard", "--no-store"];
        let is_refused = |option: &&String| refused.iter().any(|name| option == name || option.starts_with(&format!("{name}=")));
        if let Some(option) = scan.iter().find(is_refused) {
            return Err(Failure::usage(format!("{option} is nothing for a scan in parts: leave it out")));
        }
        let merge = ["merge", &self.results, "--max-age", MAX_AGE].map(str::to_owned);
        Ok(Parts { cadence, scan, merge: merge.into_iter().chain(output).collect() })
    }
}

impl Parts {
    /// `posture-scan-daily`.
    pub(super) fn name(&self) -> String {
        format!("posture-scan-{}", self.cadence.as_str())
    }
}

/// Options of the scan alone, and those of what is written and said, which are the merge's.
fn divided(given: &[String]) -> (Vec<String>, Vec<String>) {
    let of_output = OutputArguments::augment_args(Command::new("merge"));
    let (mut scan, mut output) = (Vec::new(), Vec::new());
    let mut given = given.iter();
    while let Some(word) = given.next() {
        let (name, has_value) = word.split_once('=').map_or((word.as_str(), false), |(name, _)| (name, true));
        let is_meant = |long: Option<&str>, short: Option<char>| {
            long.is_some_and(|long| name.strip_prefix("--") == Some(long))
                || short.is_some_and(|short| word.starts_with(&format!("-{short}")))
        };
        let Some(option) = of_output.get_arguments().find(|option| is_meant(option.get_long(), option.get_short())) else {
            scan.push(word.clone());
            continue;
        };
        output.push(word.clone());
        let is_whole = has_value || (!word.starts_with("--") && word.len() > 2);
        if matches!(option.get_action(), ArgAction::Set | ArgAction::Append) && !is_whole {
            output.extend(given.next().cloned());
        }
    }
    (scan, output)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fleet() -> Fleet {
        let results = "s3://results-1/posture".parse().unwrap();
        Fleet::wanted(Scheduler::Kubernetes, Some(5), Some(results)).unwrap().unwrap()
    }

    #[test]
    fn parts_scan_and_the_merge_judges_and_writes() {
        let given = ["--profile", "mvp15", "--fail-on", "high", "-o", "html=r.html", "-q", "--json=x", "--name", "a b", "-ocsv=y"];
        let parts = fleet().parts(Cadence::Daily, &given.map(str::to_owned)).unwrap();
        let scan = ["--type", "full", "--profile", "mvp15", "--name", "a b", "--shards", "5"];
        assert_eq!(parts.scan[..8], scan);
        assert_eq!(parts.scan[8..], ["--results-url", "s3://results-1/posture/", "--allow-partial"]);
        assert_eq!(parts.merge[..4], ["merge", "s3://results-1/posture/", "--max-age", "3h"]);
        assert_eq!(parts.merge[4..], ["--fail-on", "high", "-o", "html=r.html", "-q", "--json=x", "-ocsv=y"]);
    }

    #[test]
    fn what_parts_cannot_do_is_refused() {
        for (option, word) in
            [("--wait", "--wait"), ("--shard=1/2", "--shard"), ("--type=quick", "--type"), ("--mock-speeed=1", "--mock-speeed")]
        {
            let error = fleet().parts(Cadence::Weekly, &[option.to_owned()]).err().unwrap();
            assert!(error.message.contains(word), "{}", error.message);
        }
        let wanted = |scheduler, shards, url: Option<&str>| {
            Fleet::wanted(scheduler, shards, url.map(|url| url.parse().unwrap())).err().map(|error| error.message)
        };
        assert!(wanted(Scheduler::Cron, Some(2), None).unwrap().contains("kubernetes and aws-batch only"));
        assert!(wanted(Scheduler::AwsBatch, None, None).unwrap().contains("--shards"));
        assert!(wanted(Scheduler::Kubernetes, Some(2), None).unwrap().contains("--results-url"));
        assert!(wanted(Scheduler::Kubernetes, None, Some("s3://abc")).unwrap().contains("--shards"));
        assert!(wanted(Scheduler::Kubernetes, Some(2), Some("/srv")).unwrap().contains("/srv"));
        assert_eq!(wanted(Scheduler::Kubernetes, None, None), None);
    }
}
