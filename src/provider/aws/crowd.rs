//! How many calls begin at once over all services and regions.
//!
//! Every call on the wire has a connection with its buffers, and each service in each region has a host of its own: without a bound the
//! first moments of a scan open hundreds of connections that it hardly needs again. What is slow does not hold up the rest: a call that
//! has been on the wire for a while gives its place to another one, and no region has all places. So this bounds how many calls begin in
//! a while, not how many connections there are: where every first call takes longer than that, far away, they are more.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Calls on the wire that have only just begun.
const MOST: usize = 64;
/// Those of them that one region may have: one that hangs leaves as many to the others.
const MOST_OF_REGION: usize = MOST / 2;
/// How long a call counts as one that has just begun: longer than nearly every answer takes.
const YOUTH: Duration = Duration::from_millis(250);

/// Bounds how many calls begin at once.
#[derive(Debug)]
pub(super) struct Crowd {
    places: Arc<Semaphore>,
    by_region: Mutex<HashMap<String, Arc<Semaphore>>>,
    most_of_region: usize,
    youth: Duration,
}

impl Default for Crowd {
    fn default() -> Self {
        Self::of(MOST, MOST_OF_REGION, YOUTH)
    }
}

/// The right to begin a call.
#[derive(Debug)]
pub(super) struct Place {
    permits: [Option<OwnedSemaphorePermit>; 2],
    youth: Duration,
}

impl Crowd {
    fn of(most: usize, most_of_region: usize, youth: Duration) -> Self {
        Self { places: Arc::new(Semaphore::new(most)), by_region: Mutex::default(), most_of_region, youth }
    }

    /// Waits until one more call to `region` may begin.
    pub(super) async fn enter(&self, region: &str) -> Place {
        // The region's place first: those who wait for it must not hold the places of the others. Semaphores are never closed here.
        let of_region = self.of_region(region).acquire_owned().await.ok();
        let of_all = Arc::clone(&self.places).acquire_owned().await.ok();
        Place { permits: [of_region, of_all], youth: self.youth }
    }

    fn of_region(&self, region: &str) -> Arc<Semaphore> {
        let mut by_region = self.by_region.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(places) = by_region.get(region) {
            return Arc::clone(places);
        }
        let places = Arc::new(Semaphore::new(self.most_of_region));
        by_region.insert(region.to_owned(), Arc::clone(&places));
        places
    }
}

impl Place {
    /// Does the work, and leaves the place to another one when it is done or takes long.
    pub(super) async fn hold<T>(self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        if let Ok(done) = tokio::time::timeout(self.youth, &mut work).await {
            return done;
        }
        drop(self.permits);
        work.await
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use futures_util::future::join_all;

    use super::*;

    /// Longer than any test takes.
    const FOR_EVER: Duration = Duration::from_hours(1);

    /// Calls that hang from the start.
    async fn hang(crowd: &Crowd, region: &str, calls: usize) {
        join_all((0..calls).map(|_| async { crowd.enter(region).await.hold(std::future::pending::<()>()).await })).await;
    }

    #[tokio::test]
    async fn only_so_many_begin_at_once() {
        let crowd = Crowd::of(4, 4, FOR_EVER);
        let mut hanging = Box::pin(hang(&crowd, "eu-west-1", 4));
        assert_eq!((&mut hanging).now_or_never(), None);
        assert!(crowd.enter("us-east-1").now_or_never().is_none(), "the crowd is full");
        drop(hanging);
        assert!(crowd.enter("us-east-1").now_or_never().is_some(), "those who went away hold no places");
    }

    #[tokio::test]
    async fn the_slow_hold_up_nobody_for_long() {
        let crowd = Crowd::of(4, 4, Duration::from_millis(20));
        let entered = async {
            crowd.enter("us-east-1").await;
            "entered"
        };
        let first = tokio::select! {
            biased;
            () = hang(&crowd, "eu-west-1", 4) => "done",
            entered = entered => entered,
        };
        assert_eq!(first, "entered");
    }

    #[tokio::test]
    async fn a_region_that_hangs_leaves_places_to_the_others() {
        let crowd = Crowd::of(4, 2, FOR_EVER);
        let mut hanging = Box::pin(hang(&crowd, "eu-west-1", 9));
        assert_eq!((&mut hanging).now_or_never(), None);
        assert!(crowd.enter("eu-west-1").now_or_never().is_none(), "it has no more places");
        let held = [crowd.enter("us-east-1").now_or_never(), crowd.enter("us-west-2").now_or_never()];
        assert!(held.iter().all(Option::is_some), "the others have theirs");
        assert!(crowd.enter("us-west-2").now_or_never().is_none(), "and no more than that");
    }

    #[tokio::test]
    async fn work_that_is_done_leaves_its_place() {
        let crowd = Crowd::default();
        for turn in 0..2 * MOST {
            assert_eq!(crowd.enter("eu-west-1").await.hold(std::future::ready(turn)).await, turn);
        }
    }
}
