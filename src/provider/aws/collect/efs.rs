//! EFS: file systems, where they are mounted, their access points, backups and policies.

use std::sync::Arc;

use aws_sdk_efs::types as sdk;
use futures_util::FutureExt;
use serde_json::json;

use super::super::errors::{gap_of_listed, is_absent};
use super::super::pages::{Page, Pages, pages, pages_of_listed};
use super::super::session::Session;
use super::asset::{Identity, arn, asset, for_each, time};
use super::ec2::exposure::Subnets;
use super::strict::{Asked, known, listed};
use super::unserved_facet;
use crate::model::resource::efs::AccessPoint;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const LIST: &str = "elasticfilesystem:DescribeFileSystems";
const ACCESS_POINTS: &str = "elasticfilesystem:DescribeAccessPoints";
const BACKUP: &str = "elasticfilesystem:DescribeBackupPolicy";
const MOUNT_TARGETS: &str = "elasticfilesystem:DescribeMountTargets";
const POLICY: &str = "elasticfilesystem:DescribeFileSystemPolicy";

/// Items of a page, the most that EFS gives by its API reference.
const PAGE: i32 = 100;

/// DescribeFileSystems.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.efs(region);
    let pages = pages(LIST, region, |token| {
        let request = client.describe_file_systems().max_items(PAGE).set_marker(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.file_systems), next: answer.next_marker }) }
    })
    .await;
    let pages = Asked { action: LIST, region }.all_listed("FileSystems", pages);
    let assets = pages.items.into_iter().map(|system| file_system(session, resource_type, region, system)).collect();
    Listing { assets, gaps: pages.gap.into_iter().collect(), ..Listing::default() }
}

fn file_system(session: &Session, resource_type: &'static ResourceType, region: &str, system: sdk::FileSystemDescription) -> Asset {
    let encrypted = Asked { action: LIST, region }.required("Encrypted", system.encrypted);
    let properties = json!({
        "state": system.life_cycle_state.as_str(),
        "created_at": time(Some(&system.creation_time)),
        "kms_key": system.kms_key_id,
        "availability_zone": system.availability_zone_name.or(system.availability_zone_id),
        "mount_target_count": system.number_of_mount_targets,
    });
    let id = system.file_system_id;
    let identity = Identity {
        arn: system.file_system_arn.unwrap_or_else(|| arn(session, "elasticfilesystem", region, &format!("file-system/{id}"))),
        name: system.name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.clone()),
        id,
        region,
        tags: system.tags.into_iter().map(|tag| (tag.key, tag.value)).collect(),
    };
    let mut asset = asset(resource_type, identity, &properties);
    asset.properties.insert("encrypted", known(encrypted.as_ref()));
    asset
}

/// Reads a facet of file systems.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "access_points" => access_points(session, region, assets).await,
        "backup_policy" => for_each(assets, |system| backup_policy(session, region, &system.id)).await,
        "mount_targets" => for_each(assets, |system| mount_targets(session, region, system)).await,
        "policy" => for_each(assets, |system| policy(session, region, &system.id)).await,
        _ => unserved_facet("aws.efs.file_system", facet, region, assets),
    }
}

/// One listing for all file systems of the region; what one of its pages hides may belong to any of them.
async fn access_points(session: &Session, region: &str, assets: &[Asset]) -> Vec<Property> {
    let pages = all_access_points(session, region).await;
    let asked = Asked { action: ACCESS_POINTS, region };
    let of = |system: &Asset| {
        let points = pages.items.iter().filter(|point| point.file_system_id.as_ref().is_none_or(|id| *id == system.id));
        let mut points: Vec<Property> = points.map(|point| access_point(asked, point)).collect();
        points.extend(pages.gap.clone().map(Property::unknown));
        Property::List(points)
    };
    assets.iter().map(of).collect()
}

async fn all_access_points(session: &Session, region: &str) -> Arc<Pages<sdk::AccessPointDescription>> {
    let client = session.efs(region);
    let reading = pages(ACCESS_POINTS, region, |token| {
        let request = client.describe_access_points().max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.access_points), next: answer.next_token }) }
    });
    let reading = reading.map(|pages| Asked { action: ACCESS_POINTS, region }.all_listed("AccessPoints", pages));
    session.memo().read(("efs_access_points", region), reading).await
}

