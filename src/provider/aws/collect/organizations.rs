//! AWS Organizations, as far as one account of it sees: facets of the account.
//!
//! Only the management account is asked about the organisation's policies; to the others they are not visible, which is a fact.
//! What may be delegated is asked for by every member, and told to the delegated one.

use std::sync::Arc;

use aws_sdk_organizations::types::{PolicySummary, PolicyType};
use futures_util::FutureExt;

use super::super::errors::{code, gap, gap_of_listed};
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{AT_ONCE, several};
use super::strict::{Asked, listed};
use crate::model::resource::organizations::{AiOptOutPolicy, DelegatedAdministrator, Organization, TagPolicy};
use crate::model::{Gap, Properties, Property};

const DESCRIBE: &str = "organizations:DescribeOrganization";
const LIST_POLICIES: &str = "organizations:ListPolicies";
const DESCRIBE_POLICY: &str = "organizations:DescribePolicy";
const LIST_TARGETS: &str = "organizations:ListTargetsForPolicy";
const LIST_ADMINISTRATORS: &str = "organizations:ListDelegatedAdministrators";
const LIST_FEATURES: &str = "iam:ListOrganizationsFeatures";

/// What the API answers an account that is part of no organisation ("DescribeOrganization" in the AWS Organizations reference).
const NO_ORGANIZATION: &str = "AWSOrganizationsNotInUseException";

/// What IAM answers where nothing was ever managed centrally, and so delegated to nobody ("ListOrganizationsFeatures" in the IAM reference).
const NOTHING_ENABLED: &[&str] = &["OrganizationNotInAllFeaturesModeException", "ServiceAccessNotEnabledException"];

/// What IAM answers those to whom the organisation is not to manage ("ListOrganizationsFeatures" in the IAM reference).
const NOT_ADMINISTRATOR: &[&str] = &["AccountNotManagementOrDelegatedAdministratorException", "OrganizationNotFoundException"];

/// The largest page of the organisation's listings.
const PAGE: i32 = 20;

/// The account's organisation; null for none.
pub(super) async fn organization(session: &Session) -> Result<Property, Gap> {
    let organization = described(session).await;
    organization.as_ref().as_ref().map(Property::from_typed).map_err(Clone::clone)
}

/// The same with what is told of it. Read once per scan.
pub(super) async fn described(session: &Session) -> Arc<Result<Option<Organization>, Gap>> {
    let region = session.global_region();
    let asked = Asked { action: DESCRIBE, region };
    let reading = async move {
        let organization = match session.organizations(region).describe_organization().send().await {
            Ok(answer) => asked.required("Organization", answer.organization)?,
            Err(error) if code(&error) == Some(NO_ORGANIZATION) => return Ok(None),
            Err(error) => return Err(gap(DESCRIBE, region, &error)),
        };
        let management_account_id = asked.required("MasterAccountId", organization.master_account_id)?;
        Ok(Some(Organization {
            id: asked.required("Id", organization.id)?,
            is_management_account: management_account_id == session.account().id,
            management_account_id,
        }))
    };
    session.memo().read("organization", reading).await
}

/// Whether the scanned account manages an organisation.
async fn manages(session: &Session) -> Result<bool, Gap> {
    let organization = described(session).await;
    let organization = organization.as_ref().as_ref().map_err(Clone::clone)?;
    Ok(organization.as_ref().is_some_and(|organization| organization.is_management_account))
}

/// What IAM manages centrally for the organisation; null where this is neither its management account nor the one that IAM is
/// delegated to.
pub(super) async fn features(session: &Session) -> Result<Property, Gap> {
    let organization = described(session).await;
    let Some(organization) = organization.as_ref().as_ref().map_err(Clone::clone)? else { return Ok(Property::Null) };
    let region = session.global_region();
    let features = match session.iam(region).list_organizations_features().send().await {
        Ok(answer) => Asked { action: LIST_FEATURES, region }.required("EnabledFeatures", answer.enabled_features)?,
        Err(error) if code(&error).is_some_and(|code| NOTHING_ENABLED.contains(&code)) => {
            if !organization.is_management_account {
                return Ok(Property::Null);
            }
            Vec::new()
        }
        Err(error) if code(&error).is_some_and(|code| NOT_ADMINISTRATOR.contains(&code)) => return Ok(Property::Null),
        Err(error) => return Err(gap(LIST_FEATURES, region, &error)),
    };
    Ok(Property::List(features.iter().map(|feature| Property::Text(feature.as_str().to_owned())).collect()))
}

