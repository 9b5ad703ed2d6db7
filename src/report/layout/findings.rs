//! Findings by severity and check: the check's name once, then a line for each resource.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use super::grid::{GUTTER, Side, lay_some};
use super::ink::{Ink, paint};
use super::page::{Page, wrap};
use super::words::{count, number};
use crate::model::plain_text::{elide_end, elide_middle, neutralise};
use crate::model::{ResourceReference, Severity};

/// Findings shown of one check; the others are counted.
const SHOWN_PER_CHECK: usize = 20;
/// Columns before a finding.
const INDENT: usize = 4;
/// Columns that a name keeps beside its id.
const SHORTEST_NAME: usize = 6;
/// Lines that one message may take.
const MESSAGE_LINES: usize = 3;

/// One line of the list.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Finding<'a> {
    /// The check's id.
    pub(in crate::report) check_id: &'a str,
    /// The check's title.
    pub(in crate::report) title: &'a str,
    /// The check's severity.
    pub(in crate::report) severity: Severity,
    /// What it was found on.
    pub(in crate::report) resource: &'a ResourceReference,
    /// What to say of it.
    pub(in crate::report) message: &'a str,
    /// What it is called where a command wants it named; empty where none does.
    pub(in crate::report) uid: &'a str,
}

/// What the list calls its lines.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Nouns {
    /// `finding`.
    pub(in crate::report) one: &'static str,
    /// `findings`.
    pub(in crate::report) several: &'static str,
    /// Where those are that there was no room for: `--json and --sarif hold them all`. Without such a place all are shown.
    pub(in crate::report) elsewhere: Option<&'static str>,
}

