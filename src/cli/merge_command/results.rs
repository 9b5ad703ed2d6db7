//! The results of a scan's parts: found, fetched and held against each other.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::cli::arguments::MergeArguments;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::shards::{Place, ResultName};
use crate::cli::terminal::say;
use crate::model::Shard;
use crate::model::shard::PlannedShard;
use crate::store::{Filter, ScanRecord, Store, StoredRequest};

/// One result: the store of a part.
pub(super) struct ShardResult {
    pub(super) store: Store,
    pub(super) record: ScanRecord,
    pub(super) request: StoredRequest,
    pub(super) planned: PlannedShard,
    _folder: TempDir,
}

/// The results of one plan, by number.
pub(super) struct Results {
    pub(super) count: u16,
    pub(super) found: BTreeMap<u16, ShardResult>,
}

impl Results {
    /// Fetches those of the one plan that is there, or that the user means.
    ///
    /// # Errors
    /// There is none, there are several plans, or one of the results cannot be read.
    pub(super) async fn fetch(place: &Place, arguments: &MergeArguments) -> Result<Self, Failure> {
        let wanted = arguments.plan.as_deref().unwrap_or_default();
        let names = place.names().await?;
        let mut names: Vec<ResultName> = names.iter().filter_map(|name| ResultName::of(name)).collect();
        names.retain(|name| name.0.plan.starts_with(wanted));
        let mut found = Vec::new();
        for name in &names {
            found.extend(fetch(place, name).await?.young_enough(arguments.max_age));
        }
        let mut plans: BTreeMap<String, Vec<ShardResult>> = BTreeMap::new();
        for result in found {
            plans.entry(result.planned.plan.clone()).or_default().push(result);
        }
        match (plans.len(), plans.pop_first()) {
            (1, Some((_, results))) => Ok(Self::of(results)),
            (_, Some((plan, results))) => {
                plans.insert(plan, results);
                Err(several(arguments, &plans))
            }
            (_, None) => Err(none(arguments)),
        }
    }

    fn of(results: Vec<ShardResult>) -> Self {
        let count = results.first().map_or(0, |result| result.planned.shard.count());
        Self { count, found: results.into_iter().map(|result| (result.planned.shard.number(), result)).collect() }
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
        Some(planned) if *planned == name.0 => Ok(ShardResult { store, record, planned: name.0.clone(), request, _folder: folder }),
        Some(planned) => Err(unusable(format!("it is shard {} of plan {}", planned.shard, planned.plan))),
        None => Err(unusable("it is no shard's".to_owned())),
    }
}

/// The one scan of a store.
fn opened(folder: &Path) -> Result<(Store, ScanRecord, StoredRequest), String> {
    // The name of a file that is gone when the message is read.
    let shortened = |error: crate::store::StoreError| error.to_string().replace(&format!("{}/", folder.display()), "");
    let store = Store::open_read_only(folder).map_err(shortened)?;
    let mut records = store.list(&Filter::default()).map_err(shortened)?;
    let record = records.pop().filter(|_| records.is_empty()).ok_or("it does not hold one scan")?;
    let request = store.request(&record.header.id).map_err(shortened)?;
    Ok((store, record, request))
}

impl ShardResult {
    /// The result, unless the part began longer ago than that.
    fn young_enough(self, max_age: Option<SignedDuration>) -> Option<Self> {
        let Some(max_age) = max_age else { return Some(self) };
        let age = Timestamp::now().duration_since(self.record.header.started_at);
        if age <= max_age {
            return Some(self);
        }
        let started = self.record.header.started_at.strftime("%Y-%m-%dT%H:%M:%SZ");
        say(&format!("note: {} began at {started} and is left out", ResultName(self.planned)));
        None
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

fn several(arguments: &MergeArguments, plans: &BTreeMap<String, Vec<ShardResult>>) -> Failure {
    let plan = |(plan, results): (&String, &Vec<ShardResult>)| {
        let newest = results.iter().map(|result| result.record.header.started_at).max();
        let (count, began) = (results.len(), newest.map(|at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default());
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
