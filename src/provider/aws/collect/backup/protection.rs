//! What AWS Backup takes care of: the selections of the region's plans and, where one goes by tags, what was backed up.

use std::collections::HashSet;
use std::sync::Arc;

use aws_sdk_backup::types as sdk;
use futures_util::FutureExt;

use super::super::super::errors::gap_of_listed;
use super::super::super::pages::{Page, Pages, pages, pages_of_listed};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use crate::model::resource::backup::Backup;
use crate::model::{Asset, Gap, GapKind, Property};

const PLANS: &str = "backup:ListBackupPlans";
const SELECTIONS: &str = "backup:ListBackupSelections";
const SELECTION: &str = "backup:GetBackupSelection";
const PROTECTED: &str = "backup:ListProtectedResources";

/// Items of a page, by the API reference of each.
const PAGE: i32 = 1000;

/// The facet `backup` of `assets`, whatever their type. The region is asked once per scan.
pub(in super::super) async fn protections(session: &Session, region: &str, assets: &[Asset]) -> Vec<Property> {
    let selections = selections(session, region).await;
    let mut properties = Vec::with_capacity(assets.len());
    for asset in assets {
        let protected = selected(&selections, session, region, &asset.arn).await;
        properties.push(protected.map_or_else(Property::unknown, |protected| Property::from_typed(&Backup { protected })));
    }
    properties
}

async fn selected(selections: &Pages<Selection>, session: &Session, region: &str, arn: &str) -> Result<bool, Gap> {
    if selections.items.iter().any(|selection| selection.names(arn)) {
        return Ok(true);
    }
    if selections.items.iter().any(|selection| selection.by_tags) {
        let backed_up = protected_resources(session, region).await;
        if backed_up.items.contains(arn) {
            return Ok(true);
        }
        if let Some(gap) = &backed_up.gap {
            return Err(gap.clone());
        }
    }
    selections.gap.clone().map_or(Ok(false), Err)
}

/// What AWS Backup has backed up in a region, by plan or by hand.
struct BackedUp {
    items: HashSet<String>,
    gap: Option<Gap>,
}

/// ListProtectedResources. Read once per region.
async fn protected_resources(session: &Session, region: &str) -> Arc<BackedUp> {
    let reading = async move {
        let client = session.backup(region);
        let pages = pages(PROTECTED, region, |token| {
            let request = client.list_protected_resources().max_results(PAGE).set_next_token(token);
            async move { request.send().await.map(|answer| Page { items: listed(answer.results), next: answer.next_token }) }
        });
        let pages = Asked { action: PROTECTED, region }.all_listed("Results", pages.await);
        BackedUp { items: pages.items.into_iter().filter_map(|resource| resource.resource_arn).collect(), gap: pages.gap }
    }
    .boxed();
    session.memo().read(("backed_up", region), reading).await
}

/// ListBackupPlans. Read once per region.
async fn plans(session: &Session, region: &str) -> Arc<Pages<sdk::BackupPlansListMember>> {
    let reading =
        async move {
            let client = session.backup(region);
            let pages = pages(PLANS, region, |token| {
                let request = client.list_backup_plans().max_results(PAGE).set_next_token(token);
                async move {
                    request.send().await.map(|answer| Page { items: listed(answer.backup_plans_list), next: answer.next_token })
                }
            });
            Asked { action: PLANS, region }.all_listed("BackupPlansList", pages.await)
        }
        .boxed();
    session.memo().read(("backup_plans", region), reading).await
}

/// What one selection of a plan takes care of.
#[derive(Debug, PartialEq)]
struct Selection {
    /// ARNs, perhaps with wildcards.
    resources: Vec<String>,
    /// The same for what it leaves out.
    not_resources: Vec<String>,
    /// Whether tags decide, alone or with the ARNs.
    by_tags: bool,
}

impl Selection {
    /// Whether the selection names the resource and asks for no tags.
    fn names(&self, arn: &str) -> bool {
        let covers = |patterns: &[String]| patterns.iter().any(|pattern| matches(pattern, arn));
        !self.by_tags && covers(&self.resources) && !covers(&self.not_resources)
    }
}

