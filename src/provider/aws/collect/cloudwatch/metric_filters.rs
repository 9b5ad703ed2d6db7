//! The metric filters on the log groups that trails write to, and whether an alarm watches what they count.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use aws_sdk_cloudtrail::types::Trail;
use aws_sdk_cloudwatchlogs::types::MetricFilter;
use futures_util::FutureExt;

use super::super::super::pages::{Page, Pages, pages};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, arn, several};
use super::super::strict::{Asked, listed};
use super::super::{cloudtrail, listing};
use crate::model::resource::by_name;
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const ACTION: &str = "logs:DescribeMetricFilters";

/// The filters on the account's own log groups that a trail visible from the scan's regions writes to; an unknown one stands for those
/// of a region that hides its trails.
///
/// Log groups of another account are left out: what watches them is that account's matter.
pub(in super::super) async fn of_trails(session: &Session) -> Result<Property, Gap> {
    let cloudtrail::Visible { trails, gaps } = cloudtrail::visible(session).await?;
    let groups = log_groups(session, trails.iter().map(|(_, trail)| trail));
    let readings = groups.iter().map(|(region, groups)| in_region(session, region, groups).boxed()).collect();
    let told = several(readings, AT_ONCE).await.into_iter().flatten();
    Ok(Property::List(told.chain(gaps.into_iter().map(Property::unknown)).collect()))
}

/// The names of the log groups by region.
fn log_groups<'a>(session: &Session, trails: impl Iterator<Item = &'a Trail>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for trail in trails {
        // arn:PARTITION:logs:REGION:ACCOUNT:log-group:NAME:*
        let parts: Vec<&str> = trail.cloud_watch_logs_log_group_arn().unwrap_or_default().split(':').collect();
        if let [_, _, "logs", region, account, "log-group", name, ..] = parts[..]
            && account == session.account().id
        {
            groups.entry(region).or_default().insert(name);
        }
    }
    groups
}

async fn in_region(session: &Session, region: &str, groups: &BTreeSet<&str>) -> Vec<Property> {
    let filters = filters(session, region).await;
    let of_trails: Vec<&MetricFilter> =
        filters.items.iter().filter(|filter| filter.log_group_name().is_some_and(|group| groups.contains(group))).collect();
    let mut told = Vec::with_capacity(of_trails.len() + 1);
    if !of_trails.is_empty()
        && let Some(alarm) = by_name("aws.cloudwatch.alarm")
    {
        let alarms = listing(session, alarm, region).await;
        told.extend(of_trails.into_iter().map(|filter| of_filter(session, filter, region, &alarms)));
    }
    // There may be more filters than the answer told of.
    told.extend(filters.gap.clone().map(Property::unknown));
    told
}

/// DescribeMetricFilters for all log groups. Read once per region.
async fn filters(session: &Session, region: &str) -> Arc<Pages<MetricFilter>> {
    let reading = async move {
        let client = session.logs(region);
        let pages = pages(ACTION, region, |token| {
            let request = client.describe_metric_filters().limit(super::LOGS_PAGE).set_next_token(token);
            async move { request.send().await.map(|answer| Page { items: listed(answer.metric_filters), next: answer.next_token }) }
                .boxed()
        })
        .await;
        Asked { action: ACTION, region }.all_listed("metricFilters", pages)
    }
    .boxed();
    session.memo().read(("metric_filters", region), reading).await
}

fn of_filter(session: &Session, filter: &MetricFilter, region: &str, alarms: &Listing) -> Property {
    let text = |text: Option<&str>| Property::Text(text.unwrap_or_default().to_owned());
    let group = format!("log-group:{}", filter.log_group_name().unwrap_or_default());
    let parts = [
        ("name", text(filter.filter_name())),
        ("log_group", text(filter.log_group_name())),
        ("arn", Property::Text(arn(session, "logs", region, &group))),
        ("region", Property::Text(region.to_owned())),
        ("pattern", text(filter.filter_pattern())),
        ("alarmed", alarmed(filter, alarms)),
    ];
    Property::Map(parts.into())
}

