//! What the caller may do: IAM simulates its policies, and cheap reads ask the services themselves.
//!
//! A read knows more than the simulation: it meets policies of the session, of endpoints and of the organisation. So it wins where it
//! decides. Nothing here writes.

mod principal;
mod probes;
mod simulation;

use std::collections::BTreeMap;

use futures_util::FutureExt;

use super::collect::several;
use super::session::Session;
use crate::model::preflight::{PermissionAnswer, PermissionAnswers, Teller, Verdict};
use probes::Reply;
use simulation::{Decision, Simulated};

/// Reads that are under way at a time, all services together.
const AT_ONCE: usize = 16;

/// Whether the caller may call the actions in the regions of a scan.
pub(super) async fn permissions(session: &Session, actions: &[&'static str], regions: &[String]) -> PermissionAnswers {
    let region = regions.first().map_or(session.primary_region(), String::as_str);
    let reads: Vec<_> = actions.iter().map(|action| probes::ask(session, action, region).boxed()).collect();
    let (simulated, replies) = futures_util::join!(simulation::simulate(session, actions, region), several(reads, AT_ONCE));
    let told = actions.iter().copied().zip(replies);
    let mut answers: Vec<PermissionAnswer> = told.map(|(action, reply)| answer(action, reply, &simulated)).collect();
    let mut notes: Vec<String> = simulated.problem.into_iter().collect();
    ask_elsewhere(session, &mut answers, &mut notes, regions.get(1..).unwrap_or_default()).await;
    PermissionAnswers { answers, notes }
}

/// What the service says, else what the simulation says, else why both say nothing.
fn answer(action: &'static str, reply: Option<Reply>, simulated: &Simulated) -> PermissionAnswer {
    let live = |verdict, detail| PermissionAnswer { detail, ..PermissionAnswer::plain(action, verdict, Some(Teller::LiveRead)) };
    let undecided = match reply {
        Some(Reply::Granted) => return live(Verdict::Granted, String::new()),
        Some(Reply::Denied(detail)) => return live(Verdict::Missing, detail),
        Some(Reply::Undecided(detail)) => Some(detail),
        None => None,
    };
    let teller = Some(simulated.teller);
    match simulated.decisions.get(action) {
        Some(Decision::Allowed) => PermissionAnswer::plain(action, Verdict::Granted, teller),
        Some(Decision::Denied(detail)) => {
            PermissionAnswer { detail: detail.clone(), ..PermissionAnswer::plain(action, Verdict::Missing, teller) }
        }
        Some(Decision::Depends(detail)) => PermissionAnswer::open(action, detail),
        None => {
            let otherwise = || "it cannot be called without a resource to name, and was not simulated".to_owned();
            PermissionAnswer::open(action, undecided.unwrap_or_else(otherwise))
        }
    }
}

/// One read in each further region, by an action that the first region allows: organisations deny whole regions.
async fn ask_elsewhere(session: &Session, answers: &mut [PermissionAnswer], notes: &mut Vec<String>, further: &[String]) {
    let is_allowed = |answer: &&mut PermissionAnswer| {
        answer.verdict == Verdict::Granted && answer.teller == Some(Teller::LiveRead) && probes::is_regional(answer.action)
    };
    let Some(answer) = answers.iter_mut().find(is_allowed) else { return };
    let reads: Vec<_> = further.iter().map(|region| probes::ask(session, answer.action, region).boxed()).collect();
    let mut replies: BTreeMap<&str, Reply> = BTreeMap::new();
    for (region, reply) in further.iter().zip(several(reads, AT_ONCE).await) {
        replies.extend(reply.map(|reply| (region.as_str(), reply)));
    }
    for (region, reply) in replies {
        match reply {
            Reply::Granted => {}
            Reply::Denied(detail) => {
                answer.verdict = Verdict::Missing;
                answer.regions.push(region.to_owned());
                answer.detail = detail;
            }
            Reply::Undecided(detail) => notes.push(detail),
        }
    }
    if !answer.regions.is_empty() {
        notes.push(format!(
            "{} is denied in {}, though not in the first region: other actions may be denied there as well",
            answer.action,
            answer.regions.join(", ")
        ));
    }
}

#[cfg(test)]
mod tests;
