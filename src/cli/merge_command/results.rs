//! The results of a scan's parts: found, fetched and held against each other.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::cli::arguments::MergeArguments;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::shards::{Place, ResultName};
use crate::cli::terminal::say;
use crate::model::plain_text::neutralise;
use crate::model::shard::PlannedShard;
use crate::model::{Shard, Warning};
use crate::store::{Filter, ScanRecord, Store, StoreError, StoredRequest};

/// How far the starts of a scan's parts lie apart at most before it is said.
const FAR_APART: SignedDuration = SignedDuration::from_hours(6);
/// How far the clocks of two machines may be apart.
const CLOCK_ERROR: SignedDuration = SignedDuration::from_mins(5);
/// The code of the note that parts are not of one time.
const SHARDS_APART: &str = "shards_apart";

/// One result: the store of a part.
pub(super) struct ShardResult {
    pub(super) store: Store,
    pub(super) record: ScanRecord,
    pub(super) request: StoredRequest,
    pub(super) planned: PlannedShard,
    folder: TempDir,
}

/// The results of one plan, by number.
pub(super) struct Results {
    pub(super) count: u16,
    pub(super) found: BTreeMap<u16, ShardResult>,
    /// Whether the user has said how old a result may be.
    is_dated: bool,
}

/// What is there of a plan: the results that are young enough, and why others cannot be read.
#[derive(Default)]
struct OfPlan {
    usable: Vec<ShardResult>,
    unusable: Vec<Failure>,
}

impl Results {
    /// Fetches those of the one plan that is there, or that the user means. A plan of which nothing can be read, such as one of an earlier
    /// version, is in nobody's way.
    ///
    /// # Errors
    /// There is none, there are several plans, or one of the plan's results cannot be read.
    pub(super) async fn fetch(place: &Place, arguments: &MergeArguments) -> Result<Self, Failure> {
        let wanted = arguments.plan.as_deref().unwrap_or_default();
        let names = place.names().await?;
        let mut names: Vec<ResultName> = names.iter().filter_map(|name| ResultName::of(name)).collect();
        names.retain(|name| name.0.plan.starts_with(wanted));
        let mut plans: BTreeMap<String, OfPlan> = BTreeMap::new();
        for name in &names {
            let of_plan = plans.entry(name.0.plan.clone()).or_default();
            match fetch(place, name).await {
                Ok(result) => of_plan.usable.extend(result.young_enough(arguments.max_age)),
                Err(failure) => of_plan.unusable.push(failure),
            }
        }
        Self::of_one(plans, arguments)
    }

