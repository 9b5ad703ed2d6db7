//! One part: kept in a store of its own while it runs, which is then its result.

use std::path::Path;

use tempfile::TempDir;

use super::name::ResultName;
use super::place::Place;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::quoting::in_shell;
use crate::cli::settings::{Keeping, Sharding, Turn};
use crate::model::shard::PlannedShard;
use crate::model::{ScanReport, ScanStatus};
use crate::store::Store;

/// The name of the result in the part's own folder.
const RESULT: &str = "result.db";

/// A part that runs.
pub(in crate::cli) struct Part {
    folder: TempDir,
    /// Where its store is.
    pub(in crate::cli) keeping: Keeping,
    /// Where its result goes.
    place: Place,
    name: ResultName,
    /// The place as the user named it.
    shown: String,
}

impl Part {
    /// Makes room for a part of the plan with this digest.
    ///
    /// # Errors
    /// There is no room, or the result's place cannot be written to.
    pub(in crate::cli) fn begin(sharding: &Sharding, plan: String, place: Place) -> Result<Self, Failure> {
        place.prepare()?;
        let folder = TempDir::with_prefix("posture-scan-").map_err(|error| Failure {
            ending: Ending::Failed,
            message: format!(
                "cannot make a folder for the shard's result: {error}; make room in {}, or name another folder with TMPDIR",
                std::env::temp_dir().display()
            ),
        })?;
        let keeping = Keeping::Stored { directory: Ok(folder.path().to_owned()), turn: Turn::AtOnce };
        let name = ResultName(PlannedShard { shard: sharding.shard, plan });
        Ok(Self { folder, keeping, place, name, shown: sharding.results.to_string() })
    }

    /// Which part of which plan it is.
    pub(in crate::cli) const fn planned(&self) -> &PlannedShard {
        &self.name.0
    }
}

/// Leaves the result where it belongs; tells where that is. A part that was stopped leaves none: an earlier result of it may be whole.
///
/// # Errors
/// It cannot be written.
pub(in crate::cli) async fn leave(part: Part, report: &ScanReport) -> Result<String, Failure> {
    let shard = part.planned().shard;
    if report.status == ScanStatus::Cancelled {
        return Ok(format!("shard {shard} was stopped and leaves no result"));
    }
    let left = written(part.folder.path(), report)
        .map_err(|why| Failure { ending: Ending::Failed, message: format!("shard {shard} leaves no result: {why}") });
    let file = left?;
    let separator = if part.shown.ends_with('/') { "" } else { "/" };
    if let Err(failure) = part.place.put(&part.name.to_string(), &file).await {
        let kept = part.folder.keep().join(RESULT);
        let target = format!("{}{separator}{}", part.shown, part.name);
        let copy = if target.starts_with("s3://") { "aws s3 cp" } else { "cp" };
        let command = format!("{copy} {} {}", in_shell(&kept.display().to_string()), in_shell(&target));
        let message = format!("{}; the result is kept, copy it to where it belongs: {command}", failure.message);
        return Err(Failure { message, ..failure });
    }
    let left = if report.jobs.is_empty() { "has nothing to do and left an empty result" } else { "left its result" };
    Ok(format!("shard {shard} {left}: {}{separator}{}", part.shown, part.name))
}

/// The store as one file.
fn written(folder: &Path, report: &ScanReport) -> Result<std::path::PathBuf, String> {
    let problem = report.warnings.iter().find(|warning| warning.code == crate::cli::running::NOT_STORED);
    if let Some(problem) = problem {
        return Err(problem.message.clone());
    }
    let file = folder.join(RESULT);
    Store::open_read_only(folder).and_then(|store| store.write_to(&file)).map_err(|error| error.to_string())?;
    Ok(file)
}
