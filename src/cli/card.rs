//! Pages for people: wrapped paragraphs, plain tables, and a check explained.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

use super::arguments::ColorChoice;
use super::settings::{Stream, colour};
use crate::checks::Check;
use crate::model::{Colour, Requirement, Severity};

/// What a page is written on.
pub(super) struct Paper {
    width: usize,
    colour: Colour,
}

impl Paper {
    /// The terminal behind stdout.
    pub(super) fn of_stdout(choice: ColorChoice) -> Self {
        let width = terminal_size::terminal_size_of(std::io::stdout()).map_or(100, |(width, _)| usize::from(width.0));
        Self { width: width.clamp(40, 110), colour: colour(choice, Stream::Stdout) }
    }

    fn styled(&self, text: &str, style: Style) -> String {
        if self.colour == Colour::On { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    /// Text that stands out.
    pub(super) fn strong(&self, text: &str) -> String {
        self.styled(text, Style::new().bold())
    }

    /// Text that the eye may skip, line by line.
    pub(super) fn faint(&self, text: &str) -> String {
        text.lines().map(|line| self.styled(line, Style::new().dimmed())).collect::<Vec<_>>().join("\n")
    }

    /// The name of a part of a page.
    pub(super) fn heading(&self, text: &str) -> String {
        self.styled(text, Style::new().bold().fg_color(Some(AnsiColor::Cyan.into())))
    }

    fn severity(&self, severity: Severity) -> String {
        let colour = match severity {
            Severity::Critical | Severity::High => AnsiColor::Red,
            Severity::Medium => AnsiColor::Yellow,
            Severity::Low => AnsiColor::Blue,
            Severity::Informational => AnsiColor::BrightBlack,
        };
        self.styled(severity.as_str(), Style::new().bold().fg_color(Some(colour.into())))
    }

    /// A paragraph, each line indented.
    pub(super) fn wrap(&self, text: &str, indent: usize) -> String {
        let indent = " ".repeat(indent);
        let options = textwrap::Options::new(self.width).initial_indent(&indent).subsequent_indent(&indent);
        textwrap::fill(&text.split_whitespace().collect::<Vec<_>>().join(" "), options)
    }
}

/// Anything as indented JSON, ended by a line break.
pub(super) fn pretty<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

/// A table without lines, fitted to the paper.
pub(super) fn table<const N: usize>(headings: [&str; N], rows: impl IntoIterator<Item = [String; N]>, paper: &Paper) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(paper.width).unwrap_or(100));
    table.set_header(headings);
    table.add_rows(rows);
    let text = table.trim_fmt();
    // Only now: escape sequences would count as columns.
    let (header, rows) = text.split_once('\n').unwrap_or((&text, ""));
    format!("{}\n{rows}\n", paper.strong(header))
}

/// A check, explained.
pub(super) fn check(check: &Check, paper: &Paper) -> String {
    let metadata = &check.metadata;
    let mut page = String::new();
    let _ = writeln!(page, "{}", paper.strong(&metadata.title));
    let _ = writeln!(page, "{} · {} · {}\n", metadata.id, paper.severity(metadata.severity), metadata.categories.join(", "));
    section(&mut page, paper, "What it looks at", &looks_at(check, paper));
    section(&mut page, paper, "Why it matters", &paper.wrap(&metadata.risk, 2));
    section(&mut page, paper, "How to mend it", &remedy(check, paper));
    if check.parameters.iter().next().is_some() {
        section(&mut page, paper, "What you can set", &parameters(check, paper));
    }
    section(&mut page, paper, "Which benchmark asks for it", &or_none(asked_by(&metadata.requirements, paper)));
    let actions: Vec<String> = check.actions().into_iter().map(|action| format!("  {action}")).collect();
    section(&mut page, paper, "Which API actions it needs", &or_none(actions.join("\n")));
    section(&mut page, paper, "Also known as", &or_none(paper.wrap(&metadata.aliases.join(", "), 2)));
    page
}

/// A line for each framework: what it asks for, or where it asks in several places, only where.
fn asked_by(requirements: &[Requirement], paper: &Paper) -> String {
    let of_framework = requirements.chunk_by(|one, other| one.framework == other.framework).map(|asked| match asked {
        [only] => format!("{} {}: {}", only.framework, only.requirement, only.title),
        several => {
            let ids: Vec<&str> = several.iter().map(|one| one.requirement.as_str()).collect();
            format!("{} {}", several[0].framework, ids.join(", "))
        }
    });
    of_framework.map(|line| paper.wrap(&line, 2)).collect::<Vec<_>>().join("\n")
}

fn looks_at(check: &Check, paper: &Paper) -> String {
    let mut text = format!("  {} ({})\n", check.metadata.resource, check.resource_type.plural);
    if let Some(when) = &check.when {
        let _ = writeln!(text, "{}", paper.wrap(&format!("when {}", when.source()), 2));
    }
    text.push_str(&paper.wrap(&format!("pass {}", check.pass.source()), 2));
    if let Some(reported) = check.reported_on() {
        let _ = write!(text, "\n{}", paper.wrap(&reported, 2));
    }
    text
}

/// Each parameter as it is typed after `--set`, and what it decides.
fn parameters(check: &Check, paper: &Paper) -> String {
    let each = check.parameters.iter().map(|(name, parameter)| {
        let default = match &parameter.default {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Array(items) => items.iter().filter_map(|item| item.as_str()).collect::<Vec<_>>().join(","),
            other => other.to_string(),
        };
        format!("  --set {}.{name}={default}\n{}", check.metadata.id, paper.wrap(&parameter.description, 4))
    });
    each.collect::<Vec<_>>().join("\n")
}

fn remedy(check: &Check, paper: &Paper) -> String {
    let remediation = &check.metadata.remediation;
    let mut text = paper.wrap(&remediation.text, 2);
    for (label, code) in [("AWS CLI", &remediation.cli), ("Terraform", &remediation.terraform)] {
        if let Some(code) = code {
            let _ = write!(text, "\n\n  {}", paper.strong(label));
            for line in code.trim_end().lines() {
                let _ = write!(text, "\n    {line}");
            }
        }
    }
    if let Some(url) = &remediation.url {
        let _ = write!(text, "\n\n  {url}");
    }
    text
}

fn or_none(text: String) -> String {
    if text.trim().is_empty() { "  none".to_owned() } else { text }
}

fn section(page: &mut String, paper: &Paper, heading: &str, body: &str) {
    let _ = writeln!(page, "{}\n{}\n", paper.heading(heading), body.trim_end());
}
