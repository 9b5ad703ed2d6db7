//! The TLS certificates that IAM keeps.

use std::collections::BTreeMap;

use aws_sdk_iam::types::ServerCertificateMetadata;
use serde_json::json;

use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::{Identity, asset, time};
use super::{PAGE, Place};
use crate::model::Asset;
use crate::provider::Listing;

const ACTION: &str = "iam:ListServerCertificates";

pub(super) async fn list(session: &Session, place: Place<'_>) -> Listing {
    let fetch = |marker| {
        let request = session.iam(place.region).list_server_certificates().max_items(PAGE).set_marker(marker);
        async move {
            let answer = request.send().await?;
            let next = answer.marker.filter(|_| answer.is_truncated);
            Ok(Page { items: answer.server_certificate_metadata_list, next })
        }
    };
    let pages = pages(ACTION, place.region, fetch).await;
    let assets = pages.items.iter().map(|certificate| of(place, certificate)).collect();
    Listing { assets, gaps: pages.gap.into_iter().collect(), ..Listing::default() }
}

fn of(place: Place<'_>, certificate: &ServerCertificateMetadata) -> Asset {
    let properties = json!({
        "name": certificate.server_certificate_name,
        "path": certificate.path,
        "uploaded_at": time(certificate.upload_date()),
        "expires_at": time(certificate.expiration()),
    });
    let identity = Identity {
        id: certificate.server_certificate_id.clone(),
        arn: certificate.arn.clone(),
        name: certificate.server_certificate_name.clone(),
        region: place.region,
        tags: BTreeMap::new(),
    };
    asset(place.resource_type, identity, &properties)
}
