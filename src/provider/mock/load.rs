//! Reads a fixture and looks up everything in it, so that what is served is right or refused with the place named.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value, json};

use super::document::{AssetEntry, ChangeEntry, Document};
use super::embedded;
use super::error::FixtureError;
use super::fixture::Fixture;
use crate::model::nearest::suggestion;
use crate::model::regions::Partition;
use crate::model::resource::shape::Shape;
use crate::model::resource::{self, ACCOUNT, AWS, CHANGE_ACTIONS, Facet, Nature, Renewal, ResourceType, SCAN_ACTIONS, Scope};
use crate::model::{Account, Asset, Gap, GapKind, Properties};
use crate::provider::{Change, Region};

/// The embedded fixture called `name`.
pub(super) fn embedded(name: &str) -> Result<Fixture, FixtureError> {
    let document = document_called(name, &mut Vec::new())?;
    Loader { fixture: name }.fixture(document)
}

/// The fixture in a file: YAML where the extension says so, else JSON.
pub(super) fn file(path: &Path) -> Result<Fixture, FixtureError> {
    let text = std::fs::read_to_string(path).map_err(|source| FixtureError::Unreadable { path: path.to_owned(), source })?;
    let name = path.display().to_string();
    let is_yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    let problem = |problem: String| FixtureError::Syntax { fixture: name.clone(), problem };
    let document: Document = if is_yaml {
        serde_saphyr::from_str(&text).map_err(|error| problem(error.to_string()))?
    } else {
        serde_json::from_str(&text).map_err(|error| problem(error.to_string()))?
    };
    let document = extended(document, &name, &mut Vec::new())?;
    Loader { fixture: &name }.fixture(document)
}

fn document_called(name: &str, above: &mut Vec<String>) -> Result<Document, FixtureError> {
    let text = embedded::text(name).ok_or_else(|| FixtureError::UnknownName {
        name: name.to_owned(),
        suggestion: suggestion(name, embedded::names(), "choose one of them"),
        known: embedded::names().join(", "),
    })?;
    let document = serde_json::from_str(text)
        .map_err(|error| FixtureError::Syntax { fixture: name.to_owned(), problem: error.to_string() })?;
    extended(document, name, above)
}

fn extended(document: Document, name: &str, above: &mut Vec<String>) -> Result<Document, FixtureError> {
    let Some(base) = document.extends.clone() else { return Ok(document) };
    above.push(name.to_owned());
    if above.contains(&base) {
        let problem = format!("{base} builds on itself; extend another fixture");
        return Err(FixtureError::Invalid { fixture: name.to_owned(), place: "extends".to_owned(), problem });
    }
    Ok(document.on_top_of(document_called(&base, above)?))
}

struct Loader<'a> {
    fixture: &'a str,
}