/// The accounts that manage services for the whole organisation; an unknown one stands for those beyond a gap.
pub(super) async fn delegated_administrators(session: &Session) -> Result<Property, Gap> {
    if !manages(session).await? {
        return Ok(Property::Null);
    }
    let region = session.global_region();
    let asked = Asked { action: LIST_ADMINISTRATORS, region };
    let fetch = |token| {
        let request = session.organizations(region).list_delegated_administrators().max_results(PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: listed(answer.delegated_administrators), next: answer.next_token })
        }
    };
    let pages = asked.all_listed("DelegatedAdministrators", pages(LIST_ADMINISTRATORS, region, fetch).await);
    let administrators = pages.items.into_iter().map(|administrator| {
        let account_id = asked.required("Id", administrator.id);
        match account_id {
            Ok(account_id) => Property::from_typed(&DelegatedAdministrator { account_id }),
            Err(gap) => Property::unknown(gap),
        }
    });
    Ok(Property::List(administrators.chain(pages.gap.map(Property::unknown)).collect()))
}

/// The service control policies with what they say.
pub(super) async fn service_control_policies(session: &Session) -> Result<Property, Gap> {
    each(session, PolicyType::ServiceControlPolicy, |session, policy| async move {
        let (id, name) = names(&policy);
        let document = match content(session, &id).await {
            Ok(text) => Asked { action: DESCRIBE_POLICY, region: session.global_region() }.policy_document(&text),
            Err(gap) => Property::unknown(gap),
        };
        let parts = [("id", Property::Text(id)), ("name", Property::Text(name)), ("document", document)];
        Property::Map(Properties::from(parts))
    })
    .await
}

/// The tag policies and how many they bind.
pub(super) async fn tag_policies(session: &Session) -> Result<Property, Gap> {
    each(session, PolicyType::TagPolicy, |session, policy| async move {
        let (id, name) = names(&policy);
        match targets(session, &id).await {
            Ok(targets) => Property::from_typed(&TagPolicy { id, name, targets }),
            Err(gap) => Property::unknown(gap),
        }
    })
    .await
}

/// The policies on AI services with their default for all services.
pub(super) async fn ai_opt_out_policies(session: &Session) -> Result<Property, Gap> {
    each(session, PolicyType::AiservicesOptOutPolicy, |session, policy| async move {
        let (id, name) = names(&policy);
        let asked = Asked { action: DESCRIBE_POLICY, region: session.global_region() };
        let policy = content(session, &id).await.and_then(|text| opt_out(&text, id, name, asked));
        policy.map_or_else(Property::unknown, |policy| Property::from_typed(&policy))
    })
    .await
}

/// `convert` on each policy of a kind; null where this is not the management account.
async fn each<'a, F>(
    session: &'a Session,
    kind: PolicyType,
    convert: impl Fn(&'a Session, PolicySummary) -> F,
) -> Result<Property, Gap>
where
    F: Future<Output = Property> + Send + 'a,
{
    if !manages(session).await? {
        return Ok(Property::Null);
    }
    let region = session.global_region();
    let fetch = |token| {
        let request = session.organizations(region).list_policies().filter(kind.clone()).max_results(PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: listed(answer.policies), next: answer.next_token })
        }
    };
    let asked = Asked { action: LIST_POLICIES, region };
    let pages = asked.all_listed("Policies", pages(LIST_POLICIES, region, fetch).await);
    let readings = pages.items.into_iter().map(|policy| convert(session, policy).boxed()).collect();
    let policies = several(readings, AT_ONCE).await;
    Ok(Property::List(policies.into_iter().chain(pages.gap.map(Property::unknown)).collect()))
}

fn names(policy: &PolicySummary) -> (String, String) {
    (policy.id().unwrap_or_default().to_owned(), policy.name().unwrap_or_default().to_owned())
}

async fn content(session: &Session, id: &str) -> Result<String, Gap> {
    let region = session.global_region();
    let answer = session.organizations(region).describe_policy().policy_id(id).send().await;
    let answer = answer.map_err(|error| gap_of_listed(DESCRIBE_POLICY, region, &error))?;
    Asked { action: DESCRIBE_POLICY, region }.required("Content", answer.policy.and_then(|policy| policy.content))
}

async fn targets(session: &Session, id: &str) -> Result<i64, Gap> {
    let region = session.global_region();
    let fetch = |token| {
        let request = session.organizations(region).list_targets_for_policy().policy_id(id).max_results(PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: listed(answer.targets), next: answer.next_token })
        }
    };
    let asked = Asked { action: LIST_TARGETS, region };
    let pages = asked.all_listed("Targets", pages(LIST_TARGETS, region, fetch).await);
    pages.gap.map_or_else(|| Ok(i64::try_from(pages.items.len()).unwrap_or(i64::MAX)), Err)
}

