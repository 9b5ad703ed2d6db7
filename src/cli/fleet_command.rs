//! Scans of several accounts in one run: each is a scan of its own, and a roll-up tells what they come to.
//!
//! Accounts share what costs memory and connections: the checks, the HTTP client, the runtime. They share nothing that one of them could
//! spoil for the others: each has its own rate limits, its own place in the store, its own status.

mod reports;
mod target;

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
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
use crate::engine::{self, Cancellation, ScanRequest, stopped_early};
use crate::model::plain_text::neutralise;
use crate::model::roll_up::{ScannedAccount, SkippedAccount};
use crate::model::{CheckMetadata, Listener, RollUp, ScanHeader, ScanReport, ScanStatus};
use crate::progress::{self, AccountLine, AccountsProgress, Mode};
use crate::provider::SubmissionError;
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
    drop(library);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let at_once = typed.several.at_once();
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
                let scope = typed.several.scope.as_str();
                return Ok(Done::nothing_ran((&settings, scope), &request, &error, started_at, (Vec::new(), reports)));
            }
        };
        if let Some(error) = found.nothing_to_scan() {
            return Ok(Done::nothing_ran((&settings, found.scope), &request, &error, started_at, (found.skipped, reports)));
        }
        Ok(Fleet::of(settings, found, reports, request, known_checks, cancellation)?.scan(started_at, at_once).await)
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
    /// What is asked of every account; each has its own in its settings.
    request: ScanRequest,
    known_checks: Vec<Arc<CheckMetadata>>,
    cancellation: Cancellation,
    progress: Arc<AccountsProgress>,
    network: Option<Network>,
    /// The accounts that have been reached, by provider and number, and from which place: none is scanned twice.
    reached: Mutex<HashMap<(String, String), usize>>,
    /// How many are being scanned by somebody else.
    elsewhere: AtomicUsize,
}

/// What became of one account.
enum Told {
    /// Its line in the roll-up, and the findings that `--fail-on` counts.
    Scanned(Box<ScannedAccount>, u64),
    /// Nothing was scanned of the one at this place, and the report says why. It is written last: what is known of an account goes before.
    Unscanned(usize, Arc<ScanReport>),
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
    /// Whether somebody else is scanning every one of the accounts.
    is_elsewhere: bool,
}

impl Fleet {
    fn of(
        settings: Settings,
        found: Targets,
        reports: Arc<Reports>,
        request: ScanRequest,
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
            reached: Mutex::default(),
            elsewhere: AtomicUsize::default(),
            settings,
            found,
            reports,
            request,
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
        fleet.progress.begin(&fleet.settings.scan.profiles, fleet.request.selection.checks.len() as u64);
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
        fleet.done(told, started_at)
    }

