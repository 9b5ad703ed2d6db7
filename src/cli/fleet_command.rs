//! Scans of several accounts in one run: each is a scan of its own, and a roll-up tells what they come to.
//!
//! Accounts share what costs memory and connections: the checks, the HTTP client, the runtime. They share nothing that one of them could
//! spoil for the others: each has its own rate limits, its own place in the store, its own status.

mod reports;
mod target;

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use futures_util::StreamExt;
use jiff::Timestamp;

use super::accounts::Accounts;
use super::arguments::{ScanArguments, SharedArguments};
use super::exit_code::{Ending, Failure, of_scan};
use super::running::{Baseline, Network, Refusal, begun_ago, quiet_panics};
use super::scan_command::{Attempt, Outcome, selection, unselected};
use super::settings::{FailOn, OutputSettings, ScanSettings, Settings};
use super::signals;
use super::terminal::{hold_lines, release_lines, say};
use crate::checks::Library;
use crate::checks::selection::Selection;
use crate::engine::{Cancellation, stopped_early};
use crate::model::plain_text::neutralise;
use crate::model::roll_up::{ScannedAccount, SkippedAccount};
use crate::model::{CheckMetadata, Listener, RollUp, ScanHeader, ScanReport, ScanStatus};
use crate::progress::{self, AccountLine, AccountsProgress, Mode};
use crate::provider::{Provider, SubmissionError};
use reports::Reports;
use target::{Target, Targets};

/// Scans several accounts; `folder` is where each gets a folder of reports.
pub(super) fn run(
    settings: Settings,
    wanted: Accounts,
    typed: &ScanArguments,
    shared: &SharedArguments,
    folder: Option<&Path>,
) -> anyhow::Result<Ending> {
    if settings.output.baseline.is_some() {
        let hint = "leave it out: each account is compared with its own last complete stored scan";
        return Err(Failure::usage(format!("--baseline is a report of one account, and these are several; {hint}")).into());
    }
    if settings.sharding.is_some() {
        return Err(Failure::usage(
            "--shard is a part of one account's scan, and these are several accounts; leave one of them out",
        )
        .into());
    }
    let library = Library::load_for_scans(&settings.scan.own).map_err(Failure::usage)?;
    let selection = selection(&settings.scan, &library)?;
    quiet_panics(settings.output.verbosity);
    let reports = Arc::new(Reports::open(&settings.output, folder)?);
    let request = settings.scan.request(selection.clone())?;
    if let Some(unselected) = unselected(&library, &request).filter(|_| !settings.output.is_quiet()) {
        say(&unselected);
    }
    let known_checks = library.checks().map(|check| Arc::clone(&check.metadata)).collect();
    drop((library, request));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let at_once = usize::from(typed.several.account_concurrency);
    let done = runtime.block_on(async {
        let cancellation = Cancellation::default();
        signals::listen(cancellation.clone());
        let started_at = Timestamp::now();
        let found = tokio::select! {
            found = target::find(wanted, &settings.scan, (typed, shared)) => found,
            () = cancellation.requested() => Err(Refusal::Submission(stopped_early())),
        };
        let found = match found {
            Ok(found) => found,
            Err(Refusal::Usage(failure)) => return Err(failure.into()),
            Err(Refusal::Submission(error)) => {
                return Ok(Done::nothing_ran(&settings, typed, &error, &cancellation, started_at, reports));
            }
        };
        Ok(Fleet::of(settings, found, reports, selection, known_checks, cancellation)?.scan(started_at, at_once).await)
    });
    // Calls that nobody waits for any more must not keep the program from ending.
    runtime.shutdown_background();
    done.and_then(Done::conclude)
}

/// Everything that the accounts' scans share.
struct Fleet {
    settings: Settings,
    found: Targets,
    reports: Arc<Reports>,
    selection: Selection,
    known_checks: Vec<Arc<CheckMetadata>>,
    cancellation: Cancellation,
    progress: Arc<AccountsProgress>,
    network: Option<Network>,
    /// Held while a person may be asked for a code: they answer one question at a time.
    asking: Option<tokio::sync::Mutex<()>>,
    /// The accounts that have been reached: none is scanned twice.
    reached: Mutex<HashSet<String>>,
}

/// What became of one account.
enum Told {
    /// Its line in the roll-up, and the findings that `--fail-on` counts.
    Scanned(Box<ScannedAccount>, u64),
    /// It was not to be scanned.
    Skipped(SkippedAccount),
}

/// The end of the run: what is to be written and said.
struct Done {
    output: OutputSettings,
    roll_up: RollUp,
    reports: Arc<Reports>,
    /// Findings that `--fail-on` counts.
    counted: u64,
}

