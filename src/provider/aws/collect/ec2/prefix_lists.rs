//! Managed prefix lists: the ranges of those that security groups let in, each list read once per region and none where no rule names
//! one.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::FutureExt;

use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use crate::model::resource::ec2::groups::prefix_lists_let_in;
use crate::model::{Asset, Property};

const ENTRIES: &str = "ec2:GetManagedPrefixListEntries";

/// Entries of a page, the most that the API gives ("GetManagedPrefixListEntries" in the EC2 API reference).
const PAGE: i32 = 100;

/// The prefix lists that each group's rules for what may come in refer to, in the groups' order.
pub(super) async fn of_groups(session: &Session, region: &str, groups: &[Asset]) -> Vec<Property> {
    let ids: BTreeSet<&str> = groups.iter().flat_map(prefix_lists_let_in).collect();
    let readings = ids.iter().map(|id| memoised(session, region, id).boxed()).collect();
    let lists: BTreeMap<&str, Property> = ids.iter().copied().zip(several(readings, AT_ONCE).await).collect();
    groups.iter().map(|group| of_group(group, &lists)).collect()
}

/// The lists of one group; unknown where its rules are.
fn of_group(group: &Asset, lists: &BTreeMap<&str, Property>) -> Property {
    match group.properties.get("ingress") {
        Some(Property::Unknown(gap)) => Property::Unknown(gap.clone()),
        _ => Property::List(prefix_lists_let_in(group).into_iter().filter_map(|id| lists.get(id).cloned()).collect()),
    }
}

/// One list, read once per scan: its groups ask, and whatever stands behind them.
async fn memoised(session: &Session, region: &str, id: &str) -> Property {
    let reading = prefix_list(session, region, id).boxed();
    session.memo().read(("prefix_list", format!("{region}/{id}")), reading).await.as_ref().clone()
}

/// GetManagedPrefixListEntries: what could be read stays beside what could not, since one range may decide.
async fn prefix_list(session: &Session, region: &str, id: &str) -> Property {
    let client = session.ec2(region);
    let pages = pages(ENTRIES, region, |token| {
        let request = client.get_managed_prefix_list_entries().prefix_list_id(id).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.entries), next: answer.next_token }) }
    });
    let asked = Asked { action: ENTRIES, region };
    let pages = asked.all_listed("entrySet", pages.await);
    let range = |cidr| asked.required("cidr", cidr).map_or_else(Property::unknown, Property::Text);
    let mut ranges: Vec<Property> = pages.items.into_iter().map(|entry| range(entry.cidr)).collect();
    ranges.extend(pages.gap.map(Property::unknown));
    let parts = [("id", Property::Text(id.to_owned())), ("ranges", Property::List(ranges))];
    Property::Map(parts.into())
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Answer, Scripted, xml};
    use super::super::super::tests::{asset, resource_type};
    use super::super::read_facet;
    use super::*;
    use crate::model::GapKind;

    const DENIED: &str =
        "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>";

    /// A security group with one rule for each of the prefix lists.
    fn group(lists: &[&str]) -> Asset {
        let rules = lists.iter().map(|id| serde_json::json!({ "prefix_list_ids": [id] })).collect::<Vec<_>>();
        let mut group = asset("aws.ec2.security_group");
        group.properties.insert("ingress", Property::from(serde_json::Value::Array(rules)));
        group
    }

    fn entries(ranges: &[&str], token: &str) -> Answer {
        let items: Vec<String> = ranges.iter().map(|range| format!("<item><cidr>{range}</cidr></item>")).collect();
        let body = format!("<entrySet>{}</entrySet>{token}", items.concat());
        xml(200, &format!("<GetManagedPrefixListEntriesResponse>{body}</GetManagedPrefixListEntriesResponse>"))
    }

    async fn read(service: &Scripted, groups: &[Asset]) -> Vec<Property> {
        let facet = resource_type("aws.ec2.security_group").facet("prefix_lists").expect("a facet");
        read_facet(&service.session(), facet, "eu-west-1", groups).await
    }

    fn json(value: &Property) -> serde_json::Value {
        serde_json::to_value(value).expect("JSON")
    }

    #[tokio::test]
    async fn without_a_rule_that_names_a_list_nothing_is_asked() {
        let service = Scripted::new(vec![xml(403, DENIED)]);
        assert_eq!(read(&service, &[group(&[]), group(&[])]).await, [Property::List(Vec::new()), Property::List(Vec::new())]);
        assert_eq!(service.requests(), Vec::<String>::new());
    }

    #[tokio::test]
    async fn each_list_is_asked_for_once_and_told_to_every_group_that_names_it() {
        let service = Scripted::by_sign(vec![
            ("PrefixListId=pl-1", entries(&["10.0.0.0/8"], "")),
            ("PrefixListId=pl-2", entries(&["0.0.0.0/0"], "")),
        ]);
        let values = read(&service, &[group(&["pl-1", "pl-1"]), group(&["pl-1", "pl-2"])]).await;
        let first = serde_json::json!({ "id": "pl-1", "ranges": ["10.0.0.0/8"] });
        assert_eq!(json(&values[0]), serde_json::json!([first]));
        assert_eq!(json(&values[1]), serde_json::json!([first, { "id": "pl-2", "ranges": ["0.0.0.0/0"] }]));
        assert_eq!(service.requests().len(), 2);
        assert!(service.requests().iter().all(|request| request.contains("MaxResults=100")));
    }

    #[tokio::test]
    async fn what_was_read_of_a_list_stays_beside_what_was_not() {
        let first = entries(&["10.0.0.0/8"], "<nextToken>t</nextToken>");
        let values = read(&Scripted::new(vec![first, xml(403, DENIED)]), &[group(&["pl-1"])]).await;
        let Property::List(lists) = &values[0] else { panic!("{values:?}") };
        let Some(Property::List(ranges)) = lists[0].at("ranges") else { panic!("{values:?}") };
        assert_eq!(ranges[0], Property::Text("10.0.0.0/8".to_owned()));
        assert_eq!(ranges[1].first_gap().map(|gap| (gap.kind, gap.action.as_str())), Some((GapKind::Denied, ENTRIES)));
    }

    #[tokio::test]
    async fn a_list_that_is_not_sent_is_unknown_and_not_empty() {
        let silent = xml(200, "<GetManagedPrefixListEntriesResponse/>");
        let values = read(&Scripted::new(vec![silent]), &[group(&["pl-1"])]).await;
        assert_eq!(values[0].first_gap().map(|gap| gap.detail.as_str()), Some("the answer lacks entrySet"));
        assert_eq!(read(&Scripted::new(vec![entries(&[], "")]), &[group(&["pl-1"])]).await[0].first_gap(), None);
    }

    #[tokio::test]
    async fn the_lists_of_rules_that_could_not_be_read_are_unknown_too() {
        let mut hidden = group(&[]);
        hidden.properties.insert("ingress", Property::unknown(Asked { action: "a", region: "r" }.malformed("?")));
        let values = read(&Scripted::new(vec![xml(403, DENIED)]), &[hidden]).await;
        assert!(matches!(values[0], Property::Unknown(_)), "{values:?}");
    }
}
