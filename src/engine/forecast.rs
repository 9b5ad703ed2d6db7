//! What a prepared scan is going to take: how many calls of which action, and how long.
//!
//! A scan with the same checks and regions tells best. Else the resources that an earlier scan found are multiplied by the calls that
//! each takes; where nobody has looked, so many are assumed as a small team has.

use std::collections::BTreeMap;

use super::assignment::Assignment;
use super::prepare::PreparedScan;
use crate::model::forecast::{ActionForecast, Basis, EarlierScan, Forecast, Likeness, Timing};
use crate::model::resource::demand::{self, Demand, assumed};
use crate::model::resource::{ACCOUNT, CHANGE_ACTIONS, ResourceType, SCAN_ACTIONS, Scope, Sweep, by_name};
use crate::model::{JobKind, ScanHeader, ScanType};
use crate::provider::Provider;

/// What a scan takes besides its calls, in milliseconds: credentials, connections, reports.
const BESIDES_MS: f64 = 1_000.0;

/// An action, the region that is asked, and what for where not all share the answer: the resource type or owner that it is about, or a purpose
/// of its own.
type Asked = (&'static str, String, &'static str);

impl PreparedScan {
    /// What the scan is going to take with so many jobs at work at the same time; `earlier` is the best scan to tell from.
    #[must_use]
    pub fn forecast(&self, provider: &dyn Provider, earlier: Option<&EarlierScan>, concurrency: usize) -> Forecast {
        let counting = Counting { header: &self.header, global: &self.global_region, earlier };
        let mut asked: BTreeMap<Asked, u64> = BTreeMap::new();
        let mut jobs: Vec<(String, Option<f64>)> = Vec::new();
        for planned in &self.planned {
            let mut own: BTreeMap<Asked, u64> = BTreeMap::new();
            for assignment in &planned.assignments {
                counting.add(assignment, &mut own);
            }
            // What another job asks first is asked once.
            own.retain(|call, calls| asked.get(call).is_none_or(|known| *calls > *known));
            jobs.push((planned.job.id.clone(), slowest_ms(provider, &own)));
            asked.extend(own);
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
        let longest_job = jobs.iter().filter_map(|(id, time)| Some((id.clone(), whole_ms((*time)?)))).max_by_key(|(_, time)| *time);
        let reckoned = || duration_ms(slowest_ms(provider, &asked)?, &jobs, concurrency);
        match earlier {
            Some(same) if same.likeness == Likeness::Same => Forecast {
                basis: Basis::SameScan { id: same.id.clone(), started_at: same.started_at },
                other_calls: other_calls(&actions, same),
                actions: measured(actions, same),
                duration_ms: same.duration_ms.or_else(reckoned),
                timing: if same.duration_ms.is_some() { Timing::Measured } else { Timing::Reckoned },
                longest_job,
            },
            other => Forecast {
                basis: other.map_or(Basis::Assumptions, |one| Basis::Inventory { id: one.id.clone(), started_at: one.started_at }),
                actions,
                other_calls: 0,
                duration_ms: reckoned(),
                timing: Timing::Reckoned,
                longest_job,
            },
        }
    }
}

/// What calls are needed for: resources of a type in a region, and the type's or facet's own name.
#[derive(Clone, Copy)]
struct Needed<'a> {
    of: &'a ResourceType,
    region: &'a str,
    purpose: &'a str,
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
        let listing = Needed { of: resource_type, region, purpose: resource_type.name };
        self.add_actions(resource_type.list_actions, listing, asked);
        for facet in assignment.facets() {
            self.add_actions(facet.actions, Needed { purpose: facet.name, ..listing }, asked);
        }
        let Some(account) = by_name(ACCOUNT) else { return };
        for facet in assignment.account_facets() {
            self.add_actions(facet.actions, Needed { of: account, region: self.global, purpose: facet.name }, asked);
        }
    }

    fn add_actions(&self, actions: &[&'static str], needed: Needed<'_>, asked: &mut BTreeMap<Asked, u64>) {
        let Needed { of, region, purpose } = needed;
        for action in actions {
            let demand = demand::of(action);
            let in_all = || self.header.regions.iter().map(|region| self.found(of, region)).sum();
            let (region, about, found) = match demand {
                Demand::Account(_) => (self.global, demand::purpose(action, purpose), in_all()),
                Demand::Region(_) => (region, demand::purpose(action, purpose), self.found(of, region)),
                Demand::Owner(owner) => (region, owner, 0),
                Demand::Resource | Demand::Batch(_) => (region, of.name, self.found(of, region)),
                Demand::Seldom => (region, "", 0),
            };
            let owners = |owner: &str| by_name(owner).map_or(1, |owner| self.found(owner, region));
            let calls = demand.calls(found, owners);
            let known = asked.entry((action, region.to_owned(), about)).or_default();
            *known = calls.max(*known);
        }
    }

    /// How many resources of a type a region has.
    fn found(&self, of: &ResourceType, region: &str) -> u64 {
        let assumed = if self.is_elsewhere(region) { assumed(of).min(1) } else { assumed(of) };
        let covers = |earlier: &&EarlierScan| of.scope == Scope::Global || earlier.regions.iter().any(|one| one == region);
        let Some(earlier) = self.earlier.filter(covers) else { return assumed };
        match earlier.assets.get(&(of.name.to_owned(), region.to_owned())) {
            // What could not be listed is not nothing: there are at least as many as were seen.
            found if !has_listed(earlier, of, region) => assumed.max(found.copied().unwrap_or_default()),
            Some(found) => *found,
            // Settings are looked at, not listed.
            None if of.is_always_listed() => u64::from(of.list_actions.is_empty()),
            None => assumed,
        }
    }

    /// Whether a region is neither the primary one nor that of global services: small teams live in one region.
    fn is_elsewhere(&self, region: &str) -> bool {
        region != self.global && self.header.regions.first().is_some_and(|primary| primary != region)
    }
}

