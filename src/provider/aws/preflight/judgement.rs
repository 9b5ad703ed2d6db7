//! From what the services and the simulation say of an action, region by region, to one answer.

use super::denial::cause;
use super::elsewhere::Replies;
use super::probes::{Reply, unasked};
use super::simulation::{Decision, Simulated};
use crate::model::preflight::{Cause, PermissionAnswer, Teller, Verdict};

/// What is known of an action in a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// It may be called.
    Granted(Teller),
    /// It may not; the cause where something tells it, and the words.
    Missing(Teller, Option<Cause>, String),
    /// Nobody could tell, and why.
    Open(String),
}

/// What the service says, else what the simulation says, else why both say nothing.
pub(super) fn of(action: &'static str, region: &str, simulated: &Simulated, replies: &Replies) -> Known {
    let decision = simulated.decision(action, region);
    let undecided = match replies.of(action, region) {
        Some(Reply::Granted) => return Known::Granted(Teller::LiveRead),
        Some(Reply::Denied(words)) => {
            return Known::Missing(Teller::LiveRead, cause(words).or_else(|| suspected(decision)), words.clone());
        }
        Some(Reply::Undecided(words)) => Some(words),
        None => None,
    };
    match (decision, replies.closed_by(action, region)) {
        (Some(Decision::Allowed), Some(denied)) => {
            Known::Open(format!("the simulation allows it, but {denied} is denied in {region}"))
        }
        (Some(Decision::Allowed), None) => Known::Granted(simulated.teller),
        (Some(Decision::Denied(cause)), _) => Known::Missing(simulated.teller, Some(*cause), cause.in_words().to_owned()),
        (Some(Decision::Depends(words)), _) => Known::Open(words.clone()),
        (None, _) => Known::Open(undecided.cloned().unwrap_or_else(|| format!("{}, and was not simulated", unasked(action)))),
    }
}

/// What the simulation says about a denial that does not name its cause: what the caller's policies allow, others deny.
fn suspected(decision: Option<&Decision>) -> Option<Cause> {
    match decision? {
        Decision::Denied(cause) => Some(*cause),
        Decision::Allowed => Some(Cause::BeyondPolicies),
        Decision::Depends(_) => None,
    }
}

/// One answer for all regions: what is missing in one of them is missing, and what is open in one is open.
pub(super) fn joined(action: &'static str, known: Vec<(&str, Known)>) -> PermissionAnswer {
    let missing: Vec<&str> =
        known.iter().filter(|(_, known)| matches!(known, Known::Missing(..))).map(|(region, _)| *region).collect();
    let is_everywhere = missing.len() == known.len();
    let regions = if is_everywhere { Vec::new() } else { missing.iter().map(|region| (*region).to_owned()).collect() };
    let is_granted_elsewhere = known.iter().any(|(_, known)| matches!(known, Known::Granted(_)));
    let worst = known.into_iter().map(|(_, known)| known).min_by_key(rank);
    match worst {
        Some(Known::Missing(teller, cause, words)) => {
            let cause = match cause {
                None | Some(Cause::BeyondPolicies) if is_granted_elsewhere => Cause::Region,
                // Nothing is known to deny it.
                None => Cause::NotGranted,
                Some(cause) => cause,
            };
            PermissionAnswer { regions, ..PermissionAnswer::missing(action, teller, cause, words) }
        }
        Some(Known::Open(words)) => PermissionAnswer::open(action, words),
        Some(Known::Granted(teller)) => PermissionAnswer::plain(action, Verdict::Granted, Some(teller)),
        None => PermissionAnswer::open(action, "the account's partition has no place for it"),
    }
}

fn rank(known: &Known) -> u8 {
    match known {
        Known::Missing(..) => 0,
        Known::Open(_) => 1,
        Known::Granted(_) => 2,
    }
}