impl Fleet {
    fn of(
        settings: Settings,
        found: Targets,
        reports: Arc<Reports>,
        selection: Selection,
        known_checks: Vec<Arc<CheckMetadata>>,
        cancellation: Cancellation,
    ) -> Result<Self, Failure> {
        let asks = found.accounts.iter().any(Target::asks);
        // A question would be painted over.
        let mode = if asks && settings.output.progress == Mode::Bars { Mode::Lines } else { settings.output.progress };
        let lines =
            found.accounts.iter().map(|target| AccountLine { account_id: target.account_id.clone(), name: target.name.clone() });
        Ok(Self {
            progress: progress::accounts(mode, settings.output.progress_colour, lines.collect()),
            network: shared_network(&found)?,
            asking: asks.then(tokio::sync::Mutex::default),
            reached: Mutex::default(),
            settings,
            found,
            reports,
            selection,
            known_checks,
            cancellation,
        })
    }

    /// Scans every account, at most so many at once.
    async fn scan(self, started_at: Timestamp, at_once: usize) -> Done {
        let fleet = Arc::new(self);
        let is_painted = fleet.progress.is_painted();
        if is_painted {
            hold_lines();
        }
        fleet.progress.begin(&fleet.settings.scan.profiles, fleet.selection.checks.len() as u64);
        let places = 0..fleet.found.accounts.len();
        let scans = places.map(|place| {
            let fleet = Arc::clone(&fleet);
            async move {
                let told = tokio::spawn(Arc::clone(&fleet).scan_one(place)).await;
                told.unwrap_or_else(|error| fleet.lost(place, ScanStatus::Failed, format!("the scan broke off: {error}")))
            }
        });
        let told: Vec<Told> = futures_util::stream::iter(scans).buffer_unordered(at_once.max(1)).collect().await;
        fleet.progress.finish();
        if is_painted {
            release_lines();
        }
        let (mut accounts, mut skipped, mut counted) = (Vec::new(), fleet.found.skipped.clone(), 0);
        for told in told {
            match told {
                Told::Scanned(account, findings) => {
                    counted += findings;
                    accounts.push(*account);
                }
                Told::Skipped(account) => skipped.push(account),
            }
        }
        let name = fleet.settings.scan.name.clone();
        let roll_up = RollUp::fold(fleet.found.scope, name, started_at, accounts, skipped);
        Done { output: fleet.settings.output.clone(), roll_up, reports: Arc::clone(&fleet.reports), counted }
    }

    /// Scans one account. Whatever goes wrong is that account's matter.
    async fn scan_one(self: Arc<Self>, place: usize) -> Told {
        if self.cancellation.is_requested() {
            return self.lost(place, ScanStatus::Cancelled, stopped_early().message);
        }
        self.progress.began(place);
        // Another process may ask one of the scans to stop; the user asks all of them.
        let own = Cancellation::default();
        let passing_on = tokio::spawn({
            let (all, own) = (self.cancellation.clone(), own.clone());
            async move {
                all.requested().await;
                own.request();
            }
        });
        let outcome = self.attempt(place, &own).await;
        passing_on.abort();
        match outcome {
            Ok(Outcome::Scanned(report, baseline)) => tokio::task::block_in_place(|| self.take(place, report, &baseline)),
            Ok(Outcome::Needless(recent)) => {
                let reason = format!("scan {} is complete and began {} ago", recent.header.id, begun_ago(&recent));
                let target = &self.found.accounts[place];
                self.progress.ended(place, ScanStatus::Completed, &reason);
                let account_id = recent.header.account_id.clone();
                Told::Skipped(SkippedAccount { account_id, name: target.name.clone(), reason })
            }
            Ok(Outcome::Part(..)) => self.lost(place, ScanStatus::Failed, "a part of a scan is of one account".to_owned()),
            Err(error) => self.lost(place, ScanStatus::SubmissionError, format!("{error:#}")),
        }
    }

    async fn attempt(&self, place: usize, cancellation: &Cancellation) -> anyhow::Result<Outcome> {
        let target = &self.found.accounts[place];
        let request = target.scan.request(self.selection.clone())?;
        let mut notes = request.suppressions.unknown_checks(&self.known_checks);
        notes.extend(request.suppressions.unknown_regions(&request.regions));
        let mut listeners: Vec<Arc<dyn Listener>> = vec![self.progress.listener(place)];
        listeners.extend(self.reports.listener(place)?);
        let listener: Arc<dyn Listener> = Arc::new(listeners);
        let (settings, scan) = (&self.settings, &target.scan);
        let admit = &|header: &ScanHeader| self.admit(header);
        let attempt = Attempt { settings, scan, request: &request, notes, listener, admit, cancellation };
        Box::pin(attempt.run(Box::pin(self.connect(target)), Baseline::asked(&self.settings.output)?)).await
    }

