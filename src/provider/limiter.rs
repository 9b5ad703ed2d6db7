//! Limits how fast and how many calls go out at once, and slows down when the other side asks for it.
//!
//! Nothing here knows a cloud: lanes, buckets and rates come from the provider. A bucket starts full, because a service's own
//! bucket is full too when a scan begins.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

/// How fast calls may go out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Calls a second in the long run.
    pub per_second: f64,
    /// Calls at once after a rest.
    pub burst: f64,
}

/// The part of what a service allows that may be used, for the sake of others who call it too; in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share(u8);

impl Share {
    /// All of it.
    pub const WHOLE: Self = Self(100);

    /// So many hundredths, from 1 to 100.
    #[must_use]
    pub fn percent(percent: u8) -> Option<Self> {
        (1..=100).contains(&percent).then_some(Self(percent))
    }

    /// The hundredths.
    #[must_use]
    pub const fn hundredths(self) -> u8 {
        self.0
    }

    /// The share of a rate. A bucket that held less than one call would never let one out.
    #[must_use]
    pub fn of_rate(self, rate: Rate) -> Rate {
        let part = f64::from(self.0) / 100.0;
        Rate { per_second: rate.per_second * part, burst: (rate.burst * part).max(1.0) }
    }

    /// The share of the calls that run at once, rounded up.
    #[must_use]
    pub fn of_calls(self, at_once: usize) -> usize {
        (at_once * usize::from(self.0)).div_ceil(100)
    }
}

impl Default for Share {
    fn default() -> Self {
        Self::WHOLE
    }
}

/// How much of its speed a bucket keeps when it is throttled.
const KEPT_WHEN_THROTTLED: f64 = 0.7;
/// The slowest that a bucket gets, as a part of its rate.
const SLOWEST: f64 = 0.2;
/// How much of its rate a slowed bucket regains each second.
const REGAINED_PER_SECOND: f64 = 0.2;

/// A bucket's level at a moment: pure arithmetic on the time it is given.
#[derive(Debug)]
struct Level {
    rate: Rate,
    tokens: f64,
    speed: f64,
    at: Instant,
    slowed_at: Option<Instant>,
}

impl Level {
    fn full(rate: Rate, now: Instant) -> Self {
        Self { rate, tokens: rate.burst, speed: rate.per_second, at: now, slowed_at: None }
    }

    fn advance(&mut self, now: Instant) {
        let seconds = now.saturating_duration_since(self.at).as_secs_f64();
        self.tokens = (self.tokens + seconds * self.speed).min(self.rate.burst);
        self.speed = (self.speed + seconds * self.rate.per_second * REGAINED_PER_SECOND).min(self.rate.per_second);
        self.at = self.at.max(now);
    }

    /// Takes a token, or says how long until there may be one.
    fn take(&mut self, now: Instant) -> Result<(), Duration> {
        self.advance(now);
        if self.tokens >= 1.0 {
            self.tokens -= 1.0;
            return Ok(());
        }
        // A millisecond more than the arithmetic says, so that rounding never asks for a second short sleep.
        Err(Duration::from_secs_f64((1.0 - self.tokens) / self.speed) + Duration::from_millis(1))
    }

    /// Empties the bucket and slows it down; the many refusals of one burst slow it down once.
    fn throttled(&mut self, granted: Instant, now: Instant) {
        self.advance(now);
        self.tokens = 0.0;
        if self.slowed_at.is_none_or(|slowed| granted > slowed) {
            self.speed = (self.speed * KEPT_WHEN_THROTTLED).max(self.rate.per_second * SLOWEST);
            self.slowed_at = Some(now);
        }
    }
}

#[derive(Debug)]
struct Bucket {
    level: Mutex<Level>,
    /// First come, first served: only the first in the queue looks at the level.
    queue: tokio::sync::Mutex<()>,
}

impl Bucket {
    fn new(rate: Rate) -> Self {
        Self { level: Mutex::new(Level::full(rate, Instant::now())), queue: tokio::sync::Mutex::new(()) }
    }

