//! `scan plan`: what a scan would do, told without doing it, and kept where the user wants to run it later.

mod earlier;

use std::sync::Arc;

use anyhow::Context;

use super::arguments::{PlanArguments, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::outputs::style;
use super::running::{Refusal, account, begun_ago, find_recent, find_rival, introduce, standing};
use super::scan_command::{notes, selection, unselected};
use super::settings::{Keeping, ScanSettings, Stream, colour, shard, state_directory};
use super::terminal::{say, write_stdout};
use super::{accounts, card, signals};
use crate::checks::Library;
use crate::engine::{self, Cancellation, PreparedScan, ScanRequest};
use crate::model::charge::charges;
use crate::model::forecast::Forecast;
use crate::model::plan::{PlanStanding, ScanPlan};
use crate::model::preflight::Verdict;
use crate::model::{Preflight, ScanStatus, ScanType, Warning};
use crate::provider::Provider;
use crate::report::plan::{render, v1::PlanDocument};
use crate::store::{Launch, NewScan, Store};

/// Missing permissions that are named one by one.
const NAMED: usize = 5;

/// Runs `scan plan`.
pub(super) fn run(arguments: &PlanArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let connection = accounts::only(&arguments.scan)?;
    let scan = ScanSettings::resolve(&arguments.scan, shared, connection.as_ref())?;
    let library = Library::load_for_scans(&scan.own).map_err(Failure::usage)?;
    let request = scan.request(selection(&scan, &library)?)?;
    if let Some(unselected) = unselected(&library, &request) {
        say(&unselected);
    }
    let notes = notes(&library, &request);
    drop(library);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let introduced = runtime.block_on(introduced(&scan, &request));
    runtime.shutdown_background();
    let Introduced { provider, prepared, permissions } = introduced?;
    let prepared = notes.into_iter().fold(prepared, PreparedScan::noting);
    let part = shard(&arguments.scan)?;
    if arguments.save && part.is_some() {
        return Err(Failure::usage("--save stores the plan of a whole scan; leave out --shard and --shards").into());
    }
    let prepared = match part {
        Some(part) => prepared.of_shard(part),
        None => prepared,
    };
    if arguments.save {
        save(&prepared, &scan, &Keeping::of_scan(&arguments.scan, shared))?;
    }
    let plan = Telling { arguments, shared, scan: &scan, prepared: &prepared, permissions }.plan(provider.as_ref());
    let text = if arguments.json {
        card::pretty(&PlanDocument::from(&plan))
    } else {
        render(&plan, &style(colour(shared.color, Stream::Stdout)))
    };
    write_stdout(text.as_bytes())
}

/// An account that has said who it is.
struct Introduced {
    provider: Arc<dyn Provider>,
    prepared: PreparedScan,
    /// Which permissions the caller has, where the scan begins with a preflight.
    permissions: Option<Preflight>,
}

/// The scan's plan. Nothing is asked but whose account it is and which regions it has, and what a preflight asks.
async fn introduced(scan: &ScanSettings, request: &ScanRequest) -> Result<Introduced, Failure> {
    let cancellation = Cancellation::default();
    signals::listen(cancellation.clone());
    let introduced = introduce(&scan.source, request, &cancellation).await;
    let (provider, prepared) = introduced.map_err(|refusal| refusal.failure(&cancellation))?;
    let permissions = if scan.beforehand.preflight {
        let found = engine::preflight(&provider, &prepared, &cancellation).await;
        Some(found.map_err(|error| Refusal::Submission(error).failure(&cancellation))?)
    } else {
        None
    };
    Ok(Introduced { provider, prepared, permissions })
}

fn save(prepared: &PreparedScan, scan: &ScanSettings, keeping: &Keeping) -> Result<(), Failure> {
    let Keeping::Stored { directory, .. } = keeping else {
        return Err(Failure::usage("--save stores the plan; leave out --no-store"));
    };
    let directory = directory.as_ref().map_err(Failure::usage)?;
    let new = NewScan {
        header: prepared.header(),
        request: &scan.to_stored(),
        jobs: &prepared.jobs(),
        checks: &prepared.checks(),
        frameworks: prepared.frameworks(),
        notes: prepared.notes(),
    };
    let stored = Store::open(directory).and_then(|store| store.create(&new, Launch::Planned));
    stored.map_err(|error| Failure { ending: Ending::Failed, message: format!("the plan is not stored: {error}") })
}

/// What there is to tell the plan from.
struct Telling<'a> {
    arguments: &'a PlanArguments,
    shared: &'a SharedArguments,
    scan: &'a ScanSettings,
    prepared: &'a PreparedScan,
    permissions: Option<Preflight>,
}

