//! For which services a region has AWS Backup choose resources.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures_util::FutureExt;

use super::super::super::errors::gap_of_listed;
use super::super::super::session::Session;
use super::super::strict::Asked;
use crate::model::{Asset, Gap, Property};

const SETTINGS: &str = "backup:DescribeRegionSettings";

/// Whether each service is opted in, by the name that AWS Backup has for it.
pub(super) type Settings = Result<BTreeMap<String, bool>, Gap>;

/// Services whose resources take the opt-in even where a plan names them: "Assigning resources to a backup plan" in the AWS Backup
/// Developer Guide.
const ALWAYS_ASKED: [&str; 3] = ["Aurora", "DocumentDB", "Neptune"];

/// How AWS Backup stands to the resources of one service in a region.
#[derive(Debug, Clone, Copy)]
pub(super) struct OptIn<'a> {
    settings: &'a Settings,
    /// Its name there; without one nothing is known to be switched off.
    service: Option<&'static str>,
    region: &'a str,
}

impl<'a> OptIn<'a> {
    /// For resources like `asset`.
    pub(super) fn of(settings: &'a Settings, asset: &'a Asset) -> Self {
        Self { settings, service: service(asset), region: &asset.region }
    }

    /// Whether a selection takes care of a resource that it covers; `named` says that it names the resource or its service, which beats
    /// the setting: "ResourceTypeOptInPreference" of "UpdateRegionSettings" in the AWS Backup API reference.
    ///
    /// # Errors
    /// The settings of the region are not known.
    pub(super) fn lets_choose(self, named: bool) -> Result<bool, Gap> {
        let Some(service) = self.service.filter(|service| !named || ALWAYS_ASKED.contains(service)) else { return Ok(true) };
        let settings = self.settings.as_ref().map_err(Clone::clone)?;
        let asked = Asked { action: SETTINGS, region: self.region };
        asked.required(&format!("{service} in ResourceTypeOptInPreference"), settings.get(service).copied())
    }
}

/// What AWS Backup calls the service of a resource.
fn service(asset: &Asset) -> Option<&'static str> {
    match asset.resource_type {
        "aws.dynamodb.table" => Some("DynamoDB"),
        "aws.ec2.volume" => Some("EBS"),
        "aws.rds.cluster" | "aws.rds.instance" => Some(match asset.properties.get("engine").and_then(Property::as_text) {
            Some(engine) if engine.starts_with("aurora") => "Aurora",
            Some("neptune") => "Neptune",
            Some("docdb") => "DocumentDB",
            _ => "RDS",
        }),
        _ => None,
    }
}

/// DescribeRegionSettings. Read once per region.
pub(super) async fn settings(session: &Session, region: &str) -> Arc<Settings> {
    let reading = async move {
        let answer = session.backup(region).describe_region_settings().send().await;
        let answer = answer.map_err(|error| gap_of_listed(SETTINGS, region, &error))?;
        let told =
            Asked { action: SETTINGS, region }.required("ResourceTypeOptInPreference", answer.resource_type_opt_in_preference);
        told.map(|told| told.into_iter().collect())
    }
    .boxed();
    session.memo().read(("backup_opt_in", region), reading).await
}
