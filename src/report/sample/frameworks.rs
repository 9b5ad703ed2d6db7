//! The frameworks of the samples.

use std::sync::Arc;

use super::checks::Check;
use crate::model::{Framework, FrameworkRequirement};

/// A framework with requirements of every kind, for a scan of all checks of the samples.
pub(super) fn benchmark() -> Arc<Framework> {
    let requirement = |id: &str, title: &str, level, checks: &[Check]| FrameworkRequirement {
        id: id.to_owned(),
        title: title.to_owned(),
        section: Some(if id.starts_with('1') { "Identity" } else { "Storage and network" }.to_owned()),
        level: Some(level),
        manual: checks.is_empty(),
        checks: checks.iter().map(|check| check.metadata().id.clone()).collect(),
    };
    Arc::new(Framework {
        id: "cis-aws-5.0".to_owned(),
        title: "CIS Amazon Web Services Foundations Benchmark".to_owned(),
        version: "5.0.0".to_owned(),
        url: "https://www.cisecurity.org/benchmark/amazon_web_services".to_owned(),
        coverage: Some("every requirement is listed; a person has to look at those without a check".to_owned()),
        requirements: vec![
            requirement("1.1", "The account's contacts are up to date", 1, &[]),
            requirement("1.3", "The root user has no access keys", 1, &[Check::RootAccessKeys]),
            requirement("1.13", "Access keys are replaced at least every 90 days", 2, &[Check::KeysRotated]),
            requirement(
                "2.1",
                "Images are scanned before they run, and those who build them learn what was found in time to mend it",
                2,
                &[Check::ScanOnPush],
            ),
            requirement(
                "2.2",
                "Buckets are closed to the public and refuse plain HTTP",
                1,
                &[Check::BucketPublic, Check::BucketTransport],
            ),
            requirement("2.3", "Buckets refuse plain HTTP", 1, &[Check::BucketTransport]),
            requirement("5.2.1", "SSH is closed to the world", 1, &[Check::SshFromWorld]),
        ],
    })
}

/// A user's own framework whose author wants to steer the terminal.
pub(super) fn hostile(name: &str) -> Arc<Framework> {
    let requirement = FrameworkRequirement {
        id: name.to_owned(),
        title: name.to_owned(),
        section: None,
        level: None,
        manual: false,
        checks: vec![Check::BucketPublic.metadata().id.clone(), "aws-s3-bucket-nobody-knows".to_owned()],
    };
    Arc::new(Framework {
        id: name.to_owned(),
        title: name.to_owned(),
        version: name.to_owned(),
        url: name.to_owned(),
        coverage: Some(name.to_owned()),
        requirements: vec![requirement],
    })
}
