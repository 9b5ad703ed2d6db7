//! How fast AWS lets each action be called, per account and region.
//!
//! Where AWS publishes a limit it stands here with its page; the others are careful estimates, and the page that is silent about them
//! is named. All of them are corrected while the scan runs, by backing off from whatever is throttled. The user may want a share of
//! them only: other programs draw from the same limits.

use super::service::Service;
use crate::provider::Pace;
use crate::provider::limiter::{Rate, Share};

/// Calls of one service that run at once in one region, each over a connection of its own. S3 is asked bucket by bucket; the others
/// answer for many resources at a time, and more connections would cost memory and handshakes without being faster.
#[must_use]
pub(super) fn at_once(service: Service, share: Share) -> usize {
    share.of_calls(match service {
        Service::S3 | Service::S3Control => 10,
        Service::Ec2 | Service::Ecr | Service::Iam | Service::Kms => 6,
        // Their rates are lower than what three calls at a time come to.
        _ => 3,
    })
}

const fn rate(per_second: f64, burst: f64) -> Rate {
    Rate { per_second, burst }
}

/// "Request throttling for the Amazon EC2 API": a bucket for each non-mutating action (`Describe*`, `Get*`, `List*`, `Search*`),
/// called with filters or with a page size. Without either a few of them have half of it, so collectors always send a page size.
/// <https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html>
const EC2_READ: Rate = rate(20.0, 100.0);
/// "Quotas in AWS CloudTrail": transactions a second for all get, describe and list actions together.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html>
const CLOUDTRAIL_READ: Rate = rate(10.0, 10.0);
/// The same page: LookupEvents.
const CLOUDTRAIL_LOOKUP: Rate = rate(2.0, 2.0);
/// "IAM and AWS STS quotas": STS requests a second.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
const STS: Rate = rate(600.0, 600.0);
/// Not published (the same page has quotas of IAM's resources only): IAM is one global service, all its actions together.
const IAM: Rate = rate(15.0, 30.0);
/// Not published for single actions of EKS ("Amazon EKS endpoints and quotas").
/// <https://docs.aws.amazon.com/general/latest/gr/eks.html>
const EKS: Rate = rate(10.0, 20.0);
/// Not published for the reading actions of ECR that a scan calls ("Amazon ECR service quotas" has those of pulls and pushes).
/// <https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html>
const ECR: Rate = rate(20.0, 40.0);
/// "Best practices design patterns: optimizing Amazon S3 performance" promises thousands of requests a second for each bucket; the
/// calls that run at once are the bound that counts.
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html>
const S3: Rate = rate(1_000.0, 1_000.0);

/// For services that publish no rate for the actions that a scan calls.
const UNPUBLISHED: Rate = rate(10.0, 20.0);

/// The bucket that an operation draws from, and its rate.
#[must_use]
pub(super) fn bucket(service: Service, operation: &str) -> (&str, Rate) {
    match service {
        Service::Ec2 => (operation, EC2_READ),
        Service::CloudTrail if operation == "LookupEvents" => (operation, CLOUDTRAIL_LOOKUP),
        Service::CloudTrail => (ALL, CLOUDTRAIL_READ),
        Service::Eks => (operation, EKS),
        Service::Ecr => (operation, ECR),
        Service::Iam => (ALL, IAM),
        Service::S3 | Service::S3Control => (ALL, S3),
        Service::Sts => (ALL, STS),
        _ => (operation, UNPUBLISHED),
    }
}

/// The bucket that a service's actions share.
const ALL: &str = "all";

/// How long an answer takes, in milliseconds: about what AWS's APIs need from the same continent.
const ANSWER_MS: f64 = 120.0;

/// How fast an action, in IAM's spelling, is called with a share of the limits.
#[must_use]
pub(super) fn pace(action: &str, share: Share) -> Pace {
    let (prefix, operation) = action.split_once(':').unwrap_or((action, ""));
    let service = with_rates_of_its_own(prefix);
    let (bucket, rate) = bucket(service, operation);
    let Rate { per_second, burst } = share.of_rate(rate);
    Pace { bucket: format!("{prefix}/{bucket}"), per_second, burst, at_once: at_once(service, share), answer_ms: ANSWER_MS }
}

/// The service of a prefix; where it has no rates of its own, one that has none either.
fn with_rates_of_its_own(prefix: &str) -> Service {
    let own =
        [Service::CloudTrail, Service::Ec2, Service::Ecr, Service::Eks, Service::Iam, Service::Kms, Service::S3, Service::Sts];
    own.into_iter().find(|service| service.prefix() == prefix).unwrap_or(Service::Account)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ec2_has_a_bucket_for_each_action_and_iam_one_for_all() {
        assert_ne!(bucket(Service::Ec2, "DescribeVpcs").0, bucket(Service::Ec2, "DescribeSubnets").0);
        assert_eq!(bucket(Service::Iam, "GetAccountSummary"), bucket(Service::Iam, "GetAccountPasswordPolicy"));
    }

    #[test]
    fn the_pace_of_an_action_is_the_share_of_its_buckets_rate() {
        let half = Share::percent(50).unwrap_or_default();
        let iam = pace("iam:GetAccountSummary", half);
        assert_eq!((iam.bucket.as_str(), iam.per_second, iam.burst, iam.at_once), ("iam/all", 7.5, 15.0, 3));
        assert_eq!(pace("ec2:DescribeVpcs", Share::WHOLE).bucket, "ec2/DescribeVpcs");
        assert_eq!(pace("lambda:GetPolicy", Share::WHOLE).at_once, 3, "a service that publishes no rate");
    }
}
