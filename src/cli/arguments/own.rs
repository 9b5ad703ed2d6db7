//! The folders with a user's own files: those that are named, and the one of the user's configuration.

use std::path::PathBuf;

use super::SharedArguments;
use crate::checks::OwnFolders;
use crate::cli::configuration;

impl SharedArguments {
    /// The folders with checks and profiles of the user's own.
    pub(in crate::cli) fn own_folders(&self) -> OwnFolders {
        let profiles = if self.profiles_dir.is_empty() {
            configured_profiles(|name| std::env::var_os(name).map(PathBuf::from)).into_iter().collect()
        } else {
            self.profiles_dir.clone()
        };
        OwnFolders { checks: self.checks_dir.clone(), profiles }
    }
}

/// `posture-scan/profiles` in `$XDG_CONFIG_HOME`, else in `~/.config`, where there is a profile in it.
fn configured_profiles(variable: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let folder = configuration::folder(variable)?.join("profiles");
    let has_files = std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    has_files.then_some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configurations_folder_counts_where_something_is_in_it() {
        let home = tempfile::tempdir().unwrap();
        let found = || configured_profiles(|name| (name == "HOME").then(|| home.path().to_owned()));
        assert_eq!(found(), None);
        let folder = home.path().join(".config/posture-scan/profiles");
        std::fs::create_dir_all(&folder).unwrap();
        assert_eq!(found(), None);
        std::fs::write(folder.join("mine.yaml"), "").unwrap();
        assert_eq!(found(), Some(folder));
    }
}
