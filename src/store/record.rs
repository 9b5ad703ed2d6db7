//! How values are written down: the store's own forms, so that the model may change and what is stored stays readable.
//!
//! Structured values are JSON that keeps what the reports' JSON gives up: the gap behind an unknown property, and whether a number
//! is a whole one.

pub(super) mod asset;
pub(super) mod calls;
pub(super) mod check;
pub(super) mod framework;
pub(super) mod property;
pub(super) mod time;
pub(super) mod warning;

use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde::{Deserialize, Serialize};

use super::error::Fault;

/// The JSON of a value.
pub(super) fn written(value: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|error| Fault::Unwritable(error.to_string()))
}

/// The value of a JSON text.
pub(super) fn read<T: DeserializeOwned>(json: &str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| Fault::Unreadable(error.to_string()))
}

/// The variant of one of the model's enumerations that goes by a word; words are what their `as_str` says.
pub(super) fn variant<'a, T: Deserialize<'a>>(word: &'a str) -> Result<T, Fault> {
    let deserializer: StrDeserializer<'a, Error> = word.into_deserializer();
    T::deserialize(deserializer).map_err(|error| Fault::Unreadable(error.to_string()))
}

/// A count as SQLite keeps it; none comes near the limit.
pub(super) fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A count as the model has it.
pub(super) fn counted(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{GapKind, JobKind, JobStatus, Outcome, ScanStatus, ScanType, Severity};

    fn reads_back<T>(values: &[T], word: fn(&T) -> &'static str)
    where
        T: for<'a> Deserialize<'a> + PartialEq + std::fmt::Debug,
    {
        for value in values {
            assert_eq!(&variant::<T>(word(value)).unwrap(), value);
        }
    }

    #[test]
    fn every_word_of_the_model_finds_its_variant_again() {
        reads_back(&Severity::ALL, |it| it.as_str());
        reads_back(&[JobKind::Discovery, JobKind::Compliance, JobKind::Clusters, JobKind::Registries], |it| it.as_str());
        reads_back(&[ScanType::Quick, ScanType::Standard, ScanType::Full, ScanType::Custom], |it| it.as_str());
        let outcomes = [Outcome::Fail, Outcome::Unknown, Outcome::Pass, Outcome::NotApplicable, Outcome::Muted];
        reads_back(&outcomes, |it| it.as_str());
        let statuses = [JobStatus::Queued, JobStatus::Running, JobStatus::Succeeded, JobStatus::Partial, JobStatus::Failed];
        reads_back(&statuses, |it| it.as_str());
        reads_back(&[JobStatus::Cancelled], |it| it.as_str());
        let statuses = [ScanStatus::NotStarted, ScanStatus::Queued, ScanStatus::Running, ScanStatus::SubmissionError];
        reads_back(&statuses, |it| it.as_str());
        let statuses = [ScanStatus::Completed, ScanStatus::Partial, ScanStatus::Failed, ScanStatus::Cancelled];
        reads_back(&statuses, |it| it.as_str());
        let kinds = [GapKind::Denied, GapKind::Throttled, GapKind::RegionDisabled, GapKind::Expired];
        reads_back(&kinds, |it| it.as_str());
        let kinds = [
            GapKind::CredentialsRejected,
            GapKind::Unreachable,
            GapKind::Gone,
            GapKind::Malformed,
            GapKind::Refused,
            GapKind::DeadlineExceeded,
            GapKind::Cancelled,
        ];
        reads_back(&kinds, |it| it.as_str());
        reads_back(&[GapKind::NotCollected, GapKind::Undecided, GapKind::Internal], |it| it.as_str());
    }

    #[test]
    fn a_word_that_nobody_knows_is_an_error_that_names_it() {
        let Err(Fault::Unreadable(detail)) = variant::<Severity>("apocalyptic") else { panic!("understood") };
        assert!(detail.contains("apocalyptic"), "{detail}");
    }
}
