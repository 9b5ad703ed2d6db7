//! The table of AWS's resource types.

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use super::{Facet, Nature, ResourceType, Scope, Sweep};
use super::{cloudtrail, ec2, ecr, eks, iam, s3};

fn schema<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

const fn facet(name: &'static str, actions: &'static [&'static str]) -> Facet {
    Facet { name, actions }
}

/// The type whose single asset is the account itself; expressions reach it as `account`.
pub const ACCOUNT: &str = "aws.account";

/// The API actions that every scan calls before any resource type: whose account it is, and which regions it has.
pub const SCAN_ACTIONS: &[&str] = &["ec2:DescribeRegions", "sts:GetCallerIdentity"];

const fn regional(
    name: &'static str,
    plural: &'static str,
    list_actions: &'static [&'static str],
    schema: fn() -> Value,
) -> ResourceType {
    ResourceType {
        name,
        plural,
        scope: Scope::Regional,
        sweep: Sweep::Region,
        nature: Nature::Inventory,
        list_actions,
        facets: &[],
        schema,
    }
}

const fn global(
    name: &'static str,
    plural: &'static str,
    list_actions: &'static [&'static str],
    schema: fn() -> Value,
) -> ResourceType {
    ResourceType { scope: Scope::Global, ..regional(name, plural, list_actions, schema) }
}

const AUTHORIZATION_DETAILS: &[&str] = &["iam:GetAccountAuthorizationDetails"];
const CREDENTIAL_REPORT: &[&str] = &["iam:GenerateCredentialReport", "iam:GetCredentialReport"];

