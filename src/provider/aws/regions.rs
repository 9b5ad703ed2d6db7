//! Which regions the account has: EC2's answer, or the built-in list with a warning.

use aws_sdk_ec2::types::Region as ListedRegion;

use super::errors::gap;
use super::session::Session;
use crate::model::Warning;
use crate::model::regions::Partition;
use crate::provider::{Region, RegionCatalogue};

const ACTION: &str = "ec2:DescribeRegions";

/// Asks EC2 in the primary region for every region of the partition.
pub(super) async fn catalogue(session: &Session) -> RegionCatalogue {
    let partition = Partition::named(&session.account().partition);
    let region = session.primary_region();
    let answer = session.ec2(region).describe_regions().all_regions(true).send().await;
    let (regions, warnings) = match answer {
        Ok(answer) if answer.regions().is_empty() => (assumed(partition), vec![warning(region, &format!("{ACTION} names none"))]),
        Ok(answer) => (answer.regions().iter().filter_map(listed).collect(), Vec::new()),
        Err(error) => (assumed(partition), vec![warning(region, &gap(ACTION, region, &error).sentence())]),
    };
    RegionCatalogue {
        regions: sorted(regions),
        default_set: partition.default_regions.iter().map(|name| (*name).to_owned()).collect(),
        primary: region.to_owned(),
        global: session.global_region().to_owned(),
        warnings,
    }
}

fn listed(region: &ListedRegion) -> Option<Region> {
    let enabled = matches!(region.opt_in_status(), Some("opt-in-not-required" | "opted-in"));
    region.region_name().map(|name| Region { name: name.to_owned(), enabled })
}

fn assumed(partition: &Partition) -> Vec<Region> {
    partition.regions().map(|(name, enabled)| Region { name: name.to_owned(), enabled }).collect()
}

fn sorted(mut regions: Vec<Region>) -> Vec<Region> {
    regions.sort_by(|left, right| left.name.cmp(&right.name));
    regions
}

fn warning(region: &str, reason: &str) -> Warning {
    Warning {
        code: "regions_assumed".to_owned(),
        service: "ec2".to_owned(),
        region: region.to_owned(),
        action: ACTION.to_owned(),
        message: format!(
            "{reason}; the built-in list of regions is used: grant {ACTION} to see which ones the account has enabled"
        ),
        checks: Vec::new(),
    }
}
