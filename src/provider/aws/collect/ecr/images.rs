//! The newest image of a repository and what its scan found; older images are not asked about.

use aws_sdk_ecr::types as sdk;
use aws_sdk_ecr::types::FindingSeverity as Severity;

use super::super::super::errors::{code, gap_of_listed};
use super::super::super::pages::{Page, pages_of_listed};
use super::super::super::session::Session;
use super::super::asset::time;
use super::super::strict::{Asked, listed};
use crate::model::resource::ecr::{LatestImage, Vulnerabilities};
use crate::model::{Gap, Property};

const IMAGES: &str = "ecr:DescribeImages";
const FINDINGS: &str = "ecr:DescribeImageScanFindings";

/// Images of a page: "DescribeImages" in the ECR API reference.
const PAGE: i32 = 1000;

/// Kinds of artifacts that are container images ("Scan images for software vulnerabilities" in the ECR user guide); indexes of images,
/// charts and signatures are not.
const IMAGE_KINDS: &[&str] = &[
    "application/vnd.docker.container.image.v1+json",
    "application/vnd.docker.image.rootfs.diff.tar",
    "application/vnd.docker.image.rootfs.diff.tar.gzip",
    "application/vnd.oci.image.config.v1+json",
    "application/vnd.oci.image.layer.v1.tar",
    "application/vnd.oci.image.layer.v1.tar+gzip",
];

/// Scans that have an answer: one that was made, and one that is renewed all the time.
const SCANNED: &[&str] = &["COMPLETE", "ACTIVE"];

/// DescribeImages, and DescribeImageScanFindings for the image that was pushed last.
pub(super) async fn latest(session: &Session, region: &str, repository: &str) -> Result<Property, Gap> {
    let client = session.ecr(region);
    let pages = pages_of_listed(IMAGES, region, |token| {
        let request = client.describe_images().repository_name(repository).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.image_details), next: answer.next_token }) }
    })
    .await;
    let asked = Asked { action: IMAGES, region };
    let pages = asked.all_listed("imageDetails", pages);
    // A page that is missing may hold a newer one.
    if let Some(gap) = pages.gap {
        return Err(gap);
    }
    match newest(asked, pages.items)? {
        Some(image) => described(session, region, repository, image).await.map(|image| Property::from_typed(&image)),
        None => Ok(Property::Null),
    }
}

fn newest(asked: Asked<'_>, images: Vec<sdk::ImageDetail>) -> Result<Option<sdk::ImageDetail>, Gap> {
    let images: Vec<_> = images.into_iter().filter(is_image).collect();
    if images.iter().any(|image| image.image_pushed_at.is_none()) {
        return Err(asked.malformed("the answer lacks imagePushedAt"));
    }
    Ok(images.into_iter().max_by_key(|image| image.image_pushed_at))
}

fn is_image(image: &sdk::ImageDetail) -> bool {
    let is_signature =
        image.image_tags().iter().any(|tag| tag.strip_prefix("sha256-").is_some_and(|rest| rest.strip_suffix(".sig").is_some()));
    !is_signature && image.artifact_media_type().is_some_and(|kind| IMAGE_KINDS.contains(&kind))
}

async fn described(session: &Session, region: &str, repository: &str, image: sdk::ImageDetail) -> Result<LatestImage, Gap> {
    let asked = Asked { action: IMAGES, region };
    let digest = asked.required("imageDigest", image.image_digest)?;
    let id = sdk::ImageIdentifier::builder().image_digest(&digest).build();
    let request = session.ecr(region).describe_image_scan_findings().repository_name(repository).image_id(id);
    // The numbers by severity come with every page, so the smallest will do.
    let (status, vulnerabilities) = match request.max_results(1).send().await {
        Ok(answer) => {
            let asked = Asked { action: FINDINGS, region };
            let status = asked.required("imageScanStatus", answer.image_scan_status.and_then(|status| status.status))?;
            (Some(status.as_str().to_owned()), answer.image_scan_findings)
        }
        Err(error) if code(&error) == Some("ScanNotFoundException") => (None, None),
        Err(error) => return Err(gap_of_listed(FINDINGS, region, &error)),
    };
    let vulnerabilities = if status.as_deref().is_some_and(|status| SCANNED.contains(&status)) {
        counted(Asked { action: FINDINGS, region }.required("imageScanFindings", vulnerabilities)?)
    } else {
        Vulnerabilities::default()
    };
    Ok(LatestImage {
        digest,
        tags: image.image_tags.unwrap_or_default(),
        pushed_at: time(image.image_pushed_at.as_ref()).unwrap_or_default(),
        scan_status: status,
        vulnerabilities,
    })
}

/// A severity without a number has no vulnerability.
fn counted(findings: sdk::ImageScanFindings) -> Vulnerabilities {
    let counts = findings.finding_severity_counts.unwrap_or_default();
    let count = |severity: Severity| counts.get(&severity).copied().map_or(0, i64::from);
    Vulnerabilities {
        critical: count(Severity::Critical),
        high: count(Severity::High),
        medium: count(Severity::Medium),
        low: count(Severity::Low),
        informational: count(Severity::Informational),
        undefined: count(Severity::Undefined),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Scripted, json};
    use super::*;

    const IMAGE: &str = r#""artifactMediaType":"application/vnd.oci.image.config.v1+json""#;

    async fn read(findings: (u16, &str)) -> Result<Property, Gap> {
        let images = format!(
            r#"{{"imageDetails":[
            {{"imageDigest":"sha256:old","imagePushedAt":1700000000,{IMAGE}}},
            {{"imageDigest":"sha256:new","imagePushedAt":1750000000,"imageTags":["v2"],{IMAGE}}},
            {{"imageDigest":"sha256:signature","imagePushedAt":1760000000,"imageTags":["sha256-new.sig"],{IMAGE}}},
            {{"imageDigest":"sha256:index","imagePushedAt":1770000000}}]}}"#
        );
        let service = Scripted::new(vec![json(200, &images), json(findings.0, findings.1)]);
        latest(&service.session(), "eu-west-1", "web").await
    }

    #[tokio::test]
    async fn the_newest_image_counts_and_neither_indexes_nor_signatures_are_images() {
        let body = r#"{"imageScanStatus":{"status":"COMPLETE"},"imageScanFindings":{"findingSeverityCounts":{"HIGH":2,"LOW":5}}}"#;
        let image = read((200, body)).await.expect("an image");
        assert_eq!(image.at("digest"), Some(&Property::Text("sha256:new".to_owned())));
        let found = Vulnerabilities { high: 2, low: 5, ..Vulnerabilities::default() };
        assert_eq!(image.at("vulnerabilities"), Some(&Property::from_typed(&found)));
    }

    #[tokio::test]
    async fn an_image_that_was_never_scanned_has_no_status() {
        let image = read((400, r#"{"__type":"ScanNotFoundException","message":"none"}"#)).await.expect("an image");
        assert_eq!(image.at("scan_status"), Some(&Property::Null));
    }

    #[tokio::test]
    async fn a_finished_scan_without_its_findings_is_unknown() {
        let gap = read((200, r#"{"imageScanStatus":{"status":"COMPLETE"}}"#)).await.expect_err("nothing was said of findings");
        assert_eq!(gap.detail, "the answer lacks imageScanFindings");
    }
}