/// What the policy says for all services ("AI services opt-out policy syntax and examples" in the AWS Organizations user guide).
fn opt_out(text: &str, id: String, name: String, asked: Asked<'_>) -> Result<AiOptOutPolicy, Gap> {
    let content: serde_json::Value = serde_json::from_str(text).map_err(|error| asked.malformed(error.to_string()))?;
    let default = &content["services"]["default"]["opt_out_policy"];
    Ok(AiOptOutPolicy {
        id,
        name,
        opts_out_by_default: default["@@assign"] == "optOut",
        is_final: default["@@operators_allowed_for_child_policies"] == serde_json::json!(["@@none"]),
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Answer, Scripted, json, xml};
    use super::*;

    const ASKED: Asked<'static> = Asked { action: DESCRIBE_POLICY, region: "us-east-1" };

    fn read(text: &str) -> (bool, bool) {
        let policy = opt_out(text, String::new(), String::new(), ASKED).expect("JSON");
        (policy.opts_out_by_default, policy.is_final)
    }

    #[test]
    fn only_the_default_of_all_services_counts() {
        let of = |policy: &str| format!(r#"{{"services":{{"default":{{"opt_out_policy":{policy}}}}}}}"#);
        let whole = r#"{"@@assign":"optOut","@@operators_allowed_for_child_policies":["@@none"]}"#;
        assert_eq!(read(&of(whole)), (true, true));
        assert_eq!(read(&of(r#"{"@@assign":"optIn"}"#)), (false, false));
        assert_eq!(read(r#"{"services":{"lex":{"opt_out_policy":{"@@assign":"optOut"}}}}"#), (false, false));
    }

    #[test]
    fn a_policy_that_is_not_json_is_a_gap() {
        assert!(opt_out("{", String::new(), String::new(), ASKED).is_err());
    }

    fn organization_of(management_account: &str) -> Answer {
        json(200, &format!(r#"{{"Organization":{{"Id":"o-example","MasterAccountId":"{management_account}"}}}}"#))
    }

    #[tokio::test]
    async fn being_in_no_organisation_is_a_fact() {
        let refusal = json(400, r#"{"__type":"AWSOrganizationsNotInUseException","Message":"not in use"}"#);
        let service = Scripted::new(vec![refusal]);
        let session = service.session();
        assert_eq!(organization(&session).await, Ok(Property::Null));
        assert_eq!(tag_policies(&session).await, Ok(Property::Null));
        assert_eq!(features(&session).await, Ok(Property::Null));
        assert_eq!(service.requests().len(), 1);
    }

    #[tokio::test]
    async fn a_member_is_not_asked_for_what_only_the_management_account_sees() {
        let service = Scripted::new(vec![organization_of("210987654321")]);
        let session = service.session();
        assert_eq!(delegated_administrators(&session).await, Ok(Property::Null));
        assert_eq!(service_control_policies(&session).await, Ok(Property::Null));
        assert_eq!(service.requests().len(), 1);
    }

    #[tokio::test]
    async fn a_member_is_told_what_is_managed_centrally_where_that_is_delegated_to_it() {
        let told = |manager: &'static str, answer: Answer| async move {
            let signs = vec![(".DescribeOrganization", organization_of(manager)), ("ListOrganizationsFeatures", answer)];
            features(&Scripted::by_sign(signs).session()).await
        };
        let asked = |answer: Answer| told("210987654321", answer);
        let refused = |code: &str| xml(400, &format!("<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>"));
        let body = "<ListOrganizationsFeaturesResponse><ListOrganizationsFeaturesResult><EnabledFeatures><member>RootSessions\
            </member></EnabledFeatures></ListOrganizationsFeaturesResult></ListOrganizationsFeaturesResponse>";
        assert_eq!(asked(xml(200, body)).await, Ok(Property::List(vec![Property::Text("RootSessions".to_owned())])));
        assert_eq!(asked(refused("AccountNotManagementOrDelegatedAdministratorException")).await, Ok(Property::Null));
        assert!(asked(refused("AccessDenied")).await.is_err());
        // Where nothing is managed centrally, nothing is delegated: that is the management account's matter alone.
        for code in NOTHING_ENABLED {
            assert_eq!(asked(refused(code)).await, Ok(Property::Null), "{code}");
            assert_eq!(told("123456789012", refused(code)).await, Ok(Property::List(Vec::new())), "{code}");
        }
    }

    #[tokio::test]
    async fn a_policy_whose_text_is_denied_leaves_the_others_known() {
        let list = r#"{"Policies":[{"Id":"p-1","Name":"regions"}]}"#;
        let service = Scripted::by_sign(vec![
            (".DescribeOrganization", organization_of("123456789012")),
            (".ListPolicies", json(200, list)),
            (".DescribePolicy", json(400, r#"{"__type":"AccessDeniedException","Message":"no"}"#)),
        ]);
        let Ok(Property::List(policies)) = service_control_policies(&service.session()).await else { panic!("no list") };
        assert_eq!(policies[0].at("name"), Some(&Property::Text("regions".to_owned())));
        let gap = policies[0].at("document").and_then(Property::first_gap).expect("unknown");
        assert_eq!(gap.action, DESCRIBE_POLICY);
    }
}
