//! Stopping a scan in two ranks.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

/// How long running calls may go on once the user has asked to stop.
pub const DRAIN_TIME: Duration = Duration::from_secs(2);

/// The two ranks: draining starts nothing new and lets running calls end within [`DRAIN_TIME`]; then everything pending is given up.
#[derive(Debug, Clone, Default)]
pub struct Cancellation {
    drain: CancellationToken,
    give_up: CancellationToken,
}

impl Cancellation {
    /// Asks the scan to stop; what had finished is kept and reported.
    pub fn request(&self) {
        self.drain.cancel();
    }

    /// Whether the scan was asked to stop.
    #[must_use]
    pub fn is_requested(&self) -> bool {
        self.drain.is_cancelled()
    }

    /// Resolves when the scan is asked to stop.
    pub async fn requested(&self) {
        self.drain.cancelled().await;
    }

    /// Resolves when running calls must be given up.
    pub(super) async fn given_up(&self) {
        self.give_up.cancelled().await;
    }

    /// Gives running calls their time once a stop is requested, then gives them up.
    pub(super) async fn watch(&self) {
        self.drain.cancelled().await;
        tokio::time::sleep(DRAIN_TIME).await;
        self.give_up.cancel();
    }
}
