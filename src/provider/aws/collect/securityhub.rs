//! Security Hub in a region: whether it is on, what it measures by, and who runs it for the organisation.

use futures_util::FutureExt;

use super::super::errors::{code, gap};
use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::administration::administration;
use super::asset::region_settings;
use super::strict::{Asked, listed};
use super::unserved_facet;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const STANDARDS: &str = "securityhub:GetEnabledStandards";
const PRODUCTS: &str = "securityhub:ListEnabledProductsForImport";

/// Items of a page of any of its lists: "GetEnabledStandards" in the Security Hub API reference.
const PAGE: i32 = 100;
/// Administrators of a page: "ListOrganizationAdminAccounts" there.
const ADMINISTRATORS_PAGE: i32 = 10;

/// What Security Hub answers to an account that has not turned it on, and to one that does not run it for its organisation.
const NOT_SUBSCRIBED: &str = "InvalidAccessException";

/// Security Hub in the region, known without a call.
pub(super) fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    region_settings(session, resource_type, region)
}

/// Reads a facet of a region's settings.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    let reading = match facet.name {
        "hub" => hub(session, region).boxed(),
        "administration" => {
            let (listed, configured) = (administrators(session, region).boxed(), auto_enable(session, region).boxed());
            administration(session, listed, configured).boxed()
        }
        _ => return unserved_facet("aws.securityhub.region_settings", facet, region, assets),
    };
    vec![reading.await.unwrap_or_else(Property::unknown); assets.len()]
}

async fn hub(session: &Session, region: &str) -> Result<Property, Gap> {
    let asked = Asked { action: "securityhub:DescribeHub", region };
    let arn = match session.securityhub(region).describe_hub().send().await {
        Ok(answer) => asked.required("HubArn", answer.hub_arn)?,
        Err(error) if code(&error) == Some(NOT_SUBSCRIBED) => return Ok(Property::Null),
        Err(error) => return Err(gap(asked.action, region, &error)),
    };
    let (standards, integrations) = futures_util::join!(standards(session, region), integrations(session, region));
    Ok(Property::Map([("arn", Property::Text(arn)), ("standards", standards), ("integrations", integrations)].into()))
}

async fn standards(session: &Session, region: &str) -> Property {
    let client = session.securityhub(region);
    let pages = pages(STANDARDS, region, |token| {
        let request = client.get_enabled_standards().max_results(PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: listed(answer.standards_subscriptions), next: answer.next_token })
        }
    })
    .await;
    let pages = Asked { action: STANDARDS, region }.all_listed("StandardsSubscriptions", pages);
    let arns = pages.items.into_iter().map(|standard| standard.standards_arn.unwrap_or_default());
    texts(arns.collect(), pages.gap)
}

async fn integrations(session: &Session, region: &str) -> Property {
    let client = session.securityhub(region);
    let pages = pages(PRODUCTS, region, |token| {
        let request = client.list_enabled_products_for_import().max_results(PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            Ok(Page { items: listed(answer.product_subscriptions), next: answer.next_token })
        }
    })
    .await;
    let pages = Asked { action: PRODUCTS, region }.all_listed("ProductSubscriptions", pages);
    // Its own product is subscribed to from the start.
    texts(pages.items.into_iter().filter(|arn| !arn.ends_with("/aws/securityhub")).collect(), pages.gap)
}

/// The texts that were listed; nothing is known of their number where some could not be.
fn texts(texts: Vec<String>, gap: Option<Gap>) -> Property {
    gap.map_or_else(|| Property::List(texts.into_iter().map(Property::Text).collect()), Property::unknown)
}

/// Only the management account is told.
async fn administrators(session: &Session, region: &str) -> Result<Vec<String>, Gap> {
    let asked = Asked { action: "securityhub:ListOrganizationAdminAccounts", region };
    // A service has one administrator, seldom a second one that is on its way out: one page.
    let answer = session.securityhub(region).list_organization_admin_accounts().max_results(ADMINISTRATORS_PAGE).send().await;
    let answer = answer.map_err(|error| gap(asked.action, region, &error))?;
    let accounts = asked.required("AdminAccounts", answer.admin_accounts)?;
    let enabled = accounts.into_iter().filter(|account| account.status.as_ref().is_some_and(|status| status.as_str() == "ENABLED"));
    Ok(enabled.filter_map(|account| account.account_id).collect())
}

/// Whether accounts that join are taken in, by the hub's own setting or by a central configuration; `None` for an account that is not
/// the administrator.
async fn auto_enable(session: &Session, region: &str) -> Result<Option<bool>, Gap> {
    let asked = Asked { action: "securityhub:DescribeOrganizationConfiguration", region };
    match session.securityhub(region).describe_organization_configuration().send().await {
        Ok(answer) => {
            let central = answer.organization_configuration.and_then(|configuration| configuration.configuration_type);
            let central = central.is_some_and(|kind| kind.as_str() == "CENTRAL");
            Ok(Some(central || asked.required("AutoEnable", answer.auto_enable)?))
        }
        Err(error) if code(&error) == Some(NOT_SUBSCRIBED) => Ok(None),
        Err(error) => Err(gap(asked.action, region, &error)),
    }
}
