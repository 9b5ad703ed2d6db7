//! CloudWatch: alarms, log groups, who may write to or read them, and the metric filters that watch what trails write.

mod metric_filters;
mod resource_policies;

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::pages::{Page, pages};
use super::super::session::Session;
use super::asset::{Identity, arn, asset};
use super::strict::{Asked, listed};
use super::{unserved, unserved_facet};
use crate::model::resource::cloudwatch::Alarm;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

pub(super) use metric_filters::of_trails as trail_metric_filters;

/// Alarms of a page: "DescribeAlarms" in the CloudWatch API reference.
const ALARMS_PAGE: i32 = 100;
/// Log groups, filters and policies of a page: "DescribeLogGroups" in the CloudWatch Logs API reference.
const LOGS_PAGE: i32 = 50;

const ALARMS: &str = "cloudwatch:DescribeAlarms";
const LOG_GROUPS: &str = "logs:DescribeLogGroups";

/// The properties of a log group that its listing gives.
#[derive(Serialize)]
struct LogGroup {
    name: String,
    retention_days: Option<i64>,
    kms_key: Option<String>,
    class: Option<String>,
}

/// Lists a type of the service.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    match resource_type.name {
        "aws.cloudwatch.alarm" => alarms(session, resource_type, region).await,
        "aws.cloudwatch.log_group" => log_groups(session, resource_type, region).await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Reads a facet of log groups.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "resource_policies" => resource_policies::of_groups(session, region, assets).await,
        _ => unserved_facet("aws.cloudwatch.log_group", facet, region, assets),
    }
}

/// DescribeAlarms; without AlarmTypes it answers with the alarms on metrics only.
async fn alarms(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.cloudwatch(region);
    let pages = pages(ALARMS, region, |token| {
        let request = client.describe_alarms().max_records(ALARMS_PAGE).set_next_token(token);
        async move {
            let answer = request.send().await?;
            // Composite alarms are another list of the same answer: a region with nothing but those has no list of these.
            Ok(Page { items: answer.metric_alarms.unwrap_or_default(), next: answer.next_token })
        }
    })
    .await;
    let asked = Asked { action: ALARMS, region };
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    let mut assets = Vec::with_capacity(pages.items.len());
    for alarm in pages.items {
        let Some(name) = alarm.alarm_name.filter(|name| !name.is_empty()) else {
            gaps.push(asked.malformed("an alarm has no name"));
            continue;
        };
        let actions_enabled = asked.required("ActionsEnabled", alarm.actions_enabled);
        let properties = Alarm {
            name: name.clone(),
            actions_enabled: actions_enabled.clone().unwrap_or_default(),
            alarm_actions: alarm.alarm_actions.unwrap_or_default(),
            metric_namespace: alarm.namespace.filter(|namespace| !namespace.is_empty()),
            metric_name: alarm.metric_name.filter(|metric| !metric.is_empty()),
            state: alarm.state_value.map(|state| state.as_str().to_owned()),
        };
        let arn = alarm.alarm_arn.unwrap_or_else(|| arn(session, "cloudwatch", region, &format!("alarm:{name}")));
        let identity = Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() };
        let mut asset = asset(resource_type, identity, &properties);
        if let Err(gap) = actions_enabled {
            asset.properties.insert("actions_enabled", Property::unknown(gap));
        }
        assets.push(asset);
    }
    Listing { assets, gaps, warnings: Vec::new() }
}

/// DescribeLogGroups.
async fn log_groups(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.logs(region);
    let pages = pages(LOG_GROUPS, region, |token| {
        let request = client.describe_log_groups().limit(LOGS_PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.log_groups), next: answer.next_token }) }
    })
    .await;
    let asked = Asked { action: LOG_GROUPS, region };
    let pages = asked.all_listed("logGroups", pages);
    let mut gaps: Vec<Gap> = pages.gap.into_iter().collect();
    let mut assets = Vec::with_capacity(pages.items.len());
    for group in pages.items {
        let Some(name) = group.log_group_name.filter(|name| !name.is_empty()) else {
            gaps.push(asked.malformed("a log group has no name"));
            continue;
        };
        let properties = LogGroup {
            name: name.clone(),
            retention_days: group.retention_in_days.map(i64::from),
            kms_key: group.kms_key_id.filter(|key| !key.is_empty()),
            class: group.log_group_class.map(|class| class.as_str().to_owned()),
        };
        let arn = arn(session, "logs", region, &format!("log-group:{name}"));
        assets.push(asset(resource_type, Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() }, &properties));
    }
    Listing { assets, gaps, warnings: Vec::new() }
}
