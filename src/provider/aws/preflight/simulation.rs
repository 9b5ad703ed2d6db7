//! iam:SimulatePrincipalPolicy on the caller: what its policies and boundary, and the organisation's policies that IAM knows of, allow.
//!
//! The simulation is of every resource at once and of one region at a time. It sees no policy of a session, an endpoint or a resource.

mod context;
mod decision;

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_iam::types::ContextEntry;
use futures_util::FutureExt;

use super::super::collect::{self, several};
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::principal::{Principal, principal};
use crate::model::permissions::resources_of;
use crate::model::preflight::Teller;
use crate::model::{Gap, GapKind};
pub(super) use decision::Decision;

const ACTION: &str = "iam:SimulatePrincipalPolicy";

/// Actions of one request: the answer, of some hundred bytes for each, stays a small page.
const BATCH: usize = 40;

/// Regions that are simulated at a time; IAM answers all of them in one place.
const AT_ONCE: usize = 4;

/// The code with which IAM refuses a request for one of its values ("SimulatePrincipalPolicy" in the IAM API reference).
const INVALID: &str = "InvalidInput";

/// What IAM answers where it does not know the principal (the same).
const UNKNOWN: &str = "NoSuchEntity";

/// The actions that are called in each region.
pub(super) type Asked<'a> = BTreeMap<&'a str, Vec<&'static str>>;

/// What IAM says of several actions.
#[derive(Debug)]
pub(super) struct Simulated {
    /// By region and action; those that nothing is known of are left out.
    decisions: BTreeMap<(String, String), Decision>,
    /// Who says so.
    pub(super) teller: Teller,
    /// Why some are left out.
    pub(super) problem: Option<String>,
}

impl Simulated {
    fn nothing(problem: Option<String>) -> Self {
        Self { decisions: BTreeMap::new(), teller: Teller::Simulation, problem }
    }

    /// What it says of an action that is called in a region.
    pub(super) fn decision(&self, action: &str, region: &str) -> Option<&Decision> {
        self.decisions.get(&(region.to_owned(), action.to_owned()))
    }
}

/// Simulates the caller's policies for the actions of each region, `first` before the others.
pub(super) async fn simulate(session: &Session, asked: &Asked<'_>, first: &str) -> Simulated {
    let (arn, is_guessed) = match principal(session).await {
        Principal::Root => return root(session, asked).await,
        Principal::Identity(arn) => (arn, false),
        Principal::Guessed(arn) => (arn, true),
        Principal::Other(reason) => {
            return Simulated::nothing(Some(format!("the caller's policies were not simulated: {reason}")));
        }
    };
    let simulation = Simulation { session, arn };
    let mut found = Found::default();
    if let Some((region, actions)) = asked.get_key_value(first) {
        found = simulation.in_region(region, actions, &BTreeSet::new()).await;
    }
    if !found.is_over {
        let strange: BTreeSet<&'static str> = found.strange.keys().copied().collect();
        let further = asked.iter().filter(|(region, _)| **region != first);
        let simulating = further.map(|(region, actions)| simulation.in_region(region, actions, &strange).boxed()).collect();
        for other in several(simulating, AT_ONCE).await {
            found.join(other);
        }
    }
    let is_elsewhere = is_guessed && found.gap.as_ref().is_some_and(|gap| refuses(gap, UNKNOWN));
    let mut simulated = found.told(asked);
    if is_elsewhere && let Some(problem) = &mut simulated.problem {
        problem.push_str("; the role has a path, which iam:GetRole would tell: grant it (`scan policy --with-preflight` has it)");
    }
    simulated
}

/// The root user, whom only an organisation's policies bind; it binds all of its accounts but the one that manages it ("Service control
/// policies" in the AWS Organizations user guide).
async fn root(session: &Session, asked: &Asked<'_>) -> Simulated {
    let organization = collect::organization_of(session).await;
    let problem = match organization.as_ref() {
        Ok(None) => None,
        Ok(Some(organization)) if organization.is_management_account => None,
        Ok(Some(_)) => {
            Some("policies of the organisation bind the root user of this account, and IAM does not simulate it".to_owned())
        }
        Err(gap) => {
            Some(format!("policies of an organisation may bind the root user, and IAM does not simulate it: {}", gap.sentence()))
        }
    };
    if problem.is_some() {
        return Simulated::nothing(problem);
    }
    let allowed = |(region, actions): (&&str, &Vec<&'static str>)| {
        let region = (*region).to_owned();
        actions.iter().map(move |action| ((region.clone(), (*action).to_owned()), Decision::Allowed)).collect::<Vec<_>>()
    };
    Simulated { decisions: asked.iter().flat_map(allowed).collect(), teller: Teller::RootUser, problem: None }
}

/// What was found of some regions.
#[derive(Debug, Default)]
struct Found {
    decisions: BTreeMap<(String, String), Decision>,
    /// Actions that IAM does not know, and its words.
    strange: BTreeMap<&'static str, String>,
    /// The first reason why something is left out.
    gap: Option<Gap>,
    /// Whether asking again would give the same reason.
    is_over: bool,
}