    /// What all of it comes to.
    fn done(&self, told: Vec<Told>, started_at: Timestamp) -> Done {
        let (mut accounts, mut unscanned, mut skipped, mut counted) = (Vec::new(), Vec::new(), self.found.skipped.clone(), 0);
        for told in told {
            match told {
                Told::Scanned(account, findings) => {
                    counted += findings;
                    accounts.push(*account);
                }
                Told::Unscanned(place, report) => unscanned.push((place, report)),
                Told::Skipped(account) => skipped.push(account),
            }
        }
        unscanned.sort_by_key(|(place, _)| *place);
        accounts.extend(unscanned.into_iter().map(|(place, report)| self.tell(place, report)));
        for SkippedAccount { account_id, reason, .. } in &self.found.skipped {
            let message = format!("the account is {reason}: nothing of it was scanned");
            let error = SubmissionError { code: "account_inactive", message };
            let report = Arc::new(engine::nothing_ran(self.settings.scan.source.provider(), &self.request, &error));
            self.reports.replace(account_id, &named(report, account_id));
        }
        let name = self.settings.scan.name.clone();
        let roll_up = RollUp::fold(self.found.scope, name, started_at, accounts, skipped);
        if roll_up.accounts.is_empty() {
            let error = SubmissionError { code: "nothing_to_scan", message: roll_up.status_reason.clone() };
            let report = engine::nothing_ran(self.settings.scan.source.provider(), &self.request, &error);
            self.reports.tell_of_nothing(&ScanReport { status: roll_up.status, ..report });
        }
        let elsewhere = self.elsewhere.load(Ordering::Relaxed);
        let is_elsewhere = elsewhere > 0 && elsewhere == roll_up.accounts.len();
        Done { output: self.settings.output.clone(), roll_up, reports: Arc::clone(&self.reports), counted, is_elsewhere }
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
            Ok(Outcome::Scanned(report, _)) if report.jobs.is_empty() => {
                self.reports.keep_lines(place);
                Told::Unscanned(place, report)
            }
            Ok(Outcome::Scanned(report, baseline)) => tokio::task::block_in_place(|| self.take(place, &report, &baseline)),
            Ok(Outcome::Needless(recent)) => {
                self.reports.forget_lines(place);
                let reason = format!("scan {} is complete and began {} ago", recent.header.id, begun_ago(&recent));
                let target = &self.found.accounts[place];
                self.progress.ended(place, ScanStatus::Completed, &reason);
                let account_id = recent.header.account_id.clone();
                Told::Skipped(SkippedAccount { account_id, name: target.name.clone(), reason })
            }
            Ok(Outcome::Part(..)) => self.lost(place, ScanStatus::Failed, "a part of a scan is of one account".to_owned()),
            Err(error) => {
                let is_elsewhere = |failure: &Failure| failure.ending == Ending::AlreadyRunning;
                if error.downcast_ref().is_some_and(is_elsewhere) {
                    self.elsewhere.fetch_add(1, Ordering::Relaxed);
                }
                self.lost(place, ScanStatus::SubmissionError, format!("{error:#}"))
            }
        }
    }

    async fn attempt(&self, place: usize, cancellation: &Cancellation) -> anyhow::Result<Outcome> {
        let target = &self.found.accounts[place];
        let request = target.scan.request(self.request.selection.clone())?;
        let mut notes = request.suppressions.unknown_checks(&self.known_checks);
        notes.extend(request.suppressions.unknown_regions(&request.regions));
        let mut listeners: Vec<Arc<dyn Listener>> = vec![self.progress.listener(place)];
        listeners.extend(self.reports.listener(place)?);
        let listener: Arc<dyn Listener> = Arc::new(listeners);
        let (settings, scan) = (&self.settings, &target.scan);
        let admit = &|header: &ScanHeader| self.admit(place, header);
        let attempt = Attempt { settings, scan, request: &request, notes, listener, admit, cancellation };
        Box::pin(attempt.run(Box::pin(target.connect(self.network.clone())), Baseline::asked(&self.settings.output)?)).await
    }

    /// Lets in an account that no other scan of this run is of.
    fn admit(&self, place: usize, header: &ScanHeader) -> Result<(), SubmissionError> {
        let ScanHeader { provider, account_id, .. } = header;
        let mut reached = self.reached.lock().unwrap_or_else(PoisonError::into_inner);
        if *reached.entry((provider.clone(), account_id.clone())).or_insert(place) == place {
            return Ok(());
        }
        let message = format!("{account_id} is scanned already, through another connection of this run: leave one of them out");
        Err(SubmissionError { code: "account_twice", message })
    }

    /// Writes what is written of one account, and keeps a line of it.
    fn take(&self, place: usize, report: &ScanReport, baseline: &Baseline) -> Told {
        self.reports.keep_lines(place);
        let target = &self.found.accounts[place];
        let counted = match (self.settings.output.fail_on, baseline.new_findings(report)) {
            (None, _) => 0,
            (Some(FailOn::New(severity)), Some(new)) => new.counts.at_or_above(severity),
            (Some(FailOn::Any(severity) | FailOn::New(severity)), _) => report.summary.findings.at_or_above(severity),
        };
        let mut account = ScannedAccount::of(place, &target.account_id, &target.name, report);
        let label = self.reports.claim(&report.header.account_id, &target.name, place);
        account.folder = self.reports.take(place, &label, report);
        Told::Scanned(Box::new(account), counted)
    }

    /// Writes what is written of an account of which nothing was scanned, and keeps a line of it.
    fn tell(&self, place: usize, report: Arc<ScanReport>) -> ScannedAccount {
        let target = &self.found.accounts[place];
        let reached = self.reached.lock().unwrap_or_else(PoisonError::into_inner);
        let own = reached.iter().find(|(_, of)| **of == place).map(|((_, account_id), _)| account_id.clone());
        drop(reached);
        let account_id = own.unwrap_or_else(|| target.account_id.clone());
        let label = self.reports.claim(&account_id, &target.name, place);
        // Where another connection's report is the account's, this one is not.
        let report = if label == account_id { named(report, &account_id) } else { report };
        let mut account = ScannedAccount::of(place, &account_id, &target.name, &report);
        account.folder = self.reports.take(place, &label, &report);
        account
    }

    /// What is told of an account that nothing is known of.
    fn lost(&self, place: usize, status: ScanStatus, message: String) -> Told {
        self.progress.ended(place, status, &message);
        let provider = self.found.accounts[place].scan.source.provider();
        let report = engine::nothing_ran(provider, &self.request, &SubmissionError { code: "not_scanned", message });
        let report = Arc::new(ScanReport { status, ..report });
        self.reports.end_lines(place, &report);
        Told::Unscanned(place, report)
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
fn named(report: Arc<ScanReport>, account_id: &str) -> Arc<ScanReport> {
    if !report.header.account_id.is_empty() || account_id.is_empty() {
        return report;
    }
    let mut named = Arc::unwrap_or_clone(report);
    let mut header = named.header.as_ref().clone();
    account_id.clone_into(&mut header.account_id);
    named.header = Arc::new(header);
    Arc::new(named)
}

impl Done {
    /// The end of a run that never learned which accounts there are, or that there are none.
    fn nothing_ran(
        (settings, scope): (&Settings, &'static str),
        request: &ScanRequest,
        error: &SubmissionError,
        started_at: Timestamp,
        (skipped, reports): (Vec<SkippedAccount>, Arc<Reports>),
    ) -> Self {
        let ScanSettings { name, source, .. } = &settings.scan;
        let report = engine::nothing_ran(source.provider(), request, error);
        reports.tell_of_nothing(&report);
        let fold = RollUp::fold(scope, name.clone(), started_at, Vec::new(), skipped);
        let roll_up = RollUp { status: report.status, status_reason: report.status_reason, ..fold };
        Self { output: settings.output.clone(), roll_up, reports, counted: 0, is_elsewhere: false }
    }

    /// Writes the reports, says what they do not, and tells how the program ends.
    fn conclude(self) -> anyhow::Result<Ending> {
        let Self { output, roll_up, reports, counted, is_elsewhere } = self;
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
        Ok(if is_elsewhere { Ending::AlreadyRunning } else { of_scan(roll_up.status, counted, output.partial) })
    }
}
