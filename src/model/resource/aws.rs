//! The table of AWS's resource types.

use std::sync::LazyLock;

use super::ResourceType;

// Which facets are read in every scan, and why. IAM's: ages and last uses pass without a call, and a few calls answer for the whole
// account. CloudTrail's: deliveries come and go, and calls on an organisation's trail stand in another account's history. Settings of the
// account or a region: one call each, as many as the history would cost.

/// The API actions that every scan calls before any resource type: whose account it is, and which regions it has.
pub const SCAN_ACTIONS: &[&str] = &["ec2:DescribeRegions", "sts:GetCallerIdentity"];

/// The API actions by which an incremental scan learns what has changed; other scans do not call them.
pub const CHANGE_ACTIONS: &[&str] = &["cloudtrail:LookupEvents"];

/// Every resource type of AWS, sorted by name.
pub static AWS: LazyLock<Vec<ResourceType>> = LazyLock::new(|| {
    let mut types = [
        super::accessanalyzer::TYPES,
        super::account::TYPES,
        super::acm::TYPES,
        super::apigateway::TYPES,
        super::autoscaling::TYPES,
        super::cloudfront::TYPES,
        super::cloudtrail::TYPES,
        super::cloudwatch::TYPES,
        super::config::TYPES,
        super::dynamodb::TYPES,
        super::ec2::TYPES,
        super::ecr::TYPES,
        super::efs::TYPES,
        super::eks::TYPES,
        super::elb::TYPES,
        super::elbv2::TYPES,
        super::events::TYPES,
        super::glacier::TYPES,
        super::guardduty::TYPES,
        super::iam::TYPES,
        super::kms::TYPES,
        super::lambda::TYPES,
        super::macie::TYPES,
        super::rds::TYPES,
        super::s3::TYPES,
        super::secretsmanager::TYPES,
        super::securityhub::TYPES,
        super::sns::TYPES,
        super::sqs::TYPES,
        super::ssm::TYPES,
        super::vpc::TYPES,
    ]
    .concat();
    types.sort_unstable_by_key(|resource_type| resource_type.name);
    types
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::{Nature, Renewal, Scope};
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_sorted_and_say_provider_and_service() {
        let names: Vec<&str> = AWS.iter().map(|resource_type| resource_type.name).collect();
        assert!(names.is_sorted(), "{names:?}");
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| name.starts_with("aws.")));
    }

    #[test]
    fn every_facet_is_a_property_of_the_schema() {
        for resource_type in AWS.iter() {
            let schema = (resource_type.schema)();
            for facet in resource_type.facets {
                assert!(schema["properties"].get(facet.name).is_some(), "{} lacks {}", resource_type.name, facet.name);
            }
        }
    }

    #[test]
    fn the_log_tells_only_of_what_the_inventory_keeps_for_the_next_scan_to_compare() {
        let told = |resource_type: &ResourceType| resource_type.facets.iter().any(|facet| facet.renewal != Renewal::EveryScan);
        for resource_type in AWS.iter().filter(|resource_type| told(resource_type)) {
            assert_eq!((resource_type.scope, resource_type.nature), (Scope::Regional, Nature::Inventory), "{}", resource_type.name);
        }
    }

    #[test]
    fn every_declared_action_only_reads() {
        let actions = AWS.iter().flat_map(|resource_type| {
            resource_type.list_actions.iter().chain(resource_type.facets.iter().flat_map(|facet| facet.actions))
        });
        for action in actions.chain(SCAN_ACTIONS).chain(CHANGE_ACTIONS) {
            let (_, verb) = action.split_once(':').expect("service:Action");
            let reads = ["Get", "List", "Describe", "BatchGet", "Lookup"].iter().any(|prefix| verb.starts_with(prefix));
            // They make AWS compute a report; they change no configuration and IAM classes them as reads.
            let computes = ["iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails"].contains(action);
            // API Gateway's actions are HTTP's methods.
            assert!(reads || computes || *action == "apigateway:GET", "{action}");
        }
    }
}