/// Whether an earlier scan listed all resources of a type in a region.
fn has_listed(earlier: &EarlierScan, of: &ResourceType, region: &str) -> bool {
    let is_the_jobs = |(kind, place): &(JobKind, Option<String>)| match (of.sweep, of.scope) {
        (Sweep::Clusters, _) => *kind == JobKind::Clusters,
        (Sweep::Registries, _) => *kind == JobKind::Registries,
        (Sweep::Region, Scope::Regional) => *kind == JobKind::Discovery && place.as_deref() == Some(region),
        (Sweep::Region, Scope::Global) => *kind == JobKind::Discovery && place.as_ref() == earlier.regions.first(),
    };
    let is_its_list = |(action, place): &(String, String)| {
        let answers_for_all = || place.is_empty() || matches!(demand::of(action), Demand::Account(_));
        of.list_actions.contains(&action.as_str()) && (place == region || answers_for_all())
    };
    !earlier.unfinished.iter().any(is_the_jobs) && !earlier.missed.iter().any(is_its_list)
}

/// The calls that `same` made of services that no action is of.
fn other_calls(actions: &[ActionForecast], same: &EarlierScan) -> u64 {
    let is_other = |service: &&String| !actions.iter().any(|one| one.calls > 0 && one.service() == service.as_str());
    same.calls.by_service.iter().filter(|(service, _)| is_other(service)).map(|(_, calls)| calls).sum()
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

/// How many milliseconds calls take: as long as the slowest bucket of a region needs; `None` where the provider does not say how fast it is.
fn slowest_ms(provider: &dyn Provider, asked: &BTreeMap<Asked, u64>) -> Option<f64> {
    let mut buckets: BTreeMap<(String, &str), (f64, f64)> = BTreeMap::new();
    let mut lanes: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    for ((action, region, _), calls) in asked {
        let pace = provider.pace(action)?;
        let calls = f64::from(u32::try_from(*calls).unwrap_or(u32::MAX));
        let at_once = f64::from(u32::try_from(pace.at_once.max(1)).unwrap_or(u32::MAX));
        let bucket = buckets.entry((pace.bucket, region)).or_insert((-pace.burst, pace.per_second));
        bucket.0 += calls;
        *lanes.entry((action.split(':').next().unwrap_or(action), region)).or_default() += calls / at_once * pace.answer_ms;
    }
    let of_rates = buckets.values().map(|(calls, per_second)| calls.max(0.0) / per_second * 1_000.0);
    Some(of_rates.chain(lanes.into_values()).fold(0.0, f64::max))
}

/// How long a scan takes: its slowest calls, or all its jobs one after the other on so many lanes, and what it does besides.
fn duration_ms(slowest: f64, jobs: &[(String, Option<f64>)], concurrency: usize) -> Option<u64> {
    let work: f64 = jobs.iter().map(|(_, time)| *time).sum::<Option<f64>>()?;
    let lanes = f64::from(u32::try_from(concurrency.max(1)).unwrap_or(u32::MAX));
    Some(whole_ms(slowest.max(work / lanes) + BESIDES_MS))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive number of milliseconds; the cast saturates"
)]
fn whole_ms(time: f64) -> u64 {
    time.round() as u64
}

#[cfg(test)]
mod tests;