impl Telling<'_> {
    fn plan(&self, provider: &dyn Provider) -> ScanPlan {
        let prepared = self.prepared;
        // Stored scans tell what there is, also where this one is not to be stored.
        let directory = state_directory(self.shared).ok();
        let store = directory.and_then(|directory| Store::open_read_only(&directory).ok());
        let earlier = store.as_ref().and_then(|store| earlier::find(store, prepared, &self.scan.to_stored()));
        let forecast = prepared.forecast(provider, earlier.as_ref(), self.scan.engine.concurrency);
        let mut notes = prepared.notes().to_vec();
        // Without the store, a scan cares neither for stored scans nor for one that is running.
        if let Some(store) = store.as_ref().filter(|_| !self.arguments.scan.no_store) {
            notes.extend(self.under_way(store));
            notes.extend(self.needless(store));
        }
        notes.extend(self.permissions.as_ref().and_then(missing));
        notes.extend(self.late(&forecast));
        notes.extend(changes_unknown(prepared));
        notes.extend(self.left_behind());
        ScanPlan {
            header: Arc::clone(prepared.header()),
            caller: prepared.account().caller.clone(),
            standing: if self.arguments.save { PlanStanding::Saved } else { PlanStanding::Told },
            skipped: prepared.skipped().to_vec(),
            jobs: prepared.jobs(),
            checks: prepared.checks(),
            charges: if provider.name() == "mock" { Vec::new() } else { charges(&forecast.actions) },
            forecast,
            notes,
        }
    }

    /// That another scan of the account is running, and what becomes of this one beside it.
    fn under_way(&self, store: &Store) -> Option<Warning> {
        let rival = find_rival(store, self.prepared.header()).filter(|rival| rival.status == ScanStatus::Running)?;
        let then = if self.scan.beforehand.wait {
            "a scan would wait for its end"
        } else {
            "a scan would be refused until it has ended, or wait for it with --wait"
        };
        let message = format!("scan {} of {} is under way ({}): {then}", rival.header.id, account(&rival.header), standing(&rival));
        Some(Warning::note("scan_under_way", message))
    }

    /// That `--if-older-than` would keep the scan from running.
    fn needless(&self, store: &Store) -> Option<Warning> {
        let recent = find_recent(store, self.prepared, self.scan.beforehand.if_older_than?)?;
        let message =
            format!("a scan would do nothing: scan {} is complete and began {} ago", recent.header.id, begun_ago(&recent));
        Some(Warning::note("scan_needless", message))
    }

    /// That a job needs longer than it may take.
    fn late(&self, forecast: &Forecast) -> Option<Warning> {
        let (job, time) = forecast.longest_job.as_ref()?;
        let deadline = self.scan.engine.job_deadline.as_secs();
        let message = format!(
            "the job {job} needs about {} seconds and may take {deadline}: what it cannot read until then is unknown; --job-deadline \
             gives it longer",
            time / 1_000
        );
        (time / 1_000 > deadline).then(|| Warning::note("job_deadline", message))
    }

    /// That a plan keeps nothing of what its template says of reports.
    fn left_behind(&self) -> Option<Warning> {
        let template = self.arguments.template_of_reports.as_ref().filter(|_| self.arguments.save)?;
        let id = &self.prepared.header().id;
        let message = format!(
            "the plan keeps what is scanned of the template {template}; `scan run {id} --template {template}` takes its options on \
             reports too"
        );
        Some(Warning::note("template_in_part", message))
    }
}

/// That the caller lacks permissions, or that nobody could tell.
fn missing(preflight: &Preflight) -> Option<Warning> {
    let (missing, unknown) = (preflight.missing(), preflight.count(Verdict::Unknown));
    if missing.is_empty() {
        let message = format!("the preflight could not tell of {unknown} actions; `scan preflight` says why");
        return (unknown > 0).then(|| Warning::note("permissions_unknown", message));
    }
    let named: Vec<&str> = missing.iter().copied().take(NAMED).collect();
    let more = missing.len() - named.len();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let message = format!(
        "a scan would be refused without --allow-partial: the caller lacks the permission for {}{rest}; `scan preflight` tells all",
        named.join(", ")
    );
    Some(Warning::note("missing_permissions", message))
}

/// That nobody knows how much has changed, which an incremental scan reads page by page.
fn changes_unknown(prepared: &PreparedScan) -> Option<Warning> {
    let message = "how often cloudtrail:LookupEvents is called depends on what has changed since the last scan: it tells 50 events a \
                   call, twice a second in each region; where a plan has nothing to go by, it counts one call a region";
    let is_incremental = prepared.header().scan_type == ScanType::Incremental;
    is_incremental.then(|| Warning::note("changes_unknown", message.to_owned()))
}