impl Loader<'_> {
    fn invalid(&self, place: impl Into<String>, problem: impl Into<String>) -> FixtureError {
        FixtureError::Invalid { fixture: self.fixture.to_owned(), place: place.into(), problem: problem.into() }
    }

    fn fixture(&self, document: Document) -> Result<Fixture, FixtureError> {
        let account =
            document.account.ok_or_else(|| self.invalid("account", "is missing; give its id and caller, or extend demo"))?;
        let account = Account { id: account.id, partition: account.partition, caller: account.caller, as_of: document.as_of };
        let regions: Vec<Region> =
            document.regions.into_iter().map(|region| Region { name: region.name, enabled: region.enabled }).collect();
        let default_regions = document.default_regions.unwrap_or_else(|| enabled(&regions));
        let mut fixture = Fixture {
            name: self.fixture.to_owned(),
            global: Partition::named(&account.partition).global_region.to_owned(),
            account,
            regions,
            default_regions,
            latency: document.latency.unwrap_or_default(),
            faults: document.faults,
            changes: document.changes.map(|changes| self.changes(changes)).transpose()?,
            assets: BTreeMap::new(),
        };
        self.hold_regions(&fixture)?;
        self.hold_actions(&fixture)?;
        self.hold_defaults(&document.defaults)?;
        let mut entries = document.assets;
        entries.extend(unlisted_settings(&fixture, &entries));
        self.add_assets(&mut fixture, entries, &document.defaults)?;
        Ok(fixture)
    }

    /// Every region that the fixture names must be one of the account's.
    fn hold_regions(&self, fixture: &Fixture) -> Result<(), FixtureError> {
        if fixture.default_regions.is_empty() {
            return Err(self.invalid("regions", "none is enabled; list the account's regions"));
        }
        if !fixture.is_enabled(&fixture.global) {
            return Err(
                self.invalid("regions", format!("{} must be there and enabled: global services live in it", fixture.global))
            );
        }
        let known = |region: &str| fixture.regions.iter().any(|other| other.name == region);
        let named = fixture.default_regions.iter().map(|region| ("default_regions", region));
        let named = named.chain(fixture.latency.regions.keys().map(|region| ("latency.regions", region)));
        let named = named.chain(fixture.faults.iter().filter_map(|fault| Some(("faults", fault.region.as_ref()?))));
        let named = named.chain(fixture.changes.iter().flatten().map(|(region, _)| ("changes", region)));
        for (place, region) in named {
            if !known(region) {
                let hint = suggestion(region, fixture.regions.iter().map(|region| region.name.as_str()), "list it in regions");
                return Err(self.invalid(place, format!("`{region}` is not among the fixture's regions{hint}")));
            }
        }
        Ok(())
    }

    /// A change that no facet listens to would silently do nothing.
    fn changes(&self, given: BTreeMap<String, Vec<ChangeEntry>>) -> Result<BTreeMap<String, Vec<Change>>, FixtureError> {
        let sources = sources();
        let change = |ChangeEntry { source, parameters }: ChangeEntry| {
            if !sources.contains(source.as_str()) {
                let known = sources.iter().copied().collect::<Vec<_>>().join(", ");
                let hint = suggestion(&source, sources.iter().copied(), &format!("choose one of {known}"));
                return Err(self.invalid("changes", format!("no scan listens to changes by `{source}`{hint}")));
            }
            let mentions = parameters.values().cloned().collect();
            Ok(Change { source, parameters: parameters.into_iter().collect(), mentions })
        };
        given
            .into_iter()
            .map(|(region, entries)| Ok((region, entries.into_iter().map(change).collect::<Result<_, _>>()?)))
            .collect()
    }

    /// A fault for a call that is never made would silently do nothing.
    fn hold_actions(&self, fixture: &Fixture) -> Result<(), FixtureError> {
        let known = actions();
        let services: BTreeSet<&str> = known.iter().filter_map(|action| action.split(':').next()).collect();
        for fault in &fixture.faults {
            let named = [(fault.action.as_deref(), &known), (fault.service.as_deref(), &services)];
            for (name, known) in named {
                if let Some(name) = name.filter(|name| !known.contains(name)) {
                    let hint = suggestion(name, known.iter().copied(), "leave it out for every call");
                    return Err(self.invalid("faults", format!("`{name}` is nothing that a scan calls{hint}")));
                }
            }
        }
        Ok(())
    }

    /// Defaults for a type that does not exist would silently do nothing.
    fn hold_defaults(&self, defaults: &Defaults) -> Result<(), FixtureError> {
        let known = || AWS.iter().map(|resource_type| resource_type.name);
        match defaults.keys().find(|name| resource::by_name(name).is_none()) {
            None => Ok(()),
            Some(name) => {
                let hint = suggestion(name, known(), "`scan checks schema` lists them");
                Err(self.invalid("defaults", format!("`{name}` is not a resource type{hint}")))
            }
        }
    }

    fn add_assets(&self, fixture: &mut Fixture, entries: Vec<AssetEntry>, defaults: &Defaults) -> Result<(), FixtureError> {
        let mut shapes: BTreeMap<&str, Shape> = BTreeMap::new();
        let mut arns = BTreeSet::new();
        for entry in entries.into_iter().map(|entry| with_prefix_lists(with_defaults(entry, defaults))) {
            let place = format!("asset {}", if entry.arn.is_empty() { &entry.id } else { &entry.arn });
            let resource_type = self.resource_type(&entry, &place)?;
            self.hold_place(fixture, resource_type, &entry, &place)?;
            // Settings share the account's ARN, and a managed node its instance's; some listings tell none.
            let is_own = resource_type.nature != Nature::Setting && !entry.arn.is_empty();
            if is_own && !arns.insert((resource_type.name, entry.arn.clone())) {
                return Err(self.invalid(place, "stands there twice; leave one out or give it its own ARN"));
            }
            let shape = shapes.entry(resource_type.name).or_insert_with(|| Shape::of(resource_type));
            let gap_of = |property: &str| untold(self.fixture, resource_type, &entry.region, property);
            let properties = shape.evidence(&entry.properties, "properties", &gap_of).map_err(|misfits| {
                let problems: Vec<String> = misfits.iter().map(ToString::to_string).collect();
                self.invalid(&*place, problems.join(", "))
            })?;
            let asset = asset(resource_type, &fixture.account, entry, properties);
            insert(fixture, asset);
        }
        Ok(())
    }

    fn resource_type(&self, entry: &AssetEntry, place: &str) -> Result<&'static ResourceType, FixtureError> {
        resource::by_name(&entry.resource_type).ok_or_else(|| {
            let known = AWS.iter().map(|resource_type| resource_type.name);
            let hint = suggestion(&entry.resource_type, known, "`scan checks schema` lists them");
            self.invalid(place, format!("`{}` is not a resource type{hint}", entry.resource_type))
        })
    }

    fn hold_place(
        &self,
        fixture: &Fixture,
        resource_type: &ResourceType,
        entry: &AssetEntry,
        place: &str,
    ) -> Result<(), FixtureError> {
        if resource_type.scope == Scope::Global && entry.region != fixture.global {
            let problem =
                format!("{} live in {}, not in {}; write that region", resource_type.plural, fixture.global, entry.region);
            return Err(self.invalid(place, problem));
        }
        if !fixture.is_enabled(&entry.region) {
            return Err(
                self.invalid(place, format!("its region {} is not enabled in this fixture; list it in regions", entry.region))
            );
        }
        let others = fixture.assets(resource_type.name, &entry.region);
        if resource_type.nature == Nature::Setting && !others.is_empty() {
            return Err(self.invalid(place, "stands there twice; a region has its settings once"));
        }
        if others.iter().any(|other| other.id == entry.id) {
            return Err(self.invalid(place, format!("the id {} stands there twice; give each asset its own", entry.id)));
        }
        Ok(())
    }
}

