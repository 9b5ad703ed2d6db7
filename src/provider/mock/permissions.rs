//! What the caller of a mock account may do: whatever no scripted fault denies in a region of the scan.

use super::MockProvider;
use super::calls::{self, Call};
use super::fault::Fault;
use crate::model::preflight::{Cause, PermissionAnswer, PermissionAnswers, Teller, Verdict};
use crate::model::resource::{AWS, CHANGE_ACTIONS, SCAN_ACTIONS, Scope};
use crate::model::{Gap, GapKind};

impl MockProvider {
    pub(super) fn permitted(&self, actions: &[&'static str], regions: &[String]) -> PermissionAnswers {
        let calls = self.calls_of_a_scan(regions);
        let answers = actions.iter().map(|action| self.answer(action, &calls)).collect();
        PermissionAnswers { answers, notes: Vec::new() }
    }

    /// Each call that a scan of the regions may make.
    fn calls_of_a_scan<'a>(&'a self, regions: &'a [String]) -> Vec<Call<'a>> {
        let global = self.fixture.global.as_str();
        let mut calls: Vec<Call<'a>> = SCAN_ACTIONS.iter().map(|action| Call::each(action, global, 1)).collect();
        for region in regions {
            calls.extend(CHANGE_ACTIONS.iter().map(|action| Call::listing(action, region, 1)));
        }
        for resource_type in AWS.iter() {
            let places: Vec<&str> = match resource_type.scope {
                Scope::Global => vec![global],
                Scope::Regional => regions.iter().map(String::as_str).collect(),
            };
            calls.extend(places.into_iter().flat_map(|region| calls::of_one(resource_type, self.fixture.place(region))));
        }
        calls
    }

    fn answer(&self, action: &'static str, calls: &[Call<'_>]) -> PermissionAnswer {
        let mut places: Vec<&str> = calls.iter().filter(|call| call.action == action).map(|call| call.region).collect();
        places.sort_unstable();
        places.dedup();
        let caller = &self.fixture.account.caller;
        let gap = |region: &&str| {
            self.fixture.fault(&Call::each(action, region, 1), None).map(|fault: &Fault| fault.gap(action, region, caller))
        };
        let gaps: Vec<Gap> = places.iter().filter_map(gap).collect();
        let denied: Vec<&Gap> = gaps.iter().filter(|gap| gap.kind == GapKind::Denied).collect();
        match (denied.first(), gaps.first()) {
            (Some(first), _) => {
                let is_everywhere = denied.len() == places.len();
                let regions = if is_everywhere { Vec::new() } else { denied.iter().map(|gap| gap.region.clone()).collect() };
                let cause = if is_everywhere { Cause::NotGranted } else { Cause::Region };
                let answer = PermissionAnswer::missing(action, Teller::Fixture, cause, &first.detail);
                PermissionAnswer { regions, ..answer }
            }
            (None, Some(gap)) => PermissionAnswer::open(action, gap.sentence()),
            (None, None) => PermissionAnswer::plain(action, Verdict::Granted, Some(Teller::Fixture)),
        }
    }
}
