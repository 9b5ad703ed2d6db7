//! iam:SimulatePrincipalPolicy on the caller: what its policies and boundary, and the organisation's policies that IAM knows of, allow.

use std::collections::BTreeMap;

use aws_sdk_iam::types::{ContextEntry, ContextKeyTypeEnum, EvaluationResult, PolicyEvaluationDecisionType};
use futures_util::future::BoxFuture;

use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::principal::{Principal, principal};
use crate::model::preflight::Teller;
use crate::model::{Gap, GapKind};

const ACTION: &str = "iam:SimulatePrincipalPolicy";

/// Actions of one request: the answer, of some hundred bytes for each, stays a small page.
const BATCH: usize = 40;

/// The code with which IAM refuses a request for one of its values ("SimulatePrincipalPolicy" in the IAM API reference).
const INVALID: &str = "InvalidInput";

/// What IAM says of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decision {
    /// The policies allow it.
    Allowed,
    /// They don't, and why.
    Denied(String),
    /// It depends on what the simulation does not know.
    Depends(String),
}

/// What IAM says of several actions.
#[derive(Debug)]
pub(super) struct Simulated {
    /// By action; those that nothing is known of are left out.
    pub(super) decisions: BTreeMap<String, Decision>,
    /// Who says so.
    pub(super) teller: Teller,
    /// Why some are left out.
    pub(super) problem: Option<String>,
}

/// Simulates the caller's policies for the actions, asked for in a region.
pub(super) async fn simulate(session: &Session, actions: &[&'static str], region: &str) -> Simulated {
    let mut simulated = Simulated { decisions: BTreeMap::new(), teller: Teller::Simulation, problem: None };
    let arn = match principal(session).await {
        Principal::Root => {
            simulated.teller = Teller::RootUser;
            simulated.decisions = actions.iter().map(|action| ((*action).to_owned(), Decision::Allowed)).collect();
            return simulated;
        }
        Principal::Identity(arn) => arn,
        Principal::Other(reason) => {
            simulated.problem = Some(format!("the caller's policies were not simulated: {reason}"));
            return simulated;
        }
    };
    let simulation = Simulation { session, arn, region };
    for batch in actions.chunks(BATCH) {
        let (decisions, gap) = simulation.of(batch).await;
        simulated.decisions.extend(decisions);
        if let Some(gap) = gap {
            let hint = if gap.kind == GapKind::Denied { "; granting it would tell what is unknown here" } else { "" };
            simulated.problem = Some(format!("the caller's policies were not all simulated: {}{hint}", gap.sentence()));
            // What is denied once is denied always; of the rest IAM has said enough.
            break;
        }
    }
    simulated
}

struct Simulation<'a> {
    session: &'a Session,
    arn: String,
    region: &'a str,
}

type Decided = (BTreeMap<String, Decision>, Option<Gap>);

impl Simulation<'_> {
    /// One request, and where IAM does not take one of its actions, one for each half.
    fn of<'a>(&'a self, batch: &'a [&'static str]) -> BoxFuture<'a, Decided> {
        Box::pin(async move {
            let (decisions, gap) = self.request(batch).await;
            let is_refused = |gap: &Gap| gap.kind == GapKind::Refused && gap.detail.starts_with(INVALID);
            if !gap.as_ref().is_some_and(is_refused) {
                return (decisions, gap);
            }
            if batch.len() == 1 {
                // IAM knows no such action: only calling it would tell.
                return (decisions, None);
            }
            let (left, right) = batch.split_at(batch.len() / 2);
            let (mut decisions, gap) = self.of(left).await;
            if gap.is_some() {
                return (decisions, gap);
            }
            let (others, gap) = self.of(right).await;
            decisions.extend(others);
            (decisions, gap)
        })
    }

    async fn request(&self, batch: &[&'static str]) -> Decided {
        let home = self.session.global_region();
        let client = self.session.iam(home);
        let region = ContextEntry::builder()
            .context_key_name("aws:RequestedRegion")
            .context_key_values(self.region)
            .context_key_type(ContextKeyTypeEnum::String)
            .build();
        let names: Vec<String> = batch.iter().map(|action| (*action).to_owned()).collect();
        let pages = pages(ACTION, home, |marker| {
            let request = client
                .simulate_principal_policy()
                .policy_source_arn(&self.arn)
                .set_action_names(Some(names.clone()))
                .context_entries(region.clone())
                .set_marker(marker);
            async move {
                let answer = request.send().await?;
                Ok(Page { items: answer.evaluation_results.unwrap_or_default(), next: answer.marker })
            }
        })
        .await;
        (pages.items.iter().map(|result| (result.eval_action_name.clone(), decision(result))).collect(), pages.gap)
    }
}

/// What a result means. A denial is certain only where every key was known that the policies ask about.
fn decision(result: &EvaluationResult) -> Decision {
    if result.eval_decision == PolicyEvaluationDecisionType::Allowed {
        return Decision::Allowed;
    }
    let unknown = result.missing_context_values();
    if !unknown.is_empty() {
        return Decision::Depends(format!("the policies ask about {}, which the simulation does not know", unknown.join(", ")));
    }
    let by_organization = result.organizations_decision_detail().is_some_and(|detail| !detail.allowed_by_organizations());
    let by_boundary = result.permissions_boundary_decision_detail().is_some_and(|detail| !detail.allowed_by_permissions_boundary());
    let reason = match () {
        () if by_organization => "a policy of the organisation does not allow it",
        () if by_boundary => "the permissions boundary does not allow it",
        () if result.eval_decision == PolicyEvaluationDecisionType::ExplicitDeny => "a policy of the caller denies it explicitly",
        () => "no policy of the caller allows it",
    };
    Decision::Denied(reason.to_owned())
}
