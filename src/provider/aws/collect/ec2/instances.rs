//! Facets of instances: the AMI they were started from, whether Systems Manager manages them, their user data.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use aws_sdk_ec2::types as sdk;
use futures_util::FutureExt;

use super::super::super::errors::gap_of_listed;
use super::super::super::pages::{Page, Pages, pages};
use super::super::super::secrets;
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use super::PAGE;
use crate::model::resource::ec2::compute::{ManagedInstance, SourceImage};
use crate::model::{Asset, Gap, Property};

/// Values of one filter, the most that the EC2 API takes ("DescribeImages" in its reference).
const FILTER_VALUES: usize = 200;
/// Items of a page of DescribeInstanceInformation, by the Systems Manager API reference.
const MANAGED_PAGE: i32 = 50;

/// DescribeImages of the AMIs in use, deprecated ones too. By a filter: asked by id, one that is gone would spoil the answer for all.
pub(super) async fn source_images(session: &Session, region: &str, instances: &[Asset]) -> Vec<Property> {
    let asked = Asked { action: "ec2:DescribeImages", region };
    let ids: Vec<&str> = instances.iter().filter_map(image_of).collect::<BTreeSet<_>>().into_iter().collect();
    let batches = ids.chunks(FILTER_VALUES).map(|batch| images(session, region, batch).boxed()).collect();
    let (mut found, mut gap) = (HashMap::new(), None);
    for pages in several(batches, AT_ONCE).await {
        let pages = asked.all_listed("imagesSet", pages);
        found.extend(pages.items.into_iter().filter_map(|image| Some((image.image_id.clone()?, of_image(image)))));
        gap = gap.or(pages.gap);
    }
    let of_instance = |instance: &Asset| {
        let image = image_of(instance).and_then(|id| found.get(id));
        match (image, &gap) {
            (Some(image), _) => Property::from_typed(image),
            (None, Some(gap)) => Property::unknown(gap.clone()),
            (None, None) => Property::Null,
        }
    };
    instances.iter().map(of_instance).collect()
}

async fn images(session: &Session, region: &str, ids: &[&str]) -> Pages<Option<sdk::Image>> {
    let client = session.ec2(region);
    let values: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let filter = sdk::Filter::builder().name("image-id").set_values(Some(values)).build();
    pages("ec2:DescribeImages", region, |token| {
        let request = client.describe_images().filters(filter.clone()).include_deprecated(true).include_disabled(true);
        let request = request.max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.images), next: answer.next_token }) }
    })
    .await
}

fn of_image(image: sdk::Image) -> SourceImage {
    SourceImage {
        owner_alias: image.image_owner_alias,
        owner_id: image.owner_id,
        created_at: image.creation_date,
        deprecated_at: image.deprecation_time.filter(|time| !time.is_empty()),
    }
}

fn image_of(instance: &Asset) -> Option<&str> {
    match instance.properties.get("image_id") {
        Some(Property::Text(id)) if !id.is_empty() => Some(id),
        _ => None,
    }
}

/// What Systems Manager knows of each instance of the region.
pub(super) async fn managed(session: &Session, region: &str, instances: &[Asset]) -> Vec<Property> {
    let managed = managed_instances(session, region).await;
    let of_instance = |instance: &Asset| match (managed.items.get(&instance.id), &managed.gap) {
        (Some(known), _) => Property::from_typed(known),
        (None, Some(gap)) => Property::unknown(gap.clone()),
        (None, None) => Property::Null,
    };
    instances.iter().map(of_instance).collect()
}

/// The instances that Systems Manager manages in a region.
struct Managed {
    items: BTreeMap<String, ManagedInstance>,
    gap: Option<Gap>,
}

/// DescribeInstanceInformation, read once per region.
async fn managed_instances(session: &Session, region: &str) -> Arc<Managed> {
    let asked = Asked { action: "ssm:DescribeInstanceInformation", region };
    let reading = async move {
        let client = session.ssm(region);
        let pages = pages(asked.action, region, |token| {
            let request = client.describe_instance_information().max_results(MANAGED_PAGE).set_next_token(token);
            async move {
                request.send().await.map(|answer| Page { items: listed(answer.instance_information_list), next: answer.next_token })
            }
        });
        let pages = asked.all_listed("InstanceInformationList", pages.await);
        let items = pages.items.into_iter().filter_map(|known| {
            let ping_status = known.ping_status.map(|status| status.as_str().to_owned());
            Some((known.instance_id?, ManagedInstance { ping_status, agent_version: known.agent_version }))
        });
        Managed { items: items.collect(), gap: pages.gap }
    };
    session.memo().read(("managed_instances", region), reading.boxed()).await
}

/// DescribeInstanceAttribute: the user data, searched for secrets and forgotten. A terminated instance has none any more.
pub(super) async fn user_data(session: &Session, region: &str, instance: &Asset) -> Result<Property, Gap> {
    let asked = Asked { action: "ec2:DescribeInstanceAttribute", region };
    if matches!(instance.properties.get("state"), Some(Property::Text(state)) if state == "terminated") {
        return Ok(Property::Null);
    }
    let request = session.ec2(region).describe_instance_attribute().instance_id(&instance.id);
    let answer = request.attribute(sdk::InstanceAttributeName::UserData).send().await;
    let answer = answer.map_err(|error| gap_of_listed(asked.action, region, &error))?;
    let user_data = asked.required("userData", answer.user_data)?;
    Ok(secrets::of_user_data(asked, user_data.value()))
}

#[cfg(test)]
mod tests;
