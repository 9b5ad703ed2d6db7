//! How many calls begin at once over all services and regions.
//!
//! Every call on the wire has a connection with its buffers, and each service in each region has a host of its own: without a bound the
//! first moments of a scan open hundreds of connections that it hardly needs again. What is slow does not hold up the rest: a call that
//! has been on the wire for a while gives its place to another one.

use std::pin::pin;
use std::time::Duration;

use tokio::sync::Semaphore;

/// Calls on the wire that have only just begun.
const MOST: usize = 64;
/// How long a call counts as one that has just begun: longer than nearly every answer takes.
const YOUTH: Duration = Duration::from_millis(250);

/// Bounds how many calls begin at once.
#[derive(Debug)]
pub(super) struct Crowd {
    places: Semaphore,
}

impl Default for Crowd {
    fn default() -> Self {
        Self { places: Semaphore::new(MOST) }
    }
}

/// The right to begin a call.
#[derive(Debug)]
pub(super) struct Place<'a>(Option<tokio::sync::SemaphorePermit<'a>>);

impl Crowd {
    /// Waits until one more call may begin.
    pub(super) async fn enter(&self) -> Place<'_> {
        // The semaphore is never closed.
        Place(self.places.acquire().await.ok())
    }
}

impl Place<'_> {
    /// Does the work, and leaves the place to another one when it is done or takes long.
    pub(super) async fn hold<T>(self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        if let Ok(done) = tokio::time::timeout(YOUTH, &mut work).await {
            return done;
        }
        drop(self.0);
        work.await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_so_many_begin_at_once_and_the_slow_hold_up_nobody() {
        let crowd = Crowd::default();
        let hanging: Vec<_> = (0..MOST).map(|_| async { crowd.enter().await.hold(std::future::pending::<()>()).await }).collect();
        let mut hanging = Box::pin(futures_util::future::join_all(hanging));
        let at_once = tokio::time::timeout(Duration::from_millis(100), async {
            tokio::select! {
                biased;
                _ = &mut hanging => "done",
                _ = crowd.enter() => "entered",
            }
        });
        assert!(at_once.await.is_err(), "the crowd is full");
        let later = tokio::time::timeout(20 * YOUTH, async {
            tokio::select! {
                biased;
                _ = &mut hanging => "done",
                _ = crowd.enter() => "entered",
            }
        });
        assert_eq!(later.await, Ok("entered"));
    }

    #[tokio::test]
    async fn work_that_is_done_leaves_its_place() {
        let crowd = Crowd::default();
        for turn in 0..2 * MOST {
            assert_eq!(crowd.enter().await.hold(std::future::ready(turn)).await, turn);
        }
    }
}
