//! The parameters by which databases demand encrypted connections: each parameter group is read once per scan, these parameters only.

use aws_sdk_rds::types as sdk;
use futures_util::FutureExt;

use super::super::super::pages::{Page, Pages, pages};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, for_each, several};
use super::super::strict::{Asked, listed};
use super::super::told;
use super::PAGE;
use crate::model::resource::Facet;
use crate::model::resource::rds::Parameter;
use crate::model::{Asset, Gap, Property};

const OF_INSTANCES: &str = "rds:DescribeDBParameters";
const OF_CLUSTERS: &str = "rds:DescribeDBClusterParameters";

/// PostgreSQL's and SQL Server's, and that of MySQL and MariaDB.
const NAMES: [&str; 2] = ["rds.force_ssl", "require_secure_transport"];

/// The facet `parameters`, of instances or of clusters.
pub(super) async fn read(session: &Session, region: &str, facet: &'static Facet, assets: &[Asset]) -> Vec<Property> {
    if facet.actions.contains(&OF_CLUSTERS) {
        for_each(assets, |cluster| of_cluster(session, region, cluster)).await
    } else {
        for_each(assets, |instance| of_instance(session, region, instance)).await
    }
}

async fn of_instance(session: &Session, region: &str, instance: &Asset) -> Result<Property, Gap> {
    let groups = told::texts(instance, "parameter_groups", OF_INSTANCES)?;
    let readings = groups.into_iter().map(|group| group_of_instances(session, region, group).boxed()).collect();
    Ok(Property::List(several(readings, AT_ONCE).await.concat()))
}

async fn of_cluster(session: &Session, region: &str, cluster: &Asset) -> Result<Property, Gap> {
    let group = told::text(cluster, "parameter_group", OF_CLUSTERS)?;
    let group = Asked { action: "rds:DescribeDBClusters", region }.required("DBClusterParameterGroup", group)?;
    let reading = async move {
        let client = session.rds(region);
        let pages = pages(OF_CLUSTERS, region, |marker| {
            let request = client.describe_db_cluster_parameters().db_cluster_parameter_group_name(group);
            let request = request.filters(by_name()).max_records(PAGE).set_marker(marker);
            async move { request.send().await.map(|answer| Page { items: listed(answer.parameters), next: answer.marker }) }
        });
        values(Asked { action: OF_CLUSTERS, region }.all_listed("Parameters", pages.await))
    };
    let parameters = session.memo().read(("rds_cluster_parameters", format!("{region} {group}")), reading.boxed()).await;
    Ok(Property::List(parameters.to_vec()))
}

async fn group_of_instances(session: &Session, region: &str, group: &str) -> Vec<Property> {
    let reading = async move {
        let client = session.rds(region);
        let pages = pages(OF_INSTANCES, region, |marker| {
            let request = client.describe_db_parameters().db_parameter_group_name(group);
            let request = request.filters(by_name()).max_records(PAGE).set_marker(marker);
            async move { request.send().await.map(|answer| Page { items: listed(answer.parameters), next: answer.marker }) }
        });
        values(Asked { action: OF_INSTANCES, region }.all_listed("Parameters", pages.await))
    };
    session.memo().read(("rds_parameters", format!("{region} {group}")), reading.boxed()).await.to_vec()
}

fn by_name() -> sdk::Filter {
    let names = NAMES.map(str::to_owned).to_vec();
    sdk::Filter::builder().name("parameter-name").set_values(Some(names)).build()
}

/// The parameters that count, and an unknown one where some could not be read.
fn values(pages: Pages<sdk::Parameter>) -> Vec<Property> {
    let parameters = pages.items.into_iter().filter_map(|parameter| {
        let name = parameter.parameter_name.filter(|name| NAMES.contains(&name.as_str()))?;
        Some(Property::from_typed(&Parameter { name, value: parameter.parameter_value }))
    });
    parameters.chain(pages.gap.map(Property::unknown)).collect()
}
