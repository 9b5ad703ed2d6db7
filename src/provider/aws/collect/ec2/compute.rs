//! Instances and what they are made of: volumes, snapshots, AMIs, key pairs.

use aws_sdk_ec2::types as sdk;
use serde::Serialize;

use serde_json::json;

use super::super::super::errors::gap;
use super::super::super::pages::{Page, Pages, pages};
use super::super::asset::time;
use super::super::strict::listed;
use super::{PAGE, Place};
use crate::model::Asset;
use crate::model::resource::ec2::compute::{Image, InstanceInterface, KeyPair, MetadataOptions};
use crate::provider::Listing;

/// DescribeInstances; the reservations around the instances say nothing that a check needs.
pub(super) async fn instances(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeInstances", place.region, |token| {
        let request = client.describe_instances().max_results(PAGE).set_next_token(token);
        async move {
            request.send().await.map(|answer| {
                let reservations = listed(answer.reservations).into_iter();
                let items = reservations.flat_map(|reservation| listed(reservation.and_then(|reservation| reservation.instances)));
                Page { items: items.collect(), next: answer.next_token }
            })
        }
    });
    place.listing("reservationSet or instancesSet", pages.await, instance)
}

/// The properties of an instance that its listing gives.
#[derive(Serialize)]
struct ListedInstance {
    state: String,
    instance_type: String,
    image_id: String,
    launched_at: Option<String>,
    platform: Option<String>,
    vpc_id: Option<String>,
    subnet_id: Option<String>,
    private_ip: Option<String>,
    public_ip: Option<String>,
    ipv6_addresses: Vec<String>,
    security_group_ids: Vec<String>,
    instance_profile_arn: Option<String>,
    key_pair: Option<String>,
    metadata_options: MetadataOptions,
    detailed_monitoring: bool,
    volume_ids: Vec<String>,
    network_interfaces: Vec<InstanceInterface>,
    virtualization: String,
    enclaves_enabled: bool,
    stopped_at: Option<String>,
}

fn instance(place: &Place<'_>, instance: sdk::Instance) -> Asset {
    let interfaces: Option<Vec<_>> = instance.network_interfaces.map(|listed| listed.into_iter().map(interface).collect());
    let network_interfaces = interfaces.clone().unwrap_or_default();
    let state = instance.state.and_then(|state| state.name);
    let metadata_options = instance.metadata_options.and_then(metadata_options);
    let monitoring = instance.monitoring.and_then(|monitoring| monitoring.state);
    let launched_at = time(instance.launch_time.as_ref());
    let stopped_at = instance.state_transition_reason.as_deref().and_then(transition_time);
    let is_stopped = state == Some(sdk::InstanceStateName::Stopped);
    let properties = ListedInstance {
        state: state.as_ref().map(|state| state.as_str().to_owned()).unwrap_or_default(),
        instance_type: instance.instance_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        image_id: instance.image_id.unwrap_or_default(),
        launched_at: launched_at.clone(),
        platform: instance.platform.map(|platform| platform.as_str().to_lowercase()),
        vpc_id: instance.vpc_id,
        subnet_id: instance.subnet_id,
        private_ip: instance.private_ip_address,
        public_ip: instance.public_ip_address.filter(|address| !address.is_empty()),
        ipv6_addresses: network_interfaces.iter().flat_map(|interface| interface.ipv6_addresses.clone()).collect(),
        security_group_ids: instance.security_groups.unwrap_or_default().into_iter().filter_map(|group| group.group_id).collect(),
        instance_profile_arn: instance.iam_instance_profile.and_then(|profile| profile.arn),
        key_pair: instance.key_name,
        metadata_options: metadata_options.clone().unwrap_or(UNREAD),
        detailed_monitoring: matches!(monitoring, Some(sdk::MonitoringState::Enabled)),
        volume_ids: instance
            .block_device_mappings
            .unwrap_or_default()
            .into_iter()
            .filter_map(|mapping| mapping.ebs?.volume_id)
            .collect(),
        network_interfaces,
        virtualization: instance.virtualization_type.as_ref().map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        // "EnclaveOptions" in the EC2 API reference: `false` unless said otherwise.
        enclaves_enabled: instance.enclave_options.and_then(|options| options.enabled).unwrap_or_default(),
        stopped_at: stopped_at.clone(),
    };
    let asset = place.asset("instance", instance.instance_id, instance.tags, &properties);
    let asset = place.requiring(asset, "state", state);
    let asset = place.requiring(asset, "launched_at", launched_at);
    // For some stops EC2 gives no time; an instance that runs has none.
    let asset = if is_stopped { place.requiring(asset, "stopped_at", stopped_at) } else { asset };
    let asset = place.requiring(asset, "detailed_monitoring", monitoring);
    let asset = place.requiring(asset, "network_interfaces", interfaces);
    let asset = place.requiring(asset, "virtualization", instance.virtualization_type);
    place.requiring(asset, "metadata_options", metadata_options)
}

