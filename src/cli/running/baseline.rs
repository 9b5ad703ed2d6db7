//! The earlier scan that says which findings are new.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::rival::account;
use crate::cli::exit_code::Failure;
use crate::cli::settings::{FailOn, Keeping, OutputSettings};
use crate::cli::terminal::say;
use crate::model::check_result::finding_uid;
use crate::model::comparison::{ScanSide, Transition};
use crate::model::plain_text::neutralise;
use crate::model::summary::FindingCounts;
use crate::model::{Comparison, KnownFindings, Outcome, ScanHeader, ScanReport, ScanStatus, Severity};
use crate::report::json::earlier;
use crate::store::{Filter, ScanRecord, Store, StoreError};

/// The earlier scan that says which findings are new.
pub(in crate::cli) enum Baseline {
    /// Nobody asked what counts as new; reports tell it all the same where a scan is stored: the folder of the store and the scan's id.
    Unasked(Option<(PathBuf, String)>),
    /// The store is to be asked for one.
    Wanted,
    /// A report that the user named.
    Named(Box<ScanSide>),
    /// A stored scan.
    Stored {
        /// The folder of the store.
        directory: PathBuf,
        /// The scan's id.
        id: String,
    },
    /// There is none; the reason.
    Missing(String),
}

/// The findings of a scan that are new.
pub(in crate::cli) struct NewFindings {
    /// How many there are.
    pub(in crate::cli) counts: FindingCounts,
    /// What they are new since, or why every one is.
    since: Result<String, String>,
}

impl Baseline {
    /// What the user asked for; a report that was named is read.
    ///
    /// # Errors
    /// The report cannot be read.
    pub(in crate::cli) fn asked(output: &OutputSettings) -> Result<Self, Failure> {
        match (&output.baseline, output.fail_on) {
            (Some(path), _) => Ok(Self::Named(Box::new(earlier::read(path).map_err(Failure::usage)?))),
            (None, Some(FailOn::New(_))) => Ok(Self::Wanted),
            (None, _) => Ok(Self::Unasked(None)),
        }
    }

    /// Holds a report that was named against the account.
    ///
    /// # Errors
    /// It is one of another account.
    pub(in crate::cli) fn hold(&self, header: &ScanHeader) -> Result<(), Failure> {
        match self {
            Self::Named(side) if (&side.scan.provider, &side.scan.account_id) != (&header.provider, &header.account_id) => {
                Err(Failure::usage(format!(
                    "the baseline is a report of {} account {}, and this is {}; name a report of the same account",
                    neutralise(&side.scan.provider),
                    neutralise(&side.scan.account_id),
                    account(header)
                )))
            }
            _ => Ok(()),
        }
    }

    /// Asks the store, where that is wanted: for the last complete scan of the account with the profile, before this one is.
    pub(in crate::cli) fn look(self, keeping: &Keeping, header: &ScanHeader) -> Self {
        let directory = match (&self, keeping.directory()) {
            (Self::Wanted, Some(directory)) => directory,
            (Self::Wanted, None) => return Self::Missing("there is no store".to_owned()),
            (Self::Unasked(_), Some(directory)) => {
                // Nobody named it, so it must have looked at all that this one looks at.
                let earlier = match last_complete(directory, header, Reach::Same) {
                    Ok(earlier) => earlier,
                    Err(StoreError::Absent { .. }) => None,
                    Err(error) => {
                        say_incomparable(&error);
                        None
                    }
                };
                return Self::Unasked(earlier.map(|id| (directory.clone(), id)));
            }
            _ => return self,
        };
        match last_complete(directory, header, Reach::Any) {
            Ok(Some(id)) => Self::Stored { directory: directory.clone(), id },
            Ok(None) | Err(StoreError::Absent { .. }) => {
                let of_profile =
                    if header.profile.is_empty() { String::new() } else { format!(" with profile {}", header.profile) };
                Self::Missing(format!("no earlier complete scan of {}{of_profile} is stored", account(header)))
            }
            Err(error) => Self::Missing(error.to_string()),
        }
    }

    /// Whether the user named a report.
    pub(in crate::cli) const fn is_named(&self) -> bool {
        matches!(self, Self::Named(_))
    }

