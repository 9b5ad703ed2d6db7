//! Names that the model knows as part of the program, found again by their text.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::model::resource;

/// Names that this build does not know, such as those of a resource type that a later one added. Each is kept for as long as the
/// process runs; there are only as many as programs ever had types and facets.
static FOREIGN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The resource type's name.
pub(super) fn resource_type(name: &str) -> &'static str {
    resource::by_name(name).map_or_else(|| foreign(name), |found| found.name)
}

/// The name of a resource type's facet.
pub(super) fn facet(resource_type: &str, name: &str) -> &'static str {
    let known = resource::by_name(resource_type).and_then(|found| found.facet(name));
    known.map_or_else(|| foreign(name), |found| found.name)
}

fn foreign(name: &str) -> &'static str {
    let mut names = FOREIGN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let leaked: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(leaked);
    leaked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_build_and_of_others_come_back() {
        assert_eq!(resource_type("aws.s3.bucket"), "aws.s3.bucket");
        assert_eq!(facet("aws.s3.bucket", "encryption"), "encryption");
        assert!(std::ptr::eq(resource_type("gcp.storage.bucket"), resource_type("gcp.storage.bucket")));
        assert_eq!(facet("gcp.storage.bucket", "labels"), "labels");
    }
}
