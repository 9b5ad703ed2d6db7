//! Every check, profile and framework there is: those inside the binary, and a user's own.
//!
//! The folder is the registry: nothing is listed by hand.

mod files;
mod profiles;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::ScopedJoinHandle;

use include_dir::{Dir, include_dir};

use super::check::Check;
use super::document::CheckDocument;
use super::framework::{self, Framework};
use super::profile::Profile;
use super::yaml;
use crate::model::{CheckMetadata, Requirement};
use files::{SourceFile, embedded_files, files_below, with_frameworks_apart};

static CHECKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/checks");
static PROFILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/profiles");
static FRAMEWORKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/frameworks");

/// A file that cannot be part of the library.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct LibraryError {
    /// The file, as a user finds it.
    pub path: String,
    /// What is wrong with it.
    pub reason: String,
}

/// The folders with a user's own files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnFolders {
    /// Of checks; a folder `frameworks` at the top of one holds frameworks.
    pub checks: Vec<PathBuf>,
    /// Of profiles.
    pub profiles: Vec<PathBuf>,
}

/// Every check, profile and framework there is.
#[derive(Debug, Clone, Default)]
pub struct Library {
    checks: BTreeMap<String, Arc<Check>>,
    profiles: BTreeMap<String, Profile>,
    frameworks: BTreeMap<String, Arc<Framework>>,
    /// The ids of checks that are the user's own.
    own: BTreeSet<String>,
}

impl Library {
    /// Loads what is inside the binary and every check below `checks_dirs`.
    ///
    /// # Errors
    /// The first file that cannot be read or understood.
    pub fn load(checks_dirs: &[PathBuf]) -> Result<Self, LibraryError> {
        Self::load_with(&OwnFolders { checks: checks_dirs.to_vec(), profiles: Vec::new() })
    }

    /// Loads what is inside the binary and what is in a user's own folders.
    ///
    /// # Errors
    /// The first file that cannot be read or understood.
    pub fn load_with(own: &OwnFolders) -> Result<Self, LibraryError> {
        whole(Self::load_with_problems(own)?)
    }

    /// The same without the examples of the checks inside the binary, which are half of their text and which no scan needs.
    ///
    /// # Errors
    /// The first file that cannot be read or understood.
    pub fn load_for_scans(own: &OwnFolders) -> Result<Self, LibraryError> {
        let mut files = embedded_files(&CHECKS, "checks");
        for file in &mut files {
            file.leave_out_examples();
        }
        whole(Self::load_files(files, own)?)
    }

    /// The same, but leaves out what cannot be understood and tells all of it, for the linter.
    ///
    /// # Errors
    /// A folder of the user's that cannot be read or has nothing in it.
    pub fn load_with_problems(own: &OwnFolders) -> Result<(Self, Vec<LibraryError>), LibraryError> {
        Self::load_files(embedded_files(&CHECKS, "checks"), own)
    }

    fn load_files(mut files: Vec<SourceFile>, own: &OwnFolders) -> Result<(Self, Vec<LibraryError>), LibraryError> {
        let mut library = Self::default();
        let mut frameworks = embedded_files(&FRAMEWORKS, "frameworks");
        let mut problems = Vec::new();
        for directory in &own.checks {
            let (files_of_it, unreadable) = files_below(directory)?;
            problems.extend(unreadable);
            let (of_frameworks, own) = with_frameworks_apart(files_of_it);
            frameworks.extend(of_frameworks);
            library.own.extend(own.iter().map(|file| file.expected_id.clone()));
            files.extend(own);
        }
        let (read_checks, read_frameworks) = std::thread::scope(|scope| {
            let of_frameworks = scope.spawn(|| on_all_cores(&frameworks, |file| yaml::read::<Framework>(&file.text)));
            (on_all_cores(&files, read_check), of_frameworks.join())
        });
        for (file, check) in files.into_iter().zip(read_checks) {
            if let Err(reason) = check.and_then(|check| library.add_check(check)) {
                problems.push(LibraryError { path: file.path, reason });
            }
        }
        let read_frameworks = read_frameworks.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        for (file, framework) in frameworks.into_iter().zip(read_frameworks) {
            if let Err(reason) = framework.and_then(|framework| library.add_framework(&file.expected_id, framework)) {
                problems.push(LibraryError { path: file.path, reason });
            }
        }
        let mut profiles = embedded_files(&PROFILES, "profiles");
        for directory in &own.profiles {
            let (own, unreadable) = files_below(directory)?;
            problems.extend(unreadable);
            profiles.extend(own);
        }
        problems.extend(library.add_profiles(profiles).into_iter().map(|(path, reason)| LibraryError { path, reason }));
        Ok((library, problems))
    }

    /// Every check, by id.
    pub fn checks(&self) -> impl Iterator<Item = &Arc<Check>> {
        self.checks.values()
    }

