//! One entry of a cloud's log of changes, and which resources it may have changed.

use std::collections::{BTreeSet, HashSet};

use crate::model::resource::ChangeLog;
use crate::model::{Asset, Property};

/// A call that may have changed something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The service that was called, as the log calls it: `s3.amazonaws.com`.
    pub source: String,
    /// The texts among the call's parameters, with their names: `bucketName`.
    pub parameters: Vec<(String, String)>,
    /// Every text in the call and in its answer, at any depth.
    pub mentions: BTreeSet<String>,
}

/// What some calls may have changed of what one log tells of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Touched {
    /// One of the calls did not say which resource it is about.
    everything: bool,
    /// The names by which calls said what they are about.
    named: HashSet<String>,
    /// Every other text in them.
    mentioned: HashSet<String>,
}

impl Touched {
    /// Adds what `changes` may have changed.
    pub(super) fn add(&mut self, changes: &[Change], log: &ChangeLog) {
        for change in changes.iter().filter(|change| log.sources.contains(&change.source.as_str())) {
            let naming = change.parameters.iter().filter(|(name, _)| log.naming.contains(&name.as_str()));
            let resources: Vec<String> = naming.map(|(_, value)| value.clone()).collect();
            self.everything |= resources.is_empty();
            self.named.extend(resources);
            self.mentioned.extend(change.mentions.iter().cloned());
        }
    }

    /// Whether the asset may have changed: everything may, or it is named, or what its listing says it belongs to is, or it is mentioned.
    pub(super) fn concerns(&self, asset: &Asset) -> bool {
        let mut own = [&asset.id, &asset.arn, &asset.name].into_iter();
        let belongs = |property: &Property| matches!(property, Property::Text(text) if self.named.contains(text));
        self.everything
            || own.any(|name| self.named.contains(name) || self.mentioned.contains(name))
            || asset.properties.values().any(belongs)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::Properties;
    use crate::model::resource::{LogPlace, Renewal, by_name};

    fn asset(id: &str, cluster: Option<&str>) -> Asset {
        Asset {
            resource_type: "aws.eks.node_group",
            id: id.to_owned(),
            arn: format!("arn:{id}"),
            name: id.rsplit('/').next().unwrap_or(id).to_owned(),
            region: "eu-west-1".to_owned(),
            tags: BTreeMap::new(),
            properties: cluster.map(|cluster| ("cluster", Property::Text(cluster.to_owned()))).into_iter().collect::<Properties>(),
            evidence_read_at: BTreeMap::new(),
        }
    }

    fn change(source: &str, parameters: &[(&str, &str)], mentions: &[&str]) -> Change {
        Change {
            source: source.to_owned(),
            parameters: parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            mentions: mentions.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    fn concerns(change: &Change, resource_type: &str, asset: &Asset) -> bool {
        let mut touched = Touched::default();
        touched.add(std::slice::from_ref(change), log(resource_type));
        touched.concerns(asset)
    }

    fn log(resource_type: &str) -> &'static ChangeLog {
        match by_name(resource_type).unwrap().facets[0].renewal {
            Renewal::OnChange(log) => log,
            Renewal::EveryScan => panic!("{resource_type} is read in every scan"),
        }
    }

    #[test]
    fn a_call_concerns_what_it_names_and_what_belongs_to_it() {
        let update = change("eks.amazonaws.com", &[("name", "prod")], &["prod"]);
        assert!(concerns(&update, "aws.eks.cluster", &asset("prod", None)));
        assert!(!concerns(&update, "aws.eks.cluster", &asset("test", None)));
        let update = change("eks.amazonaws.com", &[("clusterName", "prod"), ("nodegroupName", "blue")], &["prod", "blue"]);
        let node_group = |id, cluster| concerns(&update, "aws.eks.node_group", &asset(id, Some(cluster)));
        assert!(node_group("prod/blue", "prod"));
        assert!(node_group("prod/green", "prod"), "the whole cluster is taken for changed");
        assert!(!node_group("test/green", "test"));
    }

    #[test]
    fn a_call_that_names_nothing_concerns_everything_of_its_service_and_nothing_else() {
        let block = change("s3.amazonaws.com", &[("accountId", "111122223333")], &["111122223333", "logs"]);
        assert!(concerns(&block, "aws.s3.bucket", &asset("logs", None)));
        assert!(concerns(&block, "aws.s3.bucket", &asset("other", None)), "one name among its texts narrows nothing");
        assert!(!concerns(&change("ec2.amazonaws.com", &[], &[]), "aws.s3.bucket", &asset("logs", None)));
        assert!(concerns(&change("inspector2.amazonaws.com", &[], &[]), "aws.ecr.repository", &asset("app", None)));
        let scaling = change("autoscaling.amazonaws.com", &[("autoScalingGroupName", "eks-blue-1")], &["eks-blue-1"]);
        assert!(concerns(&scaling, "aws.eks.node_group", &asset("prod/blue", Some("prod"))));
        assert!(!concerns(&scaling, "aws.eks.cluster", &asset("prod", None)));
    }

    #[test]
    fn a_call_on_another_resource_concerns_those_that_it_mentions() {
        let logging = change("s3.amazonaws.com", &[("bucketName", "source")], &["source", "target"]);
        for (bucket, expected) in [("source", true), ("target", true), ("other", false)] {
            assert_eq!(concerns(&logging, "aws.s3.bucket", &asset(bucket, None)), expected, "{bucket}");
        }
        assert_eq!(log("aws.s3.bucket").place, LogPlace::OwnAndGlobalRegion);
    }
}
