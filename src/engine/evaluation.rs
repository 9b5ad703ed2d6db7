//! The checks of one assignment on the assets that it found.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::assignment::Assignment;
use crate::checks::expression::{Evidence, Subject};
use crate::checks::{Check, Verdict};
use crate::model::{Asset, CheckResult, Gap, LedgerEntry, Outcome, Properties, Property, ResourceReference, Suppressions};
use crate::provider::Listing;

/// What the checks see as `account`.
#[derive(Debug, Clone, Default)]
pub(super) struct AccountEvidence {
    pub(super) properties: Properties,
    /// What a collector said when it panicked, where one did.
    pub(super) panic: Option<String>,
}

impl AccountEvidence {
    /// What of the account could not be read.
    pub(super) fn gaps(&self) -> impl Iterator<Item = Arc<Gap>> {
        self.properties.values().filter_map(Property::first_gap).cloned()
    }
}

/// Which findings of the account the user has accepted.
#[derive(Debug, Clone)]
pub(super) struct AcceptedFindings {
    pub(super) suppressions: Arc<Suppressions>,
    pub(super) account_id: String,
    /// The moment that ages are counted to.
    pub(super) now: Timestamp,
}

/// The results of an assignment and its part of the ledger.
#[derive(Debug, Clone, Default)]
pub(super) struct Evaluation {
    pub(super) results: Vec<CheckResult>,
    pub(super) ledger: Vec<LedgerEntry>,
}

impl Evaluation {
    /// Evaluates every check on every asset, and notes as unknown what could not be listed. No check concerns an asset that one of the
    /// facets found to be gone.
    pub(super) fn of(
        assignment: &Assignment,
        listing: &Listing,
        facets: &BTreeMap<&'static str, Arc<Vec<Property>>>,
        account: &AccountEvidence,
        accepted: &AcceptedFindings,
    ) -> Self {
        let now = accepted.now;
        let account = Evidence::new(&account.properties);
        let subject = |(index, asset): (usize, &Asset)| {
            let is_gone = facets.values().any(|values| values.get(index).is_some_and(Property::is_gone));
            let properties = || properties_of(asset, index, facets, &assignment.region);
            (!is_gone).then(|| Subject::new(Evidence::new(&properties()), account.clone(), now))
        };
        let subjects: Vec<Option<Subject>> = listing.assets.iter().enumerate().map(subject).collect();
        let mut evaluation = Self::default();
        for check in &assignment.checks {
            evaluation.evaluate(check, assignment, listing, &subjects, accepted);
        }
        evaluation
    }

    /// Notes that a check could not look at assets that `gap` hides.
    pub(super) fn unlisted(&mut self, check: &Check, assignment: &Assignment, gap: &Arc<Gap>) {
        let region = assignment.region.as_str();
        let mut entry = LedgerEntry::empty(&check.metadata.id, region);
        entry.count(Outcome::Unknown);
        self.ledger.push(entry);
        let unlisted = ResourceReference::unlisted(assignment.resource_type.name, region);
        self.results.push(result(check, unlisted, Verdict::unknown(Arc::clone(gap))));
    }

    fn evaluate(
        &mut self,
        check: &Check,
        assignment: &Assignment,
        listing: &Listing,
        subjects: &[Option<Subject>],
        accepted: &AcceptedFindings,
    ) {
        let mut entry = LedgerEntry::empty(&check.metadata.id, &assignment.region);
        for (asset, subject) in listing.assets.iter().zip(subjects) {
            let verdict = subject.as_ref().map_or_else(Verdict::gone, |subject| check.evaluate(subject, &asset.region));
            let AcceptedFindings { suppressions, account_id, now } = accepted;
            let result = result(check, asset.reference(), verdict).muted_by(suppressions, account_id, &asset.tags, *now);
            entry.count(result.outcome);
            self.results.push(result);
        }
        if let Some(gap) = listing.gaps.first() {
            entry.count(Outcome::Unknown);
            let unlisted = ResourceReference::unlisted(assignment.resource_type.name, &assignment.region);
            self.results.push(result(check, unlisted, Verdict::unknown(Arc::new(gap.clone()))));
        }
        self.ledger.push(entry);
    }
}

/// What a check came to on a resource, before anything is accepted.
fn result(check: &Check, resource: ResourceReference, verdict: Verdict) -> CheckResult {
    let Verdict { outcome, message, gap, satisfied_by } = verdict;
    CheckResult { check: Arc::clone(&check.metadata), outcome, resource, message, gap, satisfied_by, mute: None }
}

/// What expressions see of an asset: its listing, its facets and what every asset has.
fn properties_of(asset: &Asset, index: usize, facets: &BTreeMap<&'static str, Arc<Vec<Property>>>, region: &str) -> Properties {
    let mut properties = asset.properties.clone();
    for (facet, values) in facets {
        // A collector that answers for fewer assets than it was asked about leaves the rest unknown.
        let value =
            values.get(index).cloned().unwrap_or_else(|| Property::unknown(Gap::unanswered(asset.resource_type, facet, region)));
        properties.insert(*facet, value);
    }
    let tags = asset.tags.iter().map(|(key, value)| (key.as_str(), Property::Text(value.clone()))).collect();
    for (key, value) in [("id", &asset.id), ("arn", &asset.arn), ("name", &asset.name), ("region", &asset.region)] {
        properties.insert_absent(key, || Property::Text(value.clone()));
    }
    properties.insert_absent("tags", || Property::Map(tags));
    properties
}
