//! AWS Config: the recorders of a region and how they are, and how the organisation gathers what they record.

mod aggregation;

use std::collections::HashMap;

use aws_sdk_config::types as sdk;

use super::super::errors::gap;
use super::super::session::Session;
use super::asset::region_settings;
use super::strict::Asked;
use super::unserved_facet;
use crate::model::resource::config::Recorder;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

pub(super) use aggregation::aggregation;

const RECORDERS: &str = "config:DescribeConfigurationRecorders";
const STATUS: &str = "config:DescribeConfigurationRecorderStatus";

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
