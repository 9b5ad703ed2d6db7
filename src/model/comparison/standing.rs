//! What a scan knows of one check on one resource, and what two such pieces of knowledge mean together.

use crate::model::Outcome;

/// What a scan knows of one check on one resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It has a result.
    Found(Outcome),
    /// The resources of that type and region could not all be listed, and this one is not among those that were.
    Unlisted,
    /// The check was to look there, but did not come to it.
    NotReached,
    /// The check was not selected.
    CheckNotSelected,
    /// The region was not part of the scan.
    RegionNotScanned,
    /// Everything there was listed, and this resource was not among it.
    Absent,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 10] = [
        Self::Found(Outcome::Fail),
        Self::Found(Outcome::Unknown),
        Self::Found(Outcome::Pass),
        Self::Found(Outcome::NotApplicable),
        Self::Found(Outcome::Muted),
        Self::Unlisted,
        Self::NotReached,
        Self::CheckNotSelected,
        Self::RegionNotScanned,
        Self::Absent,
    ];

    /// The word used in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Found(outcome) => outcome.as_str(),
            Self::Unlisted => "unlisted",
            Self::NotReached => "not_reached",
            Self::CheckNotSelected => "check_not_selected",
            Self::RegionNotScanned => "region_not_scanned",
            Self::Absent => "absent",
        }
    }

    /// Whether the scan was to know it and does not.
    const fn is_unknown(self) -> bool {
        matches!(self, Self::Found(Outcome::Unknown) | Self::Unlisted | Self::NotReached)
    }

    /// Whether the scan was not asked.
    const fn is_out_of_scope(self) -> bool {
        matches!(self, Self::CheckNotSelected | Self::RegionNotScanned)
    }

    /// Whether there is a result that is known and no finding.
    const fn is_fine(self) -> bool {
        matches!(self, Self::Found(Outcome::Pass | Outcome::NotApplicable | Outcome::Muted))
    }
}

/// What became of a result between two scans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Transition {
    /// Fails now and did not before.
    Appeared,
    /// Fails now; the earlier scan could not see it, or was not asked.
    NewlyVisible,
    /// Failed before; now it passes, is not concerned any more, or is known to be gone.
    Resolved,
    /// Failed before and fails now.
    Unchanged,
    /// Failed before; now the user has accepted it.
    Muted,
    /// Failed before; the later scan cannot say what became of it.
    NotComparable,
    /// Was unknown and is known now, and is no finding.
    EvidenceGained,
    /// Was known and no finding, and is unknown now.
    EvidenceLost,
}

impl Transition {
    /// Every transition.
    pub const ALL: [Self; 8] = [
        Self::Appeared,
        Self::NewlyVisible,
        Self::Resolved,
        Self::Unchanged,
        Self::Muted,
        Self::NotComparable,
        Self::EvidenceGained,
        Self::EvidenceLost,
    ];

    /// What two standings of one result mean together; `None` where nothing is worth telling.
    #[must_use]
    pub const fn between(before: Standing, after: Standing) -> Option<Self> {
        use Outcome::{Fail, Muted, NotApplicable, Pass};
        use Standing::{Absent, Found};
        match (before, after) {
            (Found(Fail), Found(Fail)) => Some(Self::Unchanged),
            (Found(Fail), Found(Pass | NotApplicable) | Absent) => Some(Self::Resolved),
            (Found(Fail), Found(Muted)) => Some(Self::Muted),
            (Found(Fail), _) => Some(Self::NotComparable),
            (before, Found(Fail)) if before.is_unknown() || before.is_out_of_scope() => Some(Self::NewlyVisible),
            (_, Found(Fail)) => Some(Self::Appeared),
            (before, after) if before.is_unknown() && after.is_fine() => Some(Self::EvidenceGained),
            (before, after) if before.is_fine() && after.is_unknown() => Some(Self::EvidenceLost),
            _ => None,
        }
    }
}
