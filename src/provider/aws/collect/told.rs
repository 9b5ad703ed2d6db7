//! What a listing told of an asset, for the facets that go on from there.

use std::sync::Arc;

use crate::model::{Asset, Gap, GapKind, Property};

/// The text of a property; `None` where it is null. The gap in its place where it could not be read.
pub(super) fn text<'a>(asset: &'a Asset, name: &str, action: &str) -> Result<Option<&'a str>, Gap> {
    match asset.properties.get(name) {
        Some(Property::Text(text)) => Ok(Some(text)),
        Some(Property::Null) => Ok(None),
        other => Err(untold(asset, name, action, other)),
    }
}

/// The items of a list. The gap in its place where it could not be read.
pub(super) fn items<'a>(asset: &'a Asset, name: &str, action: &str) -> Result<&'a [Property], Gap> {
    match asset.properties.get(name) {
        Some(Property::List(items)) => Ok(items),
        other => Err(untold(asset, name, action, other)),
    }
}

/// The texts of a list. The gap in its place where one of them could not be read.
pub(super) fn texts<'a>(asset: &'a Asset, name: &str, action: &str) -> Result<Vec<&'a str>, Gap> {
    let items = items(asset, name, action)?;
    let text = |item: &'a Property| match item {
        Property::Text(text) => Ok(text.as_str()),
        other => Err(untold(asset, name, action, Some(other))),
    };
    items.iter().map(text).collect()
}

/// Whether a property is known to be true.
pub(super) fn is_true(asset: &Asset, name: &str) -> bool {
    asset.properties.get(name) == Some(&Property::Bool(true))
}

/// Whether a property is known to be `text`.
pub(super) fn is_text(asset: &Asset, name: &str, text: &str) -> bool {
    matches!(asset.properties.get(name), Some(Property::Text(known)) if known == text)
}

fn untold(asset: &Asset, name: &str, action: &str, property: Option<&Property>) -> Gap {
    match property {
        Some(Property::Unknown(gap)) => Arc::unwrap_or_clone(Arc::clone(gap)),
        _ => Gap {
            kind: GapKind::Malformed,
            action: action.to_owned(),
            region: asset.region.clone(),
            detail: format!("the listing does not tell {name} of {}", asset.name),
        },
    }
}