/// Puts findings that are sorted by severity and check.
pub(in crate::report) fn put(findings: &[Finding<'_>], nouns: Nouns, page: &mut Page) {
    let checks: Vec<&[Finding<'_>]> = findings.chunk_by(|one, other| one.check_id == other.check_id).collect();
    let most = nouns.elsewhere.map_or(usize::MAX, |_| SHOWN_PER_CHECK);
    let shown: Vec<Finding<'_>> = checks.iter().flat_map(|of_check| of_check.iter().take(most).copied()).collect();
    let mut rows = rows(&shown, page.width()).into_iter();
    let mut severity = None;
    for of_check in checks {
        let Some(first) = of_check.first() else { continue };
        if severity.is_some() {
            page.blank();
        }
        if severity.replace(first.severity) != Some(first.severity) {
            put_severity(first.severity, findings, nouns, page);
        }
        put_check(first, page);
        for line in rows.by_ref().take(of_check.len().min(most)).flatten() {
            page.line(&format!("{:INDENT$}{line}", ""));
        }
        if let Some(elsewhere) = nouns.elsewhere {
            put_rest(&of_check[of_check.len().min(most)..], elsewhere, page);
        }
    }
}

fn put_severity(severity: Severity, findings: &[Finding<'_>], nouns: Nouns, page: &mut Page) {
    let total = findings.iter().filter(|finding| finding.severity == severity).count() as u64;
    let total = count(total, nouns.one, nouns.several);
    page.line(&format!("{}  {total}", paint(Ink::of_severity(severity), &severity.as_str().to_uppercase())));
    page.blank();
}

/// The check's title and id, on one line where they fit.
fn put_check(finding: &Finding<'_>, page: &mut Page) {
    let room = page.width() - GUTTER;
    let (title, id) = (neutralise(finding.title), neutralise(finding.check_id));
    let (title, id) = (elide_end(&title, room), elide_middle(&id, room));
    if title.width() + id.width() + 3 <= room {
        page.line(&format!("  {} {}", paint(Ink::Strong, &title), paint(Ink::Faint, &format!("· {id}"))));
    } else {
        page.line(&format!("  {}", paint(Ink::Strong, &title)));
        page.line(&format!("  {}", paint(Ink::Faint, &id)));
    }
}

fn put_rest(rest: &[Finding<'_>], elsewhere: &str, page: &mut Page) {
    if rest.is_empty() {
        return;
    }
    let regions: BTreeSet<&str> = rest.iter().map(|finding| finding.resource.region.as_str()).collect();
    let (more, regions) = (number(rest.len() as u64), count(regions.len() as u64, "region", "regions"));
    page.wrapped("", INDENT, &format!("… and {more} more in {regions}; {elsewhere}"), Some(Ink::Faint));
}

/// The lines of each finding: resource, region, message. Columns are the same for all of them.
fn rows(findings: &[Finding<'_>], width: usize) -> Vec<Vec<String>> {
    let uid_width = findings.iter().map(|finding| finding.uid.width()).max().unwrap_or_default();
    let room = width - INDENT - 2 * GUTTER - if uid_width > 0 { uid_width + GUTTER } else { 0 };
    let region_width = findings.iter().map(|finding| finding.resource.region.chars().count()).max().unwrap_or_default().min(20);
    // A name and an EC2 id side by side need some thirty columns; beyond that messages need the room more.
    let share = room - region_width;
    let resource_width = (share * 2 / 5).max(32.min(share / 2));
    let resources: Vec<String> = findings.iter().map(|finding| resource(finding.resource, resource_width)).collect();
    let resource_width = resources.iter().map(|text| text.width()).max().unwrap_or_default();
    let message_width = room - region_width - resource_width;
    let rows: Vec<[String; 4]> = std::iter::zip(findings, resources)
        .map(|(finding, resource)| {
            let region = neutralise(&finding.resource.region);
            let message = message(finding, message_width);
            [paint(Ink::Faint, finding.uid), resource, elide_middle(&region, region_width).into_owned(), message]
        })
        .collect();
    let places: &[usize] = if uid_width > 0 { &[0, 1, 2, 3] } else { &[1, 2, 3] };
    lay_some(places, [Side::Left; 4], &rows)
}

/// The name, and the id where it says more.
pub(in crate::report) fn resource(resource: &ResourceReference, width: usize) -> String {
    let (name, id) = (neutralise(&resource.name), neutralise(&resource.id));
    if name.is_empty() && id.is_empty() {
        return "–".to_owned();
    }
    if name.is_empty() || name == id {
        return elide_middle(&id, width).into_owned();
    }
    let whole = format!("{name} ({id})");
    if whole.width() <= width {
        return whole;
    }
    // Ids tell resources apart, names may repeat: the name gives way first.
    let id = if id.width() + SHORTEST_NAME + 3 <= width { id } else { elide_middle(&id, width * 3 / 5).into_owned().into() };
    let name = elide_middle(&name, width.saturating_sub(id.width() + 3));
    format!("{name} ({id})")
}

/// The message on at most a few lines, as the end of a sentence that begins with the resource beside it where that reads well.
fn message(finding: &Finding<'_>, width: usize) -> String {
    let message = neutralise(finding.message);
    let mut text = predicate(&message, finding.resource).unwrap_or(&message).to_owned();
    for name in [&finding.resource.arn, &finding.resource.id, &finding.resource.name] {
        let name = neutralise(name);
        if name.width() > width {
            text = text.replace(name.as_ref(), &elide_middle(&name, width * 2 / 3));
        }
    }
    let mut lines = wrap(&text, width);
    if lines.len() > MESSAGE_LINES {
        let rest = lines.split_off(MESSAGE_LINES - 1).join(" ");
        lines.push(elide_end(&rest, width).into_owned().into());
    }
    lines.join("\n")
}

/// "has no owner" of "Bucket billing has no owner", where the words before the name say no more than the resource type does.
fn predicate<'a>(message: &'a str, resource: &ResourceReference) -> Option<&'a str> {
    let mut parts = resource.resource_type.split('.').skip(1);
    let (service, noun) = (parts.next()?, parts.next()?.replace('_', " "));
    [&resource.name, &resource.id].into_iter().filter(|name| !name.is_empty()).find_map(|name| {
        let (before, after) = message.split_once(neutralise(name).as_ref())?;
        let before = before.strip_suffix(' ')?.to_lowercase();
        let says_no_more = before == noun || before == format!("{service} {noun}");
        after.strip_prefix(' ').filter(|_| says_no_more)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str) -> ResourceReference {
        let resource = ResourceReference::unlisted("aws.ec2.security_group", "eu-west-1");
        ResourceReference { name: name.to_owned(), id: "sg-1".to_owned(), ..resource }
    }

    #[test]
    fn a_message_loses_its_subject_only_where_that_says_nothing_more() {
        for (message, name, expected) in [
            ("Security group web opens port 22", "web", Some("opens port 22")),
            ("EC2 security group sg-1 opens port 22", "web", Some("opens port 22")),
            ("Unused security group web opens port 22", "web", None),
            ("No rule of security group web", "web", None),
            ("Security group web", "web", None),
            ("Security group website opens port 22", "web", None),
            ("Port 22 is open", "web", None),
            ("Security group  opens port 22", "", None),
        ] {
            assert_eq!(predicate(message, &group(name)), expected, "{message}");
        }
    }

    #[test]
    fn a_resource_is_named_by_its_name_and_what_tells_it_apart() {
        for (name, width, expected) in [
            ("web", 30, "web (sg-1)"),
            ("sg-1", 30, "sg-1"),
            ("", 30, "sg-1"),
            ("a-very-long-name-of-a-group", 20, "a-very…-group (sg-1)"),
            ("a-very-long-name-of-a-group", 12, "a-…up (sg-1)"),
            ("\u{1b}[0m", 30, "\\u{1b}[0m (sg-1)"),
        ] {
            assert_eq!(resource(&group(name), width), expected);
        }
    }
}