impl Found {
    fn join(&mut self, other: Self) {
        self.decisions.extend(other.decisions);
        self.strange.extend(other.strange);
        self.gap = self.gap.take().or(other.gap);
    }

    fn told(mut self, asked: &Asked<'_>) -> Simulated {
        for (region, actions) in asked {
            for (action, words) in self.strange.iter().filter(|(action, _)| actions.contains(action)) {
                let unknown = Decision::Depends(format!("IAM does not know the action: {words}"));
                self.decisions.entry(((*region).to_owned(), (*action).to_owned())).or_insert(unknown);
            }
        }
        let is_open = |region: &str, action: &str| !self.decisions.contains_key(&(region.to_owned(), action.to_owned()));
        let open: BTreeSet<&str> =
            asked.iter().flat_map(|(region, actions)| actions.iter().filter(|action| is_open(region, action)).copied()).collect();
        let problem = self.gap.filter(|_| !open.is_empty()).map(|gap| {
            let hint = if gap.kind == GapKind::Denied {
                "; granting it would tell what is unknown here (`scan policy --with-preflight` has it)"
            } else {
                ""
            };
            format!("the caller's policies were not simulated for {} of the actions: {}{hint}", open.len(), gap.sentence())
        });
        Simulated { decisions: self.decisions, teller: Teller::Simulation, problem }
    }
}

struct Simulation<'a> {
    session: &'a Session,
    arn: String,
}

impl Simulation<'_> {
    /// What the policies say of actions that are called in a region. A batch that IAM does not take is halved, down to the action that it
    /// does not know.
    async fn in_region(&self, region: &str, actions: &[&'static str], strange: &BTreeSet<&'static str>) -> Found {
        let (limited, plain): (Vec<&'static str>, Vec<&'static str>) =
            actions.iter().filter(|action| !strange.contains(*action)).partition(|action| resources_of(action).is_some());
        let mut batches: Vec<&[&'static str]> = plain.chunks(BATCH).chain(limited.chunks(1)).rev().collect();
        let mut found = Found::default();
        let mut is_understood = false;
        while let Some(batch) = batches.pop() {
            let (decisions, gap) = self.request(batch, region).await;
            found.decisions.extend(decisions.into_iter().map(|(action, decision)| ((region.to_owned(), action), decision)));
            match gap {
                None => is_understood = true,
                Some(gap) if refuses(&gap, INVALID) => match batch {
                    [action] => {
                        found.strange.insert(action, gap.detail.clone());
                        if !is_understood && found.strange.len() > 1 {
                            // It is not the actions that IAM refuses.
                            return Found { strange: BTreeMap::new(), gap: Some(gap), is_over: true, ..found };
                        }
                    }
                    several => {
                        let (left, right) = several.split_at(several.len() / 2);
                        batches.extend([right, left]);
                    }
                },
                Some(gap) => {
                    found.is_over = is_for_good(&gap);
                    found.gap.get_or_insert(gap);
                    if found.is_over {
                        return found;
                    }
                }
            }
        }
        found
    }

    async fn request(&self, batch: &[&'static str], region: &str) -> (BTreeMap<String, Decision>, Option<Gap>) {
        let home = self.session.global_region();
        let client = self.session.iam(home);
        let names: Vec<String> = batch.iter().map(|action| (*action).to_owned()).collect();
        let resources = batch.first().filter(|_| batch.len() == 1).and_then(|action| resources_of(action));
        let resources = resources.map(|patterns| patterns.iter().map(|pattern| self.resource(pattern, region)).collect::<Vec<_>>());
        let context: Vec<ContextEntry> = context::known(self.session.account(), &self.arn, region);
        let pages = pages(ACTION, home, |marker| {
            let request = client
                .simulate_principal_policy()
                .policy_source_arn(&self.arn)
                .set_action_names(Some(names.clone()))
                .set_resource_arns(resources.clone())
                .set_context_entries(Some(context.clone()))
                .set_marker(marker);
            async move {
                let answer = request.send().await?;
                Ok(Page { items: answer.evaluation_results.unwrap_or_default(), next: answer.marker })
            }
        })
        .await;
        let mut decisions: BTreeMap<String, Decision> = BTreeMap::new();
        for (action, decision) in pages.items.iter().flat_map(decision::decisions) {
            let worst = decisions.remove(action).map_or(decision.clone(), |known| known.max(decision));
            decisions.insert(action.to_owned(), worst);
        }
        (decisions, pages.gap)
    }

    /// `arn:aws:apigateway:*::/apis` in the account's partition and a region.
    fn resource(&self, pattern: &str, region: &str) -> String {
        let mut parts: Vec<&str> = pattern.splitn(6, ':').collect();
        for (place, part) in [(1, self.session.account().partition.as_str()), (3, region)] {
            if let Some(given) = parts.get_mut(place) {
                *given = part;
            }
        }
        parts.join(":")
    }
}

fn refuses(gap: &Gap, code: &str) -> bool {
    gap.kind == GapKind::Refused && gap.detail.starts_with(code)
}

/// Whether IAM will say the same of every further request.
fn is_for_good(gap: &Gap) -> bool {
    matches!(gap.kind, GapKind::Denied | GapKind::Expired | GapKind::CredentialsRejected) || refuses(gap, UNKNOWN)
}