    /// The findings that are not new, for reports.
    pub(in crate::cli) fn known_findings(&self) -> Option<Arc<KnownFindings>> {
        match self {
            Self::Unasked(Some((directory, id))) | Self::Stored { directory, id } => {
                let known = Store::open_read_only(directory).and_then(|store| store.known_findings(id));
                known.inspect_err(say_incomparable).ok().map(Arc::new)
            }
            Self::Named(side) => {
                let of = |outcome: Outcome| {
                    let alike = side.results.iter().filter(move |(_, result)| result.outcome == outcome);
                    alike.map(|(key, result)| finding_uid(&key.check_id, &side.scan.account_id, &result.resource)).collect()
                };
                let (scan_id, started_at) = (side.scan.id.clone(), side.scan.started_at);
                Some(Arc::new(KnownFindings { scan_id, started_at, findings: of(Outcome::Fail), accepted: of(Outcome::Muted) }))
            }
            Self::Unasked(None) | Self::Wanted | Self::Missing(_) => None,
        }
    }

    /// What is new in a scan, where anyone asked and it came so far as to know its account.
    pub(in crate::cli) fn new_findings(&self, report: &ScanReport) -> Option<NewFindings> {
        if report.header.account_id.is_empty() {
            return None;
        }
        let compared = match self {
            Self::Unasked(_) => return None,
            Self::Wanted => Err("nothing was looked for".to_owned()),
            Self::Missing(why) => Err(why.clone()),
            Self::Named(side) => compare(side, report),
            Self::Stored { directory, id } => Store::open_read_only(directory)
                .and_then(|store| store.report(id))
                .map_err(|error| error.to_string())
                .and_then(|earlier| compare(&ScanSide::from(&earlier), report)),
        };
        Some(match compared {
            Ok((counts, since)) => NewFindings { counts, since: Ok(since) },
            Err(why) => NewFindings { counts: report.summary.findings.clone(), since: Err(why) },
        })
    }
}

/// Says that reports cannot tell what is new.
fn say_incomparable(error: &StoreError) {
    say(&format!("warning: reports do not tell new findings from known ones, because the earlier scan cannot be read: {error}"));
}

/// How far an earlier scan must have looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// As far as this one.
    Same,
    /// Rather as far, but any will do.
    Any,
}

/// The id of the newest complete scan of the account with the profile that began before this one: rather one that looked at all of its
/// regions with as many checks at least, else any.
fn last_complete(directory: &Path, own: &ScanHeader, reach: Reach) -> Result<Option<String>, StoreError> {
    let filter = Filter { account_id: Some(own.account_id.clone()), limit: None };
    let is_like_it = |record: &ScanRecord| {
        let other = &record.header;
        record.status == ScanStatus::Completed
            && (&other.provider, &other.profile) == (&own.provider, &own.profile)
            && other.id != own.id
            && other.started_at <= own.started_at
    };
    let covers = |other: &ScanHeader| {
        own.regions.iter().all(|region| other.regions.contains(region)) && other.checks_selected >= own.checks_selected
    };
    let stored = Store::open_read_only(directory)?.list(&filter)?;
    let alike: Vec<ScanHeader> = stored.into_iter().filter(is_like_it).map(|record| record.header).collect();
    let other = || alike.first().filter(|_| reach == Reach::Any);
    Ok(alike.iter().find(|other| covers(other)).or_else(other).map(|other| other.id.clone()))
}

fn compare(before: &ScanSide, after: &ScanReport) -> Result<(FindingCounts, String), String> {
    let comparison = Comparison::of(before, &ScanSide::from(after)).map_err(|error| error.to_string())?;
    let mut counts = FindingCounts::default();
    for transition in [Transition::Appeared, Transition::NewlyVisible] {
        comparison.changes_of(transition).for_each(|change| counts.count(change.severity));
    }
    let started = before.scan.started_at.strftime("%Y-%m-%dT%H:%M:%SZ");
    Ok((counts, format!("scan {} of {started}", neutralise(&before.scan.id))))
}

impl NewFindings {
    /// Says it in a line.
    pub(super) fn say(&self) {
        let severities = Severity::ALL.into_iter().map(|severity| (self.counts.of(severity), severity));
        let severities: Vec<String> =
            severities.filter(|(count, _)| *count > 0).map(|(count, severity)| format!("{count} {severity}")).collect();
        let listed = if severities.is_empty() { String::new() } else { format!(" ({})", severities.join(", ")) };
        let total = self.counts.total;
        say(&match &self.since {
            Ok(since) => format!("new findings: {total}{listed} since {since}"),
            Err(why) => format!("new findings: {total}{listed}; every finding counts as new, for {}", neutralise(why)),
        });
    }
}
