//! The table of AWS's resource types.

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use super::{ChangeLog, Facet, LogPlace, Nature, Renewal, ResourceType, Scope, Sweep};
use super::{cloudtrail, ec2, ecr, eks, iam, s3};

fn schema<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

/// A facet that is read in every scan.
const fn facet(name: &'static str, actions: &'static [&'static str]) -> Facet {
    Facet { name, actions, renewal: Renewal::EveryScan }
}

/// A facet that changes only through calls that CloudTrail's event history tells.
const fn logged(name: &'static str, actions: &'static [&'static str], log: &'static ChangeLog) -> Facet {
    Facet { renewal: Renewal::OnChange(log), ..facet(name, actions) }
}

// Which facets are read in every scan, and why. IAM's: ages and last uses pass without a call, and a few calls answer for the whole
// account. CloudTrail's: deliveries come and go, and calls on an organisation's trail stand in another account's history. Settings of the
// account or a region: one call each, as many as the history would cost.

/// "Amazon S3 CloudTrail events" in the S3 user guide. A bucket's own region answers its calls; requests to the global endpoint may be
/// told by the region of global services.
const S3_LOG: ChangeLog =
    ChangeLog { sources: &["s3.amazonaws.com"], naming: &["bucketName"], place: LogPlace::OwnAndGlobalRegion, settled: None };
/// "Logging Amazon ECR actions with AWS CloudTrail" in the ECR user guide. Which repositories are scanned and how is also set for the
/// whole registry, by ECR or by Amazon Inspector, without naming a repository.
const ECR_LOG: ChangeLog = ChangeLog {
    sources: &["ecr.amazonaws.com", "inspector2.amazonaws.com"],
    naming: &["repositoryName"],
    place: LogPlace::OwnRegion,
    settled: None,
};
/// "Log API calls as AWS CloudTrail events" in the EKS user guide; the API calls a cluster's name `name` or `clusterName`. Updates go
/// on for a while after their call.
const EKS_LOG: ChangeLog = ChangeLog {
    sources: &["eks.amazonaws.com"],
    naming: &["name", "clusterName"],
    place: LogPlace::OwnRegion,
    settled: Some("ACTIVE"),
};
/// The size of a node group is also changed through its Auto Scaling group.
const NODE_GROUP_LOG: ChangeLog = ChangeLog {
    sources: &["eks.amazonaws.com", "autoscaling.amazonaws.com"],
    naming: EKS_LOG.naming,
    place: EKS_LOG.place,
    settled: EKS_LOG.settled,
};

/// The type whose single asset is the account itself; expressions reach it as `account`.
pub const ACCOUNT: &str = "aws.account";

/// The API actions that every scan calls before any resource type: whose account it is, and which regions it has.
pub const SCAN_ACTIONS: &[&str] = &["ec2:DescribeRegions", "sts:GetCallerIdentity"];

/// The API actions by which an incremental scan learns what has changed; other scans do not call them.
pub const CHANGE_ACTIONS: &[&str] = &["cloudtrail:LookupEvents"];

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
            logged("policy", &["ecr:GetRepositoryPolicy"], &ECR_LOG),
            logged("scanning_configuration", &["ecr:BatchGetRepositoryScanningConfiguration"], &ECR_LOG),
            logged("lifecycle_policy", &["ecr:GetLifecyclePolicy"], &ECR_LOG),
        ],
        ..regional("aws.ecr.repository", "ECR repositories", &["ecr:DescribeRepositories"], schema::<ecr::Repository>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[logged("configuration", &["eks:DescribeAddon"], &EKS_LOG)],
        ..regional("aws.eks.add_on", "EKS add-ons", &["eks:ListClusters", "eks:ListAddons"], schema::<eks::AddOn>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[logged("configuration", &["eks:DescribeCluster"], &EKS_LOG)],
        ..regional("aws.eks.cluster", "EKS clusters", &["eks:ListClusters"], schema::<eks::Cluster>)
    },
    ResourceType {
        sweep: Sweep::Clusters,
        facets: &[logged("configuration", &["eks:DescribeNodegroup"], &NODE_GROUP_LOG)],
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
            logged("encryption", &["s3:GetEncryptionConfiguration"], &S3_LOG),
            logged("public_access_block", &["s3:GetBucketPublicAccessBlock"], &S3_LOG),
            logged("policy", &["s3:GetBucketPolicy"], &S3_LOG),
            logged("policy_status", &["s3:GetBucketPolicyStatus"], &S3_LOG),
            logged("acl", &["s3:GetBucketAcl"], &S3_LOG),
            logged("versioning", &["s3:GetBucketVersioning"], &S3_LOG),
            logged("logging", &["s3:GetBucketLogging"], &S3_LOG),
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
            // Makes AWS compute a report; it changes no configuration and IAM classes it as a read.
            assert!(reads || *action == "iam:GenerateCredentialReport", "{action}");
        }
    }
}