    fn of_one(plans: BTreeMap<String, OfPlan>, arguments: &MergeArguments) -> Result<Self, Failure> {
        let (mut usable, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
            plans.into_iter().partition(|(_, of_plan)| !of_plan.usable.is_empty());
        match (usable.len(), usable.pop_first()) {
            (1, Some((_, OfPlan { usable, unusable }))) => {
                if let Some(failure) = unusable.into_iter().next() {
                    return Err(failure);
                }
                others.values().filter_map(OfPlan::note).for_each(|note| say(&note));
                Self::of(usable, arguments.max_age.is_some())
            }
            (_, Some((plan, results))) => {
                usable.insert(plan, results);
                Err(several(arguments, &usable))
            }
            (_, None) => {
                let first = others.into_values().flat_map(|of_plan| of_plan.unusable).next();
                Err(first.unwrap_or_else(|| none(arguments)))
            }
        }
    }

    fn of(results: Vec<ShardResult>, is_dated: bool) -> Result<Self, Failure> {
        let count = results.first().map_or(0, |result| result.planned.shard.count());
        if let Some(other) = results.iter().find(|result| result.planned.shard.count() != count) {
            let name = ResultName(other.planned.clone());
            return Err(Failure::usage(format!("{name} does not fit the other results, of {count} shards; remove it")));
        }
        let found = results.into_iter().map(|result| (result.planned.shard.number(), result)).collect();
        Ok(Self { count, found, is_dated })
    }

    /// The parts that began long before the last one, where the user has not said that they may: their machines perhaps no longer run.
    pub(super) fn apart(&self) -> Option<Warning> {
        let last = self.found.values().map(|result| result.record.header.started_at).max().filter(|_| !self.is_dated)?;
        let is_early = |result: &&ShardResult| last.duration_since(result.record.header.started_at) > FAR_APART;
        let early: Vec<String> = self.found.values().filter(is_early).map(ShardResult::in_words).collect();
        let message = format!(
            "shard {} began hours before the last one ({}): run it again and merge again, or leave such results out with --max-age",
            early.join(", "),
            in_words(last)
        );
        (!early.is_empty()).then(|| Warning::note(SHARDS_APART, message))
    }

    /// The parts that left no result.
    pub(super) fn missing(&self) -> Vec<Shard> {
        (1..=self.count)
            .filter(|number| !self.found.contains_key(number))
            .filter_map(|number| Shard::new(number, self.count))
            .collect()
    }
}

async fn fetch(place: &Place, name: &ResultName) -> Result<ShardResult, Failure> {
    let folder = TempDir::with_prefix("posture-scan-").map_err(|error| Failure {
        ending: Ending::Failed,
        message: format!(
            "cannot make a folder for {name}: {error}; make room in {}, or name another folder with TMPDIR",
            std::env::temp_dir().display()
        ),
    })?;
    place.fetch(&name.to_string(), &folder.path().join(Store::FILE)).await?;
    let unusable =
        |why: String| Failure::usage(format!("{name} is not a shard's result that can be merged ({why}); run that shard again"));
    let (store, record, request) = opened(folder.path()).map_err(unusable)?;
    if record.header.tool_version != env!("CARGO_PKG_VERSION") {
        let (theirs, ours) = (&record.header.tool_version, env!("CARGO_PKG_VERSION"));
        return Err(Failure::usage(format!(
            "{name} was made by posture-scan {theirs}, and this is {ours}; merge with the same version"
        )));
    }
    match &request.shard {
        Some(planned) if *planned == name.0 => Ok(ShardResult { store, record, planned: name.0.clone(), request, folder }),
        Some(planned) => Err(unusable(format!("it is shard {} of plan {}", planned.shard, planned.plan))),
        None => Err(unusable("it is no shard's".to_owned())),
    }
}

/// The one scan of a store.
fn opened(folder: &Path) -> Result<(Store, ScanRecord, StoredRequest), String> {
    let shortened = |error: StoreError| shortened(folder, &error);
    let store = Store::open_foreign(folder).map_err(shortened)?;
    let mut records = store.list(&Filter::default()).map_err(shortened)?;
    let record = records.pop().filter(|_| records.is_empty()).ok_or("it does not hold one scan")?;
    let request = store.request(&record.header.id).map_err(shortened)?;
    Ok((store, record, request))
}

/// An error without the path of a folder that is gone when the message is read.
fn shortened(folder: &Path, error: &StoreError) -> String {
    error.to_string().replace(&format!("{}/", folder.display()), "")
}

fn in_words(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

impl ShardResult {
    /// The result, unless the part began longer ago than that.
    fn young_enough(self, max_age: Option<SignedDuration>) -> Option<Self> {
        let Some(max_age) = max_age else { return Some(self) };
        let age = Timestamp::now().duration_since(self.record.header.started_at);
        if age <= max_age && age >= -CLOCK_ERROR {
            return Some(self);
        }
        let when = if age < SignedDuration::ZERO { ", in the future," } else { "" };
        let started = in_words(self.record.header.started_at);
        say(&format!("note: {} began at {started}{when} and is left out", ResultName(self.planned)));
        None
    }

    /// Which part it is, and since when.
    fn in_words(&self) -> String {
        format!("{} of {}", self.planned.shard, in_words(self.record.header.started_at))
    }

    /// What went wrong when it was read.
    pub(super) fn shortened(&self, error: &StoreError) -> String {
        shortened(self.folder.path(), error)
    }
}

impl OfPlan {
    /// Why the plan is left out; `None` where it is only old, of which was told already.
    fn note(&self) -> Option<String> {
        let first = self.unusable.first()?;
        let others = match self.unusable.len() {
            1 => String::new(),
            count => format!(" (and {} others of that plan)", count - 1),
        };
        Some(neutralise(&format!("note: left out: {first}{others}")).into_owned())
    }
}

fn none(arguments: &MergeArguments) -> Failure {
    let which = match (&arguments.plan, arguments.max_age) {
        (Some(plan), _) => format!(" of a plan {plan}"),
        (None, Some(_)) => " that is young enough".to_owned(),
        (None, None) => String::new(),
    };
    Failure::usage(format!(
        "there is no shard's result{which} in {}; run the shards first, each with --shard I/N --results-url {}",
        arguments.url, arguments.url
    ))
}

fn several(arguments: &MergeArguments, plans: &BTreeMap<String, OfPlan>) -> Failure {
    let plan = |(plan, OfPlan { usable: results, .. }): (&String, &OfPlan)| {
        let newest = results.iter().map(|result| result.record.header.started_at).max();
        let (count, began) = (results.len(), newest.map(in_words).unwrap_or_default());
        let of = results.first().map_or(0, |result| result.planned.shard.count());
        format!("{plan} ({count} of {of} shards, the last of {began})")
    };
    let plans: Vec<String> = plans.iter().map(plan).collect();
    Failure::usage(format!(
        "the results in {} are of different plans, which do not add up: {}; name one with --plan, leave old ones out with --max-age, or give \
         each scan a place of its own",
        arguments.url,
        plans.join(", ")
    ))
}
