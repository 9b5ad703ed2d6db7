//! Locks between processes. The kernel frees them on any death of the holder, and no child inherits them (std opens files
//! close-on-exec).
//!
//! Whoever only looks whether a lock is free holds it for a moment. So whoever wants it tries for a while before giving up.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::StoreError;
use super::folder;

/// How often a lock is tried before it counts as held, and the pause between two tries: longer than anybody looks.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(20);

/// The pause between two looks of one who waits for a lock.
const WAITING: Duration = Duration::from_millis(250);

/// The right to scan an account: one process at a time has it, until it drops this or dies.
#[derive(Debug)]
pub struct AccountLock {
    _file: File,
}

impl AccountLock {
    /// Takes the lock; `None` means that another process, or another part of this one, scans the account.
    ///
    /// # Errors
    /// The file of the lock cannot be used.
    pub fn try_acquire(directory: &Path, provider: &str, account: &str) -> Result<Option<Self>, StoreError> {
        let path = prepared(directory, &Self::file_name(provider, account))?;
        Ok(exclusive(&path, TRIES)?.map(|file| Self { _file: file }))
    }

    /// Waits for the lock for as long as it takes; `None` means that `should_stop` said so.
    ///
    /// # Errors
    /// The file of the lock cannot be used.
    pub fn acquire(
        directory: &Path,
        provider: &str,
        account: &str,
        should_stop: impl Fn() -> bool,
    ) -> Result<Option<Self>, StoreError> {
        let path = prepared(directory, &Self::file_name(provider, account))?;
        loop {
            if should_stop() {
                return Ok(None);
            }
            if let Some(file) = exclusive(&path, 1)? {
                return Ok(Some(Self { _file: file }));
            }
            std::thread::sleep(WAITING);
        }
    }

    fn file_name(provider: &str, account: &str) -> String {
        format!("{}.{}.lock", folder::file_name(provider), folder::file_name(account))
    }
}

/// The sign that a process looks after a stored scan, until it drops this or dies: a scan that is queued or running and has no such
/// sign was interrupted.
#[derive(Debug)]
pub struct ScanLock {
    scan_id: String,
    path: PathBuf,
    _file: File,
}

impl ScanLock {
    /// Takes a scan into this process's care; `None` means that it is in another's.
    ///
    /// # Errors
    /// The file of the lock cannot be used.
    pub fn try_acquire(directory: &Path, scan_id: &str) -> Result<Option<Self>, StoreError> {
        Self::after(TRIES, directory, scan_id)
    }

    /// The same, but gives up at once.
    pub(super) fn look(directory: &Path, scan_id: &str) -> Result<Option<Self>, StoreError> {
        Self::after(1, directory, scan_id)
    }

    fn after(tries: u32, directory: &Path, scan_id: &str) -> Result<Option<Self>, StoreError> {
        let path = prepared(directory, &format!("scan.{}.lock", folder::file_name(scan_id)))?;
        let file = exclusive(&path, tries)?;
        Ok(file.map(|file| Self { scan_id: scan_id.to_owned(), path, _file: file }))
    }

    /// The scan.
    #[must_use]
    pub fn scan_id(&self) -> &str {
        &self.scan_id
    }
}

impl Drop for ScanLock {
    fn drop(&mut self) {
        // Removed while it is held: whoever opened it before sees below that it is not the file any more.
        if cfg!(unix) {
            drop(std::fs::remove_file(&self.path));
        }
    }
}

/// The path of a lock in its folder, which is made where it is missing.
fn prepared(directory: &Path, name: &str) -> Result<PathBuf, StoreError> {
    let locks = folder::locks(directory);
    folder::make(&locks)?;
    Ok(locks.join(name))
}

/// The locked file, or `None` where somebody else holds it after so many tries.
fn exclusive(path: &Path, tries: u32) -> Result<Option<File>, StoreError> {
    for attempt in 1..=tries {
        let file = folder::open_file(path)?;
        match file.try_lock() {
            Ok(()) if is_at(&file, path) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) if attempt < tries => std::thread::sleep(PAUSE),
            // Held by another, or gone from its path meanwhile.
            Ok(()) | Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(source)) => return Err(folder::unusable(path, source)),
        }
    }
    Ok(None)
}

/// Whether an open file is still the one at its path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    match (file.metadata(), path.metadata()) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_one_scan_at_a_time() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path().join("store");
        let lock = |account| AccountLock::try_acquire(&directory, "mock", account).unwrap();
        let first = lock("demo").expect("free");
        assert!(lock("demo").is_none());
        assert!(lock("other").is_some());
        drop(first);
        assert!(lock("demo").is_some());
    }

    #[test]
    fn whoever_waits_gets_the_lock_or_stops_when_told() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path();
        let first = AccountLock::try_acquire(directory, "mock", "demo").unwrap();
        assert!(AccountLock::acquire(directory, "mock", "demo", || true).unwrap().is_none());
        let second = std::thread::scope(|scope| {
            let waiting = scope.spawn(|| AccountLock::acquire(directory, "mock", "demo", || false).unwrap());
            std::thread::sleep(Duration::from_millis(50));
            drop(first);
            waiting.join().unwrap()
        });
        assert!(second.is_some());
    }

    #[test]
    fn a_short_look_does_not_make_a_starting_scan_fail() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path();
        std::thread::scope(|scope| {
            let looking = ScanLock::look(directory, "scan-1").unwrap().expect("free");
            scope.spawn(move || {
                std::thread::sleep(Duration::from_millis(60));
                drop(looking);
            });
            assert!(ScanLock::try_acquire(directory, "scan-1").unwrap().is_some());
        });
    }

    #[test]
    fn a_scans_lock_leaves_no_file_and_has_one_holder_at_a_time() {
        let home = tempfile::tempdir().unwrap();
        let directory = home.path();
        let holders = std::sync::atomic::AtomicU32::new(0);
        let taken = std::sync::atomic::AtomicU32::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..300 {
                        let Some(lock) = ScanLock::look(directory, "../scan").unwrap() else { continue };
                        assert_eq!(holders.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                        taken.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                        holders.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                        drop(lock);
                    }
                });
            }
        });
        assert!(taken.into_inner() > 0);
        assert_eq!(std::fs::read_dir(folder::locks(directory)).unwrap().count(), usize::from(cfg!(not(unix))));
    }
}