    /// The ids of the checks that are the user's own.
    pub fn own_checks(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str).filter(|id| self.checks.contains_key(*id))
    }

    /// The check with that id.
    #[must_use]
    pub fn check(&self, id: &str) -> Option<&Arc<Check>> {
        self.checks.get(id)
    }

    /// The checks of other tools that are left out here on purpose, by id, with the reason: `checks/EXCLUDED.md`.
    #[must_use]
    pub fn exclusions(&self) -> BTreeMap<String, String> {
        let text = CHECKS.get_file("EXCLUDED.md").and_then(include_dir::File::contents_utf8).unwrap_or_default();
        let entry = |line: &str| {
            let (id, reason) = line.strip_prefix("- `")?.split_once("`: ")?;
            Some((id.to_owned(), reason.trim().to_owned()))
        };
        text.lines().filter_map(entry).collect()
    }

    /// Every framework, by id.
    pub fn frameworks(&self) -> impl Iterator<Item = &Arc<Framework>> {
        self.frameworks.values()
    }

    /// The framework with that id.
    #[must_use]
    pub fn framework(&self, id: &str) -> Option<&Arc<Framework>> {
        self.frameworks.get(id)
    }

    /// The checks of a framework, by id, each once.
    #[must_use]
    pub fn checks_of_framework(&self, framework: &Framework) -> Vec<Arc<Check>> {
        let ids: BTreeSet<&String> = framework.requirements.iter().flat_map(|requirement| &requirement.checks).collect();
        ids.into_iter().filter_map(|id| self.checks.get(id).cloned()).collect()
    }

    fn add_check(&mut self, check: Check) -> Result<(), String> {
        let id = &check.metadata.id;
        if self.checks.contains_key(id) {
            return Err(format!("the id `{id}` is already taken"));
        }
        self.checks.insert(id.clone(), Arc::new(check));
        Ok(())
    }

    fn add_framework(&mut self, expected_id: &str, framework: Framework) -> Result<(), String> {
        if framework.id != expected_id {
            return Err(format!("the id is `{}`, the path demands `{expected_id}`", framework.id));
        }
        if self.frameworks.contains_key(&framework.id) {
            return Err(format!("the id `{}` is already taken", framework.id));
        }
        if let Some(problem) = framework::problem(&framework) {
            return Err(problem);
        }
        let missing = |id: &&String| !self.checks.contains_key(*id);
        for requirement in &framework.requirements {
            if let Some(id) = requirement.checks.iter().find(missing) {
                return Err(format!("requirement {}: no check `{id}`", requirement.id));
            }
        }
        for requirement in &framework.requirements {
            for id in &requirement.checks {
                let Some(check) = self.checks.get_mut(id) else { continue };
                let metadata = Arc::make_mut(&mut Arc::make_mut(check).metadata);
                metadata.requirements.push(Requirement {
                    framework: framework.id.clone(),
                    requirement: requirement.id.clone(),
                    title: requirement.title.clone(),
                });
                metadata.requirements.sort();
            }
        }
        self.frameworks.insert(framework.id.clone(), Arc::new(framework));
        Ok(())
    }
}

/// The library, where nothing of it is missing.
fn whole((library, mut problems): (Library, Vec<LibraryError>)) -> Result<Library, LibraryError> {
    if problems.is_empty() { Ok(library) } else { Err(problems.swap_remove(0)) }
}

fn read_check(file: &SourceFile) -> Result<Check, String> {
    let document: CheckDocument = yaml::read(&file.text)?;
    if document.id != file.expected_id {
        return Err(format!("the id is `{}`, the path demands `{}`", document.id, file.expected_id));
    }
    Check::compile(document).map_err(|error| error.to_string())
}

/// What `read` makes of each file, in the files' order: every start reads hundreds of them.
fn on_all_cores<T: Send>(files: &[SourceFile], read: impl Fn(&SourceFile) -> T + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS);
    let share = files.len().div_ceil(threads).max(1);
    let read = &read;
    std::thread::scope(|scope| {
        let shares: Vec<_> =
            files.chunks(share).map(|files| scope.spawn(move || files.iter().map(read).collect::<Vec<T>>())).collect();
        let join = |thread: ScopedJoinHandle<'_, Vec<T>>| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        shares.into_iter().flat_map(join).collect()
    })
}

/// More than these hardly read a few hundred small files any sooner.
const MOST_THREADS: usize = 8;

/// The metadata of every check in `checks`.
#[must_use]
pub fn metadata_of(checks: &[Arc<Check>]) -> Vec<Arc<CheckMetadata>> {
    let mut metadata: Vec<_> = checks.iter().map(|check| Arc::clone(&check.metadata)).collect();
    metadata.sort_by(|left, right| left.id.cmp(&right.id));
    metadata
}

#[cfg(test)]
mod tests;
