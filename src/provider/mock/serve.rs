//! Answers for a fixture as the real provider would: step by step, each step counted, delayed and perhaps failing.

use super::MockProvider;
use super::calls::{self, Call};
use super::fault::FaultKind;
use crate::model::resource::{ACCOUNT, CHANGE_ACTIONS, Facet, ResourceType};
use crate::model::{Account, Asset, Gap, GapKind, Property, Warning};
use crate::provider::{Change, Listing, RegionCatalogue, SubmissionError, Untold};

/// What a failing action leaves unknown inside the account's list of trails; the list itself comes from DescribeTrails.
const WITHIN_TRAILS: [(&str, &str); 3] = [
    ("cloudtrail:GetTrailStatus", "logging"),
    ("cloudtrail:GetEventSelectors", "management_read_write"),
    ("cloudtrail:GetEventSelectors", "data_resources"),
];

impl MockProvider {
    pub(super) async fn account(&self) -> Result<Account, SubmissionError> {
        let call = Call::each("sts:GetCallerIdentity", &self.fixture.global, 1);
        let Err(gap) = self.make(&call).await else { return Ok(self.fixture.account.clone()) };
        let advice = gap.kind.advice(&gap.action, &gap.region);
        Err(SubmissionError { code: submission_code(gap.kind), message: format!("{}; {advice}", gap.sentence()) })
    }

    pub(super) async fn catalogue(&self) -> RegionCatalogue {
        let call = Call::each("ec2:DescribeRegions", &self.fixture.global, 1);
        let warnings = self.make(&call).await.err().map(assumed_regions).into_iter().collect();
        RegionCatalogue {
            regions: self.fixture.regions.clone(),
            primary: self.fixture.default_regions.first().unwrap_or(&self.fixture.global).clone(),
            default_set: self.fixture.default_regions.clone(),
            global: self.fixture.global.clone(),
            warnings,
        }
    }

    pub(super) async fn listing(&self, resource_type: &ResourceType, region: &str) -> Listing {
        let assets = self.fixture.listed(resource_type, region);
        for call in calls::listing(resource_type, self.fixture.place(region), assets.len()) {
            if let Err(gap) = self.make(&call).await {
                return Listing { gaps: vec![gap], ..Listing::default() };
            }
        }
        Listing { assets, ..Listing::default() }
    }

    pub(super) async fn facet_values(
        &self,
        resource_type: &ResourceType,
        facet: &Facet,
        region: &str,
        assets: &[Asset],
    ) -> Vec<Property> {
        let calls = calls::facet(facet, self.fixture.place(region), assets.len());
        let mut values: Vec<Property> =
            assets.iter().map(|asset| self.fixture.facet(resource_type, facet, region, asset)).collect();
        for call in &calls {
            let for_all = self.make(call).await.err();
            for (asset, value) in assets.iter().zip(&mut values) {
                if let Some(gap) = for_all.clone().or_else(|| self.gap(call, Some(&asset.id))) {
                    withhold(resource_type, facet, value, gap);
                }
            }
            if for_all.is_some() && values.iter().all(|value| matches!(value, Property::Unknown(_))) {
                break;
            }
        }
        values
    }

    /// What the fixture's log tells of a region.
    pub(super) async fn logged(&self, region: &str) -> Result<Vec<Change>, Untold> {
        let Some(changes) = &self.fixture.changes else { return Err(Untold::no_log("mock", region)) };
        for action in CHANGE_ACTIONS {
            self.make(&Call::listing(action, region, 1)).await?;
        }
        Ok(changes.get(region).cloned().unwrap_or_default())
    }

    /// Makes calls that belong together: counts them, waits as scripted, and says what went wrong.
    async fn make(&self, call: &Call<'_>) -> Result<(), Gap> {
        let fault = self.fixture.fault(call, None);
        if self.meter.is_due(call) {
            self.meter.count(call, fault);
            self.fixture.latency.wait(call, fault, self.speed).await;
        }
        self.gap(call, None).map_or(Ok(()), Err)
    }

    /// The gap that a call leaves, where it meets a fault or a region that is not enabled.
    fn gap(&self, call: &Call<'_>, asset_id: Option<&str>) -> Option<Gap> {
        if let Some(fault) = self.fixture.fault(call, asset_id) {
            return Some(fault.gap(call.action, call.region, &self.fixture.account.caller));
        }
        let caller = &self.fixture.account.caller;
        (!self.fixture.is_enabled(call.region)).then(|| FaultKind::RegionDisabled.gap(call.action, call.region, caller))
    }
}

/// Makes a facet unknown, or the part of it that a failing action would have told.
fn withhold(resource_type: &ResourceType, facet: &Facet, value: &mut Property, gap: Gap) {
    let within: Vec<&str> = WITHIN_TRAILS.iter().filter(|(action, _)| *action == gap.action).map(|(_, key)| *key).collect();
    match value {
        Property::List(trails) if resource_type.name == ACCOUNT && facet.name == "trails" && !within.is_empty() => {
            let unknown = Property::unknown(gap);
            for trail in trails {
                if let Property::Map(trail) = trail {
                    for key in &within {
                        trail.insert((*key).to_owned(), unknown.clone());
                    }
                }
            }
        }
        // What one action has already withheld stays as it is.
        Property::Unknown(_) => {}
        value => *value = Property::unknown(gap),
    }
}

/// The stable code for an account that does not say who it is.
const fn submission_code(kind: GapKind) -> &'static str {
    match kind {
        GapKind::Denied => "denied",
        GapKind::Expired => "expired_credentials",
        GapKind::RegionDisabled => "invalid_credentials",
        GapKind::Unreachable => "no_network",
        other => other.as_str(),
    }
}

fn assumed_regions(gap: Gap) -> Warning {
    let advice = gap.kind.advice(&gap.action, &gap.region);
    Warning {
        code: "regions_assumed".to_owned(),
        service: gap.service().to_owned(),
        message: format!("{}; the regions of the fixture are taken as they are: {advice}", gap.sentence()),
        region: gap.region,
        action: gap.action,
        checks: Vec::new(),
    }
}
