//! A listener that stores what it hears. Hearing returns at once; a thread of its own writes.
//!
//! A scan does not end because it cannot be stored: what cannot be written is kept and tried again, and what could not be written to
//! the last is said at the end.

mod writer;

use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Store;
use super::error::StoreError;
use super::lock::ScanLock;
use crate::model::{Event, Listener};
use writer::{Message, Writer};

/// How long the end of a scan waits for another process that writes: longer than one needs to delete old scans.
const LAST_PATIENCE: Duration = Duration::from_mins(1);

/// Stores one scan as it runs.
pub struct Recorder {
    sender: Sender<Message>,
    thread: Mutex<Option<JoinHandle<Result<(), StoreError>>>>,
}

impl Recorder {
    /// Starts to record a scan that is stored already. The lock is held until the end, or until the process dies.
    ///
    /// `on_cancel` is called once, within about a quarter of a second, when another process asks the scan to stop.
    ///
    /// # Errors
    /// No thread can be started.
    pub fn start(store: Store, lock: ScanLock, on_cancel: impl FnOnce() + Send + 'static) -> Result<Self, StoreError> {
        Self::with_patience(LAST_PATIENCE, store, lock, Box::new(on_cancel))
    }

    fn with_patience(
        patience: Duration,
        store: Store,
        lock: ScanLock,
        on_cancel: Box<dyn FnOnce() + Send>,
    ) -> Result<Self, StoreError> {
        let (sender, receiver) = channel();
        let writer = Writer::new(store, lock, on_cancel, patience);
        let thread = std::thread::Builder::new().name("recorder".to_owned()).spawn(move || writer.run(&receiver));
        let thread = thread.map_err(|error| StoreError::NoWriter { detail: format!("no thread could be started: {error}") })?;
        Ok(Self { sender, thread: Mutex::new(Some(thread)) })
    }

    /// Waits until everything heard so far is stored, for about a minute where another process keeps the database locked. What is heard
    /// later is not stored.
    ///
    /// # Errors
    /// The first thing that went wrong, where something could not be stored to the last.
    pub fn finish(&self) -> Result<(), StoreError> {
        let Some(thread) = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take() else { return Ok(()) };
        // Where the thread is gone already, joining says why.
        drop(self.sender.send(Message::End));
        thread.join().unwrap_or_else(|_| Err(StoreError::NoWriter { detail: "the thread that writes panicked".to_owned() }))
    }
}

impl Listener for Recorder {
    fn hear(&self, event: &Event) {
        // After the end nobody listens any more, and nothing is to be done about it.
        drop(self.sender.send(Message::Heard(event.clone())));
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        drop(self.finish());
    }
}

#[cfg(test)]
mod tests;
