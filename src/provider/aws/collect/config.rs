//! AWS Config: the recorders of a region and how they are, and the aggregators of the organisation.

use std::collections::HashMap;

use aws_sdk_config::types as sdk;
use futures_util::FutureExt;

use super::super::errors::{gap, is_absent};
use super::super::pages::{Page, pages};
use super::super::regions::catalogue;
use super::super::session::Session;
use super::asset::{AT_ONCE, region_settings, several};
use super::strict::{Asked, listed};
use super::unserved_facet;
use crate::model::resource::config::{Aggregator, Recorder};
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const RECORDERS: &str = "config:DescribeConfigurationRecorders";
const STATUS: &str = "config:DescribeConfigurationRecorderStatus";
const AGGREGATORS: &str = "config:DescribeConfigurationAggregators";
const DELEGATED: &str = "organizations:ListDelegatedAdministrators";

/// Aggregators of a page: "DescribeConfigurationAggregators" in the AWS Config API reference.
const AGGREGATORS_PAGE: i32 = 100;
/// Delegated administrators of a page: "ListDelegatedAdministrators" in the Organizations API reference.
const DELEGATED_PAGE: i32 = 20;

/// AWS Config in the region, known without a call.
pub(super) fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    region_settings(session, resource_type, region)
}

/// Reads a facet of a region's settings.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "recorders" => vec![recorders(session, region).await.unwrap_or_else(Property::unknown); assets.len()],
        _ => unserved_facet("aws.config.region_settings", facet, region, assets),
    }
}

/// A region has one recorder of the account's own, and perhaps some that AWS services run for themselves.
async fn recorders(session: &Session, region: &str) -> Result<Property, Gap> {
    let client = session.config(region);
    let answer = client.describe_configuration_recorders().send().await.map_err(|error| gap(RECORDERS, region, &error))?;
    let asked = Asked { action: RECORDERS, region };
    let recorders = asked.required("ConfigurationRecorders", answer.configuration_recorders)?;
    let own: Vec<_> = recorders.into_iter().filter(|recorder| recorder.service_principal.is_none()).collect();
    if own.is_empty() {
        return Ok(Property::List(Vec::new()));
    }
    let answer = client.describe_configuration_recorder_status().send().await.map_err(|error| gap(STATUS, region, &error))?;
    let asked = Asked { action: STATUS, region };
    let states = asked.required("ConfigurationRecordersStatus", answer.configuration_recorders_status)?;
    let states: HashMap<String, _> = states.into_iter().filter_map(|state| Some((state.name.clone()?, state))).collect();
    let recorders = own.into_iter().map(|recorder| {
        let state = states.get(recorder.name().unwrap_or_default());
        Ok(Property::from_typed(&with_state(recorder, asked.required("the recorder's status", state)?)))
    });
    Ok(Property::List(recorders.map(|recorder| recorder.unwrap_or_else(Property::unknown)).collect()))
}

fn with_state(recorder: sdk::ConfigurationRecorder, state: &sdk::ConfigurationRecorderStatus) -> Recorder {
    let group = recorder.recording_group;
    Recorder {
        name: recorder.name.unwrap_or_default(),
        role_arn: recorder.role_arn,
        recording: state.recording,
        last_status: state.last_status.as_ref().map(|status| status.as_str().to_owned()),
        // "RecordingGroup" in the AWS Config API reference: without one every supported type but the global ones is recorded.
        all_supported: group.as_ref().is_none_or(|group| group.all_supported),
        global_resources: group.is_some_and(|group| group.include_global_resource_types),
    }
}

/// To whom the organisation delegates AWS Config, and what is gathered in which of the account's regions.
pub(super) async fn aggregation(session: &Session) -> Result<Property, Gap> {
    let delegated = delegated_administrators(session).await?;
    let aggregators = if delegated.is_empty() {
        Property::Null
    } else {
        let regions = catalogue(session).await.regions;
        let readings = regions.iter().filter(|region| region.enabled).map(|region| aggregators(session, &region.name).boxed());
        Property::List(several(readings.collect(), AT_ONCE).await.into_iter().flatten().collect())
    };
    let delegated = Property::List(delegated.into_iter().map(Property::Text).collect());
    Ok(Property::Map([("delegated_administrators", delegated), ("aggregators", aggregators)].into()))
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
