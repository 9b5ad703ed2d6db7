//! One resource found in the account.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::properties::Properties;

/// One resource found: what it is, where it lives, and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asset {
    /// The resource type's name, `aws.s3.bucket`.
    pub resource_type: &'static str,
    /// The id that the service itself uses: `i-0abc…`, a bucket's name.
    pub id: String,
    /// The Amazon Resource Name; empty where the listing does not tell it and it cannot be known without a further call.
    pub arn: String,
    /// What a person calls it: the `Name` tag, else the id.
    pub name: String,
    /// Where it lives; global services live in the partition's global region.
    pub region: String,
    /// Its tags.
    pub tags: BTreeMap<String, String>,
    /// What the listing said, and the facets read since, by name.
    pub properties: Properties,
    /// When an earlier scan read them: the facets that this scan did not read itself, by name.
    pub evidence_read_at: BTreeMap<&'static str, Timestamp>,
}

impl Asset {
    /// How results refer to this asset.
    #[must_use]
    pub fn reference(&self) -> ResourceReference {
        ResourceReference {
            resource_type: self.resource_type.to_owned(),
            id: self.id.clone(),
            arn: self.arn.clone(),
            name: self.name.clone(),
            region: self.region.clone(),
        }
    }
}

/// Which resource a result is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ResourceReference {
    /// The resource type's name.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The id; `*` where the resources of a region could not be listed.
    pub id: String,
    /// The ARN; empty where the resources could not be listed, or their listing does not tell it.
    pub arn: String,
    /// What a person calls it.
    pub name: String,
    /// Where it lives.
    pub region: String,
}

impl ResourceReference {
    /// Stands for every resource of a type in a region that could not be listed.
    #[must_use]
    pub fn unlisted(resource_type: &str, region: &str) -> Self {
        Self {
            resource_type: resource_type.to_owned(),
            id: "*".to_owned(),
            arn: String::new(),
            name: "*".to_owned(),
            region: region.to_owned(),
        }
    }

    /// Whether it stands for every resource of a type in a region that could not be listed.
    #[must_use]
    pub fn is_unlisted(&self) -> bool {
        self.id == "*" && self.arn.is_empty()
    }
}
