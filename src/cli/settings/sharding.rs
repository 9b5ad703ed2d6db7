//! The part of a scan on several machines that this one is, and where the parts come together.

use crate::cli::arguments::{OutputArguments, ScanArguments, TypeChoice};
use crate::cli::exit_code::Failure;
use crate::cli::shards::ResultsUrl;
use crate::model::Shard;

/// Variables in which those who start many of one say which one this is, from 0 on: Kubernetes ("Job", "Completion mode") and AWS Batch
/// ("Array job environment variables").
const INDEXES: [&str; 2] = ["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX"];

/// One part of a scan on several machines.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Sharding {
    /// The part.
    pub(in crate::cli) shard: Shard,
    /// Where its result goes.
    pub(in crate::cli) results: ResultsUrl,
}

impl Sharding {
    /// The part that was asked for; `None` for a whole scan.
    ///
    /// # Errors
    /// Flags that contradict each other, or that do nothing without others.
    pub(super) fn resolve(scan: &ScanArguments, output: &OutputArguments) -> Result<Option<Self>, Failure> {
        let Some(shard) = shard(scan)? else {
            return match scan.results_url {
                Some(_) => Err(Failure::usage(
                    "--results-url needs --shard or --shards: a whole scan goes to a report, such as --json FILE",
                )),
                None => Ok(None),
            };
        };
        let Some(results) = scan.results_url.clone() else {
            return Err(Failure::usage(format!(
                "shard {shard} needs --results-url, a folder or s3://BUCKET/PREFIX that all shards can write to"
            )));
        };
        if scan.scan_type == TypeChoice::Incremental {
            return Err(Failure::usage(
                "--type incremental builds on stored scans, of which a shard has none; leave it out, or scan on one machine",
            ));
        }
        let judges = [("--fail-on", output.fail_on.is_some()), ("--baseline", output.baseline.is_some())];
        if let Some((option, _)) = judges.into_iter().find(|(_, is_given)| *is_given) {
            return Err(Failure::usage(format!("a shard sees a part of the findings only; give {option} to `scan merge`")));
        }
        Ok(Some(Self { shard, results }))
    }
}

/// The part that was asked for; with `--shards`, the one whose number the environment tells.
///
/// # Errors
/// The environment tells none, or one that cannot be.
pub(in crate::cli) fn shard(scan: &ScanArguments) -> Result<Option<Shard>, Failure> {
    of_number(scan, |name| std::env::var(name).ok())
}

fn of_number(scan: &ScanArguments, environment: impl Fn(&str) -> Option<String>) -> Result<Option<Shard>, Failure> {
    let Some(count) = scan.shards.filter(|_| scan.shard.is_none()) else { return Ok(scan.shard) };
    let told = INDEXES.into_iter().find_map(|name| Some((name, environment(name).filter(|index| !index.is_empty())?)));
    let Some((name, index)) = told else {
        return Err(Failure::usage(format!(
            "--shards {count} leaves open which of them this is, and neither {} nor {} is set; say it with --shard, such as --shard 1/{count}",
            INDEXES[0], INDEXES[1]
        )));
    };
    let number = index.parse::<u16>().ok().and_then(|index| index.checked_add(1));
    number.and_then(|number| Shard::new(number, count)).map(Some).ok_or_else(|| {
        Failure::usage(format!(
            "{name} is {index}, and of {count} shards the first is 0 and the last {}; make --shards the job's number of them",
            count - 1
        ))
    })
}

#[cfg(test)]
mod tests {
    use clap::{Args, Command, FromArgMatches};

    use super::*;
    use crate::cli::arguments::SharedArguments;

    fn told(words: &[&str], variables: &[(&str, &str)]) -> Result<Option<String>, String> {
        let command = SharedArguments::augment_args(ScanArguments::augment_args(Command::new("scan"))).no_binary_name(true);
        let scan = ScanArguments::from_arg_matches(&command.try_get_matches_from(words).unwrap()).unwrap();
        let value = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        of_number(&scan, value).map(|shard| shard.map(|shard| shard.to_string())).map_err(|failure| failure.message)
    }

    #[test]
    fn a_shard_is_named_or_told_by_what_started_it() {
        assert_eq!(told(&[], &[("JOB_COMPLETION_INDEX", "3")]), Ok(None));
        assert_eq!(told(&["--shard", "2/5"], &[("JOB_COMPLETION_INDEX", "3")]), Ok(Some("2/5".to_owned())));
        for name in INDEXES {
            assert_eq!(told(&["--shards", "5"], &[(name, "0")]), Ok(Some("1/5".to_owned())));
            assert_eq!(told(&["--shards", "5"], &[(name, "4")]), Ok(Some("5/5".to_owned())));
            for wrong in ["5", "-1", "x", "65535"] {
                assert!(told(&["--shards", "5"], &[(name, wrong)]).unwrap_err().contains(name), "{wrong}");
            }
        }
        assert!(told(&["--shards", "5"], &[("JOB_COMPLETION_INDEX", "")]).unwrap_err().contains("--shard 1/5"));
    }
}