/// Properties by resource type, for assets that do not tell them themselves.
type Defaults = BTreeMap<String, Map<String, Value>>;

/// The entry with what its type's assets have by default.
fn with_defaults(mut entry: AssetEntry, defaults: &Defaults) -> AssetEntry {
    for (property, value) in defaults.get(&entry.resource_type).into_iter().flatten() {
        if !entry.properties.contains_key(property) {
            entry.properties.insert(property.clone(), value.clone());
        }
    }
    entry
}

/// Entries for the settings that the fixture does not tell: without them a check of them would silently not be evaluated.
fn unlisted_settings(fixture: &Fixture, entries: &[AssetEntry]) -> Vec<AssetEntry> {
    let settings = AWS.iter().filter(|one| one.nature == Nature::Setting);
    let places = settings.flat_map(|setting| regions_of(fixture, setting).into_iter().map(move |region| (setting, region)));
    let is_listed = |setting: &ResourceType, region: &str| {
        entries.iter().any(|entry| entry.resource_type == setting.name && entry.region == region)
    };
    places
        .filter(|(setting, region)| !is_listed(setting, region))
        .map(|(setting, region)| AssetEntry {
            resource_type: setting.name.to_owned(),
            id: fixture.account.id.clone(),
            arn: fixture.account.root_arn(),
            name: None,
            tags: BTreeMap::new(),
            properties: known_of_setting(fixture, setting, &region),
            region,
        })
        .collect()
}

