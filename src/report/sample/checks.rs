//! The checks of the samples: one of every severity, two of one.

use std::sync::Arc;

use crate::model::{CheckMetadata, Remediation, Requirement, Severity};

/// A check of the samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Check {
    RootAccessKeys,
    BucketPublic,
    SshFromWorld,
    BucketTransport,
    KeysRotated,
    ScanOnPush,
}

impl Check {
    pub(super) const ALL: [Self; 6] =
        [Self::RootAccessKeys, Self::BucketPublic, Self::SshFromWorld, Self::BucketTransport, Self::KeysRotated, Self::ScanOnPush];

    pub(super) fn message(self, name: &str) -> String {
        match self {
            Self::RootAccessKeys => format!("Root user of account {name} has access keys"),
            Self::BucketPublic => format!("Bucket {name} is public by its policy"),
            Self::SshFromWorld => format!("Security group {name} lets 0.0.0.0/0 reach port 22"),
            Self::BucketTransport => format!("Bucket {name} accepts requests without TLS"),
            Self::KeysRotated => format!("User {name} has an access key of 412 days"),
            Self::ScanOnPush => format!("Repository {name} does not scan images on push"),
        }
    }

    pub(super) fn metadata(self) -> Arc<CheckMetadata> {
        let (id, title, severity, resource) = match self {
            Self::RootAccessKeys => {
                ("aws-iam-root-no-access-keys", "Root user has no access keys", Severity::Critical, "aws.account")
            }
            Self::BucketPublic => {
                ("aws-s3-bucket-not-public", "S3 bucket is not public by policy or ACL", Severity::Critical, "aws.s3.bucket")
            }
            Self::SshFromWorld => (
                "aws-ec2-security-group-no-ssh-from-world",
                "Security group does not open SSH (22) to the world",
                Severity::High,
                "aws.ec2.security_group",
            ),
            Self::BucketTransport => (
                "aws-s3-bucket-denies-plaintext-transport",
                "S3 bucket denies plaintext transport",
                Severity::Medium,
                "aws.s3.bucket",
            ),
            Self::KeysRotated => {
                ("aws-iam-access-keys-rotated", "Access keys are rotated within 90 days", Severity::Low, "aws.iam.user")
            }
            Self::ScanOnPush => (
                "aws-ecr-repository-scans-on-push",
                "ECR repository scans images on push",
                Severity::Informational,
                "aws.ecr.repository",
            ),
        };
        Arc::new(CheckMetadata {
            id: id.to_owned(),
            title: title.to_owned(),
            severity,
            service: id.split('-').nth(1).unwrap_or_default().to_owned(),
            resource: resource.to_owned(),
            risk: "Whoever finds it can use it. It is found within hours, because scanners look for it all day.".to_owned(),
            remediation: self.remediation(),
            categories: vec!["exposure".to_owned()],
            aliases: vec![format!("{}_alias", id.replace('-', "_")), "X.1".to_owned()],
            requirements: self.requirements(),
            logic: String::new(),
        })
    }

    fn remediation(self) -> Remediation {
        let full = !matches!(self, Self::RootAccessKeys | Self::ScanOnPush);
        Remediation {
            text: "Close it. Then look through the logs for whoever came before you.".to_owned(),
            cli: full.then(|| "aws example close --id RESOURCE_ID\naws example verify --id RESOURCE_ID".to_owned()),
            terraform: full.then(|| "resource \"example\" \"this\" {\n  open = false # not ``` true\n}\n".to_owned()),
            url: Some("https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html".to_owned()),
        }
    }

    fn requirements(self) -> Vec<Requirement> {
        if self == Self::ScanOnPush {
            return Vec::new();
        }
        [("cis-aws-3.0", "2.1.4"), ("cis-aws-5.0", "2.1.4")]
            .map(|(framework, requirement)| Requirement {
                framework: framework.to_owned(),
                requirement: requirement.to_owned(),
                title: "What must not be open is closed".to_owned(),
            })
            .into()
    }
}