fn interface(interface: sdk::InstanceNetworkInterface) -> InstanceInterface {
    let ipv6 = interface.ipv6_addresses.unwrap_or_default();
    InstanceInterface {
        id: interface.network_interface_id.unwrap_or_default(),
        kind: interface.interface_type.unwrap_or_else(|| "interface".to_owned()),
        subnet_id: interface.subnet_id,
        public_ip: interface.association.and_then(|association| association.public_ip).filter(|address| !address.is_empty()),
        ipv6_addresses: ipv6.into_iter().filter_map(|address| address.ipv6_address).collect(),
        security_group_ids: interface.groups.unwrap_or_default().into_iter().filter_map(|group| group.group_id).collect(),
    }
}

/// The time in `User initiated (2024-01-31 08:15:00 GMT)`, by which EC2 tells why and when an instance was stopped.
fn transition_time(reason: &str) -> Option<String> {
    let (_, behind) = reason.rsplit_once('(')?;
    let mut words = behind.trim_end_matches(')').split(' ');
    let (day, hour, zone) = (words.next()?, words.next()?, words.next()?);
    if !matches!(zone, "GMT" | "UTC") {
        return None;
    }
    let time: jiff::Timestamp = format!("{day}T{hour}Z").parse().ok()?;
    Some(time.to_string())
}

/// Holds the place of metadata options that the answer lacks until an unknown takes it.
const UNREAD: MetadataOptions = MetadataOptions { http_endpoint: String::new(), http_tokens: String::new(), hop_limit: 0 };

/// "InstanceMetadataOptionsResponse" in the EC2 API reference: answers take one hop unless said otherwise.
fn metadata_options(options: sdk::InstanceMetadataOptionsResponse) -> Option<MetadataOptions> {
    Some(MetadataOptions {
        http_endpoint: options.http_endpoint?.as_str().to_owned(),
        http_tokens: options.http_tokens?.as_str().to_owned(),
        hop_limit: options.http_put_response_hop_limit.map_or(1, i64::from),
    })
}

/// DescribeVolumes.
pub(super) async fn volumes(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeVolumes", place.region, |token| {
        let request = client.describe_volumes().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.volumes), next: answer.next_token }) }
    });
    place.listing("volumeSet", pages.await, volume)
}

fn volume(place: &Place<'_>, volume: sdk::Volume) -> Asset {
    let attachments = volume.attachments.unwrap_or_default();
    let properties = json!({
        "state": volume.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        "volume_type": volume.volume_type.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        "size_gib": volume.size.map_or(0, i64::from),
        "encrypted": volume.encrypted.unwrap_or_default(),
        "kms_key": volume.kms_key_id,
        "created_at": time(volume.create_time.as_ref()),
        "availability_zone": volume.availability_zone.unwrap_or_default(),
        "snapshot_id": volume.snapshot_id.filter(|id| !id.is_empty()),
        "instance_ids": attachments.into_iter().filter_map(|attachment| attachment.instance_id).collect::<Vec<_>>(),
    });
    let asset = place.asset("volume", volume.volume_id, volume.tags, &properties);
    place.requiring(asset, "encrypted", volume.encrypted)
}

/// DescribeSnapshots of the account's own.
pub(super) async fn snapshots(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeSnapshots", place.region, |token| {
        let request = client.describe_snapshots().owner_ids("self").max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.snapshots), next: answer.next_token }) }
    });
    place.listing("snapshotSet", pages.await, snapshot)
}

fn snapshot(place: &Place<'_>, snapshot: sdk::Snapshot) -> Asset {
    let properties = json!({
        "state": snapshot.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
        "volume_id": snapshot.volume_id,
        "size_gib": snapshot.volume_size.map_or(0, i64::from),
        "encrypted": snapshot.encrypted.unwrap_or_default(),
        "kms_key": snapshot.kms_key_id,
        "started_at": time(snapshot.start_time.as_ref()),
        "description": snapshot.description.unwrap_or_default(),
    });
    let id = snapshot.snapshot_id.unwrap_or_default();
    let asset = place.named(place.shared_arn("snapshot", &id), id.clone(), id, snapshot.tags, &properties);
    place.requiring(asset, "encrypted", snapshot.encrypted)
}

/// DescribeImages of the account's own.
pub(super) async fn images(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeImages", place.region, |token| {
        let request = client.describe_images().owners("self").max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.images), next: answer.next_token }) }
    });
    place.listing("imagesSet", pages.await, image)
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
    let asset = place.named(place.shared_arn("image", &id), id, name, image.tags, &properties);
    place.requiring(asset, "public", image.public)
}

/// DescribeKeyPairs, which has no pages.
pub(super) async fn key_pairs(place: &Place<'_>) -> Listing {
    match place.session.ec2(place.region).describe_key_pairs().send().await {
        Err(error) => Listing { gaps: vec![gap("ec2:DescribeKeyPairs", place.region, &error)], ..Listing::default() },
        Ok(answer) => place.listing("keySet", Pages { items: listed(answer.key_pairs), gap: None }, key_pair),
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
    let name = pair.key_name.unwrap_or_else(|| id.clone());
    // "Resource types defined by Amazon EC2" in the Service Authorization Reference: a key pair's ARN ends in its name.
    let arn = super::arn(place.session, "ec2", place.region, &format!("key-pair/{name}"));
    place.named(arn, id, name, pair.tags, &properties)
}
