//! Frameworks as SARIF taxonomies: the requirements that ask for the reported rules, so that a viewer can group alerts by them.
//!
//! A framework that the scan is measured by has all its requirements; another one those that the rules name, and says that it is not
//! comprehensive.

use std::collections::{BTreeMap, BTreeSet};

use serde_sarif::sarif::{
    MultiformatMessageString, ReportingDescriptor, ReportingDescriptorReference, ReportingDescriptorRelationship, ToolComponent,
    ToolComponentReference,
};

use super::text::{sentence, within};
use crate::model::{CheckMetadata, Framework, ScanReport};

/// Characters of a name or an id that viewers show.
const NAME_LIMIT: usize = 255;

/// One framework, as far as the run refers to it.
struct Taxonomy<'a> {
    id: &'a str,
    /// The framework, where the scan is measured by it.
    framework: Option<&'a Framework>,
    /// Ids and titles of its requirements, in its order.
    requirements: Vec<(&'a str, &'a str)>,
    /// The place of each requirement, by id.
    places: BTreeMap<&'a str, usize>,
}

/// The frameworks of a run: those measured in their order, then those that rules merely name, by id.
pub(super) struct Taxonomies<'a> {
    all: Vec<Taxonomy<'a>>,
}

impl<'a> Taxonomies<'a> {
    /// The frameworks that the scan is measured by, and those that the reported checks name.
    pub(super) fn of(report: &'a ScanReport, checks: impl Iterator<Item = &'a CheckMetadata>) -> Self {
        let mut all: Vec<Taxonomy<'_>> = report.frameworks.iter().map(|framework| Taxonomy::of(framework)).collect();
        let mut named: BTreeMap<&str, BTreeMap<(Vec<u64>, &str), &str>> = BTreeMap::new();
        for asked in checks.flat_map(|check| &check.requirements) {
            let requirement = ((numbers(&asked.requirement), asked.requirement.as_str()), asked.title.as_str());
            named.entry(&asked.framework).or_default().extend([requirement]);
        }
        for (id, requirements) in named {
            let requirements = requirements.into_iter().map(|((_, id), title)| (id, title));
            if let Some(taxonomy) = all.iter_mut().find(|taxonomy| taxonomy.id == id) {
                taxonomy.add(requirements);
            } else {
                let mut taxonomy = Taxonomy { id, framework: None, requirements: Vec::new(), places: BTreeMap::new() };
                taxonomy.add(requirements);
                all.push(taxonomy);
            }
        }
        Self { all }
    }

    /// They as components of a run.
    pub(super) fn components(&self) -> Vec<ToolComponent> {
        self.all.iter().map(Taxonomy::component).collect()
    }

    /// How the tool refers to them.
    pub(super) fn references(&self) -> Vec<ToolComponentReference> {
        self.all.iter().enumerate().map(|(place, taxonomy)| taxonomy.reference(place)).collect()
    }

    /// What a rule has to do with their requirements: those that name the check, and those that it names.
    pub(super) fn relationships(&self, check: &CheckMetadata) -> Vec<ReportingDescriptorRelationship> {
        let relationships = self.all.iter().enumerate().flat_map(|(place, taxonomy)| {
            taxonomy.asking_for(check).into_iter().map(move |index| {
                let (id, _) = taxonomy.requirements[index];
                let target = ReportingDescriptorReference::builder()
                    .id(within(id, NAME_LIMIT))
                    .index(signed(index))
                    .tool_component(taxonomy.reference(place))
                    .build();
                ReportingDescriptorRelationship::builder().target(target).kinds(vec!["relevant".to_owned()]).build()
            })
        });
        relationships.collect()
    }
}

impl<'a> Taxonomy<'a> {
    fn of(framework: &'a Framework) -> Self {
        let mut taxonomy =
            Self { id: &framework.id, framework: Some(framework), requirements: Vec::new(), places: BTreeMap::new() };
        taxonomy.add(framework.requirements.iter().map(|requirement| (requirement.id.as_str(), requirement.title.as_str())));
        taxonomy
    }

    /// Adds requirements that are not there yet.
    fn add(&mut self, requirements: impl Iterator<Item = (&'a str, &'a str)>) {
        for (id, title) in requirements {
            self.places.entry(id).or_insert_with(|| {
                self.requirements.push((id, title));
                self.requirements.len() - 1
            });
        }
    }

    /// The places of the requirements that ask for a check.
    fn asking_for(&self, check: &CheckMetadata) -> BTreeSet<usize> {
        let named = check.requirements.iter().filter(|asked| asked.framework == self.id).map(|asked| asked.requirement.as_str());
        let requirements = self.framework.iter().flat_map(|framework| &framework.requirements);
        let listed =
            requirements.filter(|requirement| requirement.checks.contains(&check.id)).map(|requirement| requirement.id.as_str());
        named.chain(listed).filter_map(|id| self.places.get(id).copied()).collect()
    }

    fn reference(&self, place: usize) -> ToolComponentReference {
        ToolComponentReference::builder().name(within(self.id, NAME_LIMIT)).index(signed(place)).build()
    }

    fn component(&self) -> ToolComponent {
        let taxa: Vec<ReportingDescriptor> = self.requirements.iter().map(|(id, title)| taxon(id, title)).collect();
        let mut component = ToolComponent::builder()
            .name(within(self.id, NAME_LIMIT))
            .is_comprehensive(self.framework.is_some())
            .taxa(taxa)
            .build();
        if let Some(framework) = self.framework {
            component.full_name = Some(within(&format!("{} {}", framework.title, framework.version), NAME_LIMIT));
            component.version = Some(within(&framework.version, NAME_LIMIT));
            component.short_description = Some(plain(&framework.title));
            component.information_uri = web_address(&framework.url).map(str::to_owned);
        }
        component
    }
}

fn taxon(id: &str, title: &str) -> ReportingDescriptor {
    ReportingDescriptor::builder().id(within(id, NAME_LIMIT)).short_description(plain(title)).build()
}

fn plain(text: &str) -> MultiformatMessageString {
    MultiformatMessageString::builder().text(sentence(text)).build()
}

/// The address, where it is one of the web and no part of it needs an escape.
fn web_address(address: &str) -> Option<&str> {
    let is_of_address = |character: char| character.is_ascii_graphic() && !r#"<>"{}|\^`"#.contains(character);
    ((address.starts_with("https://") || address.starts_with("http://")) && address.chars().all(is_of_address)).then_some(address)
}

/// The numbers of a requirement's id, so that 2.10 comes after 2.9.
fn numbers(id: &str) -> Vec<u64> {
    id.split(|character: char| !character.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

fn signed(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(-1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_are_sorted_as_people_count() {
        let mut ids = ["2.10", "2.9", "1.1", "2.9.1", "AC-2", "AC-17"];
        ids.sort_by_key(|id| (numbers(id), *id));
        assert_eq!(ids, ["1.1", "AC-2", "2.9", "2.9.1", "2.10", "AC-17"]);
    }

    #[test]
    fn only_what_is_a_web_address_is_one() {
        assert!(web_address("https://www.cisecurity.org/benchmark/amazon_web_services").is_some());
        for address in ["", "javascript:alert(1)", "https://a b", "https://a\n", "https://名", "https://a\"b", "ftp://a"] {
            assert_eq!(web_address(address), None, "{address}");
        }
    }
}
