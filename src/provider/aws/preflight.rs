//! What the caller may do: IAM simulates its policies, and cheap reads ask the services themselves.
//!
//! A read knows more than the simulation: it meets policies of the session, of endpoints and of the organisation. So it wins where it
//! decides. Nothing here writes.

mod apigateway;
mod denial;
mod elsewhere;
mod judgement;
mod places;
mod principal;
mod probes;
mod simulation;

use futures_util::FutureExt;

use super::collect::several;
use super::session::Session;
use crate::model::preflight::{PermissionAnswer, PermissionAnswers};
use elsewhere::Replies;
use simulation::{Asked, Simulated};

/// Reads that are under way at a time, all services together.
const AT_ONCE: usize = 16;

/// Whether the caller may call the actions in the regions of a scan.
pub(super) async fn permissions(session: &Session, actions: &[&'static str], regions: &[String]) -> PermissionAnswers {
    let home = regions.first().map_or(session.primary_region(), String::as_str);
    let mut asked: Asked<'_> = Asked::new();
    for action in actions {
        for region in places::regions_of(session, action, regions) {
            asked.entry(region).or_default().push(action);
        }
    }
    let (simulated, mut replies) =
        futures_util::join!(simulation::simulate(session, &asked, home), read(session, actions, regions));
    let further = regions.get(1..).unwrap_or_default();
    let mut notes: Vec<String> = simulated.problem.iter().cloned().collect();
    notes.extend(elsewhere::ask(session, &mut replies, &simulated, home, further).await);
    let answers = actions.iter().map(|action| answer(session, action, regions, &simulated, &replies)).collect();
    PermissionAnswers { answers, notes }
}

/// One read for each action, in the first region in which it is called.
async fn read(session: &Session, actions: &[&'static str], regions: &[String]) -> Replies {
    let first = |action: &&'static str| Some((*action, *places::regions_of(session, action, regions).first()?));
    let places: Vec<(&'static str, &str)> = actions.iter().filter_map(first).collect();
    let reads = places.iter().map(|(action, region)| probes::ask(session, action, region).boxed()).collect();
    let mut replies = Replies::default();
    for ((action, region), reply) in places.iter().zip(several(reads, AT_ONCE).await) {
        if let Some(reply) = reply {
            replies.put(action, region, reply);
        }
    }
    replies
}

/// What is known of an action in all regions in which it is called.
fn answer(
    session: &Session,
    action: &'static str,
    regions: &[String],
    simulated: &Simulated,
    replies: &Replies,
) -> PermissionAnswer {
    let places = places::regions_of(session, action, regions);
    let known = places.iter().map(|region| (*region, judgement::of(action, region, simulated, replies)));
    judgement::joined(action, known.collect())
}

#[cfg(test)]
mod tests;
