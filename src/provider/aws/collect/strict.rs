//! Parts of answers that must be there and must be readable: what is not becomes a gap, never a default.

use serde::Serialize;

use super::super::pages::Pages;
use crate::model::resource::policy::PolicyDocument;
use crate::model::{Asset, Gap, GapKind, Property};
use crate::provider::Listing;

/// One API action in one region, as gaps name it.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Asked<'a> {
    /// The action in IAM's spelling.
    pub(in super::super) action: &'a str,
    /// The region that was asked.
    pub(in super::super) region: &'a str,
}

impl Asked<'_> {
    /// The gap of an answer that came but cannot be used.
    pub(in super::super) fn malformed(self, detail: impl Into<String>) -> Gap {
        Gap { kind: GapKind::Malformed, action: self.action.to_owned(), region: self.region.to_owned(), detail: detail.into() }
    }

    /// The part `name` of the answer, which every answer must have.
    pub(in super::super) fn required<T>(self, name: &str, part: Option<T>) -> Result<T, Gap> {
        part.ok_or_else(|| self.malformed(format!("the answer lacks {name}")))
    }

    /// The pages of [`listed`] items; an answer without its list `name` is the gap of the listing.
    pub(in super::super) fn all_listed<T>(self, name: &str, pages: Pages<Option<T>>) -> Pages<T> {
        let lacking = pages.items.iter().any(Option::is_none);
        let gap = pages.gap.or_else(|| lacking.then(|| self.malformed(format!("the answer lacks {name}"))));
        Pages { items: pages.items.into_iter().flatten().collect(), gap }
    }

    /// The gap of `number` listed items without the part `name` that tells one from another.
    pub(super) fn lacking(self, name: &str, number: usize) -> Option<Gap> {
        (number > 0).then(|| self.malformed(format!("the answer lacks {name} of {number}")))
    }

    /// The listing of what `pages` gave, each item made into an asset. Items without an id or an ARN leave a gap that calls them
    /// `plural`, as does an answer without its list `name`.
    pub(super) fn assets<T>(self, name: &str, plural: &str, pages: Pages<Option<T>>, convert: impl Fn(T) -> Asset) -> Listing {
        let pages = self.all_listed(name, pages);
        let (assets, nameless): (Vec<_>, Vec<_>) =
            pages.items.into_iter().map(convert).partition(|asset| !asset.id.is_empty() && !asset.arn.is_empty());
        let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
        if !nameless.is_empty() {
            gaps.push(self.malformed(format!("{} of the {plural} have no name or no ARN", nameless.len())));
        }
        Listing { assets, gaps, warnings: Vec::new() }
    }

    /// A policy document as text, or why it could not be read.
    pub(in super::super) fn policy_document(self, text: &str) -> Property {
        known(PolicyDocument::parse(text).map_err(|error| self.malformed(error.to_string())).as_ref())
    }
}

/// The items of a page, or none in the place of a list that the answer lacks.
pub(super) fn listed<T>(list: Option<Vec<T>>) -> Vec<Option<T>> {
    list.map_or_else(|| vec![None], |items| items.into_iter().map(Some).collect())
}

/// The items of a facet's pages, with what is missing as the last one; nothing at all is why there is nothing.
pub(super) fn list_of(items: impl Iterator<Item = Property>, gap: Option<Gap>) -> Result<Property, Gap> {
    let mut items: Vec<Property> = items.collect();
    match gap {
        Some(gap) if items.is_empty() => return Err(gap),
        gap => items.extend(gap.map(Property::unknown)),
    }
    Ok(Property::List(items))
}

/// The property of a value that was read, or of the gap that stands in its place.
pub(super) fn known<T: Serialize>(value: Result<&T, &Gap>) -> Property {
    match value {
        Ok(value) => Property::from_typed(value),
        Err(gap) => Property::unknown(gap.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: Asked<'static> = Asked { action: "s3:GetBucketPolicy", region: "eu-west-1" };

    #[test]
    fn an_unreadable_policy_is_unknown_and_not_absent() {
        let document = ASKED.policy_document("{\"Statement\":");
        let gap = document.first_gap().expect("a gap");
        assert_eq!((gap.kind, gap.action.as_str(), gap.region.as_str()), (GapKind::Malformed, "s3:GetBucketPolicy", "eu-west-1"));
        assert!(gap.detail.contains("not readable JSON"), "{}", gap.detail);
    }

    #[test]
    fn a_readable_policy_keeps_its_statements() {
        let document = ASKED.policy_document(r#"{"Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}"#);
        let Some(Property::List(statements)) = document.at("statements") else { panic!("{document:?}") };
        assert_eq!(statements[0].at("effect"), Some(&Property::Text("Deny".to_owned())));
    }

    #[test]
    fn a_missing_part_is_named() {
        let gap = ASKED.required::<bool>("IsLogging", None).expect_err("nothing is there");
        assert_eq!(gap.detail, "the answer lacks IsLogging");
        assert_eq!(ASKED.required("IsLogging", Some(true)), Ok(true));
    }
}
