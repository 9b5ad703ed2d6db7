//! How slow a fixture's answers are, so that a demonstration can be watched.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use serde::Deserialize;

use super::calls::Call;
use super::fault::Fault;

/// The scripted latency of a fixture, in milliseconds per call.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Latency {
    /// A page of a listing.
    #[serde(default)]
    pub(super) list_ms: u32,
    /// A call for a facet.
    #[serde(default)]
    pub(super) facet_ms: u32,
    /// At most this much more, by action and region; the same in every run.
    #[serde(default)]
    pub(super) jitter_ms: u32,
    /// How much slower (above 1) or faster than that a region is.
    #[serde(default)]
    pub(super) regions: BTreeMap<String, f64>,
}

/// Calls that a scan makes before it has anything to show: whoever watches would look at an empty screen.
const BEFORE_THE_SCAN: [&str; 2] = ["sts:GetCallerIdentity", "ec2:DescribeRegions"];

impl Latency {
    /// Waits as long as `call` takes, and where it meets a fault as long as giving up takes besides; `speed` scales the whole.
    pub(super) async fn wait(&self, call: &Call<'_>, fault: Option<&Fault>, speed: f64) {
        let duration = self.duration(call, fault.map_or(Duration::ZERO, Fault::patience), speed);
        if !duration.is_zero() {
            tokio::time::sleep(duration).await;
        }
    }

    /// How long an answer takes without any fault, in milliseconds: that of a listing or a facet, whichever is longer.
    pub(super) fn answer_ms(&self) -> f64 {
        f64::from(self.list_ms.max(self.facet_ms)) + f64::from(self.jitter_ms) / 2.0
    }

    fn duration(&self, call: &Call<'_>, patience: Duration, speed: f64) -> Duration {
        let once = match call {
            _ if BEFORE_THE_SCAN.contains(&call.action) => self.facet_ms / 10,
            _ if call.is_listing => self.list_ms,
            _ => self.facet_ms,
        };
        let factor = self.regions.get(call.region).copied().unwrap_or(1.0);
        let answered = f64::from(once.saturating_add(self.jitter(call))) * f64::from(call.in_a_row) * factor / 1000.0;
        // A fixture that scripts no latency is instant even where it fails.
        let given_up = if once == 0 { 0.0 } else { patience.as_secs_f64() };
        Duration::try_from_secs_f64((answered + given_up) * speed).unwrap_or_default()
    }

    fn jitter(&self, call: &Call<'_>) -> u32 {
        if self.jitter_ms == 0 || BEFORE_THE_SCAN.contains(&call.action) {
            return 0;
        }
        let mut hasher = DefaultHasher::new();
        (call.action, call.region).hash(&mut hasher);
        u32::try_from(hasher.finish() % (u64::from(self.jitter_ms) + 1)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latency() -> Latency {
        Latency { list_ms: 100, facet_ms: 40, jitter_ms: 0, regions: BTreeMap::from([("ap-south-1".to_owned(), 2.5)]) }
    }

    fn call(region: &str) -> Call<'_> {
        Call::listing("ec2:DescribeVpcs", region, 2)
    }

    #[test]
    fn calls_in_a_row_take_their_time_one_after_the_other() {
        assert_eq!(latency().duration(&call("eu-west-1"), Duration::ZERO, 1.0), Duration::from_millis(200));
    }

    #[test]
    fn a_region_is_as_slow_as_its_factor_says() {
        assert_eq!(latency().duration(&call("ap-south-1"), Duration::ZERO, 1.0), Duration::from_millis(500));
    }

    #[test]
    fn speed_scales_the_wait_and_zero_is_instant() {
        assert_eq!(latency().duration(&call("eu-west-1"), Duration::from_secs(1), 0.5), Duration::from_millis(600));
        assert_eq!(latency().duration(&call("eu-west-1"), Duration::from_secs(1), 0.0), Duration::ZERO);
    }

    #[test]
    fn jitter_is_bounded_and_the_same_in_every_run() {
        let latency = Latency { jitter_ms: 50, ..latency() };
        let first = latency.duration(&call("eu-west-1"), Duration::ZERO, 1.0);
        assert!((200..=300).contains(&first.as_millis()), "{first:?}");
        assert_eq!(first, latency.duration(&call("eu-west-1"), Duration::ZERO, 1.0));
    }

    #[test]
    fn an_answer_takes_as_long_as_the_slower_kind_of_call_and_half_of_what_it_may_differ() {
        let is = |latency: &Latency, time: f64| (latency.answer_ms() - time).abs() < f64::EPSILON;
        assert!(is(&Latency::default(), 0.0));
        let latency = Latency { jitter_ms: 50, list_ms: 100, facet_ms: 40, ..Latency::default() };
        assert!(is(&latency, 125.0));
    }

    #[test]
    fn the_longest_latency_a_fixture_can_write_does_not_overflow() {
        let latency = Latency { list_ms: u32::MAX, jitter_ms: u32::MAX, ..latency() };
        assert_eq!(latency.duration(&call("eu-west-1"), Duration::ZERO, 1.0), Duration::from_millis(u64::from(u32::MAX)) * 2);
    }
}