    /// Connects to an account; where a person may be asked for a code, to one after another.
    async fn connect(&self, target: &Target) -> Result<Arc<dyn Provider>, Refusal> {
        let _turn = match &self.asking {
            Some(asking) => Some(asking.lock().await),
            None => None,
        };
        target.connect(self.network.clone()).await
    }

    /// Lets in an account that no other scan of this run is of.
    fn admit(&self, header: &ScanHeader) -> Result<(), SubmissionError> {
        let ScanHeader { provider, account_id, .. } = header;
        if self.reached.lock().unwrap_or_else(PoisonError::into_inner).insert(format!("{provider}/{account_id}")) {
            return Ok(());
        }
        let message = format!("{account_id} is scanned already, through another connection of this run: leave one of them out");
        Err(SubmissionError { code: "account_twice", message })
    }

    /// Writes what is written of one account, and keeps a line of it.
    fn take(&self, place: usize, report: Arc<ScanReport>, baseline: &Baseline) -> Told {
        let target = &self.found.accounts[place];
        let report = named(report, target);
        let counted = match (self.settings.output.fail_on, baseline.new_findings(&report)) {
            (None, _) => 0,
            (Some(FailOn::New(severity)), Some(new)) => new.counts.at_or_above(severity),
            (Some(FailOn::Any(severity) | FailOn::New(severity)), _) => report.summary.findings.at_or_above(severity),
        };
        let mut account = ScannedAccount::of(place, &target.account_id, &target.name, &report);
        account.folder = self.reports.take(place, &target.name, &report);
        Told::Scanned(Box::new(account), counted)
    }

    /// The line of an account that nothing is known of.
    fn lost(&self, place: usize, status: ScanStatus, reason: String) -> Told {
        self.progress.ended(place, status, &reason);
        let target = &self.found.accounts[place];
        Told::Scanned(Box::new(ScannedAccount::unscanned(place, &target.account_id, &target.name, status, reason)), 0)
    }
}

/// Connections that all accounts share.
#[cfg(feature = "aws")]
fn shared_network(found: &Targets) -> Result<Option<Network>, Failure> {
    if found.accounts.iter().all(|target| target.scan.source.provider() != "aws") {
        return Ok(None);
    }
    Network::new().map(Some).map_err(|error| Failure { ending: Ending::SubmissionError, message: error.message })
}

#[cfg(not(feature = "aws"))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as with the feature")]
fn shared_network(_found: &Targets) -> Result<Option<Network>, Failure> {
    Ok(None)
}

/// The report of a scan that never learned its account, with the account that was meant: reports of several are told apart by it.
fn named(report: Arc<ScanReport>, target: &Target) -> Arc<ScanReport> {
    if !report.header.account_id.is_empty() || target.account_id.is_empty() {
        return report;
    }
    let mut named = Arc::unwrap_or_clone(report);
    let mut header = named.header.as_ref().clone();
    header.account_id.clone_from(&target.account_id);
    named.header = Arc::new(header);
    Arc::new(named)
}

impl Done {
    /// The end of a run that never learned which accounts there are.
    fn nothing_ran(
        settings: &Settings,
        typed: &ScanArguments,
        error: &SubmissionError,
        cancellation: &Cancellation,
        started_at: Timestamp,
        reports: Arc<Reports>,
    ) -> Self {
        let ScanSettings { name, .. } = &settings.scan;
        let fold = RollUp::fold(typed.several.scope.as_str(), name.clone(), started_at, Vec::new(), Vec::new());
        let status = if cancellation.is_requested() { ScanStatus::Cancelled } else { ScanStatus::SubmissionError };
        let roll_up = RollUp { status, status_reason: error.message.clone(), ..fold };
        Self { output: settings.output.clone(), roll_up, reports, counted: 0 }
    }

    /// Writes the reports, says what they do not, and tells how the program ends.
    fn conclude(self) -> anyhow::Result<Ending> {
        let Self { output, roll_up, reports, counted } = self;
        let shows_table = reports.shows_table();
        reports.write(&output, &roll_up)?;
        if roll_up.accounts.is_empty() && roll_up.status != ScanStatus::Completed {
            say(&format!("error: {}", neutralise(&roll_up.status_reason)));
        } else if !shows_table && (!output.is_quiet() || roll_up.status != ScanStatus::Completed) {
            for account in roll_up.accounts.iter().filter(|account| account.header.is_none()) {
                let label = if account.account_id.is_empty() { &account.name } else { &account.account_id };
                say(&format!("warning: {}: {}", neutralise(label), neutralise(&account.status_reason)));
            }
            say(&format!("{}: {}", roll_up.status, roll_up.status_reason));
        }
        if matches!(output.fail_on, Some(FailOn::New(_))) && !output.is_quiet() {
            say(&format!("new findings: {counted} that count"));
        }
        Ok(of_scan(roll_up.status, counted, output.partial))
    }
}
