//! The first law, tested: masking any property may turn an outcome into unknown, but never flips pass and fail.

use std::sync::Arc;

use super::check::Check;
use super::example::Example;
use crate::model::{Gap, GapKind, Outcome, Properties, Property};

/// A masked property that changed an outcome to something other than unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// The property's path: `resource.rules[0].port`.
    pub path: String,
    /// What the example comes to with everything given.
    pub from: Outcome,
    /// What it comes to with the property masked.
    pub to: Outcome,
}

/// Masks every property of `example` in turn, at every depth, and all of them at once; returns each change of outcome that is not to
/// unknown.
#[must_use]
pub fn flips(check: &Check, example: &Example) -> Vec<Flip> {
    let from = example.evaluate(check).outcome;
    let mut flips = Vec::new();
    let mut judge = |path: String, masked: &Example| {
        let to = masked.evaluate(check).outcome;
        if to != from && to != Outcome::Unknown {
            flips.push(Flip { path, from, to });
        }
    };
    for (root, properties) in [("resource", &example.resource), ("account", &example.account)] {
        for (key, property) in properties.iter() {
            let mut variants = Vec::new();
            mask_within(property, &format!("{root}.{key}"), &mut variants);
            for (path, masked) in variants {
                let mut copy = example.clone();
                let target = if root == "resource" { &mut copy.resource } else { &mut copy.account };
                target.insert(key, masked);
                judge(path, &copy);
            }
        }
    }
    let mut blind = example.clone();
    mask_all(&mut blind.resource);
    mask_all(&mut blind.account);
    judge("everything".to_owned(), &blind);
    flips
}

fn mask() -> Property {
    Property::Unknown(Arc::new(Gap {
        kind: GapKind::NotCollected,
        action: "masked".to_owned(),
        region: "the example".to_owned(),
        detail: String::new(),
    }))
}

fn mask_all(properties: &mut Properties) {
    *properties = properties.keys().map(|name| (name, mask())).collect();
}

/// Every copy of `property` in which it, or one thing inside it, is masked.
fn mask_within(property: &Property, path: &str, variants: &mut Vec<(String, Property)>) {
    variants.push((path.to_owned(), mask()));
    match property {
        Property::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let mut inner = Vec::new();
                mask_within(item, &format!("{path}[{index}]"), &mut inner);
                variants.extend(inner.into_iter().map(|(path, masked)| {
                    let mut copy = items.clone();
                    copy[index] = masked;
                    (path, Property::List(copy))
                }));
            }
        }
        Property::Map(map) => {
            for (key, value) in map.iter() {
                let mut inner = Vec::new();
                mask_within(value, &format!("{path}.{key}"), &mut inner);
                variants.extend(inner.into_iter().map(|(path, masked)| {
                    let mut copy = map.clone();
                    copy.insert(key, masked);
                    (path, Property::Map(copy))
                }));
            }
        }
        _ => {}
    }
}
