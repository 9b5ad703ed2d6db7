//! The web ACLs of AWS WAF, and the load balancers that they watch over. A region has few of them and may have many load balancers, so each
//! is asked for what it watches over.

use std::collections::HashMap;

use aws_sdk_wafv2::types as sdk;
use futures_util::FutureExt;

use super::super::super::errors::gap;
use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use crate::model::resource::elbv2::WebAcl;
use crate::model::{Asset, Gap, Property};

const LIST: &str = "wafv2:ListWebACLs";
const RESOURCES: &str = "wafv2:ListResourcesForWebACL";

/// Web ACLs of a page: "ListWebACLs" in the AWS WAF API reference.
const PAGE: i32 = 100;

/// The facet `web_acl`. Only application load balancers can have one; the others are `null` once the web ACLs are known.
pub(super) async fn of_load_balancers(session: &Session, region: &str, balancers: &[Asset]) -> Vec<Property> {
    let client = session.waf(region);
    let pages = pages(LIST, region, |marker| {
        let request = client.list_web_acls().scope(sdk::Scope::Regional).limit(PAGE).set_next_marker(marker);
        async move {
            request.send().await.map(|answer| {
                // WAF gives a marker with its last page too, which leads to an empty one.
                let next = answer.next_marker.filter(|_| answer.web_acls.as_ref().is_some_and(|acls| !acls.is_empty()));
                Page { items: listed(answer.web_acls), next }
            })
        }
    });
    let pages = Asked { action: LIST, region }.all_listed("WebACLs", pages.await);
    let acls: Vec<String> = pages.items.into_iter().filter_map(|acl| acl.arn).collect();
    let readings = acls.iter().map(|acl| watched_by(session, region, acl).boxed()).collect();
    let mut watched: HashMap<String, &String> = HashMap::new();
    let mut gap = pages.gap;
    for (acl, resources) in acls.iter().zip(several(readings, AT_ONCE).await) {
        match resources {
            Ok(resources) => watched.extend(resources.into_iter().map(|resource| (resource, acl))),
            Err(failure) => gap = gap.or(Some(failure)),
        }
    }
    let of_balancer = |balancer: &Asset| match (watched.get(&balancer.arn), &gap) {
        (Some(acl), _) => Property::from_typed(&WebAcl { arn: (*acl).clone() }),
        (None, Some(gap)) => Property::unknown(gap.clone()),
        (None, None) => Property::Null,
    };
    balancers.iter().map(of_balancer).collect()
}

async fn watched_by(session: &Session, region: &str, acl: &str) -> Result<Vec<String>, Gap> {
    let request = session.waf(region).list_resources_for_web_acl().web_acl_arn(acl);
    let answer = request.resource_type(sdk::ResourceType::ApplicationLoadBalancer).send().await;
    let answer = answer.map_err(|error| gap(RESOURCES, region, &error))?;
    Asked { action: RESOURCES, region }.required("ResourceArns", answer.resource_arns)
}
