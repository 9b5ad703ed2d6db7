//! What a prepared scan is going to take: how many calls of which action, and how long.
//!
//! A scan with the same checks and regions tells best. Else the resources that an earlier scan found are multiplied by the calls that
//! each takes; where nobody has looked, so many are assumed as a small team has.

use std::collections::BTreeMap;

use super::assignment::Assignment;
use super::prepare::PreparedScan;
use crate::model::forecast::{ActionForecast, Basis, EarlierScan, Forecast, Likeness};
use crate::model::resource::demand::{self, Demand, assumed, page_size};
use crate::model::resource::{ACCOUNT, CHANGE_ACTIONS, ResourceType, SCAN_ACTIONS, Scope, by_name};
use crate::model::{ScanHeader, ScanType};
use crate::provider::Provider;

/// How long an answer takes, in milliseconds, where nothing is known: about what AWS's APIs need from the same continent.
const ANSWER_MS: f64 = 120.0;
/// What a scan takes besides its calls, in milliseconds: credentials, connections, reports.
const BESIDES_MS: f64 = 1_000.0;

/// An action, the region that is asked, and whom it is asked about where the answer is about one resource or owner.
type Asked = (&'static str, String, &'static str);

impl PreparedScan {
    /// What the scan is going to take; `earlier` is the best scan to tell from.
    #[must_use]
    pub fn forecast(&self, provider: &dyn Provider, earlier: Option<&EarlierScan>) -> Forecast {
        let counting = Counting { header: &self.header, global: &self.global_region, earlier };
        let mut asked: BTreeMap<Asked, u64> = BTreeMap::new();
        for assignment in self.planned.iter().flat_map(|planned| &planned.assignments) {
            counting.add(assignment, &mut asked);
        }
        for action in SCAN_ACTIONS {
            asked.insert((action, self.global_region.clone(), ""), 1);
        }
        if self.header.scan_type == ScanType::Incremental {
            for (action, region) in
                CHANGE_ACTIONS.iter().flat_map(|action| self.header.regions.iter().map(move |one| (action, one)))
            {
                asked.insert((action, region.clone(), ""), 1);
            }
        }
        let mut actions: BTreeMap<&'static str, u64> = BTreeMap::new();
        for ((action, ..), calls) in &asked {
            *actions.entry(action).or_default() += calls;
        }
        let actions: Vec<ActionForecast> = actions.into_iter().map(|(action, calls)| ActionForecast { action, calls }).collect();
        match earlier {
            Some(same) if same.likeness == Likeness::Same => Forecast {
                basis: Basis::SameScan { id: same.id.clone(), started_at: same.started_at },
                actions: measured(actions, same),
                duration_ms: Some(same.duration_ms),
            },
            other => Forecast {
                basis: other.map_or(Basis::Assumptions, |one| Basis::Inventory { id: one.id.clone(), started_at: one.started_at }),
                actions,
                duration_ms: duration_ms(provider, &asked),
            },
        }
    }
}

/// How many resources there are, as far as anybody knows.
struct Counting<'a> {
    header: &'a ScanHeader,
    global: &'a str,
    earlier: Option<&'a EarlierScan>,
}

impl Counting<'_> {
    /// Adds the calls of an assignment. What several assignments ask is asked once.
    fn add(&self, assignment: &Assignment, asked: &mut BTreeMap<Asked, u64>) {
        let (resource_type, region) = (assignment.resource_type, assignment.region.as_str());
        let of_facets = assignment.facets().into_iter().flat_map(|facet| facet.actions);
        for action in resource_type.list_actions.iter().chain(of_facets) {
            self.add_action(action, resource_type, region, asked);
        }
        let Some(account) = by_name(ACCOUNT) else { return };
        for action in assignment.account_facets().into_iter().flat_map(|facet| facet.actions) {
            self.add_action(action, account, self.global, asked);
        }
    }

    fn add_action(&self, action: &'static str, of: &ResourceType, region: &str, asked: &mut BTreeMap<Asked, u64>) {
        let found = self.found(of, region);
        let pages = |size: u64| found.div_ceil(size).max(1);
        let (region, about, calls) = match demand::of(action) {
            Demand::Seldom => (region, "", 0),
            Demand::Account => (self.global, "", pages(page_size(action))),
            Demand::Region => (region, "", pages(page_size(action))),
            Demand::Resource => (region, of.name, found),
            Demand::Owner(owner) => (region, owner, by_name(owner).map_or(1, |owner| self.found(owner, region))),
            Demand::Batch(size) => (region, of.name, found.div_ceil(size)),
        };
        let known = asked.entry((action, region.to_owned(), about)).or_default();
        *known = calls.max(*known);
    }

    /// How many resources of a type a region has.
    fn found(&self, of: &ResourceType, region: &str) -> u64 {
        let covers = |earlier: &&EarlierScan| of.scope == Scope::Global || earlier.regions.iter().any(|one| one == region);
        let told = self.earlier.filter(covers).map(|earlier| earlier.assets.get(&(of.name.to_owned(), region.to_owned())));
        match told {
            Some(Some(found)) => *found,
            // Settings are looked at, not listed.
            Some(None) if of.is_always_listed() => u64::from(of.list_actions.is_empty()),
            _ if self.is_elsewhere(region) => assumed(of).min(1),
            _ => assumed(of),
        }
    }

    /// Whether a region is neither the primary one nor that of global services: small teams live in one region.
    fn is_elsewhere(&self, region: &str) -> bool {
        region != self.global && self.header.regions.first().is_some_and(|primary| primary != region)
    }
}

/// The actions with as many calls as `same` made of each service, in the proportions of the forecast.
fn measured(mut actions: Vec<ActionForecast>, same: &EarlierScan) -> Vec<ActionForecast> {
    // Sorted by name, so that those of a service stand together.
    for of_service in actions.chunk_by_mut(|one, other| one.service() == other.service()) {
        let mut left = of_service.first().and_then(|one| same.calls.by_service.get(one.service())).copied().unwrap_or_default();
        let mut weight: u64 = of_service.iter().map(|one| one.calls).sum();
        for one in of_service.iter_mut().filter(|one| one.calls > 0) {
            let own = one.calls;
            // The rest goes to the last one, so that the sum is what was measured.
            one.calls = if weight == own { left } else { (left * own).div_ceil(weight).min(left) };
            left -= one.calls;
            weight -= own;
        }
    }
    actions
}

/// How long the calls take: as long as the slowest bucket of a region needs; `None` where the provider does not say how fast it is.
fn duration_ms(provider: &dyn Provider, asked: &BTreeMap<Asked, u64>) -> Option<u64> {
    let mut buckets: BTreeMap<(String, &str), (f64, f64)> = BTreeMap::new();
    let mut lanes: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for ((action, region, _), calls) in asked {
        let pace = provider.pace(action)?;
        let calls = f64::from(u32::try_from(*calls).unwrap_or(u32::MAX));
        let at_once = f64::from(u32::try_from(pace.at_once.max(1)).unwrap_or(u32::MAX));
        let bucket = buckets.entry((pace.bucket, region)).or_insert((-pace.burst, pace.per_second));
        bucket.0 += calls;
        *lanes.entry((action.split(':').next().unwrap_or(action), region)).or_default() += calls / at_once * ANSWER_MS;
    }
    let of_rates = buckets.values().map(|(calls, per_second)| calls.max(0.0) / per_second * 1_000.0);
    let slowest = of_rates.chain(lanes.into_values()).fold(0.0, f64::max);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a positive number of milliseconds; the cast saturates"
    )]
    Some((slowest + BESIDES_MS).round() as u64)
}

#[cfg(test)]
mod tests;
