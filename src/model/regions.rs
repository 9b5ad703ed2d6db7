//! AWS's partitions and their regions, as far as they must be known before anyone has asked the account.
//!
//! The account's own answer (`ec2:DescribeRegions`) always beats these lists.

/// The regions of a standard scan in the commercial partition: the most used ones, all of them enabled in every new account
/// ("AWS Regions" in the AWS Account Management guide).
pub const DEFAULT_REGIONS: &[&str] = &[
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "ca-central-1",
    "eu-west-1",
    "eu-west-2",
    "eu-central-1",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-northeast-1",
];

/// A service, or a part of one, that a partition has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// What people call it.
    pub name: &'static str,
    /// How its API actions begin.
    actions: &'static str,
}

impl Lacking {
    /// The service part of its actions.
    #[must_use]
    pub fn service(&self) -> &'static str {
        self.actions.split(':').next().unwrap_or(self.actions)
    }
}

/// Amazon S3 user guide, "Multi-Region Access Point restrictions and limitations".
const MULTI_REGION_ACCESS_POINTS: Lacking =
    Lacking { name: "S3 Multi-Region Access Points", actions: "s3:ListMultiRegionAccessPoints" };
/// AWS General Reference, "Amazon Macie endpoints and quotas".
const MACIE: Lacking = Lacking { name: "Macie", actions: "macie2:" };
/// AWS General Reference, "Amazon CloudFront endpoints and quotas".
const CLOUDFRONT: Lacking = Lacking { name: "CloudFront", actions: "cloudfront:" };
/// AWS General Reference, "AWS Account Management endpoints and quotas".
const ACCOUNT_MANAGEMENT: Lacking = Lacking { name: "Account Management", actions: "account:" };

/// A part of AWS with its own accounts, regions and ARNs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partition {
    /// The second part of its ARNs: `aws`.
    pub name: &'static str,
    /// Where its global services live.
    pub global_region: &'static str,
    /// The regions of a standard scan, most used first.
    pub default_regions: &'static [&'static str],
    /// Its regions beyond the default ones that every account has without opting in.
    pub further_regions: &'static [&'static str],
    /// Its regions that an account must opt in to.
    pub opt_in_regions: &'static [&'static str],
    /// The services that are not there.
    lacks: &'static [Lacking],
    prefixes: &'static [&'static str],
}

/// Every partition that can be scanned ("Regions and Availability Zones" in the AWS Global Infrastructure pages).
pub static PARTITIONS: &[Partition] = &[
    Partition {
        name: "aws",
        global_region: "us-east-1",
        default_regions: DEFAULT_REGIONS,
        further_regions: &["ap-northeast-2", "ap-northeast-3", "eu-north-1", "eu-west-3", "sa-east-1"],
        opt_in_regions: &[
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
        ],
        lacks: &[],
        prefixes: &["us-", "ca-", "eu-", "ap-", "sa-", "af-", "me-", "il-", "mx-"],
    },
    Partition {
        name: "aws-us-gov",
        global_region: "us-gov-west-1",
        default_regions: &["us-gov-west-1", "us-gov-east-1"],
        further_regions: &[],
        opt_in_regions: &[],
        lacks: &[ACCOUNT_MANAGEMENT, CLOUDFRONT, MACIE, MULTI_REGION_ACCESS_POINTS],
        prefixes: &["us-gov-"],
    },
    Partition {
        name: "aws-cn",
        global_region: "cn-north-1",
        default_regions: &["cn-north-1", "cn-northwest-1"],
        further_regions: &[],
        opt_in_regions: &[],
        lacks: &[MACIE, MULTI_REGION_ACCESS_POINTS],
        prefixes: &["cn-"],
    },
];

impl Partition {
    /// The partition called `name`; an unknown one is taken for the commercial one.
    #[must_use]
    pub fn named(name: &str) -> &'static Self {
        PARTITIONS.iter().find(|partition| partition.name == name).unwrap_or(&PARTITIONS[0])
    }

    /// The partition that a region's name says it belongs to.
    #[must_use]
    pub fn of_region(region: &str) -> Option<&'static Self> {
        // The longest prefix decides: `us-gov-` before `us-`.
        PARTITIONS
            .iter()
            .filter_map(|partition| {
                let longest = partition.prefixes.iter().filter(|prefix| region.starts_with(**prefix)).map(|prefix| prefix.len());
                longest.max().map(|length| (length, partition))
            })
            .max_by_key(|(length, _)| *length)
            .map(|(_, partition)| partition)
    }

    /// Whether a partition of that name is known.
    #[must_use]
    pub fn is_known(name: &str) -> bool {
        PARTITIONS.iter().any(|partition| partition.name == name)
    }

    /// What it has not.
    #[must_use]
    pub const fn lacks(&self) -> &'static [Lacking] {
        self.lacks
    }

    /// What it has not that an API action is one of.
    #[must_use]
    pub fn lacking(&self, action: &str) -> Option<&'static Lacking> {
        self.lacks.iter().find(|lacking| action.starts_with(lacking.actions))
    }

    /// Every region known here, and whether an account has it without asking for it.
    pub fn regions(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let everyone = self.default_regions.iter().chain(self.further_regions).map(|name| (*name, true));
        everyone.chain(self.opt_in_regions.iter().map(|name| (*name, false)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_set_has_twelve_regions() {
        assert_eq!(DEFAULT_REGIONS.len(), 12);
    }

    #[test]
    fn every_region_belongs_to_its_partition_and_stands_once() {
        let mut names: Vec<&str> = Vec::new();
        for partition in PARTITIONS {
            assert!(partition.default_regions.contains(&partition.global_region));
            for (name, _) in partition.regions() {
                assert_eq!(Partition::of_region(name), Some(partition), "{name}");
                names.push(name);
            }
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn what_a_partition_lacks_is_what_a_scan_may_call() {
        let types = &crate::model::resource::AWS;
        let facets = types.iter().flat_map(|one| one.facets).flat_map(|facet| facet.actions);
        let actions: Vec<&str> = types.iter().flat_map(|one| one.list_actions).chain(facets).copied().collect();
        for lacking in PARTITIONS.iter().flat_map(|partition| partition.lacks) {
            assert!(actions.iter().any(|action| action.starts_with(lacking.actions)), "{}", lacking.name);
        }
        let lacking = |partition: &str, action: &str| Partition::named(partition).lacking(action).map(Lacking::service);
        assert_eq!(lacking("aws-us-gov", "cloudfront:ListDistributions"), Some("cloudfront"));
        assert_eq!(lacking("aws-us-gov", "account:GetAlternateContact"), Some("account"));
        assert_eq!(lacking("aws-cn", "cloudfront:ListDistributions"), None);
        assert_eq!(lacking("aws-cn", "macie2:GetMacieSession"), Some("macie2"));
        assert_eq!(lacking("aws-cn", "s3:ListAllMyBuckets"), None);
        assert_eq!(lacking("aws", "macie2:GetMacieSession"), None);
    }

    #[test]
    fn a_name_that_is_no_region_has_no_partition() {
        assert_eq!(Partition::of_region("nowhere"), None);
        assert_eq!(Partition::of_region(""), None);
    }
}
