//! Parts of a scan for several machines: which of them does what.
//!
//! Every part makes the same plan and takes its own jobs of it, so that all parts together are the scan, without a word between them.

pub mod missing;

use std::collections::BTreeSet;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::job::Job;

/// The most parts of a scan: those of the largest array job of AWS Batch ("Array jobs" in its user guide).
pub const MOST: u16 = 10_000;

/// One of the equal parts of a scan: `2/5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Shard {
    number: u16,
    count: u16,
}

impl Shard {
    /// The part with a number, from 1 to `count`; `None` for one that cannot be.
    #[must_use]
    pub const fn new(number: u16, count: u16) -> Option<Self> {
        if number >= 1 && number <= count && count <= MOST { Some(Self { number, count }) } else { None }
    }

    /// Its number, from 1 on.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.number
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self) -> u16 {
        self.count
    }

    /// Whether it does the unit, one of all `units`. They are dealt out like cards, so that no part has two more than another.
    #[must_use]
    pub fn has(self, unit: &Unit, units: &BTreeSet<Unit>) -> bool {
        units
            .iter()
            .position(|other| other == unit)
            .is_some_and(|place| place % usize::from(self.count) + 1 == usize::from(self.number))
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.number, self.count)
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}

impl TryFrom<String> for Shard {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.trim().split_once('/').and_then(|(number, count)| Some((whole(number)?, whole(count)?)));
        let advice = || format!("a shard is its number and how many there are, such as 2/5: from 1/1 to {MOST}/{MOST}");
        parts.and_then(|(number, count)| Self::new(number, count)).ok_or_else(advice)
    }
}

/// A number without a sign, which `parse` would take.
fn whole(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// What one part does as a whole: a region of an account, or what sweeps all of an account's regions. Regions come before sweeps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    is_sweep: bool,
    account_id: String,
    name: String,
}

impl Unit {
    /// The unit that a job of an account belongs to. The two jobs of a region share what they read.
    #[must_use]
    pub fn of(account_id: &str, job: &Job) -> Self {
        let name = job.region.clone().unwrap_or_else(|| job.id.clone());
        Self { is_sweep: job.region.is_none(), account_id: account_id.to_owned(), name }
    }

    /// The units of accounts, given with their jobs.
    #[must_use]
    pub fn of_all<'a>(accounts: impl IntoIterator<Item = (&'a str, &'a [Job])>) -> BTreeSet<Self> {
        accounts.into_iter().flat_map(|(id, jobs)| jobs.iter().map(move |job| Self::of(id, job))).collect()
    }
}

/// Which part of which plan a stored scan is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedShard {
    /// The part.
    pub shard: Shard,
    /// What tells the plan from every other.
    pub plan: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::JobKind;

    fn jobs(regions: usize) -> Vec<Job> {
        let of_region = |number: usize| {
            let region = format!("r-{number:02}");
            [JobKind::Discovery, JobKind::Compliance].map(|kind| Job::queued(kind, Some(&region)))
        };
        let sweeps = [JobKind::Clusters, JobKind::Registries].map(|kind| Job::queued(kind, None));
        (0..regions).flat_map(of_region).chain(sweeps).collect()
    }

    #[test]
    fn every_unit_is_in_one_part_and_the_parts_are_even() {
        let (one, other) = (jobs(17), jobs(3));
        let units = Unit::of_all([("1", one.as_slice()), ("2", other.as_slice())]);
        assert_eq!(units.len(), 17 + 3 + 4);
        for count in [1, 2, 3, 7, 24, 30] {
            let sizes: Vec<usize> = (1..=count)
                .map(|number| units.iter().filter(|unit| Shard::new(number, count).unwrap().has(unit, &units)).count())
                .collect();
            assert_eq!(sizes.iter().sum::<usize>(), units.len(), "{sizes:?}");
            assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1, "{sizes:?}");
        }
    }

    #[test]
    fn the_jobs_of_a_region_stay_together_and_their_order_changes_nothing() {
        let (jobs, mut other) = (jobs(5), jobs(5));
        other.reverse();
        let (units, same) = (Unit::of_all([("1", jobs.as_slice())]), Unit::of_all([("1", other.as_slice())]));
        assert_eq!(units, same);
        assert_eq!(Unit::of("1", &jobs[0]), Unit::of("1", &jobs[1]));
    }

    #[test]
    fn a_shard_is_its_number_and_how_many_there_are() {
        assert_eq!("2/5".parse(), Ok(Shard { number: 2, count: 5 }));
        for text in ["", "2", "0/5", "6/5", "2/0", "+2/5", "-1/5", "2/5/1", "a/b", "1/10001", "2/65537", "/"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
        let stored = serde_json::to_string(&Shard::new(2, 5).unwrap()).unwrap();
        assert_eq!(serde_json::from_str::<Shard>(&stored).unwrap().to_string(), "2/5");
    }
}
