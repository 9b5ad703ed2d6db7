//! The formats in which a comparison of two scans is written.

pub mod json;
pub mod table;

#[cfg(test)]
mod tests {
    use crate::model::Comparison;
    use crate::model::comparison::ScanSide;
    use crate::report::sample::{self, Sample};

    /// Two samples compared.
    pub(super) fn compared(before: &Sample, after: &Sample) -> Comparison {
        Comparison::of(&ScanSide::from(before.report.as_ref()), &ScanSide::from(after.report.as_ref())).unwrap()
    }

    /// An account in which everything happened that may happen.
    pub(super) fn changed() -> Comparison {
        compared(&sample::partial(), &sample::later())
    }

    /// Resources with names chosen by an attacker that came and went.
    pub(super) fn hostile() -> Comparison {
        compared(&sample::hostile(), &sample::hostile_later())
    }

    /// More of everything than there is room for.
    pub(super) fn large() -> Comparison {
        compared(&sample::large(300), &sample::completed())
    }

    /// Every two samples of a usual size, in both orders.
    pub(super) fn all() -> Vec<Comparison> {
        let mut samples: Vec<Sample> = sample::all().into();
        samples.extend([sample::later(), sample::hostile_later()]);
        samples.iter().flat_map(|before| samples.iter().map(move |after| compared(before, after))).collect()
    }
}
