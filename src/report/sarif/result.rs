//! A finding as a SARIF result.

use std::collections::BTreeMap;

use serde_json::json;
use serde_sarif::sarif::{
    ArtifactLocation, Location, LogicalLocation, Message, PhysicalLocation, Region, Result, ResultBaselineState, Suppression,
};
use sha2::{Digest, Sha256};

use super::rule::level;
use super::text::{sentence, within};
use crate::model::plain_text::neutralise;
use crate::model::{CheckResult, Mute, Novelty, ResourceReference, ScanReport, hexadecimal};
use crate::report::path_segment::path_segment;

/// Characters of a name that viewers show.
const NAME_LIMIT: usize = 255;

/// What the results of a run have in common.
pub(super) struct Standing<'a> {
    /// The scan.
    pub(super) report: &'a ScanReport,
    /// Whether the user has accepted any of the findings.
    pub(super) any_muted: bool,
}

impl Standing<'_> {
    /// The result of a finding; `rule_index` is its rule's place.
    pub(super) fn result(&self, finding: &CheckResult, rule_index: usize) -> Result {
        let account_id = &self.report.header.account_id;
        let fingerprints = BTreeMap::from([
            ("findingUid/v1".to_owned(), finding.uid(account_id)),
            ("primaryLocationLineHash".to_owned(), fingerprint(&finding.check.id, &finding.resource)),
        ]);
        let said = match finding.gap {
            Some(_) => format!("It was found before and could not be looked at this time: {}", finding.message),
            None => finding.message.clone(),
        };
        let mut result = Result::builder()
            .rule_id(within(&finding.check.id, NAME_LIMIT))
            .rule_index(i64::try_from(rule_index).unwrap_or(-1))
            .level(level(finding.check.severity))
            .message(Message::builder().text(sentence(&said)).build())
            .locations(vec![location(&finding.resource, account_id)])
            .partial_fingerprints(fingerprints)
            .build();
        result.suppressions = self.any_muted.then(|| finding.mute.as_deref().map(suppression).into_iter().collect());
        let novelty = self.report.novelty(finding).or(self.report.is_out_of_sight(finding).then_some(Novelty::Known));
        result.baseline_state = novelty.map(|novelty| json!(baseline_state(novelty)));
        result
    }
}

/// The suppression of a finding that the user has accepted.
fn suppression(mute: &Mute) -> Suppression {
    Suppression::builder().kind(json!("external")).status(json!("accepted")).justification(sentence(&mute.sentence())).build()
}

const fn baseline_state(novelty: Novelty) -> ResultBaselineState {
    match novelty {
        Novelty::New => ResultBaselineState::New,
        Novelty::Known => ResultBaselineState::Unchanged,
    }
}

fn location(resource: &ResourceReference, account_id: &str) -> Location {
    let artifact = ArtifactLocation::builder().uri(uri(resource, account_id)).build();
    // No file, so no lines: viewers need some, and the first is always there.
    let region = Region::builder().start_line(1).start_column(1).end_line(1).end_column(1).build();
    let logical = LogicalLocation::builder()
        .name(within(&neutralise(&resource.name), NAME_LIMIT))
        .fully_qualified_name(resource.arn.as_str())
        .kind("resource")
        .build();
    Location::builder()
        .physical_location(PhysicalLocation::builder().artifact_location(artifact).region(region).build())
        .logical_locations(vec![logical])
        .build()
}

/// `aws/<account>/<region>/<service>/<type>/<id>`, each part percent-encoded.
fn uri(resource: &ResourceReference, account_id: &str) -> String {
    let (provider, kind) = resource.resource_type.split_once('.').unwrap_or(("cloud", &resource.resource_type));
    // The account itself, `aws.account`, is its own service.
    let (service, name) = kind.split_once('.').unwrap_or((kind, kind));
    [provider, account_id, &resource.region, service, name, &resource.id].map(path_segment).join("/")
}

/// The first 32 hexadecimal digits of SHA-256 over the check's id, a line feed and the ARN (where there is none: region, type and
/// id). The account's own ARN stands for the settings of every region, so there the region comes after it. Services recognise a finding by
/// this from scan to scan, whatever its message says.
fn fingerprint(check_id: &str, resource: &ResourceReference) -> String {
    let ResourceReference { resource_type, id, arn, region, .. } = resource;
    let identity = match arn.as_str() {
        "" => format!("{region}\n{resource_type}\n{id}"),
        root if root.ends_with(":root") => format!("{root}\n{region}"),
        arn => arn.to_owned(),
    };
    hexadecimal(&Sha256::digest(format!("{check_id}\n{identity}"))[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_has_a_relative_uri_of_its_own() {
        let resource = |resource_type: &str, id: &str| ResourceReference {
            resource_type: resource_type.to_owned(),
            id: id.to_owned(),
            ..ResourceReference::unlisted(resource_type, "eu-west-1")
        };
        for (resource_type, id, expected) in [
            ("aws.s3.bucket", "my.bucket", "aws/1111/eu-west-1/s3/bucket/my.bucket"),
            ("aws.ecr.repository", "a/b c", "aws/1111/eu-west-1/ecr/repository/a%2Fb%20c"),
            ("aws.account", "1111", "aws/1111/eu-west-1/account/account/1111"),
            ("aws.s3.bucket", "..", "aws/1111/eu-west-1/s3/bucket/_.."),
            ("aws.s3.bucket", "é\n", "aws/1111/eu-west-1/s3/bucket/%C3%A9%0A"),
        ] {
            assert_eq!(uri(&resource(resource_type, id), "1111"), expected);
        }
    }

    #[test]
    fn a_fingerprint_depends_on_the_check_and_the_arn_alone() {
        let resource =
            ResourceReference { arn: "arn:aws:s3:::b".to_owned(), ..ResourceReference::unlisted("aws.s3.bucket", "eu-west-1") };
        let renamed = ResourceReference { name: "other".to_owned(), region: "us-east-1".to_owned(), ..resource.clone() };
        assert_eq!(fingerprint("aws-s3-bucket-not-public", &resource), fingerprint("aws-s3-bucket-not-public", &renamed));
        assert_ne!(fingerprint("aws-s3-bucket-not-public", &resource), fingerprint("aws-s3-bucket-logged", &resource));
        let setting = |region: &str| ResourceReference {
            arn: "arn:aws:iam::111122223333:root".to_owned(),
            region: region.to_owned(),
            ..resource.clone()
        };
        assert_ne!(fingerprint("x", &setting("eu-west-1")), fingerprint("x", &setting("us-east-1")));
    }
}
