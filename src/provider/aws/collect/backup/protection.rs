//! What AWS Backup takes care of: what the selections of the region's plans name, and what they know by its tags.

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_sdk_backup::types as sdk;
use futures_util::FutureExt;

use super::super::super::errors::gap_of_listed;
use super::super::super::pages::{Page, Pages, pages, pages_of_listed};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use super::opt_in::{OptIn, Settings, settings};
use super::selection::{Selection, Tags};
use crate::model::resource::backup::Backup;
use crate::model::{Asset, Gap, GapKind, Property};

const PLANS: &str = "backup:ListBackupPlans";
const SELECTIONS: &str = "backup:ListBackupSelections";
const SELECTION: &str = "backup:GetBackupSelection";

/// Items of a page, by the API reference of each.
const PAGE: i32 = 1000;

/// The facet `backup` of `assets`, whatever their type; their listing has told their tags. The region is asked once per scan.
pub(in super::super) async fn protections(session: &Session, region: &str, assets: &[Asset]) -> Vec<Property> {
    let selections = selections(session, region).await;
    let protection = |asset: &Asset| selections.protection(asset, &asset.tags).unwrap_or_else(Property::unknown);
    assets.iter().map(protection).collect()
}

/// The selections of a region's plans, and for which services they count.
pub(in super::super) struct Selections {
    pages: Pages<Selection>,
    settings: Arc<Settings>,
}

impl Selections {
    /// The facet `backup` of a resource with these tags.
    ///
    /// # Errors
    /// No selection is known to take the resource, and some are not known, or leave open whether they do.
    pub(in super::super) fn protection(&self, asset: &Asset, tags: &Tags) -> Result<Property, Gap> {
        let asked = Asked { action: SELECTION, region: &asset.region };
        let mut gap = self.pages.gap.clone();
        let mut protected = false;
        for selection in &self.pages.items {
            match selection.takes(&asset.arn, tags, self.opt_in(asset), asked) {
                Ok(taken) => protected |= taken,
                Err(unclear) => gap = gap.or(Some(unclear)),
            }
        }
        match gap {
            Some(gap) if !protected => Err(gap),
            _ => Ok(Property::from_typed(&Backup { protected })),
        }
    }

    /// Whether it takes the tags of a resource to know what takes care of it.
    pub(in super::super) fn hang_on_tags_of(&self, asset: &Asset) -> bool {
        let decided = |selection: &Selection| selection.takes_whatever_its_tags(&asset.arn, self.opt_in(asset));
        let decided: Vec<_> = self.pages.items.iter().map(decided).collect();
        decided.contains(&None) && !decided.contains(&Some(true))
    }

    fn opt_in<'a>(&'a self, asset: &'a Asset) -> OptIn<'a> {
        OptIn::of(&self.settings, asset)
    }
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

/// The selections of all plans. Read once per region.
pub(in super::super) async fn selections(session: &Session, region: &str) -> Arc<Selections> {
    let reading = async move {
        let plans = plans(session, region).await;
        let of_plans = plans.items.iter().map(|plan| selections_of_plan(session, region, plan).boxed()).collect();
        let mut all = Pages { items: Vec::new(), gap: plans.gap.clone() };
        for of_plan in several(of_plans, AT_ONCE).await {
            all.items.extend(of_plan.items);
            all.gap = all.gap.or(of_plan.gap);
        }
        // Where no plan selects anything, nothing hangs on the settings.
        let settings = if all.items.is_empty() { Arc::new(Ok(BTreeMap::new())) } else { settings(session, region).await };
        Selections { pages: all, settings }
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
    let asked = Asked { action: SELECTION, region };
    Selection::of(asked.required("BackupSelection", answer.backup_selection)?, asked)
}

#[cfg(test)]
mod tests;
