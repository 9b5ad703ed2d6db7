//! Which regions a scan covers.

use crate::model::plan::{SkippedRegion, Skipping};
use crate::model::regions::Partition;
use crate::model::{ScanType, Warning};
use crate::provider::{RegionCatalogue, SubmissionError};

/// The regions of a scan, the primary one first, and what the user must know about the choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionScope {
    /// The regions.
    pub regions: Vec<String>,
    /// Notes, such as a region that was skipped.
    pub notes: Vec<Warning>,
    /// Every other region of the account's partition, by name.
    pub skipped: Vec<SkippedRegion>,
}

/// Resolves the regions: those that were asked for, else those of the scan type.
///
/// # Errors
/// A region that was asked for does not exist or is not enabled, or no region is left.
pub fn resolve(catalogue: &RegionCatalogue, scan_type: ScanType, requested: &[String]) -> Result<RegionScope, SubmissionError> {
    let mut notes = catalogue.warnings.clone();
    let regions = match scan_type {
        ScanType::Custom => asked_for(catalogue, requested)?,
        ScanType::Quick => asked_for(catalogue, std::slice::from_ref(&catalogue.primary))?,
        ScanType::Incremental if !requested.is_empty() => asked_for(catalogue, requested)?,
        ScanType::Standard | ScanType::Full | ScanType::Incremental => default_set(catalogue, &mut notes),
    };
    if regions.is_empty() {
        return Err(SubmissionError {
            code: "no_regions",
            message: "none of the default regions is enabled for this account; name one with --region".to_owned(),
        });
    }
    let skipped = skipped(catalogue, &regions);
    Ok(RegionScope { regions, notes, skipped })
}

fn skipped(catalogue: &RegionCatalogue, regions: &[String]) -> Vec<SkippedRegion> {
    let reason = |enabled| match enabled {
        true if are_assumed(catalogue) => Skipping::Unknown,
        true => Skipping::NotCovered,
        false => Skipping::NotEnabled,
    };
    let others = catalogue.regions.iter().filter(|region| !regions.contains(&region.name));
    let mut skipped: Vec<SkippedRegion> =
        others.map(|region| SkippedRegion { name: region.name.clone(), reason: reason(region.enabled) }).collect();
    skipped.sort_by(|one, other| one.name.cmp(&other.name));
    skipped
}

/// Whether nobody could ask which regions the account has enabled.
fn are_assumed(catalogue: &RegionCatalogue) -> bool {
    catalogue.warnings.iter().any(|warning| warning.code == "regions_assumed")
}

fn asked_for(catalogue: &RegionCatalogue, requested: &[String]) -> Result<Vec<String>, SubmissionError> {
    let mut regions: Vec<String> = Vec::new();
    for name in requested {
        let known = catalogue.regions.iter().find(|region| &region.name == name).ok_or_else(|| {
            if let Some(error) = elsewhere(catalogue, name) {
                return error;
            }
            let names = catalogue.regions.iter().map(|region| region.name.as_str());
            let hint = crate::model::nearest::suggestion(name, names, "`aws ec2 describe-regions --all-regions` lists them");
            SubmissionError { code: "unknown_region", message: format!("there is no region {name}{hint}") }
        })?;
        if !known.enabled {
            return Err(SubmissionError {
                code: "region_not_enabled",
                message: format!("the region {name} is not enabled for this account; enable it there, or leave it out"),
            });
        }
        if !regions.contains(name) {
            regions.push(name.clone());
        }
    }
    Ok(regions)
}

/// That a region belongs to another partition than the account, where it does.
fn elsewhere(catalogue: &RegionCatalogue, name: &str) -> Option<SubmissionError> {
    let (of_region, own) = (Partition::of_region(name)?, Partition::of_region(&catalogue.global)?);
    of_region.regions().find(|(known, _)| *known == name)?;
    let enabled: Vec<&str> = catalogue.regions.iter().filter(|region| region.enabled).map(|region| region.name.as_str()).collect();
    let message = format!(
        "the region {name} is of the partition {}, and the account is of {}, with the regions {}; name one of these, or use \
         credentials of an account in {}",
        of_region.name,
        own.name,
        enabled.join(", "),
        of_region.name
    );
    (of_region != own).then_some(SubmissionError { code: "other_partition", message })
}

