//! Which regions the account has: EC2's answer, or the built-in list with a warning.

use aws_sdk_ec2::types::Region as ListedRegion;

use super::errors::gap;
use super::session::Session;
use crate::model::regions::Partition;
use crate::model::{Gap, GapKind, Warning};
use crate::provider::{Region, RegionCatalogue};

const ACTION: &str = "ec2:DescribeRegions";

/// Asks EC2 in the primary region for every region of the partition.
pub(super) async fn catalogue(session: &Session) -> RegionCatalogue {
    let partition = Partition::named(&session.account().partition);
    let region = session.primary_region();
    let told = session.memo().read("regions", told(session)).await;
    let (regions, warnings) = match told.as_ref() {
        Ok(told) => (told.iter().filter_map(listed).collect(), Vec::new()),
        Err(gap) => (assumed(partition), vec![warning(gap)]),
    };
    RegionCatalogue {
        regions: sorted(regions),
        default_set: partition.default_regions.iter().map(|name| (*name).to_owned()).collect(),
        primary: region.to_owned(),
        global: session.global_region().to_owned(),
        warnings,
    }
}

/// What EC2 in the primary region tells of each region.
async fn told(session: &Session) -> Result<Vec<ListedRegion>, Gap> {
    let region = session.primary_region();
    let answer = session.ec2(region).describe_regions().all_regions(true).send().await;
    let answer = answer.map_err(|error| gap(ACTION, region, &error))?;
    // An endpoint other than AWS's own may tell of regions where these credentials count for nothing.
    let own = Partition::named(&session.account().partition);
    let is_own =
        |listed: &ListedRegion| listed.region_name().and_then(Partition::of_region).is_none_or(|partition| partition == own);
    let regions: Vec<ListedRegion> = answer.regions.unwrap_or_default().into_iter().filter(is_own).collect();
    if regions.is_empty() {
        let detail = "the answer names no region".to_owned();
        return Err(Gap { kind: GapKind::Malformed, action: ACTION.to_owned(), region: region.to_owned(), detail });
    }
    Ok(regions)
}

/// Whether the credentials ought to count in a region: where EC2 says that the account has enabled it. Where the scan's start left that
/// open, EC2 is asked once more, and must at least recognise the credentials itself.
pub(super) async fn recognises(session: &Session, region: &str) -> bool {
    // STS has recognised them in the one, and nobody can disable the other.
    if [session.primary_region(), session.global_region()].contains(&region) {
        return true;
    }
    let known = session.memo().known::<Result<Vec<ListedRegion>, Gap>>("regions");
    let told = match known.filter(|told| told.is_ok()) {
        Some(told) => told,
        None => session.memo().read("regions_again", told(session)).await,
    };
    match told.as_ref() {
        Ok(told) => told.iter().any(|listed| listed.region_name() == Some(region) && has(listed)),
        Err(gap) => gap.kind == GapKind::CredentialsRejected,
    }
}

/// Whether the answer says that the account has a region.
fn has(region: &ListedRegion) -> bool {
    matches!(region.opt_in_status(), Some("opt-in-not-required" | "opted-in"))
}

/// An answer that leaves out the status does not say that the region is disabled; calls there will tell.
fn listed(region: &ListedRegion) -> Option<Region> {
    let enabled = region.opt_in_status().is_none() || has(region);
    region.region_name().map(|name| Region { name: name.to_owned(), enabled })
}

/// Every region of the partition: nobody has said that the account left one disabled.
fn assumed(partition: &Partition) -> Vec<Region> {
    partition.regions().map(|(name, _)| Region { name: name.to_owned(), enabled: true }).collect()
}

fn sorted(mut regions: Vec<Region>) -> Vec<Region> {
    regions.sort_by(|left, right| left.name.cmp(&right.name));
    regions
}

fn warning(gap: &Gap) -> Warning {
    Warning {
        code: "regions_assumed".to_owned(),
        service: "ec2".to_owned(),
        region: gap.region.clone(),
        action: ACTION.to_owned(),
        message: format!(
            "{}; the built-in list of regions is used: to see which ones the account has enabled, {}",
            gap.sentence(),
            gap.advice()
        ),
        checks: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::scripted::{Answer, Scripted, xml};
    use super::*;

    async fn catalogue_from(answer: Answer) -> RegionCatalogue {
        catalogue(&Scripted::new(vec![answer]).session()).await
    }

    #[tokio::test]
    async fn a_region_is_enabled_by_default_or_by_opting_in() {
        let item =
            |name: &str, status: &str| format!("<item><regionName>{name}</regionName><optInStatus>{status}</optInStatus></item>");
        let items = [item("us-east-1", "opt-in-not-required"), item("me-south-1", "opted-in"), item("ap-east-1", "not-opted-in")];
        let body = format!("<DescribeRegionsResponse><regionInfo>{}</regionInfo></DescribeRegionsResponse>", items.concat());
        let catalogue = catalogue_from(xml(200, &body)).await;
        let regions: Vec<_> = catalogue.regions.iter().map(|region| (region.name.as_str(), region.enabled)).collect();
        assert_eq!(regions, [("ap-east-1", false), ("me-south-1", true), ("us-east-1", true)]);
        assert_eq!((catalogue.primary.as_str(), catalogue.global.as_str()), ("eu-west-1", "us-east-1"));
        assert!(catalogue.warnings.is_empty());
    }

    #[tokio::test]
    async fn a_region_without_a_status_counts_as_enabled() {
        let body = "<DescribeRegionsResponse><regionInfo><item><regionName>me-south-1</regionName></item></regionInfo></DescribeRegionsResponse>";
        assert!(catalogue_from(xml(200, body)).await.regions[0].enabled);
    }

    #[tokio::test]
    async fn a_region_of_another_partition_is_none_of_the_accounts() {
        let item =
            |name: &str| format!("<item><regionName>{name}</regionName><optInStatus>opt-in-not-required</optInStatus></item>");
        let items = [item("us-east-1"), item("us-gov-west-1"), item("cn-north-1"), item("xx-new-1")].concat();
        let body = format!("<DescribeRegionsResponse><regionInfo>{items}</regionInfo></DescribeRegionsResponse>");
        let catalogue = catalogue_from(xml(200, &body)).await;
        let names: Vec<&str> = catalogue.regions.iter().map(|region| region.name.as_str()).collect();
        assert_eq!(names, ["us-east-1", "xx-new-1"]);
    }

    #[tokio::test]
    async fn without_permission_the_built_in_list_is_used_with_a_warning() {
        let denied = "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";
        let empty = "<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>";
        let advised = [
            (xml(403, denied), "grant ec2:DescribeRegions"),
            (xml(200, empty), "what stands between"),
            (Answer::Reset, "check the network"),
        ];
        for (answer, advice) in advised {
            let catalogue = catalogue_from(answer).await;
            assert_eq!(catalogue.warnings.len(), 1);
            assert_eq!(catalogue.warnings[0].code, "regions_assumed");
            assert!(catalogue.warnings[0].message.contains(advice), "{}", catalogue.warnings[0].message);
            let enabled = |name: &str| catalogue.regions.iter().any(|region| region.name == name && region.enabled);
            assert!(catalogue.default_set.iter().all(|name| enabled(name)));
            assert!(enabled("me-south-1"), "a region that may be enabled can be asked for");
        }
    }
}
