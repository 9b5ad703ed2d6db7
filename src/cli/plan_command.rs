//! `scan plan`: what a scan would do, told without doing it, and kept where the user wants to run it later.

mod earlier;

use std::sync::Arc;

use anyhow::Context;

use super::arguments::{PlanArguments, SharedArguments};
use super::exit_code::{Ending, Failure};
use super::outputs::style;
use super::running::{account, begun_ago, find_recent, find_rival, introduce, standing};
use super::scan_command::selection;
use super::settings::{Keeping, ScanSettings, Stream, Turn, colour, shard};
use super::{accounts, card, signals};
use crate::checks::Library;
use crate::cli::terminal::write_stdout;
use crate::engine::{Cancellation, PreparedScan, ScanRequest};
use crate::model::charge::charges;
use crate::model::plan::{PlanStanding, ScanPlan};
use crate::model::{ScanStatus, Warning};
use crate::provider::Provider;
use crate::report::plan::{render, v1::PlanDocument};
use crate::store::{Launch, NewScan, Store};

/// Runs `scan plan`.
pub(super) fn run(arguments: &PlanArguments, shared: &SharedArguments) -> anyhow::Result<Ending> {
    let connection = accounts::chosen(&arguments.scan).and_then(accounts::only)?;
    let scan = ScanSettings::resolve(&arguments.scan, shared, connection.as_ref())?;
    let keeping = Keeping::of_scan(&arguments.scan, shared);
    let library = Library::load_for_scans(&scan.own).map_err(Failure::usage)?;
    let request = scan.request(selection(&scan, &library)?)?;
    let all: Vec<_> = library.checks().map(|check| Arc::clone(&check.metadata)).collect();
    let notes = request.suppressions.unknown_checks(&all);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the runtime")?;
    let prepared = runtime.block_on(prepared(&scan, &request));
    runtime.shutdown_background();
    let (provider, prepared) = prepared?;
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
        save(&prepared, &scan, &keeping)?;
    }
    let standing = if arguments.save { PlanStanding::Saved } else { PlanStanding::Told };
    let plan = told(arguments, &prepared, provider.as_ref(), &keeping, standing);
    let text = if arguments.json {
        card::pretty(&PlanDocument::from(&plan))
    } else {
        render(&plan, &style(colour(shared.color, Stream::Stdout)))
    };
    write_stdout(text.as_bytes())
}

/// The scan's plan. Nothing is asked but whose account it is and which regions it has.
async fn prepared(scan: &ScanSettings, request: &ScanRequest) -> Result<(Arc<dyn Provider>, PreparedScan), Failure> {
    let cancellation = Cancellation::default();
    signals::listen(cancellation.clone());
    introduce(&scan.source, request, &cancellation).await.map_err(|refusal| refusal.failure(&cancellation))
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

fn told(
    arguments: &PlanArguments,
    prepared: &PreparedScan,
    provider: &dyn Provider,
    keeping: &Keeping,
    standing: PlanStanding,
) -> ScanPlan {
    let store = keeping.directory().and_then(|directory| Store::open_read_only(directory).ok());
    let earlier = store.as_ref().and_then(|store| earlier::find(store, prepared));
    let forecast = prepared.forecast(provider, earlier.as_ref());
    let mut notes = prepared.notes().to_vec();
    if let Some(store) = &store {
        notes.extend(under_way(store, prepared, keeping));
        notes.extend(needless(arguments, store, prepared));
    }
    ScanPlan {
        header: Arc::clone(prepared.header()),
        caller: prepared.account().caller.clone(),
        standing,
        skipped: prepared.skipped().to_vec(),
        jobs: prepared.jobs(),
        checks: prepared.checks(),
        charges: charges(&forecast.actions),
        forecast,
        notes,
    }
}

/// That another scan of the account is running, and what becomes of this one beside it.
fn under_way(store: &Store, prepared: &PreparedScan, keeping: &Keeping) -> Option<Warning> {
    let rival = find_rival(store, prepared.header()).filter(|rival| rival.status == ScanStatus::Running)?;
    let then = match keeping {
        Keeping::Stored { turn: Turn::Awaited, .. } => "a scan would wait for its end",
        _ => "a scan would be refused until it has ended, or wait for it with --wait",
    };
    let message = format!("scan {} of {} is under way ({}): {then}", rival.header.id, account(&rival.header), standing(&rival));
    Some(Warning::note("scan_under_way", message))
}

/// That `--if-older-than` would keep the scan from running.
fn needless(arguments: &PlanArguments, store: &Store, prepared: &PreparedScan) -> Option<Warning> {
    let recent = find_recent(store, prepared, arguments.scan.if_older_than?)?;
    let message = format!("a scan would do nothing: scan {} is complete and began {} ago", recent.header.id, begun_ago(&recent));
    Some(Warning::note("scan_needless", message))
}
