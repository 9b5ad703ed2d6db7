//! What it means that a region does not recognise the credentials: that the account has not enabled it, or that they are bad there.
//!
//! Services answer alike in both cases, so the account's regions decide. They are known from the scan's start; where they could not be
//! read then, they are asked for once more.

use std::collections::BTreeSet;

use super::regions;
use super::session::Session;
use crate::model::{Gap, GapKind, Property};
use crate::provider::Listing;

/// The listing, its gaps judged.
pub(super) async fn judge_listing(session: &Session, mut listing: Listing) -> Listing {
    let rejecting = listing.gaps.iter().filter(|gap| gap.kind == GapKind::CredentialsRejected);
    let disabled = disabled(session, rejecting.map(|gap| gap.region.clone()).collect()).await;
    for gap in &mut listing.gaps {
        *gap = judged(gap, &disabled);
    }
    listing
}

/// The values, the gaps in them judged.
pub(super) async fn judge_values(session: &Session, values: Vec<Property>) -> Vec<Property> {
    let mut rejecting = BTreeSet::new();
    for value in &values {
        collect(value, &mut rejecting);
    }
    let disabled = disabled(session, rejecting).await;
    if disabled.is_empty() { values } else { values.into_iter().map(|value| corrected(value, &disabled)).collect() }
}

/// Adds the regions that reject the credentials, as the gaps in `property` say.
fn collect(property: &Property, regions: &mut BTreeSet<String>) {
    match property {
        Property::Unknown(gap) if gap.kind == GapKind::CredentialsRejected => {
            regions.insert(gap.region.clone());
        }
        Property::List(items) => items.iter().for_each(|item| collect(item, regions)),
        Property::Map(map) => map.values().for_each(|value| collect(value, regions)),
        _ => {}
    }
}

/// Those of the regions that the account has not enabled.
async fn disabled(session: &Session, regions: BTreeSet<String>) -> BTreeSet<String> {
    let mut disabled = BTreeSet::new();
    for region in regions {
        if !regions::recognises(session, &region).await {
            disabled.insert(region);
        }
    }
    disabled
}

fn judged(gap: &Gap, disabled: &BTreeSet<String>) -> Gap {
    let is_disabled = gap.kind == GapKind::CredentialsRejected && disabled.contains(&gap.region);
    Gap { kind: if is_disabled { GapKind::RegionDisabled } else { gap.kind }, ..gap.clone() }
}

fn corrected(property: Property, disabled: &BTreeSet<String>) -> Property {
    match property {
        Property::Unknown(gap) => Property::unknown(judged(&gap, disabled)),
        Property::List(items) => Property::List(items.into_iter().map(|item| corrected(item, disabled)).collect()),
        Property::Map(map) => Property::Map(map.into_iter().map(|(name, value)| (name, corrected(value, disabled))).collect()),
        known => known,
    }
}

#[cfg(test)]
mod tests {
    use super::super::scripted::{Answer, Scripted, xml};
    use super::*;

    const DENIED: &str =
        "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";
    const REJECTED: &str = "<Response><Errors><Error><Code>AuthFailure</Code><Message>no</Message></Error></Errors></Response>";

    fn regions(statuses: &[(&str, &str)]) -> Answer {
        let item = |(name, status): &(&str, &str)| {
            format!("<item><regionName>{name}</regionName><optInStatus>{status}</optInStatus></item>")
        };
        let items: String = statuses.iter().map(item).collect();
        xml(200, &format!("<DescribeRegionsResponse><regionInfo>{items}</regionInfo></DescribeRegionsResponse>"))
    }

    fn rejected(region: &str) -> Gap {
        let (action, detail) = ("ec2:DescribeVpcs".to_owned(), String::new());
        Gap { kind: GapKind::CredentialsRejected, action, region: region.to_owned(), detail }
    }

    /// The kind of the gap that rejected credentials leave in a region, and how often EC2 was asked for the regions.
    async fn judged_in(region: &str, answers: Vec<Answer>) -> (GapKind, usize) {
        let service = Scripted::new(answers);
        let session = service.session();
        regions::catalogue(&session).await;
        let listing = Listing { gaps: vec![rejected(region)], ..Listing::default() };
        let kind = judge_listing(&session, listing).await.gaps[0].kind;
        (kind, service.requests().len())
    }

    #[tokio::test]
    async fn a_region_that_the_account_has_enabled_rejects_the_credentials_and_any_other_is_disabled() {
        let told =
            || vec![regions(&[("sa-east-1", "opt-in-not-required"), ("me-south-1", "opted-in"), ("af-south-1", "not-opted-in")])];
        for region in ["sa-east-1", "me-south-1", "eu-west-1", "us-east-1"] {
            assert_eq!(judged_in(region, told()).await, (GapKind::CredentialsRejected, 1), "{region}");
        }
        for region in ["af-south-1", "me-central-1"] {
            assert_eq!(judged_in(region, told()).await, (GapKind::RegionDisabled, 1), "{region}");
        }
    }

    #[tokio::test]
    async fn where_the_regions_are_not_told_the_primary_region_decides() {
        let denied = xml(403, DENIED);
        assert_eq!(judged_in("sa-east-1", vec![denied.clone()]).await, (GapKind::RegionDisabled, 2));
        let rejected = xml(401, REJECTED);
        assert_eq!(judged_in("sa-east-1", vec![denied.clone(), rejected]).await, (GapKind::CredentialsRejected, 2));
        let late = regions(&[("sa-east-1", "opted-in")]);
        assert_eq!(judged_in("sa-east-1", vec![denied, late]).await, (GapKind::CredentialsRejected, 2));
    }

    #[tokio::test]
    async fn a_gap_inside_a_value_is_judged_too() {
        let service = Scripted::new(vec![xml(403, DENIED)]);
        let inner = Property::Map([("logging", Property::unknown(rejected("sa-east-1")))].into());
        let values = judge_values(&service.session(), vec![Property::List(vec![inner, Property::Null])]).await;
        assert_eq!(values[0].first_gap().map(|gap| gap.kind), Some(GapKind::RegionDisabled));
    }
}