impl From<sdk::BackupSelection> for Selection {
    fn from(selection: sdk::BackupSelection) -> Self {
        let by_conditions = selection.conditions.is_some_and(|conditions| {
            [conditions.string_equals, conditions.string_not_equals, conditions.string_like, conditions.string_not_like]
                .iter()
                .any(|condition| condition.as_ref().is_some_and(|parameters| !parameters.is_empty()))
        });
        Self {
            by_tags: by_conditions || selection.list_of_tags.is_some_and(|tags| !tags.is_empty()),
            resources: selection.resources.unwrap_or_default(),
            not_resources: selection.not_resources.unwrap_or_default(),
        }
    }
}

/// The selections of all plans. Read once per region.
async fn selections(session: &Session, region: &str) -> Arc<Pages<Selection>> {
    let reading = async move {
        let plans = plans(session, region).await;
        let of_plans = plans.items.iter().map(|plan| selections_of_plan(session, region, plan).boxed()).collect();
        let mut all = Pages { items: Vec::new(), gap: plans.gap.clone() };
        for of_plan in several(of_plans, AT_ONCE).await {
            all.items.extend(of_plan.items);
            all.gap = all.gap.or(of_plan.gap);
        }
        all
    }
    .boxed();
    session.memo().read(("backup_selections", region), reading).await
}

/// ListBackupSelections and GetBackupSelection. A plan or a selection that is deleted meanwhile takes care of nothing.
async fn selections_of_plan(session: &Session, region: &str, plan: &sdk::BackupPlansListMember) -> Pages<Selection> {
    let asked = Asked { action: PLANS, region };
    let plan = match asked.required("BackupPlanId", plan.backup_plan_id()) {
        Ok(plan) => plan,
        Err(gap) => return Pages { items: Vec::new(), gap: Some(gap) },
    };
    let client = session.backup(region);
    let listed = pages_of_listed(SELECTIONS, region, |token| {
        let request = client.list_backup_selections().backup_plan_id(plan).max_results(PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.backup_selections_list), next: answer.next_token }) }
    });
    let listed = Asked { action: SELECTIONS, region }.all_listed("BackupSelectionsList", listed.await);
    let readings = listed.items.iter().map(|item| selection(session, region, plan, item.selection_id()).boxed()).collect();
    let mut selections = Pages { items: Vec::new(), gap: listed.gap.filter(|gap| gap.kind != GapKind::Gone) };
    for read in several(readings, AT_ONCE).await {
        match read {
            Ok(selection) => selections.items.push(selection),
            Err(gap) if gap.kind == GapKind::Gone => {}
            Err(gap) => selections.gap = selections.gap.or(Some(gap)),
        }
    }
    selections
}

async fn selection(session: &Session, region: &str, plan: &str, id: Option<&str>) -> Result<Selection, Gap> {
    let id = Asked { action: SELECTIONS, region }.required("SelectionId", id)?;
    let answer = session.backup(region).get_backup_selection().backup_plan_id(plan).selection_id(id).send().await;
    let answer = answer.map_err(|error| gap_of_listed(SELECTION, region, &error))?;
    Asked { action: SELECTION, region }.required("BackupSelection", answer.backup_selection).map(Selection::from)
}

/// Whether `text` fits `pattern`, in which `*` stands for anything.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let Some(last) = pattern.split('*').skip(1).last() else { return rest.is_empty() };
    let between = pattern.split('*').count().saturating_sub(2);
    for part in parts.take(between) {
        match rest.find(part) {
            Some(start) => rest = &rest[start + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATABASE: &str = "arn:aws:rds:eu-west-1:123456789012:db:orders";

    #[test]
    fn a_star_stands_for_anything() {
        for pattern in
            ["*", DATABASE, "arn:aws:rds:*:*:db:*", "arn:aws:rds:eu-west-1:123456789012:db:or*", "*orders", "arn:*:orders"]
        {
            assert!(matches(pattern, DATABASE), "{pattern}");
        }
        for pattern in ["", "arn:aws:rds:*:*:cluster:*", "arn:aws:rds:eu-west-1:123456789012:db:order", "*:order", "arn:*:db:db:*"]
        {
            assert!(!matches(pattern, DATABASE), "{pattern}");
        }
    }

    #[test]
    fn a_selection_names_what_it_does_not_leave_out_and_nothing_where_tags_decide() {
        let all = || Selection { resources: vec!["*".to_owned()], not_resources: Vec::new(), by_tags: false };
        assert!(all().names(DATABASE));
        assert!(!Selection { not_resources: vec!["arn:aws:rds:*".to_owned()], ..all() }.names(DATABASE));
        assert!(!Selection { by_tags: true, ..all() }.names(DATABASE));
    }
}
