//! How an organisation gathers what AWS Config records, as far as the account may know.

use aws_sdk_config::types as sdk;
use futures_util::FutureExt;

use super::super::super::errors::{gap, is_absent};
use super::super::super::pages::{Page, pages};
use super::super::super::regions::catalogue;
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::organizations::described;
use super::super::strict::{Asked, listed};
use crate::model::resource::config::{Aggregator, ConfigAggregation};
use crate::model::{Gap, GapKind, Property};

const AGGREGATORS: &str = "config:DescribeConfigurationAggregators";
const DELEGATED: &str = "organizations:ListDelegatedAdministrators";

/// Aggregators of a page: "DescribeConfigurationAggregators" in the AWS Config API reference.
const AGGREGATORS_PAGE: i32 = 100;
/// Delegated administrators of a page: "ListDelegatedAdministrators" in the Organizations API reference.
const DELEGATED_PAGE: i32 = 20;

/// The words of a refusal by IAM ("Troubleshoot access denied error messages" in the IAM user guide). Organizations refuses an account
/// that administers nothing with the same code and other words.
const REFUSED_BY_IAM: &str = "is not authorized to perform";

/// To whom the organisation delegates AWS Config, and what that account gathers in its regions. The management account is told the
/// first, the delegated one both, the others nothing.
pub(in super::super) async fn aggregation(session: &Session) -> Result<Property, Gap> {
    let organization = described(session).await;
    let Some(organization) = organization.as_ref().as_ref().map_err(Clone::clone)? else {
        return Ok(Property::from_typed(&ConfigAggregation { delegated_administrators: Vec::new(), aggregators: None }));
    };
    let delegated = match delegated_administrators(session).await {
        Err(gap) if !organization.is_management_account && is_none_of_its_business(&gap) => return Ok(Property::Null),
        delegated => delegated?,
    };
    let gathers = delegated.contains(&session.account().id);
    if !gathers && !organization.is_management_account {
        return Ok(Property::Null);
    }
    let aggregators = if gathers {
        let regions = catalogue(session).await.regions;
        let readings = regions.iter().filter(|region| region.enabled).map(|region| aggregators(session, &region.name).boxed());
        Property::List(several(readings.collect(), AT_ONCE).await.into_iter().flatten().collect())
    } else {
        Property::Null
    };
    let delegated = Property::List(delegated.into_iter().map(Property::Text).collect());
    Ok(Property::Map([("delegated_administrators", delegated), ("aggregators", aggregators)].into()))
}

/// Whether Organizations refused because the account administers nothing, and not because of a permission that can be granted.
fn is_none_of_its_business(gap: &Gap) -> bool {
    gap.kind == GapKind::Denied && !gap.detail.contains(REFUSED_BY_IAM)
}

async fn delegated_administrators(session: &Session) -> Result<Vec<String>, Gap> {
    let region = session.global_region();
    let asked = Asked { action: DELEGATED, region };
    let client = session.organizations(region);
    // AWS Config may be delegated to three accounts at most, fewer than a page has.
    let request = client.list_delegated_administrators().service_principal("config.amazonaws.com").max_results(DELEGATED_PAGE);
    match request.send().await {
        Ok(answer) => {
            let accounts = asked.required("DelegatedAdministrators", answer.delegated_administrators)?;
            Ok(accounts.into_iter().filter_map(|account| account.id).collect())
        }
        Err(error) if is_absent(&error) => Ok(Vec::new()),
        Err(error) => Err(gap(DELEGATED, region, &error)),
    }
}

async fn aggregators(session: &Session, region: &str) -> Vec<Property> {
    let client = session.config(region);
    let pages = pages(AGGREGATORS, region, |token| {
        let request = client.describe_configuration_aggregators().limit(AGGREGATORS_PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: listed(answer.configuration_aggregators), next: answer.next_token })
        }
        .boxed()
    })
    .await;
    let pages = Asked { action: AGGREGATORS, region }.all_listed("ConfigurationAggregators", pages);
    let known = pages.items.into_iter().map(|aggregator| Property::from_typed(&of_aggregator(aggregator, region)));
    known.chain(pages.gap.map(Property::unknown)).collect()
}

