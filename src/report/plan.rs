//! What a scan would do, for people: where it looks, what it calls, how long that takes and what it costs.

pub mod json;
pub mod v1;

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::layout::TableStyle;
use super::layout::grid::{GUTTER, Side, lay, lay_some};
use super::layout::ink::{Ink, paint};
use super::layout::page::{Page, wrap};
use super::layout::words::{count, duration, moment, number};
use crate::model::charge::PRICES_AS_OF;
use crate::model::forecast::{ActionForecast, Basis, Timing};
use crate::model::plain_text::neutralise;
use crate::model::plan::{PlanStanding, ScanPlan, Skipping};
use crate::model::{Job, JobKind, ScanType, Severity};

/// Columns before the values of the head.
const INDENT: usize = 11;
/// Columns before a table.
const MARGIN: usize = 2;

/// The plan as text.
#[must_use]
pub fn render(plan: &ScanPlan, style: &TableStyle) -> String {
    let mut page = style.page();
    put_head(plan, &mut page);
    put_jobs(plan, &mut page);
    put_actions(plan, &mut page);
    put_charges(plan, &mut page);
    put_notes(plan, &mut page);
    page.blank();
    let hint = match plan.standing {
        PlanStanding::Told => "nothing is stored; --save keeps the plan, for `scan run`".to_owned(),
        PlanStanding::Saved => format!("`scan run {}` starts it", neutralise(&plan.header.id)),
    };
    page.wrapped("", 0, &hint, Some(Ink::Faint));
    style.print(&page)
}

fn put_head(plan: &ScanPlan, page: &mut Page) {
    page.heading("Plan");
    let lines = [
        ("scan", scan(plan)),
        ("account", account(plan)),
        ("regions", regions(plan)),
        ("left out", left_out(plan)),
        ("checks", checks(plan)),
        ("jobs", format!("{}: two for each region, the clusters, the registries", number(plan.jobs.len() as u64))),
        ("API calls", calls(plan)),
        ("takes", takes(plan)),
        ("costs", costs(plan)),
    ];
    for (label, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
        page.wrapped(&format!("  {}", paint(Ink::Faint, label)), INDENT + MARGIN, text, None);
    }
}

fn scan(plan: &ScanPlan) -> String {
    let header = &plan.header;
    let mut parts = Vec::new();
    if plan.standing == PlanStanding::Saved {
        parts.push(format!("{}, {}", paint(Ink::Strong, &neutralise(&header.id)), "not started"));
    }
    parts.extend(header.name.as_deref().map(|name| format!("“{}”", neutralise(name))));
    let article = if header.scan_type == ScanType::Incremental { "an" } else { "a" };
    parts.push(format!("{article} {} scan", header.scan_type.as_str()));
    parts.join(", ")
}

fn account(plan: &ScanPlan) -> String {
    let header = &plan.header;
    let partition = if header.partition == "aws" { String::new() } else { format!(" of {}", neutralise(&header.partition)) };
    let (provider, id) = (neutralise(&header.provider), neutralise(&header.account_id));
    format!("{provider} account {id}{partition}, as {}", neutralise(&plan.caller))
}

fn regions(plan: &ScanPlan) -> String {
    let names: Vec<_> = plan.header.regions.iter().map(|name| neutralise(name)).collect();
    format!("{}: {}", names.len(), names.join(", "))
}