/// Every resource type of AWS, by service.
pub static AWS: &[ResourceType] = &[
    ResourceType {
        nature: Nature::Setting,
        facets: &[
            facet("summary", &["iam:GetAccountSummary"]),
            facet("password_policy", &["iam:GetAccountPasswordPolicy"]),
            facet("s3_public_access_block", &["s3:GetAccountPublicAccessBlock"]),
            facet("trails", &["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"]),
        ],
        ..global(ACCOUNT, "accounts", &[], schema::<iam::AccountSettings>)
    },
    ResourceType {
        facets: &[facet("status", &["cloudtrail:GetTrailStatus"]), facet("selectors", &["cloudtrail:GetEventSelectors"])],
        ..regional("aws.cloudtrail.trail", "CloudTrail trails", &["cloudtrail:DescribeTrails"], schema::<cloudtrail::Trail>)
    },
    regional("aws.ec2.address", "elastic IPs", &["ec2:DescribeAddresses"], schema::<ec2::Address>),
    regional("aws.ec2.image", "AMIs", &["ec2:DescribeImages"], schema::<ec2::Image>),
    regional("aws.ec2.instance", "EC2 instances", &["ec2:DescribeInstances"], schema::<ec2::Instance>),
    regional("aws.ec2.internet_gateway", "internet gateways", &["ec2:DescribeInternetGateways"], schema::<ec2::InternetGateway>),
    regional("aws.ec2.key_pair", "key pairs", &["ec2:DescribeKeyPairs"], schema::<ec2::KeyPair>),
    regional("aws.ec2.nat_gateway", "NAT gateways", &["ec2:DescribeNatGateways"], schema::<ec2::NatGateway>),
    regional("aws.ec2.network_acl", "network ACLs", &["ec2:DescribeNetworkAcls"], schema::<ec2::NetworkAcl>),
    ResourceType {
        nature: Nature::Setting,
        facets: &[facet("ebs_encryption", &["ec2:GetEbsEncryptionByDefault"])],
        ..regional("aws.ec2.region_settings", "EC2 region settings", &[], schema::<ec2::RegionSettings>)
    },
    regional("aws.ec2.route_table", "route tables", &["ec2:DescribeRouteTables"], schema::<ec2::RouteTable>),
    ResourceType {
        facets: &[facet("prefix_lists", &["ec2:GetManagedPrefixListEntries"])],
        ..regional("aws.ec2.security_group", "security groups", &["ec2:DescribeSecurityGroups"], schema::<ec2::SecurityGroup>)
    },
    regional("aws.ec2.snapshot", "EBS snapshots", &["ec2:DescribeSnapshots"], schema::<ec2::Snapshot>),
    regional("aws.ec2.subnet", "subnets", &["ec2:DescribeSubnets"], schema::<ec2::Subnet>),
    regional("aws.ec2.volume", "EBS volumes", &["ec2:DescribeVolumes"], schema::<ec2::Volume>),
    regional("aws.ec2.vpc", "VPCs", &["ec2:DescribeVpcs"], schema::<ec2::Vpc>),
    ResourceType {
        sweep: Sweep::Registries,
        facets: &[
            facet("policy", &["ecr:GetRepositoryPolicy"]),
            facet("scanning_configuration", &["ecr:BatchGetRepositoryScanningConfiguration"]),
            facet("lifecycle_policy", &["ecr:GetLifecyclePolicy"]),
        ],
        ..regional("aws.ecr.repository", "ECR repositories", &["ecr:DescribeRepositories"], schema::<ecr::Repository>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[facet("configuration", &["eks:DescribeAddon"])],
        ..regional("aws.eks.add_on", "EKS add-ons", &["eks:ListClusters", "eks:ListAddons"], schema::<eks::AddOn>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[facet("configuration", &["eks:DescribeCluster"])],
        ..regional("aws.eks.cluster", "EKS clusters", &["eks:ListClusters"], schema::<eks::Cluster>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[facet("configuration", &["eks:DescribeNodegroup"])],
        ..regional("aws.eks.node_group", "EKS node groups", &["eks:ListClusters", "eks:ListNodegroups"], schema::<eks::NodeGroup>)
    },
    global("aws.iam.group", "IAM groups", AUTHORIZATION_DETAILS, schema::<iam::Group>),
    global("aws.iam.policy", "customer-managed policies", AUTHORIZATION_DETAILS, schema::<iam::ManagedPolicy>),
    global("aws.iam.role", "IAM roles", AUTHORIZATION_DETAILS, schema::<iam::Role>),
    ResourceType {
        facets: &[facet("credentials", CREDENTIAL_REPORT)],
        ..global("aws.iam.user", "IAM users", AUTHORIZATION_DETAILS, schema::<iam::User>)
    },
    ResourceType {
        facets: &[
            facet("encryption", &["s3:GetEncryptionConfiguration"]),
            facet("public_access_block", &["s3:GetBucketPublicAccessBlock"]),
            facet("policy", &["s3:GetBucketPolicy"]),
            facet("policy_status", &["s3:GetBucketPolicyStatus"]),
            facet("acl", &["s3:GetBucketAcl"]),
            facet("versioning", &["s3:GetBucketVersioning"]),
            facet("logging", &["s3:GetBucketLogging"]),
        ],
        ..regional("aws.s3.bucket", "S3 buckets", &["s3:ListAllMyBuckets", "s3:GetBucketLocation"], schema::<s3::Bucket>)
    },
];

#[cfg(test)]
mod tests {
    use super::*;
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
        for resource_type in AWS {
            let schema = (resource_type.schema)();
            for facet in resource_type.facets {
                assert!(schema["properties"].get(facet.name).is_some(), "{} lacks {}", resource_type.name, facet.name);
            }
        }
    }

    #[test]
    fn every_declared_action_only_reads() {
        let actions = AWS.iter().flat_map(|resource_type| {
            resource_type.list_actions.iter().chain(resource_type.facets.iter().flat_map(|facet| facet.actions))
        });
        for action in actions.chain(SCAN_ACTIONS) {
            let (_, verb) = action.split_once(':').expect("service:Action");
            let reads = ["Get", "List", "Describe", "BatchGet"].iter().any(|prefix| verb.starts_with(prefix));
            // Makes AWS compute a report; it changes no configuration and IAM classes it as a read.
            assert!(reads || *action == "iam:GenerateCredentialReport", "{action}");
        }
    }
}
