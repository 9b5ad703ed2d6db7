//! The store's folder and files: made for their owner alone, whatever the umask. They tell where an account is weak.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// The database's file in the folder.
pub(super) const DATABASE: &str = "scans.db";

/// The folder of the locks in the folder.
const LOCKS: &str = "locks";

/// The database's file.
pub(super) fn database(directory: &Path) -> PathBuf {
    directory.join(DATABASE)
}

/// The folder of the locks.
pub(super) fn locks(directory: &Path) -> PathBuf {
    directory.join(LOCKS)
}

/// Makes a folder, and those above it that are missing, for the owner alone. One that is there stays as it is.
pub(super) fn make(path: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|source| unusable(path, source))
}

/// Makes an empty file for the owner alone, where there is none. SQLite gives its own files beside the database (`-wal`, `-shm`) the
/// permissions of the database.
///
/// It is closed before it has its name. Closing a file gives up all locks that the process has on it (POSIX), those of SQLite in another
/// thread included: a database must never be opened but by SQLite ("How To Corrupt An SQLite Database File", 2.2).
pub(super) fn make_file(path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let made = tempfile::Builder::new().tempfile_in(folder).map_err(|source| unusable(folder, source))?;
    match made.into_temp_path().persist_noclobber(path) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => Err(unusable(path, error.error)),
        _ => Ok(()),
    }
}

/// Opens a file for reading and writing; one that is missing is made for the owner alone.
pub(super) fn open_file(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|source| unusable(path, source))
}

/// The error of a folder or file that cannot be used.
pub(super) fn unusable(path: &Path, source: io::Error) -> StoreError {
    StoreError::Unusable { path: path.to_owned(), source }
}

/// A name made of what somebody else chose, safe as part of a file's name and different for different texts.
///
/// Plain text stays as it is. Everything else, capitals included (some file systems take them for small letters), is replaced, and
/// the beginning of the text's SHA-256 tells it from its likes.
pub(super) fn file_name(text: &str) -> String {
    use sha2::{Digest, Sha256};

    const LONGEST: usize = 48;
    let plain = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '_';
    if !text.is_empty() && text.len() <= LONGEST && text.chars().all(plain) {
        return text.to_owned();
    }
    let seen: String = text.chars().take(LONGEST).map(|character| if plain(character) { character } else { '_' }).collect();
    format!("{seen}-{}", crate::model::hexadecimal(&Sha256::digest(text.as_bytes())[..8]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_become_harmless_and_stay_different() {
        assert_eq!(file_name("123456789012"), "123456789012");
        let long = "x".repeat(5_000);
        let hostile = ["", ".", "..", "../../etc/passwd", "a/b", "a\\b", "a\0b", "Demo", "demO", "a b", "名前", "con:", "-", &long];
        let names: Vec<String> = hostile.iter().map(|text| file_name(text)).collect();
        for (text, name) in hostile.iter().zip(&names) {
            assert!(name.len() < 80 && name.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || "_-".contains(it)));
            assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{text:?} became {name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_belongs_to_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;

        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        make(&folder).unwrap();
        make(&folder).unwrap();
        open_file(&folder.join("file")).unwrap();
        make_file(&folder.join("other")).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!([mode(&home.path().join("a")), mode(&folder)], [0o700, 0o700]);
        assert_eq!([mode(&folder.join("file")), mode(&folder.join("other"))], [0o600, 0o600]);
    }

    #[test]
    fn a_file_that_is_there_stays_as_it_is() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        std::fs::write(&file, "content").unwrap();
        make_file(&file).unwrap();
        drop(open_file(&file).unwrap());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "content");
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_made_is_named() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        std::fs::write(&file, "").unwrap();
        let error = make(&file.join("folder")).unwrap_err().to_string();
        assert!(error.contains("file") && error.contains("--state-dir"), "{error}");
    }
}
