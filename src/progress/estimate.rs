//! How much of a scan is done and how long the rest will take: pure, calibrated by what has been seen so far.
//!
//! The rest takes as long as the remaining work divided over the jobs that run side by side, but no less than the slowest of them; how
//! much work that is, the jobs that have run tell.

mod work;

use std::time::Duration;

use work::Work;

use super::state::{Phase, View};

/// The time to go is not told before this share of the work is done.
const TELLING_FRACTION: f64 = 0.04;
/// The time to go is not told before the scan has run for so long.
const TELLING_AGE: Duration = Duration::from_millis(700);
/// The expected end follows what is observed within this share of the expected length.
const SMOOTHING: f64 = 0.15;

/// What can be said of a scan at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// Per cent of the work that is done, or of the time that has passed where that is less; 100 only at the end.
    pub percent: u8,
    /// How long the rest will take; `None` while there is too little to go by, and at the end.
    pub remaining: Option<Duration>,
}

/// Judges a scan from moment to moment. The percentage never falls and the expected end moves smoothly, which is why it has a memory.
#[derive(Debug, Clone, Default)]
pub struct Estimator {
    percent: u8,
    expected: Option<Expectation>,
    /// The most jobs that were seen to run at once: between the end of one and the start of the next there are fewer.
    side_by_side: usize,
}

/// When the end is expected, judged at some moment; both in seconds since this run began.
#[derive(Debug, Clone, Copy)]
struct Expectation {
    end: f64,
    judged_at: f64,
}

impl Estimator {
    /// Judges the scan as it stands `elapsed` after this run of it began. To be asked with times that do not fall.
    pub fn judge(&mut self, view: &View, elapsed: Duration) -> Estimate {
        if view.phase == Phase::Finished {
            self.percent = 100;
            return Estimate { percent: 100, remaining: None };
        }
        let Some(start) = view.begun_at else {
            return Estimate { percent: 0, remaining: None };
        };
        let now = elapsed.as_secs_f64();
        let work = Work::of(view, start, now);
        self.side_by_side = self.side_by_side.max(work.running());
        let done = work.fraction();
        let tellable = self.expected.is_some() || done >= TELLING_FRACTION && elapsed >= TELLING_AGE;
        let remaining = (tellable && view.ended() < view.jobs.len())
            .then(|| (self.smooth(now, now + work.remaining(self.side_by_side)) - now).max(0.0))
            .filter(|remaining| remaining.is_finite());
        // Where one slow job holds up the end, most of the work may be done long before most of the time has passed.
        let earlier = work.earlier();
        let passed = remaining.map_or(done, |remaining| earlier + (1.0 - earlier) * now / (now + remaining));
        self.percent = self.percent.max(per_cent(done.min(passed)));
        Estimate { percent: self.percent, remaining: remaining.map(Duration::from_secs_f64) }
    }

    /// The expected end, which follows the newly observed one the faster, the shorter the scan is to be.
    fn smooth(&mut self, now: f64, observed: f64) -> f64 {
        let end = match self.expected {
            None => observed,
            Some(before) => {
                let share = 1.0 - (-(now - before.judged_at).max(0.0) / (SMOOTHING * observed).max(0.1)).exp();
                before.end + (observed - before.end) * share
            }
        };
        self.expected = Some(Expectation { end, judged_at: now });
        end
    }
}

/// Whole per cent, short of 100.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=99")]
fn per_cent(fraction: f64) -> u8 {
    (fraction * 100.0).clamp(0.0, 99.0) as u8
}

#[cfg(test)]
mod tests;
