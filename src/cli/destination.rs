//! Where a report goes: a regular file appears whole or not at all, anything else is written to as it is.
//!
//! A report tells of an account's weaknesses: a new file is for its owner's eyes only. One that is there keeps its permissions.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

use super::exit_code::Failure;

/// Files under another name until they are complete; whoever ends the process early removes them.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes what an end of the process would leave behind half-written.
pub(super) fn remove_unfinished() {
    for path in UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        // Nobody is left who could be told.
        let _ = std::fs::remove_file(path);
    }
}

/// The file that `path` stands for: symbolic links followed, so that two spellings of one file are equal.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, Failure> {
    if let Ok(real) = path.canonicalize() {
        return Ok(real);
    }
    if path.symlink_metadata().is_ok() {
        return Err(Failure::usage(format!("cannot write {}: it is a symbolic link to nothing", path.display())));
    }
    let (folder, name) = (folder_of(path), path.file_name());
    let Some(name) = name else {
        return Err(Failure::usage(format!("cannot write {}: it names no file", path.display())));
    };
    match folder.canonicalize() {
        Ok(folder) => Ok(folder.join(name)),
        Err(error) => Err(cannot_write(path, &error)),
    }
}

/// Makes a folder for reports, for its owner's eyes only where it is new.
pub(super) fn make_folder(folder: &Path) -> Result<(), Failure> {
    if folder.is_dir() {
        return Ok(());
    }
    if folder.symlink_metadata().is_ok() {
        return Err(Failure::usage(format!("{} is no folder; name one, or a place where one can be made", folder.display())));
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Failure::usage(format!("cannot make the folder {}: {error}", folder.display())))
}

/// The folder that `path` stands for, made where it is not there yet: for a report of several files, which cannot go to stdout.
pub(super) fn folder_of_reports(path: &Path) -> Result<PathBuf, Failure> {
    if path == Path::new("-") {
        return Err(Failure::usage("ocsf-parquet is a folder of files, and `-` is stdout; write ./- for a folder of that name"));
    }
    make_folder(path)?;
    resolve(path)
}

/// The path from the root on; where the current folder is gone, as it is.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The file `name` of the folder `from`, or of the nearest one above that has it.
pub(super) fn nearest(from: &Path, name: &str) -> Option<PathBuf> {
    from.ancestors().map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// A report's file while it is being written.
pub(super) enum Sink {
    /// A regular file, under another name until it is complete.
    Whole(NamedTempFile, PathBuf),
    /// A device, a pipe or a socket, written to as it is.
    Direct(File, PathBuf),
}

impl Sink {
    /// Opens `path`, as [`resolve`] gave it, for writing.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => Err(Failure::usage(format!("cannot write {}: it is a folder", path.display()))),
            Ok(metadata) if !metadata.is_file() => {
                let file = OpenOptions::new().write(true).open(path).map_err(|error| cannot_write(path, &error))?;
                Ok(Self::Direct(file, path.to_owned()))
            }
            _ => {
                let unfinished = tempfile::Builder::new().prefix(".scan-").tempfile_in(folder_of(path));
                let file = unfinished.map_err(|error| cannot_write(path, &error))?;
                keep_permissions(path, &file).map_err(|error| cannot_write(path, &error))?;
                UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).push(file.path().to_owned());
                Ok(Self::Whole(file, path.to_owned()))
            }
        }
    }

    /// Finds out whether `path` could be written to, and leaves nothing behind. Only regular files are tried: opening a pipe would wait
    /// for its reader.
    pub(super) fn try_out(path: &Path) -> Result<(), Failure> {
        match path.metadata() {
            Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => Ok(()),
            _ => Self::open(path).map(drop),
        }
    }

    /// A second handle on the file.
    pub(super) fn handle(&self) -> io::Result<File> {
        match self {
            Self::Whole(file, _) => file.reopen(),
            Self::Direct(file, _) => file.try_clone(),
        }
    }

    /// Ends the writing: a regular file gets its name.
    pub(super) fn keep(self) -> Result<(), String> {
        match self {
            Self::Whole(file, path) => {
                let unfinished = file.path().to_owned();
                let kept = file.as_file().sync_all().and_then(|()| file.persist(&path).map(drop).map_err(|error| error.error));
                UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| *other != unfinished);
                kept.map_err(|error| format!("cannot write {}: {error}", path.display()))
            }
            Self::Direct(mut file, path) => file.flush().map_err(|error| format!("cannot write {}: {error}", path.display())),
        }
    }
}

/// Gives the unfinished file, which only its owner may read, the permissions of the one that it will replace.
fn keep_permissions(path: &Path, unfinished: &NamedTempFile) -> io::Result<()> {
    match path.metadata() {
        Ok(metadata) => unfinished.as_file().set_permissions(metadata.permissions()),
        Err(_) => Ok(()),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// The system's word for what went wrong, without the name that the file has while it is unfinished.
fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (why, next) = match error.kind() {
        io::ErrorKind::NotFound => (format!("the folder {} does not exist", folder_of(path).display()), "make it first"),
        kind => (kind.to_string(), "choose a place that you may write to"),
    };
    Failure::usage(format!("cannot write {}: {why}; {next}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path, text: &str) -> Result<(), String> {
        let path = resolve(path).map_err(|error| error.to_string())?;
        let sink = Sink::open(&path).map_err(|error| error.to_string())?;
        sink.handle().and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| error.to_string())?;
        sink.keep()
    }

    #[test]
    fn a_file_has_its_old_content_until_the_new_one_is_complete() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        write(&path, "old").unwrap();
        let sink = Sink::open(&path).unwrap();
        sink.handle().unwrap().write_all(b"half").unwrap();
        drop(sink);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left behind");
    }

    #[test]
    #[cfg(unix)]
    fn a_new_file_is_its_owners_and_an_earlier_one_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let mode = || path.metadata().unwrap().permissions().mode() & 0o777;
        write(&path, "new").unwrap();
        assert_eq!(mode(), 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        write(&path, "newer").unwrap();
        assert_eq!(mode(), 0o644, "whoever may read it today may read it tomorrow");
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_a_link_and_its_target_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        std::fs::write(&target, "old").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        write(&link, "new").unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "new");
        std::fs::remove_file(&target).unwrap();
        assert!(write(&link, "new").unwrap_err().contains("link to nothing"));
    }

    #[test]
    #[cfg(unix)]
    fn a_device_is_written_to_and_stays_a_device() {
        use std::os::unix::fs::FileTypeExt;
        // A link in a folder of ours, so that a mistake replaces the link and not the device.
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("null");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        write(&link, "x").unwrap();
        assert!(link.metadata().unwrap().file_type().is_char_device());
    }

    #[test]
    fn a_place_that_cannot_be_is_named_with_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing/report.json");
        let message = write(&missing, "x").unwrap_err();
        assert!(
            message.contains("report.json")
                && message.contains("missing does not exist; make it first")
                && !message.contains(".scan-"),
            "{message}"
        );
        assert!(write(folder.path(), "x").unwrap_err().contains("is a folder"));
    }
}
