//! Stops asking where nobody can be connected to: a region without a network then costs a few calls, and not all of them.
//!
//! Only attempts that never got a connection count (names that do not resolve, refusals, time-outs of connecting): throttles, errors and
//! slow answers come from somebody. Whatever is cut off is tried again now and then, one call at a time, and any answer restores it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::patience::FAILURES;
use super::rates::at_once;
use super::service::Service;
use crate::provider::limiter::Share;

/// Attempts in a row that fail to connect before a service's other calls are given up: as if each call that may run at once had used
/// up its own attempts. A moment in which all of them fail together is a third of that, and no single call decides alone.
fn most(service: Service) -> u32 {
    FAILURES * u32::try_from(at_once(service, Share::WHOLE)).unwrap_or(u32::MAX)
}

/// The same for all services of a region together, where none has ever answered: as many as those of one service.
const MOST_IN_REGION: u32 = 18;
/// How long nobody has to have been there. Refusals come at once: without this, a network that is away for a second, as when a VPN connects
/// anew, would cost a region's whole service.
const OUTAGE: Duration = Duration::from_secs(3);
/// How long nothing is tried where nobody can be connected to; then one call is.
const PAUSE: Duration = Duration::from_secs(10);

/// Every region's breaker by the region's name.
#[derive(Debug, Default)]
pub(super) struct Breakers(Mutex<HashMap<String, Arc<Mutex<Region>>>>);

/// What is known of a region.
#[derive(Debug, Default)]
struct Region {
    /// Whether any service has ever answered here: then it is no region without a network, and services fail one by one.
    answered: bool,
    services: HashMap<Service, Line>,
}

/// The calls to one service in one region.
#[derive(Debug, Default)]
struct Line {
    /// Attempts in a row that could not connect.
    lost: u32,
    /// When the first of them failed.
    since: Option<Instant>,
    /// When one call may try again.
    next_try: Option<Instant>,
}

/// The breaker of one service in one region.
#[derive(Debug, Clone)]
pub(super) struct Breaker {
    region: Arc<Mutex<Region>>,
    service: Service,
}

impl Breakers {
    /// The breaker of `service` in the region called `region`.
    pub(super) fn of(&self, service: Service, region: &str) -> Breaker {
        let mut regions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Breaker { region: Arc::clone(regions.entry(region.to_owned()).or_default()), service }
    }
}

impl Breaker {
    /// Whether a call may get in line; where it may not, why.
    pub(super) fn check(&self, now: Instant) -> Result<(), String> {
        let mut region = self.region();
        let Some(reason) = region.cut_off(self.service, now) else { return Ok(()) };
        let next_try = *region.line(self.service).next_try.get_or_insert(now + PAUSE);
        if next_try > now { Err(reason) } else { Ok(()) }
    }

    /// Whether a call may go out now; where it may not, why. After a pause the first one that asks may.
    pub(super) fn admit(&self, now: Instant) -> Result<(), String> {
        self.check(now)?;
        let mut region = self.region();
        if region.cut_off(self.service, now).is_some() {
            region.line(self.service).next_try = Some(now + PAUSE);
        }
        Ok(())
    }

    /// The service has answered, whatever it said.
    pub(super) fn answered(&self) {
        let mut region = self.region();
        region.answered = true;
        *region.line(self.service) = Line::default();
    }

    /// An attempt has failed that never got a connection.
    pub(super) fn lost(&self, now: Instant) {
        let mut region = self.region();
        let line = region.line(self.service);
        line.lost += 1;
        line.since.get_or_insert(now);
        line.next_try = Some(now + PAUSE);
    }