/// Whether an alarm watches a metric that the filter feeds; not known where none does and some alarms could not be listed.
fn alarmed(filter: &MetricFilter, alarms: &Listing) -> Property {
    let watches = |alarm: &Asset| {
        filter
            .metric_transformations()
            .iter()
            .any(|fed| is(alarm, "metric_name", fed.metric_name()) && is(alarm, "metric_namespace", fed.metric_namespace()))
    };
    match (alarms.assets.iter().any(watches), alarms.gaps.first()) {
        (false, Some(gap)) => Property::unknown(gap.clone()),
        (is_watched, _) => Property::Bool(is_watched),
    }
}

fn is(alarm: &Asset, name: &str, value: &str) -> bool {
    matches!(alarm.properties.get(name), Some(Property::Text(text)) if text == value)
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Answer, Scripted, json};
    use super::*;

    const TRAILS: &str = r#"{"trailList":[
        {"Name":"own","CloudWatchLogsLogGroupArn":"arn:aws:logs:eu-west-1:123456789012:log-group:trail:*"},
        {"Name":"other","CloudWatchLogsLogGroupArn":"arn:aws:logs:us-east-1:210987654321:log-group:trail:*"},
        {"Name":"quiet"}]}"#;
    const FILTERS: &str = r#"{"metricFilters":[
        {"filterName":"roots","logGroupName":"trail","filterPattern":"{ x }",
         "metricTransformations":[{"metricName":"roots","metricNamespace":"trail","metricValue":"1"}]},
        {"filterName":"else","logGroupName":"app","filterPattern":"{ x }","metricTransformations":[]}]}"#;

    #[tokio::test]
    async fn trails_of_every_region_of_the_scan_count_and_one_that_hides_them_is_unknown() {
        let local = |region: &str| {
            let group = format!("arn:aws:logs:{region}:123456789012:log-group:trail:*");
            let arn = format!("arn:aws:cloudtrail:{region}:123456789012:trail/local");
            json(200, &format!(r#"{{"trailList":[{{"Name":"local","TrailARN":"{arn}","CloudWatchLogsLogGroupArn":"{group}"}}]}}"#))
        };
        let service = Scripted::by_signs(vec![
            (&["/eu-west-1/cloudtrail/"], local("eu-west-1")),
            (&["/eu-north-1/cloudtrail/"], local("eu-north-1")),
            (&["/us-west-2/cloudtrail/"], json(403, r#"{"__type":"AccessDeniedException"}"#)),
            (&[".DescribeMetricFilters"], json(200, FILTERS)),
            (&["DescribeAlarms"], json(403, r#"{"__type":"AccessDenied"}"#)),
        ]);
        let session = service.session();
        session.begin(&["eu-west-1", "eu-north-1", "us-west-2"].map(str::to_owned));
        let told = of_trails(&session).await.expect("two regions answered");
        let regions: Vec<_> = told.items().iter().map(|filter| filter.at("region").and_then(Property::as_text)).collect();
        assert_eq!(regions, [Some("eu-north-1"), Some("eu-west-1"), None]);
        let gap = told.items()[2].first_gap().expect("unknown");
        assert_eq!((gap.action.as_str(), gap.region.as_str()), ("cloudtrail:DescribeTrails", "us-west-2"));
    }

    async fn told(alarms: Answer) -> (Property, Vec<String>) {
        let service = Scripted::by_sign(vec![
            (".DescribeTrails", json(200, TRAILS)),
            (".DescribeMetricFilters", json(200, FILTERS)),
            ("DescribeAlarms", alarms),
        ]);
        let session = service.session();
        let told = of_trails(&session).await.expect("trails");
        (told, service.requests())
    }

    #[tokio::test]
    async fn one_region_is_asked_once_and_only_for_the_accounts_own_log_groups() {
        let (told, requests) = told(json(403, r#"{"__type":"AccessDenied"}"#)).await;
        let Property::List(filters) = told else { panic!("{told:?}") };
        assert_eq!((filters.len(), requests.len()), (1, 3));
        assert_eq!(filters[0].at("name"), Some(&Property::Text("roots".to_owned())));
        let gap = filters[0].at("alarmed").and_then(Property::first_gap).expect("unknown");
        assert_eq!(gap.action, "cloudwatch:DescribeAlarms");
    }
}