fn left_out(plan: &ScanPlan) -> String {
    let because = |reason: Skipping, words: &str| {
        let names: Vec<_> = plan.skipped.iter().filter(|one| one.reason == reason).map(|one| neutralise(&one.name)).collect();
        (!names.is_empty()).then(|| format!("{} {words}: {}", names.len(), names.join(", ")))
    };
    let parts = [
        because(Skipping::NotCovered, "enabled and not covered"),
        because(Skipping::Unknown, "not covered, enabled or not"),
        because(Skipping::NotEnabled, "not enabled"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn checks(plan: &ScanPlan) -> String {
    let of = |severity: Severity| plan.checks.iter().filter(|check| check.severity == severity).count() as u64;
    let shares = Severity::ALL.into_iter().map(|severity| (severity, of(severity))).filter(|(_, count)| *count > 0);
    let shares: Vec<String> =
        shares.map(|(severity, count)| paint(Ink::of_severity(severity), &format!("{} {severity}", number(count)))).collect();
    let profile = match plan.header.profile.as_str() {
        "" => String::new(),
        profile => format!(" of {}", neutralise(profile)),
    };
    format!("{}{profile}: {}", number(plan.checks.len() as u64), shares.join(", "))
}

fn calls(plan: &ScanPlan) -> String {
    let actions = count(plan.forecast.actions.len() as u64, "action", "actions");
    format!("about {} of {actions}, {}", number(plan.forecast.calls()), basis(plan))
}

/// Where the numbers come from.
fn basis(plan: &ScanPlan) -> String {
    let told = |id: &str, started_at| {
        let days = u64::try_from(plan.header.started_at.duration_since(started_at).as_hours() / 24).unwrap_or_default();
        let age = if days > 0 { format!(", {} ago", count(days, "day", "days")) } else { String::new() };
        format!("scan {} ({}{age})", neutralise(id), moment(started_at))
    };
    match &plan.forecast.basis {
        Basis::SameScan { id, started_at } => format!("as {} made, with the same checks and regions", told(id, *started_at)),
        Basis::Inventory { id, started_at } => {
            format!("from what {} found; assumed where it did not or could not look", told(id, *started_at))
        }
        Basis::Assumptions => {
            "assuming as many resources of each type as a small team has: no scan of the account tells more".to_owned()
        }
    }
}

fn takes(plan: &ScanPlan) -> String {
    match (plan.forecast.duration_ms.map(|time| i64::try_from(time).unwrap_or(i64::MAX)), plan.forecast.timing) {
        (Some(time), Timing::Measured) => format!("about {}, as that scan did", duration(time)),
        (Some(time), Timing::Reckoned) => format!("about {}, at the rates that a scan keeps to", duration(time)),
        (None, _) => "nobody can tell before such a scan has run".to_owned(),
    }
}

fn costs(plan: &ScanPlan) -> String {
    let calls: u64 = plan.charges.iter().map(|charge| charge.calls).sum();
    match plan.nano_dollars() {
        _ if calls == 0 => "nothing: none of the calls is billed".to_owned(),
        None => format!("{}, at prices of the Chinese regions' own", count(calls, "billed call", "billed calls")),
        Some(amount) => format!("about {} for the calls that AWS bills, at US East prices", dollars(amount)),
    }
}

/// An amount of billionths of a US dollar, in cents, rounded up.
fn dollars(nano: u64) -> String {
    const CENT: u64 = 10_000_000;
    match nano {
        0 => "$0.00".to_owned(),
        1..CENT => "< $0.01".to_owned(),
        _ => {
            let cents = nano.div_ceil(CENT);
            format!("${}.{:02}", number(cents / 100), cents % 100)
        }
    }
}

fn put_jobs(plan: &ScanPlan, page: &mut Page) {
    page.heading("Jobs");
    let mut rows = vec![["region", "discovery", "compliance"].map(|name| paint(Ink::Faint, name))];
    let types = |job: Option<&Job>| job.map_or_else(|| "–".to_owned(), |job| count(job.assignments, "type", "types"));
    let of = |kind: JobKind, region: Option<&str>| plan.jobs.iter().find(|job| job.kind == kind && job.region.as_deref() == region);
    for region in &plan.header.regions {
        let of_region = |kind| types(of(kind, Some(region)));
        rows.push([neutralise(region).into_owned(), of_region(JobKind::Discovery), of_region(JobKind::Compliance)]);
    }
    for line in lay([Side::Left, Side::Right, Side::Right], &rows).into_iter().flatten() {
        page.line(&format!("{:MARGIN$}{line}", ""));
    }
    let count_of_regions = plan.header.regions.len() as u64;
    // A job that sweeps the regions looks at its types in each of them.
    let sweeps = [JobKind::Clusters, JobKind::Registries].map(|kind| {
        let each = of(kind, None).map_or(0, |job| job.assignments / count_of_regions.max(1));
        format!("{} {}", kind.as_str(), count(each, "type", "types"))
    });
    page.wrapped("  ", MARGIN, &format!("in every region: {}", sweeps.join(", ")), None);
}

fn put_actions(plan: &ScanPlan, page: &mut Page) {
    page.heading("API actions");
    let mut services: BTreeMap<&str, Vec<&ActionForecast>> = BTreeMap::new();
    for one in &plan.forecast.actions {
        services.entry(one.service()).or_default().push(one);
    }
    let calls_of = |actions: &[&ActionForecast]| number(actions.iter().map(|one| one.calls).sum());
    let widest = services.keys().map(|name| name.width()).max().unwrap_or_default().max("service".len());
    let widest_number = services.values().map(|actions| calls_of(actions).len()).max().unwrap_or_default().max("calls".len());
    let room = page.width().saturating_sub(MARGIN + widest + widest_number + 2 * GUTTER);
    let mut rows = vec![["service", "calls", "actions"].map(|name| paint(Ink::Faint, name))];
    for (service, actions) in &services {
        let names: Vec<&str> = actions.iter().map(|one| one.action.split_once(':').map_or(one.action, |(_, name)| name)).collect();
        rows.push([(*service).to_owned(), calls_of(actions), wrap(&names.join(", "), room).join("\n")]);
    }
    if plan.forecast.other_calls > 0 {
        let what = wrap("of services that this plan has no action of", room).join("\n");
        rows.push(["others".to_owned(), number(plan.forecast.other_calls), what]);
    }
    for line in lay([Side::Left, Side::Right, Side::Left], &rows).into_iter().flatten() {
        page.line(&format!("{:MARGIN$}{line}", ""));
    }
}

/// Columns of a page from which on there is room for what is free.
const WITH_FREE_CALLS: usize = 80;

fn put_charges(plan: &ScanPlan, page: &mut Page) {
    if plan.charges.is_empty() {
        return;
    }
    page.heading("Billed calls");
    let has_prices = plan.nano_dollars().is_some();
    let mut rows = vec![["what", "calls", "each 1,000", "about", "free in a month"].map(|name| paint(Ink::Faint, name))];
    for charge in &plan.charges {
        let free = match charge.tariff.free_calls {
            0 => "–".to_owned(),
            free => format!("{} calls", number(free)),
        };
        let each = charge.tariff.nano_dollars / 100;
        let price = format!("$0.{each:04}");
        rows.push([charge.tariff.name.to_owned(), number(charge.calls), price, dollars(charge.nano_dollars()), free]);
    }
    let places: &[usize] = match (has_prices, page.width() < WITH_FREE_CALLS) {
        (false, _) => &[0, 1],
        (true, true) => &[0, 1, 2, 3],
        (true, false) => &[0, 1, 2, 3, 4],
    };
    let sides = [Side::Left, Side::Right, Side::Right, Side::Right, Side::Left];
    for line in lay_some(places, sides, &rows).into_iter().flatten() {
        page.line(&format!("{:MARGIN$}{line}", ""));
    }
    page.blank();
    let prices = if has_prices {
        format!("list prices of {PRICES_AS_OF} in US East (N. Virginia), as though nothing were free; other regions have their own")
    } else {
        "AWS China has prices of its own".to_owned()
    };
    let note = format!(
        "{prices}. The other calls are free, but not what watches them: a further trail of management events, GuardDuty and Config are \
         billed by what they see"
    );
    page.wrapped("", 0, &note, Some(Ink::Faint));
}

fn put_notes(plan: &ScanPlan, page: &mut Page) {
    if plan.notes.is_empty() {
        return;
    }
    page.heading("Notes");
    for note in &plan.notes {
        page.wrapped(&format!("  {}", paint(Ink::Caution, "–")), 4, &neutralise(&note.message), None);
    }
}

#[cfg(test)]
pub(super) mod tests;
