//! The regions after the first one: organisations deny whole regions, seldom all services of them.
//!
//! Of each service that lives in regions, one read stands for the others: as long as it is answered as in the first region, they are
//! taken to be so too. Where it is not, all of them are asked.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::FutureExt;

use super::super::collect::several;
use super::super::session::Session;
use super::AT_ONCE;
use super::places::{Place, place};
use super::probes::{self, Reply};
use super::simulation::{Decision, Simulated};
use crate::model::permissions::service_of;

/// Actions that policies about regions often leave out, and that stand for no other therefore ("General examples" of service control
/// policies in the AWS Organizations user guide; "Region deny control" in the AWS Control Tower one).
const EXEMPT: &[&str] = &["cloudtrail:LookupEvents", "cloudwatch:DescribeAlarms", "ec2:DescribeTransitGateways"];

/// What the services answered, or are taken to answer.
#[derive(Debug, Default)]
pub(super) struct Replies {
    by_place: BTreeMap<(String, &'static str), Reply>,
    /// Services of a region that deny what they answer in the first one, each with the action that showed it.
    closed: BTreeMap<(String, &'static str), &'static str>,
}

impl Replies {
    /// What a service answered in a region.
    pub(super) fn put(&mut self, action: &'static str, region: &str, reply: Reply) {
        self.by_place.insert((region.to_owned(), action), reply);
    }

    /// The reply of a region; `None` where the action cannot be called to ask.
    pub(super) fn of(&self, action: &'static str, region: &str) -> Option<&Reply> {
        self.by_place.get(&(region.to_owned(), action))
    }

    /// The read that a service denies in a region and not in the first one.
    pub(super) fn closed_by(&self, action: &'static str, region: &str) -> Option<&'static str> {
        self.closed.get(&(region.to_owned(), service_of(action))).copied()
    }
}

/// Completes the replies of the first region, `home`, with those of `further` ones; gives what is to be said of these.
pub(super) async fn ask(
    session: &Session,
    replies: &mut Replies,
    simulated: &Simulated,
    home: &str,
    further: &[String],
) -> Vec<String> {
    let at_home: Vec<(&'static str, Reply)> = replies
        .by_place
        .iter()
        .filter(|((region, action), _)| region == home && place(action) == Place::Region)
        .map(|((_, action), reply)| (*action, reply.clone()))
        .collect();
    let services = at_home.chunk_by(|(one, _), (other, _)| service_of(one) == service_of(other));
    let places: Vec<(&str, &[(&'static str, Reply)])> =
        services.flat_map(|of| further.iter().map(move |region| (region.as_str(), of))).collect();
    let asked: Vec<Service<'_>> =
        places.iter().map(|(region, of)| Service { session, simulated, home, region, reads: of }).collect();
    let asking = asked.iter().map(|service| service.ask().boxed()).collect();
    let mut closed: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for ((region, of), told) in places.iter().zip(several(asking, AT_ONCE).await) {
        for ((action, at_home), reply) in of.iter().zip(told) {
            if *at_home == Reply::Granted && matches!(reply, Reply::Denied(_)) {
                replies.closed.entry(((*region).to_owned(), service_of(action))).or_insert(action);
                closed.entry((*region).to_owned()).or_default().insert(service_of(action));
            }
            replies.put(action, region, reply);
        }
    }
    notes(closed, home)
}

/// One sentence for all regions in which the same services are denied.
fn notes(closed: BTreeMap<String, BTreeSet<&'static str>>, home: &str) -> Vec<String> {
    let mut by_services: BTreeMap<Vec<&str>, Vec<String>> = BTreeMap::new();
    for (region, services) in closed {
        by_services.entry(services.into_iter().collect()).or_default().push(region);
    }
    let sentence = |(services, regions): (Vec<&str>, Vec<String>)| {
        format!(
            "{} denies what {home} allows of {}: leave it out with --region, or ask whoever keeps the policies about regions",
            regions.join(", "),
            services.join(", ")
        )
    };
    by_services.into_iter().map(sentence).collect()
}

/// A service in one of the further regions.
struct Service<'a> {
    session: &'a Session,
    simulated: &'a Simulated,
    home: &'a str,
    region: &'a str,
    /// What it answered in the first region.
    reads: &'a [(&'static str, Reply)],
}

impl Service<'_> {
    /// Its replies, in the order of the reads.
    async fn ask(&self) -> Vec<Reply> {
        let mut told: BTreeMap<&'static str, Reply> = BTreeMap::new();
        let standing: Vec<&(&'static str, Reply)> =
            [is_granted, is_denied].into_iter().filter_map(|kind| self.standing(kind)).collect();
        for (action, _) in &standing {
            self.read(action, &mut told).await;
        }
        let open =
            standing.iter().find_map(|(action, _)| told.get(action).filter(|reply| matches!(reply, Reply::Undecided(_)))).cloned();
        let differs = standing.iter().any(|(action, at_home)| told.get(action).is_some_and(|reply| !is_same(reply, at_home)));
        for (action, _) in self.reads {
            if !told.contains_key(action) && ((differs && open.is_none()) || self.is_simulated_otherwise(action)) {
                self.read(action, &mut told).await;
            }
        }
        let reply = |(action, at_home): &(&'static str, Reply)| {
            told.remove(action).or_else(|| open.clone()).unwrap_or_else(|| at_home.clone())
        };
        self.reads.iter().map(reply).collect()
    }

    async fn read(&self, action: &'static str, told: &mut BTreeMap<&'static str, Reply>) {
        if let Some(reply) = probes::ask(self.session, action, self.region).await {
            told.insert(action, reply);
        }
    }

    /// The read that stands for those of its kind.
    fn standing(&self, is_of_kind: fn(&Reply) -> bool) -> Option<&(&'static str, Reply)> {
        let of_kind = self.reads.iter().filter(|(_, reply)| is_of_kind(reply));
        of_kind.min_by_key(|(action, _)| (EXEMPT.contains(action), *action))
    }

    /// Whether the caller's policies say something else of an action than in the first region.
    fn is_simulated_otherwise(&self, action: &str) -> bool {
        let is_allowed = |region: &str| self.simulated.decision(action, region).map(|decision| *decision == Decision::Allowed);
        is_allowed(self.region) != is_allowed(self.home)
    }
}

fn is_granted(reply: &Reply) -> bool {
    *reply == Reply::Granted
}

fn is_denied(reply: &Reply) -> bool {
    matches!(reply, Reply::Denied(_))
}

fn is_same(one: &Reply, other: &Reply) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}
