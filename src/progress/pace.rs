//! How fast API calls go out, as the last seconds tell: a scan that slows down must show it at once, whatever it did before.

use std::collections::VecDeque;
use std::time::Duration;

/// How far back the count reaches.
const WINDOW: Duration = Duration::from_secs(3);
/// A shorter time says nothing: the first calls go out all at once.
const SHORTEST: Duration = Duration::from_secs(1);

/// The calls of the last seconds.
#[derive(Debug, Default)]
pub struct Pace {
    counts: VecDeque<(Duration, u64)>,
}

impl Pace {
    /// Calls a second, where there were `calls` of them `elapsed` after the start; `None` while it is too early to tell. To be asked for
    /// each picture: what it is told now it compares with later.
    pub fn judge(&mut self, calls: u64, elapsed: Duration) -> Option<u64> {
        self.counts.push_back((elapsed, calls));
        while self.counts.get(1).is_some_and(|(at, _)| elapsed.saturating_sub(*at) >= WINDOW) {
            self.counts.pop_front();
        }
        let (since, before) = *self.counts.front()?;
        let span = elapsed.saturating_sub(since);
        if span < SHORTEST {
            return None;
        }
        let thousandths = u128::from(calls.saturating_sub(before)) * 1_000_000 / span.as_millis();
        u64::try_from((thousandths + 500) / 1_000).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: f64) -> Duration {
        Duration::from_secs_f64(seconds)
    }

    #[test]
    fn the_first_second_says_nothing() {
        let mut pace = Pace::default();
        assert_eq!([0.0, 0.5, 0.9].map(|at| pace.judge(40, seconds(at))), [None; 3]);
        assert_eq!(pace.judge(140, seconds(1.0)), Some(100));
    }

    #[test]
    fn only_the_last_seconds_count() {
        let mut pace = Pace::default();
        let mut judged = Vec::new();
        // A hundred a second for ten seconds, then nothing any more.
        for tenth in 0..160_u32 {
            judged.push(pace.judge(u64::from(tenth.min(100)) * 10, seconds(f64::from(tenth) / 10.0)));
        }
        assert_eq!([judged[50], judged[99], judged[115], judged[135]], [Some(100), Some(100), Some(50), Some(0)]);
        assert!(pace.counts.len() < 40, "{}", pace.counts.len());
    }

    #[test]
    fn what_an_earlier_run_called_is_no_pace_of_this_one() {
        let mut pace = Pace::default();
        pace.judge(5_000, seconds(0.0));
        assert_eq!(pace.judge(5_020, seconds(2.0)), Some(10));
    }
}
