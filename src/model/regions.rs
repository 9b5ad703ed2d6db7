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
    /// The resource types that it cannot have, because the service is not there.
    lacks: &'static [&'static str],
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
        // "Amazon CloudFront" in the AWS GovCloud (US) user guide; "Multi-Region Access Point restrictions" in the Amazon S3 user guide.
        lacks: &["aws.cloudfront.distribution", "aws.s3.multi_region_access_point"],
        prefixes: &["us-gov-"],
    },
    Partition {
        name: "aws-cn",
        global_region: "cn-north-1",
        default_regions: &["cn-north-1", "cn-northwest-1"],
        further_regions: &[],
        opt_in_regions: &[],
        // "Multi-Region Access Point restrictions and limitations" in the Amazon S3 user guide.
        lacks: &["aws.s3.multi_region_access_point"],
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

    /// Whether it cannot have resources of a type.
    #[must_use]
    pub fn lacks(&self, resource_type: &str) -> bool {
        self.lacks.contains(&resource_type)
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
    fn what_a_partition_lacks_is_a_resource_type() {
        let lacked: Vec<&str> = PARTITIONS.iter().flat_map(|partition| partition.lacks).copied().collect();
        assert!(lacked.iter().all(|name| crate::model::resource::by_name(name).is_some()), "{lacked:?}");
        assert!(Partition::named("aws-us-gov").lacks("aws.cloudfront.distribution"));
        assert!(!Partition::named("aws").lacks("aws.cloudfront.distribution"));
    }

    #[test]
    fn a_name_that_is_no_region_has_no_partition() {
        assert_eq!(Partition::of_region("nowhere"), None);
        assert_eq!(Partition::of_region(""), None);
    }
}
