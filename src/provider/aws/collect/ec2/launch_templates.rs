//! Launch templates and their versions.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_ec2::types as sdk;
use futures_util::FutureExt;
use serde::Serialize;

use super::super::super::pages::{Page, Pages, pages, pages_of_listed};
use super::super::super::secrets;
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several, time};
use super::super::strict::{Asked, listed};
use super::{PAGE, Place};
use crate::model::resource::ec2::compute::TemplateMetadataOptions;
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

/// The largest page of launch templates and of their versions.
const TEMPLATES_PAGE: i32 = 200;
/// Values of one filter, the most that the EC2 API takes.
const FILTER_VALUES: usize = 200;

const VERSIONS: &str = "ec2:DescribeLaunchTemplateVersions";
const INTERFACES: &str = "ec2:DescribeNetworkInterfaces";

/// The properties of a launch template that its listing gives.
#[derive(Serialize)]
struct ListedTemplate {
    name: String,
    default_version: i64,
    latest_version: i64,
    created_at: Option<String>,
}

/// DescribeLaunchTemplates.
pub(super) async fn list(place: &Place<'_>) -> Listing {
    let client = place.session.ec2(place.region);
    let pages = pages("ec2:DescribeLaunchTemplates", place.region, |token| {
        let request = client.describe_launch_templates().max_results(TEMPLATES_PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.launch_templates), next: answer.next_token }) }
    });
    place.listing("launchTemplates", pages.await, |place, template| {
        let id = template.launch_template_id.unwrap_or_default();
        let name = template.launch_template_name.unwrap_or_else(|| id.clone());
        let properties = ListedTemplate {
            name: name.clone(),
            default_version: template.default_version_number.unwrap_or_default(),
            latest_version: template.latest_version_number.unwrap_or_default(),
            created_at: time(template.create_time.as_ref()),
        };
        let arn = super::arn(place.session, "ec2", place.region, &format!("launch-template/{id}"));
        place.named(arn, id, name, template.tags, &properties)
    })
}

/// The versions of each template, and the addresses of the interfaces that they attach.
pub(super) async fn versions(session: &Session, region: &str, templates: &[Asset]) -> Vec<Property> {
    let readings = templates.iter().map(|template| of_template(session, region, &template.id).boxed()).collect();
    let read: Vec<Pages<sdk::LaunchTemplateVersion>> = several(readings, AT_ONCE).await;
    let named = read.iter().flat_map(|pages| &pages.items).flat_map(attached).collect();
    let addresses = Addresses::of(session, region, named).await;
    read.into_iter().map(|pages| property(pages, &addresses, region)).collect()
}

/// DescribeLaunchTemplateVersions of one template.
async fn of_template(session: &Session, region: &str, id: &str) -> Pages<sdk::LaunchTemplateVersion> {
    let client = session.ec2(region);
    let pages = pages_of_listed(VERSIONS, region, |token| {
        let request = client.describe_launch_template_versions().launch_template_id(id).max_results(TEMPLATES_PAGE);
        let request = request.set_next_token(token);
        async move {
            request.send().await.map(|answer| Page { items: listed(answer.launch_template_versions), next: answer.next_token })
        }
    });
    Asked { action: VERSIONS, region }.all_listed("launchTemplateVersionSet", pages.await)
}

/// The versions that could be read stay beside the gap of those that could not: one of them may decide.
fn property(pages: Pages<sdk::LaunchTemplateVersion>, addresses: &Addresses, region: &str) -> Property {
    let gap = pages.gap.map(Property::unknown);
    match gap {
        Some(gap) if pages.items.is_empty() => gap,
        gap => Property::List(pages.items.into_iter().map(|read| version(read, addresses, region)).chain(gap).collect()),
    }
}

fn version(version: sdk::LaunchTemplateVersion, addresses: &Addresses, region: &str) -> Property {
    let asked = Asked { action: VERSIONS, region };
    let attached_public_ips = addresses.of_interfaces(attached(&version));
    let is_default = version.default_version.unwrap_or_default();
    let number = version.version_number.unwrap_or_default();
    let Some(data) = version.launch_template_data else {
        return Property::unknown(asked.malformed("the answer lacks launchTemplateData"));
    };
    let assigns_public_ip =
        data.network_interfaces.iter().flatten().any(|interface| interface.associate_public_ip_address == Some(true));
    let metadata_options = data.metadata_options.map(|options| TemplateMetadataOptions {
        http_endpoint: options.http_endpoint.map(|state| state.as_str().to_owned()),
        http_tokens: options.http_tokens.map(|state| state.as_str().to_owned()),
    });
    let parts = [
        ("number", Property::Integer(number)),
        ("is_default", Property::Bool(is_default)),
        ("metadata_options", Property::from_typed(&metadata_options)),
        ("assigns_public_ip", Property::Bool(assigns_public_ip)),
        ("attached_public_ips", attached_public_ips),
        ("user_data", secrets::of_user_data(asked, data.user_data.as_deref())),
    ];
    Property::Map(parts.into())
}

/// The interfaces that a version attaches instead of making new ones.
fn attached(version: &sdk::LaunchTemplateVersion) -> impl Iterator<Item = &str> {
    let interfaces = version.launch_template_data().map(sdk::ResponseLaunchTemplateData::network_interfaces).unwrap_or_default();
    interfaces.iter().filter_map(sdk::LaunchTemplateInstanceNetworkInterfaceSpecification::network_interface_id)
}

/// The public addresses of interfaces.
#[derive(Default)]
struct Addresses {
    by_interface: BTreeMap<String, Vec<Property>>,
    gap: Option<Gap>,
}

impl Addresses {
    /// DescribeNetworkInterfaces of those that templates name, which are few or none.
    async fn of(session: &Session, region: &str, named: BTreeSet<&str>) -> Self {
        let asked = Asked { action: INTERFACES, region };
        let named: Vec<&str> = named.into_iter().collect();
        let mut addresses = Self::default();
        for batch in named.chunks(FILTER_VALUES) {
            let values: Vec<String> = batch.iter().map(|id| (*id).to_owned()).collect();
            let filter = sdk::Filter::builder().name("network-interface-id").set_values(Some(values)).build();
            let client = session.ec2(region);
            let pages = pages(INTERFACES, region, |token| {
                let request = client.describe_network_interfaces().filters(filter.clone()).max_results(PAGE).set_next_token(token);
                async move {
                    request.send().await.map(|answer| Page { items: listed(answer.network_interfaces), next: answer.next_token })
                }
            });
            let pages = asked.all_listed("networkInterfaceSet", pages.await);
            for interface in pages.items {
                let public = interface.private_ip_addresses().iter().filter_map(|address| address.association()?.public_ip());
                let public = public.chain(interface.association().and_then(|association| association.public_ip()));
                let public: BTreeSet<String> = public.map(str::to_owned).collect();
                let public = public.into_iter().map(Property::Text).collect();
                addresses.by_interface.insert(interface.network_interface_id.unwrap_or_default(), public);
            }
            addresses.gap = addresses.gap.or(pages.gap);
        }
        addresses
    }

    /// The addresses of these; an interface that is there no more has none.
    fn of_interfaces<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Property {
        let addresses = ids.flat_map(|id| match (self.by_interface.get(id), &self.gap) {
            (Some(addresses), _) => addresses.clone(),
            (None, Some(gap)) => vec![Property::unknown(gap.clone())],
            (None, None) => Vec::new(),
        });
        Property::List(addresses.collect())
    }
}

#[cfg(test)]
mod tests;
