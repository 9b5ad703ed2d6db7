//! Instances and what they are made of: volumes, snapshots, AMIs, key pairs.

use aws_sdk_ec2::types as sdk;

use super::super::super::errors::gap;
use super::super::super::pages::{Page, pages};
use super::super::asset::time;
use super::{PAGE, Place};
use crate::model::Asset;
use crate::model::resource::ec2::{Image, Instance, KeyPair, MetadataOptions, Snapshot, Volume};
use crate::provider::Listing;

/// DescribeInstances; the reservations around the instances say nothing that a check needs.
pub(super) async fn instances(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeInstances", place.region, |token| {
        let request = client.describe_instances().max_results(PAGE).set_next_token(token);
        async move {
            request.send().await.map(|answer| {
                let reservations = answer.reservations.unwrap_or_default();
                let items = reservations.into_iter().flat_map(|reservation| reservation.instances.unwrap_or_default());
                Page { items: items.collect(), next: answer.next_token }
            })
        }
    });
    place.listing(pages.await, instance)
}

fn instance(place: &Place<'_>, instance: sdk::Instance) -> Asset {
    let interfaces = instance.network_interfaces.unwrap_or_default();
    let ipv6 = interfaces.iter().flat_map(|interface| interface.ipv6_addresses());
    let properties = Instance {
        state: instance.state.and_then(|state| state.name).map(|name| name.as_str().to_owned()).unwrap_or_default(),
        instance_type: instance.instance_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        image_id: instance.image_id.unwrap_or_default(),
        launched_at: time(instance.launch_time.as_ref()),
        platform: instance.platform.map(|platform| platform.as_str().to_lowercase()),
        vpc_id: instance.vpc_id,
        subnet_id: instance.subnet_id,
        private_ip: instance.private_ip_address,
        public_ip: instance.public_ip_address.filter(|address| !address.is_empty()),
        ipv6_addresses: ipv6.filter_map(|address| address.ipv6_address.clone()).collect(),
        security_group_ids: instance.security_groups.unwrap_or_default().into_iter().filter_map(|group| group.group_id).collect(),
        instance_profile_arn: instance.iam_instance_profile.and_then(|profile| profile.arn),
        key_pair: instance.key_name,
        metadata_options: metadata_options(instance.metadata_options),
        detailed_monitoring: instance.monitoring.and_then(|monitoring| monitoring.state) == Some(sdk::MonitoringState::Enabled),
        volume_ids: instance
            .block_device_mappings
            .unwrap_or_default()
            .into_iter()
            .filter_map(|mapping| mapping.ebs?.volume_id)
            .collect(),
    };
    place.asset("instance", instance.instance_id, instance.tags, &properties)
}

/// "InstanceMetadataOptionsResponse" in the EC2 API reference: without a setting the endpoint is on, tokens are optional and answers
/// take one hop.
fn metadata_options(options: Option<sdk::InstanceMetadataOptionsResponse>) -> MetadataOptions {
    let (endpoint, tokens, hops) = options
        .map_or((None, None, None), |options| (options.http_endpoint, options.http_tokens, options.http_put_response_hop_limit));
    MetadataOptions {
        http_endpoint: endpoint.map_or_else(|| "enabled".to_owned(), |endpoint| endpoint.as_str().to_owned()),
        http_tokens: tokens.map_or_else(|| "optional".to_owned(), |tokens| tokens.as_str().to_owned()),
        hop_limit: hops.map_or(1, i64::from),
    }
}

/// DescribeVolumes.
pub(super) async fn volumes(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeVolumes", place.region, |token| {
        let request = client.describe_volumes().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: answer.volumes.unwrap_or_default(), next: answer.next_token }) }
    });
    place.listing(pages.await, volume)
}

fn volume(place: &Place<'_>, volume: sdk::Volume) -> Asset {
    let properties = Volume {
        state: volume.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        volume_type: volume.volume_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        size_gib: volume.size.map_or(0, i64::from),
        encrypted: volume.encrypted.unwrap_or_default(),
        kms_key: volume.kms_key_id,
        created_at: time(volume.create_time.as_ref()),
        availability_zone: volume.availability_zone.unwrap_or_default(),
        snapshot_id: volume.snapshot_id.filter(|id| !id.is_empty()),
        instance_ids: volume.attachments.unwrap_or_default().into_iter().filter_map(|attachment| attachment.instance_id).collect(),
    };
    place.asset("volume", volume.volume_id, volume.tags, &properties)
}

/// DescribeSnapshots of the account's own.
pub(super) async fn snapshots(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeSnapshots", place.region, |token| {
        let request = client.describe_snapshots().owner_ids("self").max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: answer.snapshots.unwrap_or_default(), next: answer.next_token }) }
    });
    place.listing(pages.await, snapshot)
}

fn snapshot(place: &Place<'_>, snapshot: sdk::Snapshot) -> Asset {
    let properties = Snapshot {
        state: snapshot.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        volume_id: snapshot.volume_id,
        size_gib: snapshot.volume_size.map_or(0, i64::from),
        encrypted: snapshot.encrypted.unwrap_or_default(),
        kms_key: snapshot.kms_key_id,
        started_at: time(snapshot.start_time.as_ref()),
        description: snapshot.description.unwrap_or_default(),
    };
    let id = snapshot.snapshot_id.unwrap_or_default();
    place.named(place.shared_arn("snapshot", &id), id.clone(), id, snapshot.tags, &properties)
}

/// DescribeImages of the account's own.
pub(super) async fn images(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeImages", place.region, |token| {
        let request = client.describe_images().owners("self").max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: answer.images.unwrap_or_default(), next: answer.next_token }) }
    });
    place.listing(pages.await, image)
}

fn image(place: &Place<'_>, image: sdk::Image) -> Asset {
    let mappings = image.block_device_mappings.unwrap_or_default();
    let properties = Image {
        name: image.name.clone().unwrap_or_default(),
        state: image.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        public: image.public.unwrap_or_default(),
        created_at: image.creation_date,
        architecture: image.architecture.map(|architecture| architecture.as_str().to_owned()).unwrap_or_default(),
        imds_support: image.imds_support.map(|support| support.as_str().to_owned()),
        snapshot_ids: mappings.into_iter().filter_map(|mapping| mapping.ebs?.snapshot_id).collect(),
    };
    let id = image.image_id.unwrap_or_default();
    let name = image.name.unwrap_or_else(|| id.clone());
    place.named(place.shared_arn("image", &id), id, name, image.tags, &properties)
}

/// DescribeKeyPairs, which has no pages.
pub(super) async fn key_pairs(place: &Place<'_>) -> Listing {
    match place.session.ec2(place.region).describe_key_pairs().send().await {
        Err(error) => Listing { gaps: vec![gap("ec2:DescribeKeyPairs", place.region, &error)], ..Listing::default() },
        Ok(answer) => Listing {
            assets: answer.key_pairs.unwrap_or_default().into_iter().map(|pair| key_pair(place, pair)).collect(),
            ..Listing::default()
        },
    }
}

fn key_pair(place: &Place<'_>, pair: sdk::KeyPairInfo) -> Asset {
    let properties = KeyPair {
        name: pair.key_name.clone().unwrap_or_default(),
        key_type: pair.key_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        fingerprint: pair.key_fingerprint.unwrap_or_default(),
        created_at: time(pair.create_time.as_ref()),
    };
    let id = pair.key_pair_id.unwrap_or_default();
    let arn = super::arn(place.session, "ec2", place.region, &format!("key-pair/{id}"));
    let name = pair.key_name.unwrap_or_else(|| id.clone());
    place.named(arn, id, name, pair.tags, &properties)
}
