//! The files that a library is made of: where they are found, and which id their place demands.

use std::path::Path;

use include_dir::Dir;

use super::LibraryError;

/// A file as it was read.
#[derive(Debug, Clone)]
pub(super) struct SourceFile {
    /// The file, as a user finds it.
    pub(super) path: String,
    /// The id that the path demands: `aws/s3/x.yaml` is `aws-s3-x`.
    pub(super) expected_id: String,
    /// The text.
    pub(super) text: String,
}

impl SourceFile {
    /// Drops a check's examples, where they are the last thing in the file.
    pub(super) fn leave_out_examples(&mut self) {
        let Some((head, examples)) = self.text.split_once("\nexamples:") else { return };
        let is_last = examples.lines().skip(1).all(|line| line.is_empty() || line.starts_with([' ', '#']));
        if is_last {
            self.text.truncate(head.len() + 1);
        }
    }
}

/// The YAML files of a folder inside the binary that is called `name`.
pub(super) fn embedded_files(folder: &'static Dir<'_>, name: &str) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files().filter(|file| is_yaml(file.path())) {
            files.push(SourceFile {
                path: format!("{name}/{}", file.path().display()),
                expected_id: id_of(file.path()),
                text: file.contents_utf8().unwrap_or_default().to_owned(),
            });
        }
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

/// The YAML files below `root`, and what below it cannot be read.
///
/// # Errors
/// `root` itself cannot be read, or there is no YAML file below it.
pub(super) fn files_below(root: &Path) -> Result<(Vec<SourceFile>, Vec<LibraryError>), LibraryError> {
    let failed = |path: &Path, error: &std::io::Error| LibraryError { path: path.display().to_string(), reason: error.to_string() };
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut entries: Vec<_> = std::fs::read_dir(root).map_err(|error| failed(root, &error))?.collect();
    while let Some(entry) = entries.pop() {
        let path = match entry {
            Ok(entry) => entry.path(),
            Err(error) => {
                problems.push(failed(root, &error));
                continue;
            }
        };
        if path.is_dir() {
            match std::fs::read_dir(&path) {
                Ok(inner) => entries.extend(inner),
                Err(error) => problems.push(failed(&path, &error)),
            }
        } else if is_yaml(&path) {
            let expected_id = id_of(path.strip_prefix(root).unwrap_or(&path));
            match std::fs::read_to_string(&path) {
                Ok(text) => files.push(SourceFile { path: path.display().to_string(), expected_id, text }),
                Err(error) => problems.push(failed(&path, &error)),
            }
        }
    }
    if files.is_empty() && problems.is_empty() {
        let reason = "there is nothing in it: no file ends in .yaml or .yml".to_owned();
        return Err(LibraryError { path: root.display().to_string(), reason });
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    problems.sort();
    Ok((files, problems))
}

/// The frameworks among a user's own files, which stand in the folder `frameworks` at the top, and the other files. No check's id
/// begins so.
pub(super) fn with_frameworks_apart(files: Vec<SourceFile>) -> (Vec<SourceFile>, Vec<SourceFile>) {
    let (mut frameworks, others): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| file.expected_id.starts_with(FRAMEWORKS_PREFIX));
    for file in &mut frameworks {
        file.expected_id = file.expected_id.trim_start_matches(FRAMEWORKS_PREFIX).to_owned();
    }
    (frameworks, others)
}

/// How the path of a user's own framework begins, as a part of an id.
const FRAMEWORKS_PREFIX: &str = "frameworks-";

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// `aws/s3/bucket-x.yaml` is `aws-s3-bucket-x`.
fn id_of(relative: &Path) -> String {
    let stem = relative.with_extension("");
    stem.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("-")
}
