//! Which API calls AWS puts on the bill, and what they come to.
//!
//! Nearly everything that a scan calls is free. The exceptions stand here with their list prices, as of [`PRICES_AS_OF`]; what a
//! contract, a discount or a region's own price makes of them nobody can know here.

use super::forecast::ActionForecast;

/// The month of the list prices.
pub const PRICES_AS_OF: &str = "2025-06";

/// A kind of request that is billed.
#[derive(Debug, PartialEq, Eq)]
pub struct Tariff {
    /// What is billed, in words.
    pub name: &'static str,
    /// The service of its actions, as they begin.
    service: &'static str,
    /// The actions; none for all of the service.
    actions: &'static [&'static str],
    /// The list price of a call in US East (N. Virginia), in billionths of a US dollar.
    pub nano_dollars: u64,
    /// The calls that each account may make for nothing in a month.
    pub free_calls: u64,
    /// The page that says so.
    pub page: &'static str,
}

/// Every kind of request that is billed, of the services that scans call; the first that fits an action counts.
///
/// Free according to the services' own pricing pages, and therefore not here: EC2, IAM, STS, Organizations, Lambda, RDS, EKS, ECR,
/// CloudTrail (LookupEvents too), Config's Describe calls, CloudWatch's alarms and the descriptions of CloudWatch Logs, DynamoDB's
/// control plane, the management calls of API Gateway, CloudFront and EFS, Glacier's lists, and the calls of the security services.
pub const TARIFFS: &[Tariff] = &[
    Tariff {
        name: "S3 LIST requests",
        service: "s3:",
        actions: &["s3:ListAllMyBuckets", "s3:ListAccessPoints", "s3:ListMultiRegionAccessPoints"],
        nano_dollars: 5_000,
        free_calls: 0,
        page: "https://aws.amazon.com/s3/pricing/",
    },
    Tariff {
        name: "S3 GET requests",
        service: "s3:",
        actions: &[],
        nano_dollars: 400,
        free_calls: 0,
        page: "https://aws.amazon.com/s3/pricing/",
    },
    Tariff {
        name: "KMS requests",
        service: "kms:",
        actions: &[],
        nano_dollars: 3_000,
        free_calls: 20_000,
        page: "https://aws.amazon.com/kms/pricing/",
    },
    Tariff {
        name: "Secrets Manager API calls",
        service: "secretsmanager:",
        actions: &[],
        nano_dollars: 5_000,
        free_calls: 0,
        page: "https://aws.amazon.com/secrets-manager/pricing/",
    },
    Tariff {
        name: "SNS requests",
        service: "sns:",
        actions: &[],
        nano_dollars: 500,
        free_calls: 1_000_000,
        page: "https://aws.amazon.com/sns/pricing/",
    },
    Tariff {
        name: "SQS requests",
        service: "sqs:",
        actions: &[],
        nano_dollars: 400,
        free_calls: 1_000_000,
        page: "https://aws.amazon.com/sqs/pricing/",
    },
];

impl Tariff {
    fn covers(&self, action: &str) -> bool {
        action.starts_with(self.service) && (self.actions.is_empty() || self.actions.contains(&action))
    }
}

/// What is billed of a scan under one tariff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// The tariff.
    pub tariff: &'static Tariff,
    /// The actions that fall under it, by name.
    pub actions: Vec<&'static str>,
    /// The calls.
    pub calls: u64,
}

impl Charge {
    /// The list price of the calls as though the month's free ones were used up, in billionths of a US dollar.
    #[must_use]
    pub const fn nano_dollars(&self) -> u64 {
        self.calls.saturating_mul(self.tariff.nano_dollars)
    }
}

/// What is billed of a scan, in the order of [`TARIFFS`]; tariffs under which no action falls are left out.
#[must_use]
pub fn charges(forecast: &[ActionForecast]) -> Vec<Charge> {
    let mut charges: Vec<Charge> = TARIFFS.iter().map(|tariff| Charge { tariff, actions: Vec::new(), calls: 0 }).collect();
    for one in forecast {
        if let Some(charge) = charges.iter_mut().find(|charge| charge.tariff.covers(one.action)) {
            charge.actions.push(one.action);
            charge.calls = charge.calls.saturating_add(one.calls);
        }
    }
    charges.retain(|charge| !charge.actions.is_empty());
    charges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::AWS;

    fn forecast(actions: &[(&'static str, u64)]) -> Vec<ActionForecast> {
        actions.iter().map(|(action, calls)| ActionForecast { action, calls: *calls }).collect()
    }

    #[test]
    fn lists_cost_more_than_gets_and_most_calls_nothing() {
        let calls = [("ec2:DescribeVpcs", 9), ("kms:ListKeys", 1), ("s3:GetBucketAcl", 1_000), ("s3:ListAllMyBuckets", 1)];
        let charges = charges(&forecast(&calls));
        let told: Vec<(&str, u64, u64)> =
            charges.iter().map(|charge| (charge.tariff.name, charge.calls, charge.nano_dollars())).collect();
        assert_eq!(told, [("S3 LIST requests", 1, 5_000), ("S3 GET requests", 1_000, 400_000), ("KMS requests", 1, 3_000)]);
    }

    #[test]
    fn an_action_without_calls_is_named_all_the_same() {
        let charges = charges(&forecast(&[("secretsmanager:ListSecrets", 0)]));
        assert_eq!((charges[0].actions.as_slice(), charges[0].nano_dollars()), (["secretsmanager:ListSecrets"].as_slice(), 0));
    }

    #[test]
    fn every_tariff_covers_something_that_a_scan_may_call() {
        let facets = AWS.iter().flat_map(|one| one.facets).flat_map(|facet| facet.actions);
        let actions: Vec<&str> = AWS.iter().flat_map(|one| one.list_actions).chain(facets).copied().collect();
        for tariff in TARIFFS {
            assert!(actions.iter().any(|action| tariff.covers(action)), "{}", tariff.name);
            assert!(tariff.actions.iter().all(|action| actions.contains(action)), "{}", tariff.name);
        }
    }
}
