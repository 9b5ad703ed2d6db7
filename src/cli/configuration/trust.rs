//! What a project's file may not say. It comes with the project, from whoever wrote that, and holds for everybody who scans in its folder:
//! it may neither send their credentials anywhere nor write outside its folder.

use std::path::{Component, Path, PathBuf};

use super::layers::Setting;
use super::option::Options;
use crate::cli::exit_code::Failure;

/// Refuses what the project's file `file` may not say.
///
/// # Errors
/// It names credentials, an endpoint, or a report outside its own folder.
pub(super) fn refuse(settings: &[Setting], options: &Options, file: &Path) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(Path::new(""));
    for setting in settings.iter().filter(|setting| setting.values.is_some()) {
        let Some(option) = options.by_id(&setting.id) else { continue };
        let elsewhere = format!("type it, set {}, or write it into your own config.toml (`scan config path`)", option.variable());
        let refused = |why: String| Failure::usage(format!("{}: `{}` {why}; {elsewhere}", file.display(), option.name()));
        if Options::is_of_credentials(setting) {
            return Err(refused(
                "says whose credentials are used or where they or the results go, which is not for a project's file to say"
                    .to_owned(),
            ));
        }
        if let Some(path) = options.written_paths(setting).find(|path| !is_below(path, folder)) {
            return Err(refused(format!("names {}, which is not below the folder of the project's file", path.display())));
        }
    }
    Ok(())
}

/// Whether what is written to `path` is below `folder`, with symbolic links followed.
fn is_below(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    real(path).is_some_and(|path| path.starts_with(folder))
}

/// The place that a path stands for, where the end of it may not be there yet; `None` where that cannot be told.
fn real(path: &Path) -> Option<PathBuf> {
    if let Ok(real) = path.canonicalize() {
        return Some(real);
    }
    // A link to nothing leads wherever it says.
    let is_link = path.symlink_metadata().is_ok();
    let Some(Component::Normal(name)) = path.components().next_back().filter(|_| !is_link) else { return None };
    Some(real(path.parent()?)?.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_below_the_folder_is_below_it() {
        let root = tempfile::tempdir().unwrap();
        let project = root.path().join("project");
        std::fs::create_dir(&project).unwrap();
        for (path, expected) in [
            ("r.json", true),
            ("new/r.json", true),
            ("../project/r.json", true),
            ("../r.json", false),
            ("../project-2/r.json", false),
            ("new/../../r.json", false),
            ("/etc/r.json", false),
        ] {
            assert_eq!(is_below(&project.join(path), &project), expected, "{path}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn links_are_followed() {
        let root = tempfile::tempdir().unwrap();
        let project = root.path().join("project");
        std::fs::create_dir(&project).unwrap();
        std::fs::write(root.path().join("theirs"), "").unwrap();
        for (name, target) in [("file", "../theirs"), ("folder", ".."), ("broken", "../nothing")] {
            std::os::unix::fs::symlink(target, project.join(name)).unwrap();
        }
        for path in ["file", "folder/theirs", "folder/new", "broken"] {
            assert!(!is_below(&project.join(path), &project), "{path}");
        }
    }
}