fn of_aggregator(aggregator: sdk::ConfigurationAggregator, region: &str) -> Aggregator {
    let organization = aggregator.organization_aggregation_source;
    Aggregator {
        name: aggregator.configuration_aggregator_name.unwrap_or_default(),
        region: region.to_owned(),
        all_regions: organization.as_ref().is_some_and(|source| source.all_aws_regions)
            || aggregator.account_aggregation_sources.is_some_and(|sources| sources.iter().any(|source| source.all_aws_regions)),
        organization: organization.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Answer, Scripted, json, xml};
    use super::*;

    /// What the account 123456789012 knows where `manager` manages the organisation, and how many calls it took.
    async fn known(manager: &str, delegated: Answer) -> (Result<Property, Gap>, usize) {
        let organization = format!(r#"{{"Organization":{{"Id":"o-example","MasterAccountId":"{manager}"}}}}"#);
        let regions = "<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName></item></regionInfo>\
            </DescribeRegionsResponse>";
        let aggregator = r#"{"ConfigurationAggregators":[{"ConfigurationAggregatorName":"all",
            "OrganizationAggregationSource":{"RoleArn":"arn:aws:iam::123456789012:role/config","AllAwsRegions":true}}]}"#;
        let service = Scripted::by_sign(vec![
            (".DescribeOrganization", json(200, &organization)),
            (".ListDelegatedAdministrators", delegated),
            ("Action=DescribeRegions", xml(200, regions)),
            (".DescribeConfigurationAggregators", json(200, aggregator)),
        ]);
        (aggregation(&service.session()).await, service.requests().len())
    }

    fn to(account: &str) -> Answer {
        json(200, &format!(r#"{{"DelegatedAdministrators":[{{"Id":"{account}"}}]}}"#))
    }

    fn refused(words: &str) -> Answer {
        json(400, &format!(r#"{{"__type":"AccessDeniedException","Message":"{words}"}}"#))
    }

    const OWN: &str = "123456789012";
    const OTHER: &str = "210987654321";

    #[tokio::test]
    async fn the_management_account_knows_to_whom_it_delegates_and_not_what_is_gathered_there() {
        let (known, calls) = known(OWN, to(OTHER)).await;
        let known = known.expect("told");
        assert_eq!(known.at("delegated_administrators"), Some(&Property::List(vec![Property::Text(OTHER.to_owned())])));
        assert_eq!((known.at("aggregators"), calls), (Some(&Property::Null), 2));
    }

    #[tokio::test]
    async fn the_delegated_account_knows_its_aggregators() {
        let (known, _) = known(OTHER, to(OWN)).await;
        let known = known.expect("told");
        let aggregators = known.at("aggregators").expect("told").items();
        assert_eq!(aggregators.len(), 1);
        for part in ["organization", "all_regions"] {
            assert_eq!(aggregators[0].at(part), Some(&Property::Bool(true)), "{part}");
        }
    }

    #[tokio::test]
    async fn it_is_no_concern_of_the_other_members() {
        let words = "You don't have permissions to access this resource.";
        for answer in [refused(words), to(OTHER)] {
            assert_eq!(known(OTHER, answer).await.0, Ok(Property::Null));
        }
    }

    #[tokio::test]
    async fn a_permission_that_is_missing_is_a_gap_everywhere() {
        let words =
            "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: organizations:ListDelegatedAdministrators";
        for manager in [OWN, OTHER] {
            let gap = known(manager, refused(words)).await.0.expect_err("refused");
            assert_eq!((gap.kind, gap.action.as_str()), (GapKind::Denied, DELEGATED));
        }
        let gap = known(OWN, refused("You don't have permissions to access this resource.")).await.0;
        assert!(gap.is_err(), "the management account is entitled to it");
    }
}
