//! The operations of services whose requests say in the path what they want, as far as a scan calls them.

/// The operation of a request, by the service that signed it, its method and the parts of its path; `None` for what is no known read.
#[expect(clippy::match_same_arms, reason = "one line for each service and operation")]
pub fn operation(service: &str, method: &str, parts: &[&str]) -> Option<&'static str> {
    Some(match (service, method, parts) {
        ("access-analyzer", "GET", ["analyzer"]) => "ListAnalyzers",
        // One permission for both versions of it.
        ("access-analyzer", "POST", ["findingv2" | "finding"]) => "ListFindings",
        ("account", "POST", ["getAlternateContact"]) => "GetAlternateContact",
        ("account", "POST", ["getContactInformation"]) => "GetContactInformation",
        // Its actions are HTTP's methods.
        ("apigateway", "GET", _) => "GET",
        ("backup", "GET", ["backup", "plans"]) => "ListBackupPlans",
        ("backup", "GET", ["backup", "plans", _, "selections"]) => "ListBackupSelections",
        ("backup", "GET", ["backup", "plans", _, "selections", _]) => "GetBackupSelection",
        ("backup", "GET", ["resources"]) => "ListProtectedResources",
        ("cloudfront", "GET", [_, "distribution"]) => "ListDistributions",
        ("cloudfront", "GET", [_, "distribution", _, "config"]) => "GetDistributionConfig",
        ("eks", "GET", ["clusters"]) => "ListClusters",
        ("eks", "GET", ["clusters", _]) => "DescribeCluster",
        ("eks", "GET", ["clusters", _, "node-groups"]) => "ListNodegroups",
        ("eks", "GET", ["clusters", _, "node-groups", _]) => "DescribeNodegroup",
        ("eks", "GET", ["clusters", _, "addons"]) => "ListAddons",
        ("eks", "GET", ["clusters", _, "addons", _]) => "DescribeAddon",
        ("elasticfilesystem", "GET", [_, "access-points"]) => "DescribeAccessPoints",
        ("elasticfilesystem", "GET", [_, "file-systems"]) => "DescribeFileSystems",
        ("elasticfilesystem", "GET", [_, "file-systems", _, "backup-policy"]) => "DescribeBackupPolicy",
        ("elasticfilesystem", "GET", [_, "file-systems", _, "policy"]) => "DescribeFileSystemPolicy",
        ("elasticfilesystem", "GET", [_, "mount-targets"]) => "DescribeMountTargets",
        ("glacier", "GET", [_, "vaults"]) => "ListVaults",
        ("glacier", "GET", [_, "vaults", _, "access-policy"]) => "GetVaultAccessPolicy",
        ("guardduty", "GET", ["admin"]) => "ListOrganizationAdminAccounts",
        ("guardduty", "GET", ["detector"]) => "ListDetectors",
        ("guardduty", "GET", ["detector", _]) => "GetDetector",
        ("guardduty", "GET", ["detector", _, "admin"]) => "DescribeOrganizationConfiguration",
        ("guardduty", "GET", ["detector", _, "administrator"]) => "GetAdministratorAccount",
        ("guardduty", "GET", ["detector", _, "member"]) => "ListMembers",
        ("guardduty", "POST", ["detector", _, "findings"]) => "ListFindings",
        ("lambda", "GET", [_, "functions"]) => "ListFunctions",
        ("lambda", "GET", [_, "functions", _, "policy"]) => "GetPolicy",
        ("lambda", "GET", [_, "functions", _, "url"]) => "GetFunctionUrlConfig",
        ("lambda", "GET", [_, "functions", _, "urls"]) => "ListFunctionUrlConfigs",
        ("macie2", "GET", ["automated-discovery", "configuration"]) => "GetAutomatedDiscoveryConfiguration",
        ("macie2", "GET", ["macie"]) => "GetMacieSession",
        ("securityhub", "GET", ["accounts"]) => "DescribeHub",
        ("securityhub", "GET", ["organization", "admin"]) => "ListOrganizationAdminAccounts",
        ("securityhub", "GET", ["organization", "configuration"]) => "DescribeOrganizationConfiguration",
        ("securityhub", "GET", ["productSubscriptions"]) => "ListEnabledProductsForImport",
        ("securityhub", "POST", ["standards", "get"]) => "GetEnabledStandards",
        // RPC over CBOR: the path ends with the name.
        ("monitoring", "POST", [.., "operation", "DescribeAlarms"]) => "DescribeAlarms",
        _ => return None,
    })
}

/// The operation of S3 Control.
pub fn s3_control(parts: &[&str]) -> Option<&'static str> {
    Some(match parts {
        [_, "accesspoint"] => "ListAccessPoints",
        [_, "accesspoint", _] => "GetAccessPoint",
        [_, "configuration", "publicAccessBlock"] => "GetPublicAccessBlock",
        [_, "mrap", "instances"] => "ListMultiRegionAccessPoints",
        _ => return None,
    })
}