fn default_set(catalogue: &RegionCatalogue, notes: &mut Vec<Warning>) -> Vec<String> {
    let is_enabled = |name: &String| catalogue.regions.iter().any(|region| &region.name == name && region.enabled);
    let wanted = std::iter::once(&catalogue.primary).chain(catalogue.default_set.iter().filter(|name| **name != catalogue.primary));
    let (enabled, skipped): (Vec<String>, Vec<String>) = wanted.cloned().partition(is_enabled);
    for region in skipped {
        let message = format!("the region {region} is not enabled for this account and was skipped");
        notes.push(Warning { region, ..Warning::note("region_skipped", message) });
    }
    let others: Vec<&str> = catalogue
        .regions
        .iter()
        .filter(|region| region.enabled && !enabled.contains(&region.name))
        .map(|region| region.name.as_str())
        .collect();
    if !others.is_empty() {
        let has = if are_assumed(catalogue) { "may have" } else { "has" };
        let message = format!(
            "the account {has} enabled regions that this scan does not cover: {}; name them with --region to scan them",
            others.join(", ")
        );
        notes.push(Warning::note("regions_not_covered", message));
    }
    enabled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::Region;

    fn catalogue() -> RegionCatalogue {
        let region = |name: &str, enabled| Region { name: name.to_owned(), enabled };
        RegionCatalogue {
            regions: vec![region("a-1", true), region("b-1", true), region("c-1", false), region("d-1", true)],
            default_set: ["a-1", "b-1", "c-1"].map(String::from).to_vec(),
            primary: "b-1".to_owned(),
            global: "a-1".to_owned(),
            warnings: Vec::new(),
        }
    }

    fn names(regions: &[&str]) -> Vec<String> {
        regions.iter().map(|region| (*region).to_owned()).collect()
    }

    #[test]
    fn the_default_set_starts_with_the_primary_region_and_notes_what_is_skipped() {
        let scope = resolve(&catalogue(), ScanType::Standard, &[]).unwrap();
        assert_eq!(scope.regions, ["b-1", "a-1"]);
        let notes: Vec<(&str, &str)> = scope.notes.iter().map(|note| (note.code.as_str(), note.region.as_str())).collect();
        assert_eq!(notes, [("region_skipped", "c-1"), ("regions_not_covered", "")]);
        assert!(scope.notes[1].message.contains("cover: d-1;"), "{}", scope.notes[1].message);
        let skipped: Vec<(&str, &str)> = scope.skipped.iter().map(|one| (one.name.as_str(), one.reason.as_str())).collect();
        assert_eq!(skipped, [("c-1", "not_enabled"), ("d-1", "not_covered")]);
    }

    #[test]
    fn where_nobody_could_ask_what_is_enabled_nobody_knows_of_the_regions_left_out() {
        let assumed = vec![Warning::note("regions_assumed", "denied".to_owned())];
        let catalogue = RegionCatalogue { warnings: assumed, ..catalogue() };
        let scope = resolve(&catalogue, ScanType::Standard, &[]).unwrap();
        let skipped: Vec<(&str, &str)> = scope.skipped.iter().map(|one| (one.name.as_str(), one.reason.as_str())).collect();
        assert_eq!(skipped, [("c-1", "not_enabled"), ("d-1", "unknown")]);
    }

    #[test]
    fn a_primary_region_outside_the_default_set_is_scanned_first() {
        let elsewhere = RegionCatalogue { primary: "d-1".to_owned(), ..catalogue() };
        assert_eq!(resolve(&elsewhere, ScanType::Standard, &[]).unwrap().regions, ["d-1", "a-1", "b-1"]);
    }

    #[test]
    fn a_quick_scan_has_the_primary_region_only() {
        assert_eq!(resolve(&catalogue(), ScanType::Quick, &[]).unwrap().regions, ["b-1"]);
    }

    #[test]
    fn regions_that_were_asked_for_keep_their_order_and_count_once() {
        let scope = resolve(&catalogue(), ScanType::Custom, &names(&["d-1", "a-1", "d-1"])).unwrap();
        assert_eq!(scope.regions, ["d-1", "a-1"]);
    }

    #[test]
    fn a_region_that_is_not_enabled_or_not_there_is_an_error_before_anything_runs() {
        let code = |name: &str| resolve(&catalogue(), ScanType::Custom, &names(&[name])).unwrap_err().code;
        assert_eq!(code("c-1"), "region_not_enabled");
        assert_eq!(code("z-9"), "unknown_region");
    }

    #[test]
    fn a_region_of_another_partition_is_told_from_one_that_does_not_exist() {
        let of_china = RegionCatalogue { global: "cn-north-1".to_owned(), ..catalogue() };
        let refused = |name: &str| resolve(&of_china, ScanType::Custom, &names(&[name])).unwrap_err();
        let other = refused("us-gov-west-1");
        assert_eq!(other.code, "other_partition");
        assert!(other.message.contains("partition aws-us-gov, and the account is of aws-cn"), "{}", other.message);
        assert!(other.message.contains("with the regions a-1, b-1, d-1;"), "all that are enabled: {}", other.message);
        for unknown in ["cn-nowhere-1", "us-gov-nowhere-1", "eu-nowhere-9"] {
            assert_eq!(refused(unknown).code, "unknown_region");
        }
    }

    #[test]
    fn an_incremental_scan_has_the_regions_that_were_asked_for_or_those_of_a_full_one() {
        let regions = |named: &[String]| resolve(&catalogue(), ScanType::Incremental, named).unwrap().regions;
        assert_eq!(regions(&names(&["d-1"])), ["d-1"]);
        assert_eq!(regions(&[]), resolve(&catalogue(), ScanType::Full, &[]).unwrap().regions);
    }

    #[test]
    fn no_region_left_is_an_error() {
        let empty = RegionCatalogue { default_set: names(&["c-1"]), primary: "c-1".to_owned(), ..catalogue() };
        assert_eq!(resolve(&empty, ScanType::Full, &[]).unwrap_err().code, "no_regions");
    }
}