/// What is known of a setting without being read: its account's id and partition, or its region.
fn known_of_setting(fixture: &Fixture, setting: &ResourceType, region: &str) -> Map<String, Value> {
    let known = json!({ "id": fixture.account.id, "partition": fixture.account.partition, "region": region });
    let schema = (setting.schema)();
    let Value::Object(known) = known else { return Map::new() };
    known.into_iter().filter(|(name, _)| schema["properties"].get(name).is_some()).collect()
}

/// The regions in which a setting is.
fn regions_of(fixture: &Fixture, setting: &ResourceType) -> Vec<String> {
    match setting.scope {
        Scope::Global => vec![fixture.global.clone()],
        Scope::Regional => enabled(&fixture.regions),
    }
}

/// The entry, with no prefix list where it is a security group whose rules name none: the cloud is not even asked for them then.
fn with_prefix_lists(mut entry: AssetEntry) -> AssetEntry {
    let rules = entry.properties.get("ingress").and_then(Value::as_array);
    let names_none = |rule: &Value| rule["prefix_list_ids"].as_array().is_some_and(Vec::is_empty);
    if entry.resource_type == "aws.ec2.security_group" && rules.is_some_and(|rules| rules.iter().all(names_none)) {
        entry.properties.entry("prefix_lists").or_insert_with(|| serde_json::json!([]));
    }
    entry
}

/// Every API action that a scan may call, in IAM's spelling.
fn actions() -> BTreeSet<&'static str> {
    let of_type = |resource_type: &'static ResourceType| {
        resource_type.list_actions.iter().chain(resource_type.facets.iter().flat_map(|facet| facet.actions))
    };
    AWS.iter().flat_map(of_type).chain(SCAN_ACTIONS).chain(CHANGE_ACTIONS).copied().collect()
}

/// Every service whose changes some facet listens to.
fn sources() -> BTreeSet<&'static str> {
    let of_facet = |facet: &Facet| match facet.renewal {
        Renewal::OnChange(log) => log.sources,
        Renewal::EveryScan => &[],
    };
    AWS.iter().flat_map(|resource_type| resource_type.facets).flat_map(of_facet).copied().collect()
}

fn enabled(regions: &[Region]) -> Vec<String> {
    regions.iter().filter(|region| region.enabled).map(|region| region.name.clone()).collect()
}

/// Why a property that the fixture does not tell is unknown; `property` is the outermost one.
pub(super) fn untold(fixture: &str, resource_type: &ResourceType, region: &str, property: &str) -> Gap {
    let actions = resource_type.facet(property).map_or(resource_type.list_actions, |facet| facet.actions);
    Gap {
        kind: GapKind::NotCollected,
        action: actions.first().map_or_else(|| resource_type.name.to_owned(), ToString::to_string),
        region: region.to_owned(),
        detail: format!("fixture {fixture} does not tell all of {property}"),
    }
}

fn asset(resource_type: &ResourceType, account: &Account, entry: AssetEntry, properties: Properties) -> Asset {
    let (id, arn, name) = match resource_type.nature {
        // Those of a fixture that is extended become this account's.
        Nature::Setting => identity_of_setting(resource_type, account),
        Nature::Inventory | Nature::OnDemand => {
            let name = entry.name.or_else(|| entry.tags.get("Name").cloned()).unwrap_or_else(|| entry.id.clone());
            (entry.id, entry.arn, name)
        }
    };
    Asset {
        resource_type: resource_type.name,
        id,
        arn,
        name,
        region: entry.region,
        tags: entry.tags,
        properties,
        evidence_read_at: BTreeMap::new(),
    }
}

fn insert(fixture: &mut Fixture, asset: Asset) {
    let of_type = fixture.assets.entry(asset.resource_type).or_default();
    of_type.entry(asset.region.clone()).or_default().push(asset);
}

/// The id, ARN and name of settings: they are the account's own, in whatever region they hold.
fn identity_of_setting(resource_type: &ResourceType, account: &Account) -> (String, String, String) {
    let name = if resource_type.name == ACCOUNT { &account.id } else { resource_type.plural };
    (account.id.clone(), account.root_arn(), name.to_owned())
}

#[cfg(test)]
mod tests;
