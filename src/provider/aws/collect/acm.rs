//! Certificate Manager: one listing tells almost everything; only who logs a certificate publicly costs a call for each.

use std::collections::BTreeMap;

use aws_sdk_acm::types as sdk;
use serde::Serialize;

use super::super::errors::gap_of_listed;
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, asset, for_each, time};
use super::strict::{Asked, listed};
use super::{told, unserved_facet};
use crate::model::resource::acm::Transparency;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// Certificates of a page: "ListCertificates" in the ACM API reference.
const PAGE: i32 = 1000;

const LIST: &str = "acm:ListCertificates";
const DESCRIBE: &str = "acm:DescribeCertificate";

/// Every kind of key: without them only certificates with RSA keys of 1024 and 2048 bits are listed.
const KEYS: [sdk::KeyAlgorithm; 7] = [
    sdk::KeyAlgorithm::Rsa1024,
    sdk::KeyAlgorithm::Rsa2048,
    sdk::KeyAlgorithm::Rsa3072,
    sdk::KeyAlgorithm::Rsa4096,
    sdk::KeyAlgorithm::EcPrime256v1,
    sdk::KeyAlgorithm::EcSecp384r1,
    sdk::KeyAlgorithm::EcSecp521r1,
];

/// The properties of a certificate that its listing gives.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are called what check authors write")]
struct Certificate {
    domain_name: Option<String>,
    certificate_type: Option<String>,
    status: Option<String>,
    key_algorithm: String,
    in_use: bool,
    expires_at: Option<String>,
    renewal_eligibility: Option<String>,
}

/// ListCertificates.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.acm(region);
    let pages = pages(LIST, region, |token| {
        let filters = sdk::Filters::builder().set_key_types(Some(KEYS.to_vec())).build();
        let request = client.list_certificates().includes(filters).max_items(PAGE).set_next_token(token);
        async move {
            request.send().await.map(|answer| Page { items: listed(answer.certificate_summary_list), next: answer.next_token })
        }
    });
    let asked = Asked { action: LIST, region };
    let pages = asked.all_listed("CertificateSummaryList", pages.await);
    let (assets, nameless): (Vec<_>, Vec<_>) = pages
        .items
        .into_iter()
        .map(|certificate| of_certificate(resource_type, asked, certificate))
        .partition(|asset| !asset.arn.is_empty());
    let lacking = asked.lacking("CertificateArn", nameless.len());
    Listing { assets, gaps: lacking.into_iter().chain(pages.gap).collect(), ..Listing::default() }
}

fn of_certificate(resource_type: &'static ResourceType, asked: Asked<'_>, certificate: sdk::CertificateSummary) -> Asset {
    let keyless = asked.required("KeyAlgorithm", certificate.key_algorithm.as_ref().map(|_| ())).err();
    let unused = asked.required("InUse", certificate.in_use.map(|_| ())).err();
    let untyped = asked.required("Type", certificate.r#type.as_ref().map(|_| ())).err();
    let properties = Certificate {
        domain_name: certificate.domain_name.clone(),
        certificate_type: certificate.r#type.map(|kind| kind.as_str().to_owned()),
        status: certificate.status.map(|status| status.as_str().to_owned()),
        // The service has been seen to write `RSA-2048` for what its reference calls `RSA_2048`.
        key_algorithm: certificate.key_algorithm.map(|key| key.as_str().replace('-', "_")).unwrap_or_default(),
        in_use: certificate.in_use.unwrap_or_default(),
        expires_at: time(certificate.not_after.as_ref()),
        renewal_eligibility: certificate.renewal_eligibility.map(|eligibility| eligibility.as_str().to_owned()),
    };
    let arn = certificate.certificate_arn.unwrap_or_default();
    let id = arn.rsplit('/').next().unwrap_or_default().to_owned();
    let name = certificate.domain_name.unwrap_or_else(|| id.clone());
    let identity = Identity { id, arn, name, region: asked.region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &properties);
    for (name, gap) in [("key_algorithm", keyless), ("in_use", unused), ("certificate_type", untyped)] {
        if let Some(gap) = gap {
            asset.properties.insert(name, Property::unknown(gap));
        }
    }
    asset
}

/// Reads a facet of certificates.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "transparency" => for_each(assets, |certificate| transparency(session, region, certificate)).await,
        _ => unserved_facet("aws.acm.certificate", facet, region, assets),
    }
}

/// DescribeCertificate; without a call for imported and private certificates, which ACM writes nowhere.
async fn transparency(session: &Session, region: &str, certificate: &Asset) -> Result<Property, Gap> {
    if ["IMPORTED", "PRIVATE"].iter().any(|kind| told::is_text(certificate, "certificate_type", kind)) {
        return Ok(Property::from_typed(&Transparency { logged: false }));
    }
    let answer = session.acm(region).describe_certificate().certificate_arn(&certificate.arn).send().await;
    let answer = answer.map_err(|error| gap_of_listed(DESCRIBE, region, &error))?;
    let asked = Asked { action: DESCRIBE, region };
    let certificate = asked.required("Certificate", answer.certificate)?;
    #[expect(deprecated, reason = "certificates made while one could opt out still tell that they did")]
    let preference = certificate.options.and_then(|options| options.certificate_transparency_logging_preference);
    // "CertificateOptions" in the ACM API reference: since June 2026 every public certificate is logged, and none has to say so.
    let logged = preference.is_none_or(|preference| preference.as_str() == "ENABLED");
    Ok(Property::from_typed(&Transparency { logged }))
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, json};
    use super::super::tests::{asset, resource_type};
    use super::*;

    async fn logged(kind: &str, described: &str) -> (Property, usize) {
        let service = Scripted::new(vec![json(200, described)]);
        let mut certificate = asset("aws.acm.certificate");
        certificate.properties.insert("certificate_type", Property::Text(kind.to_owned()));
        let facet = resource_type("aws.acm.certificate").facet("transparency").expect("a facet");
        let found = read_facet(&service.session(), facet, "eu-west-1", &[certificate]).await.remove(0);
        (found.at("logged").cloned().unwrap_or(found), service.requests().len())
    }

    #[tokio::test]
    async fn a_public_certificate_is_logged_unless_it_says_otherwise() {
        let options = |preference: &str| format!(r#"{{"Certificate":{{"Options":{{{preference}}}}}}}"#);
        let table = [
            (options(r#""CertificateTransparencyLoggingPreference":"ENABLED""#), true),
            (options(r#""CertificateTransparencyLoggingPreference":"DISABLED""#), false),
            (options(r#""Export":"DISABLED""#), true),
            (r#"{"Certificate":{}}"#.to_owned(), true),
        ];
        for (described, expected) in table {
            assert_eq!(logged("AMAZON_ISSUED", &described).await, (Property::Bool(expected), 1), "{described}");
        }
        assert!(logged("AMAZON_ISSUED", "{}").await.0.first_gap().is_some());
    }

    #[tokio::test]
    async fn imported_and_private_certificates_are_not_asked() {
        for kind in ["IMPORTED", "PRIVATE"] {
            assert_eq!(logged(kind, "{}").await, (Property::Bool(false), 0), "{kind}");
        }
    }
}
