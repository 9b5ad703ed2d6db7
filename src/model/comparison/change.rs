//! What became of one check on one resource.

use super::side::{ResultKey, ScanSide};
use super::standing::{Standing, Transition};
use crate::model::{ResourceReference, Severity};

/// What became of one check on one resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it means.
    pub transition: Transition,
    /// The check's id.
    pub check_id: String,
    /// The check's title, as the later scan has it where it knows the result.
    pub title: String,
    /// The check's severity, likewise.
    pub severity: Severity,
    /// The resource, likewise.
    pub resource: ResourceReference,
    /// What the check said of the resource, likewise.
    pub message: String,
    /// What the earlier scan knows of it.
    pub before: Standing,
    /// What the later scan knows of it.
    pub after: Standing,
    /// What hides it from the scan that cannot see it, where a gap does.
    pub gap: Option<String>,
}

impl Change {
    /// What became of the result at `key`; `None` where nothing is worth telling.
    pub(super) fn of(key: &ResultKey, before: &ScanSide, after: &ScanSide) -> Option<Self> {
        let ((was, was_hidden_by), (is, is_hidden_by)) = (before.standing(key), after.standing(key));
        let transition = Transition::between(was, is)?;
        let told = after.results.get(key).or_else(|| before.results.get(key))?;
        Some(Self {
            transition,
            check_id: key.check_id.clone(),
            title: told.title.clone(),
            severity: told.severity,
            resource: told.resource.clone(),
            message: told.message.clone(),
            before: was,
            after: is,
            gap: is_hidden_by.or(was_hidden_by).map(str::to_owned),
        })
    }

    /// The order of every report: severity, check, region, ARN.
    pub(super) fn sort_key(&self) -> impl Ord + use<'_> {
        let resource = &self.resource;
        (self.severity, &self.check_id, &resource.region, &resource.arn, &resource.id, &resource.resource_type)
    }
}