fn access_point(asked: Asked<'_>, point: &sdk::AccessPointDescription) -> Property {
    let read = || {
        asked.required("FileSystemId", point.file_system_id.as_ref())?;
        let root = asked.required("RootDirectory", point.root_directory.as_ref())?;
        Ok(AccessPoint {
            id: asked.required("AccessPointId", point.access_point_id.clone())?,
            // "RootDirectory" in the EFS API reference: the file system's own root unless said otherwise.
            root_directory: root.path.clone().unwrap_or_else(|| "/".to_owned()),
            enforces_user: point.posix_user.is_some(),
        })
    };
    known(read().as_ref())
}

async fn backup_policy(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    match session.efs(region).describe_backup_policy().file_system_id(id).send().await {
        Ok(answer) => {
            let policy = Asked { action: BACKUP, region }.required("BackupPolicy", answer.backup_policy)?;
            Ok(Property::from_typed(&policy.status.as_str()))
        }
        Err(error) if is_absent(&error) => Ok(Property::Null),
        Err(error) => Err(gap_of_listed(BACKUP, region, &error)),
    }
}

async fn mount_targets(session: &Session, region: &str, system: &Asset) -> Result<Property, Gap> {
    if system.properties.get("mount_target_count") == Some(&Property::Integer(0)) {
        return Ok(Property::List(Vec::new()));
    }
    let client = session.efs(region);
    let pages = pages_of_listed(MOUNT_TARGETS, region, |token| {
        let request = client.describe_mount_targets().file_system_id(&system.id).max_items(PAGE).set_marker(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.mount_targets), next: answer.next_marker }) }
    })
    .await;
    let pages = Asked { action: MOUNT_TARGETS, region }.all_listed("MountTargets", pages);
    if let Some(gap) = pages.gap {
        return Err(gap);
    }
    let subnets = Subnets::of(session, region).await;
    let targets = pages.items.into_iter().map(|target| {
        let in_public_subnet = subnets.is_public(&target.subnet_id);
        let parts = [
            ("id", Property::Text(target.mount_target_id)),
            ("subnet_id", Property::Text(target.subnet_id)),
            ("in_public_subnet", in_public_subnet),
        ];
        Property::Map(parts.into())
    });
    Ok(Property::List(targets.collect()))
}

async fn policy(session: &Session, region: &str, id: &str) -> Result<Property, Gap> {
    match session.efs(region).describe_file_system_policy().file_system_id(id).send().await {
        Ok(answer) => {
            let asked = Asked { action: POLICY, region };
            asked.required("Policy", answer.policy()).map(|text| asked.policy_document(text))
        }
        Err(error) if is_absent(&error) => Ok(Property::Null),
        Err(error) => Err(gap_of_listed(POLICY, region, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, json};
    use super::super::tests::{asset, resource_type};
    use super::*;

    const POINTS: &str = r#"{"AccessPoints":[
        {"AccessPointId":"fsap-1","FileSystemId":"cluster/part","RootDirectory":{"Path":"/app"},"PosixUser":{"Uid":1000,"Gid":1000}},
        {"AccessPointId":"fsap-2","FileSystemId":"cluster/part","RootDirectory":{}},
        {"AccessPointId":"fsap-3","FileSystemId":"fs-other","RootDirectory":{"Path":"/"}}]}"#;

    #[tokio::test]
    async fn access_points_are_sorted_by_file_system_and_lead_to_the_root_unless_they_say_otherwise() {
        let system = resource_type("aws.efs.file_system");
        let service = Scripted::new(vec![json(200, POINTS)]);
        let facet = system.facet("access_points").expect("a facet");
        let values = read_facet(&service.session(), facet, "us-east-1", &[asset(system.name)]).await;
        let point = |id: &str, root: &str, enforces_user| {
            Property::from_typed(&AccessPoint { id: id.to_owned(), root_directory: root.to_owned(), enforces_user })
        };
        assert_eq!(values, [Property::List(vec![point("fsap-1", "/app", true), point("fsap-2", "/", false)])]);
        assert_eq!(service.requests().len(), 1);
    }

    #[tokio::test]
    async fn a_file_system_without_policies_has_none() {
        let none = json(404, r#"{"__type":"PolicyNotFound","ErrorCode":"PolicyNotFound","Message":"none"}"#);
        let service = || Scripted::new(vec![none.clone()]);
        assert_eq!(policy(&service().session(), "us-east-1", "fs-1").await, Ok(Property::Null));
        assert_eq!(backup_policy(&service().session(), "us-east-1", "fs-1").await, Ok(Property::Null));
    }
}