    fn region(&self) -> MutexGuard<'_, Region> {
        self.region.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Region {
    fn line(&mut self, service: Service) -> &mut Line {
        self.services.entry(service).or_default()
    }

    /// Why a service is not asked any more; `None` where it is.
    fn cut_off(&self, service: Service, now: Instant) -> Option<String> {
        let lasting = |line: &&Line| line.since.is_some_and(|since| now.duration_since(since) >= OUTAGE);
        let lost = self.services.get(&service).filter(lasting).map_or(0, |line| line.lost);
        let most = most(service);
        if lost >= most {
            return Some(format!(
                "no longer tried, since {most} attempts in a row could not connect to {} there",
                service.prefix()
            ));
        }
        let losing = self.services.values().filter(lasting).map(|line| line.lost);
        // One service alone may have a host that is down, or a name that does not exist in the region.
        let dead = !self.answered && losing.clone().count() >= 2 && losing.sum::<u32>() >= MOST_IN_REGION;
        dead.then(|| "no longer tried, since no service of the region could be connected to".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "eu-west-1";

    /// `attempts` that fail, the first of them so long ago that it is an outage.
    fn lose(breaker: &Breaker, attempts: u32, now: Instant) {
        breaker.lost(now.checked_sub(OUTAGE).expect("a clock that has run for a while"));
        (1..attempts).for_each(|_| breaker.lost(now));
    }

    #[test]
    fn a_network_that_is_away_for_a_moment_costs_no_service() {
        let (breakers, now) = (Breakers::default(), Instant::now());
        let ec2 = breakers.of(Service::Ec2, HERE);
        (0..100).for_each(|_| ec2.lost(now));
        assert_eq!(ec2.admit(now + OUTAGE / 2), Ok(()));
        ec2.answered();
        ec2.lost(now + OUTAGE);
        assert_eq!(ec2.admit(now + OUTAGE), Ok(()), "an answer in between begins anew");
    }

    #[test]
    fn a_service_that_cannot_be_connected_to_is_cut_off_alone() {
        let (breakers, now) = (Breakers::default(), Instant::now());
        let (s3, ec2) = (breakers.of(Service::S3, HERE), breakers.of(Service::Ec2, HERE));
        lose(&s3, most(Service::S3) - 1, now);
        assert_eq!(s3.admit(now), Ok(()));
        s3.lost(now);
        let reason = s3.admit(now).expect_err("cut off");
        assert_eq!(reason, "no longer tried, since 30 attempts in a row could not connect to s3 there");
        s3.lost(now);
        assert_eq!(s3.admit(now), Err(reason), "the same reason for all calls makes one warning");
        assert_eq!(ec2.admit(now), Ok(()), "one service says nothing of the others");
        assert_eq!(breakers.of(Service::S3, "us-east-1").admit(now), Ok(()), "nor of other regions");
    }

    #[test]
    fn an_answer_in_between_starts_the_count_again() {
        let (breakers, now) = (Breakers::default(), Instant::now());
        let ec2 = breakers.of(Service::Ec2, HERE);
        for _ in 0..5 {
            lose(&ec2, 17, now);
            ec2.answered();
        }
        assert_eq!(ec2.admit(now), Ok(()));
        lose(&ec2, 18, now);
        assert!(ec2.admit(now).is_err());
        ec2.answered();
        assert_eq!(ec2.admit(now), Ok(()), "an answer that was under way restores the service");
    }

    #[test]
    fn a_region_in_which_nobody_was_ever_connected_to_is_cut_off_whole() {
        let (breakers, now) = (Breakers::default(), Instant::now());
        lose(&breakers.of(Service::S3, HERE), 17, now);
        assert_eq!(breakers.of(Service::Eks, HERE).admit(now), Ok(()), "one host that is down is no dead region");
        lose(&breakers.of(Service::Ec2, HERE), 1, now);
        let reason = breakers.of(Service::Eks, HERE).admit(now).expect_err("cut off");
        assert_eq!(reason, "no longer tried, since no service of the region could be connected to");
        assert_eq!(breakers.of(Service::Ec2, "us-east-1").admit(now), Ok(()));
        breakers.of(Service::S3, HERE).answered();
        assert_eq!(breakers.of(Service::Eks, HERE).admit(now), Ok(()));
    }

    #[test]
    fn a_region_with_one_service_that_has_answered_is_never_cut_off_whole() {
        let (breakers, now) = (Breakers::default(), Instant::now());
        breakers.of(Service::Ec2, HERE).answered();
        for service in [Service::S3, Service::Ecr, Service::CloudTrail] {
            lose(&breakers.of(service, HERE), most(service), now);
        }
        assert_eq!(breakers.of(Service::Eks, HERE).admit(now), Ok(()));
        assert!(breakers.of(Service::Ecr, HERE).admit(now).is_err());
    }

    #[test]
    fn one_call_tries_again_after_each_pause() {
        let (breakers, now) = (Breakers::default(), Instant::now());
        let ec2 = breakers.of(Service::Ec2, HERE);
        lose(&ec2, 18, now);
        let later = now + PAUSE;
        assert_eq!([ec2.check(later).is_ok(), ec2.admit(later).is_ok(), ec2.admit(later).is_ok()], [true, true, false]);
        ec2.lost(later);
        assert_eq!([ec2.admit(later + PAUSE / 2).is_ok(), ec2.admit(later + PAUSE).is_ok()], [false, true]);
    }

    #[test]
    fn a_service_that_was_never_called_waits_its_own_pause_in_a_dead_region() {
        let (breakers, now) = (Breakers::default(), Instant::now());
        for service in [Service::S3, Service::Ec2] {
            lose(&breakers.of(service, HERE), 9, now);
        }
        let eks = breakers.of(Service::Eks, HERE);
        assert!(eks.admit(now).is_err());
        assert_eq!([eks.admit(now + PAUSE).is_ok(), eks.admit(now + PAUSE).is_ok()], [true, false]);
    }
}