    fn level(&self) -> MutexGuard<'_, Level> {
        self.level.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn take(&self) -> Instant {
        let _turn = self.queue.lock().await;
        loop {
            let now = Instant::now();
            let taken = self.level().take(now);
            match taken {
                Ok(()) => return now,
                Err(wait) => tokio::time::sleep(wait).await,
            }
        }
    }
}

/// The calls to one service in one region: a bound on how many run at once, and a bucket for each group of actions.
#[derive(Debug)]
pub struct Lane {
    running: Arc<Semaphore>,
    buckets: Mutex<HashMap<String, Arc<Bucket>>>,
}

/// Permission for one call; the call counts as running until this is dropped.
#[derive(Debug)]
pub struct Pass {
    bucket: Arc<Bucket>,
    granted: Instant,
    _running: OwnedSemaphorePermit,
}

impl Lane {
    /// A lane in which at most `at_once` calls run.
    #[must_use]
    pub fn new(at_once: usize) -> Self {
        Self { running: Arc::new(Semaphore::new(at_once.max(1))), buckets: Mutex::default() }
    }

    /// Waits until a call of the group `bucket` may go out. The first call of a group sets its rate.
    pub async fn enter(&self, bucket: &str, rate: Rate) -> Pass {
        let bucket = self.bucket(bucket, rate);
        // The token first: those who wait for a slow group must not hold the places of the others.
        let granted = bucket.take().await;
        let running = Arc::clone(&self.running);
        loop {
            // The semaphore is never closed, so this loop ends with its first turn.
            if let Ok(permit) = Arc::clone(&running).acquire_owned().await {
                return Pass { bucket, granted, _running: permit };
            }
        }
    }

    fn bucket(&self, name: &str, rate: Rate) -> Arc<Bucket> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bucket) = buckets.get(name) {
            return Arc::clone(bucket);
        }
        let bucket = Arc::new(Bucket::new(rate));
        buckets.insert(name.to_owned(), Arc::clone(&bucket));
        bucket
    }
}

impl Pass {
    /// The call goes out only now, having waited for something else since it was let through: a refusal counts from here.
    pub fn goes_out(&mut self) {
        self.granted = Instant::now();
    }

    /// The other side refused this call for rate.
    pub fn throttled(&self) {
        self.bucket.level().throttled(self.granted, Instant::now());
    }
}

/// Every lane by name.
#[derive(Debug, Default)]
pub struct Limiter {
    lanes: Mutex<HashMap<String, Arc<Lane>>>,
}

impl Limiter {
    /// The lane called `name`, made with room for `at_once` calls when it is asked for first.
    pub fn lane(&self, name: &str, at_once: usize) -> Arc<Lane> {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(lanes.entry(name.to_owned()).or_insert_with(|| Arc::new(Lane::new(at_once))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: Rate = Rate { per_second: 10.0, burst: 3.0 };

    fn after(start: Instant, milliseconds: u64) -> Instant {
        start + Duration::from_millis(milliseconds)
    }

    fn taken(level: &mut Level, now: Instant) -> usize {
        std::iter::repeat_with(|| level.take(now)).take_while(Result::is_ok).take(1_000).count()
    }

    #[test]
    fn a_bucket_starts_full_and_never_holds_more_than_its_burst() {
        let start = Instant::now();
        let mut level = Level::full(TEN, start);
        assert_eq!(taken(&mut level, start), 3);
        assert_eq!(taken(&mut level, after(start, 60_000)), 3);
    }

    #[test]
    fn an_empty_bucket_gives_at_its_rate_and_names_the_wait() {
        let start = Instant::now();
        let mut level = Level::full(TEN, start);
        taken(&mut level, start);
        let wait = level.take(start).expect_err("empty");
        assert!((100..=102).contains(&wait.as_millis()), "{wait:?}");
        assert_eq!(level.take(start + wait), Ok(()));
    }

    #[test]
    fn many_refusals_of_one_burst_slow_a_bucket_down_once() {
        let start = Instant::now();
        let mut level = Level::full(TEN, start);
        taken(&mut level, start);
        for _ in 0..20 {
            level.throttled(start, after(start, 10));
        }
        assert!((6.9..7.2).contains(&level.speed), "{}", level.speed);
        level.throttled(after(start, 20), after(start, 30));
        assert!((4.9..5.2).contains(&level.speed), "{}", level.speed);
    }

    #[test]
    fn a_bucket_never_stops_and_regains_its_speed_evenly() {
        let start = Instant::now();
        let mut level = Level::full(TEN, start);
        for round in 1..50 {
            level.throttled(after(start, round * 2 - 1), after(start, round * 2));
        }
        assert!((2.0..2.2).contains(&level.speed), "{}", level.speed);
        level.advance(after(start, 2_100));
        assert!((5.9..6.3).contains(&level.speed), "{}", level.speed);
        level.advance(after(start, 20_000));
        assert!((level.speed - 10.0).abs() < f64::EPSILON, "{}", level.speed);
    }

    #[test]
    fn a_share_of_a_rate_is_smaller_and_still_lets_calls_out() {
        let share = |percent| Share::percent(percent).expect("a share");
        assert_eq!(share(30).of_rate(Rate { per_second: 20.0, burst: 100.0 }), Rate { per_second: 6.0, burst: 30.0 });
        assert_eq!(share(1).of_rate(Rate { per_second: 2.0, burst: 2.0 }), Rate { per_second: 0.02, burst: 1.0 });
        assert_eq!([100, 30, 1].map(|percent| share(percent).of_calls(16)), [16, 5, 1]);
        assert_eq!([0, 101, 255].map(Share::percent), [None; 3]);
        assert_eq!(Share::default().of_rate(TEN), TEN);
    }

    #[tokio::test]
    async fn a_call_that_went_out_after_a_refusal_slows_its_bucket_down_again() {
        let lane = Lane::new(3);
        let [first, second, mut third] = [lane.enter("a", TEN).await, lane.enter("a", TEN).await, lane.enter("a", TEN).await];
        first.throttled();
        let speed = || first.bucket.level().speed;
        let slowed = speed();
        second.throttled();
        assert!(speed() >= slowed, "it was on its way already");
        third.goes_out();
        third.throttled();
        assert!(speed() < slowed, "{} and then {}", slowed, speed());
    }

    #[tokio::test]
    async fn a_lane_bounds_how_many_run_at_once() {
        let lane = Lane::new(2);
        let plenty = Rate { per_second: 1000.0, burst: 1000.0 };
        let first = lane.enter("a", plenty).await;
        let _second = lane.enter("b", plenty).await;
        let third = lane.enter("a", plenty);
        assert!(tokio::time::timeout(Duration::from_millis(20), third).await.is_err());
        drop(first);
        assert!(tokio::time::timeout(Duration::from_millis(200), lane.enter("a", plenty)).await.is_ok());
    }

    #[tokio::test]
    async fn a_group_that_waits_for_its_rate_does_not_hold_up_the_others() {
        let lane = Arc::new(Lane::new(2));
        let slow = Rate { per_second: 0.1, burst: 1.0 };
        drop(lane.enter("slow", slow).await);
        let waiting: Vec<_> = (0..5)
            .map(|_| {
                let lane = Arc::clone(&lane);
                tokio::spawn(async move { lane.enter("slow", slow).await })
            })
            .collect();
        tokio::task::yield_now().await;
        let quick = lane.enter("quick", TEN);
        assert!(tokio::time::timeout(Duration::from_millis(200), quick).await.is_ok());
        waiting.iter().for_each(tokio::task::JoinHandle::abort);
    }

    #[tokio::test]
    async fn calls_beyond_the_burst_go_out_at_the_rate() {
        let lane = Lane::new(100);
        let rate = Rate { per_second: 100.0, burst: 5.0 };
        let start = Instant::now();
        for _ in 0..15 {
            drop(lane.enter("a", rate).await);
        }
        let elapsed = start.elapsed();
        assert!((90..400).contains(&elapsed.as_millis()), "{elapsed:?}");
    }
}
