//! The live picture of several accounts: pure.

use unicode_width::UnicodeWidthStr;

use super::Live;
use super::row::{Row, Stage};
use crate::model::{Colour, JobStatus};
use crate::progress::frame::{Area, SPINNER};
use crate::progress::line::{BARE, BOLD, DIM, LIVE, Line, WARN, style_of};
use crate::progress::quantity::{clock, counted, grouped, took};

/// Wider lines say no more.
const WIDEST: usize = 118;
/// How long each picture of the spinner stays, in milliseconds.
const SPIN: u128 = 100;
const ID: usize = 12;
const LONGEST_NAME: usize = 24;
const PERCENT: usize = 4;
const ASSETS: usize = 7;
const FINDINGS: usize = 8;
/// Columns of blank between cells, and of the symbol with the blanks around it.
const GAP: usize = 2;
const SYMBOL: usize = 3;
/// A bar that is shorter shows nothing that the percentage beside it does not.
const SHORTEST_BAR: usize = 6;

impl Live {
    /// The picture, empty after the end: at most `area.rows` lines of at most `area.width` columns.
    pub(super) fn picture(&self, area: Area, colour: Colour) -> String {
        if self.has_ended {
            return String::new();
        }
        let width = area.width.saturating_sub(1).min(WIDEST);
        let spinner = SPINNER[usize::try_from(self.begun.elapsed().as_millis() / SPIN).unwrap_or(0) % SPINNER.len()];
        let columns = Columns::of(&self.rows, width);
        let mut lines = vec![self.first(spinner, width), Line::default(), columns.heading()];
        let room = area.rows.saturating_sub(lines.len() + 1);
        lines.extend(self.shown(room, &columns, spinner));
        lines.truncate(area.rows.max(1));
        lines.iter().map(|line| line.paint(area.width, colour)).collect::<Vec<_>>().join("\n")
    }

    /// `⠹ 12 of 30 accounts  1 min 05 s            1,204 calls · 3 throttled`
    fn first(&self, spinner: &str, width: usize) -> Line {
        let ended = self.rows.iter().filter(|row| row.status().is_final()).count();
        let line = Line::default().text(LIVE, &format!(" {spinner} "));
        let line = line.text(BOLD, &format!("{ended} of {}", counted(self.rows.len() as u64, "account")));
        let mut line = line.text(BARE, &format!("  {}", clock(self.begun.elapsed())));
        if self.is_stopping {
            line = line.text(DIM, " · ").text(WARN, "stopping… (ctrl-c again to abort)");
        }
        let sum = |of: fn(&Row) -> u64| self.rows.iter().map(of).sum::<u64>();
        let mut calls = Line::default().text(BARE, &counted(sum(|row| row.calls), "call"));
        let throttled = sum(|row| row.throttled);
        if throttled > 0 {
            calls = calls.text(DIM, " · ").text(WARN, &format!("{} throttled", grouped(throttled)));
        }
        match width.checked_sub(line.width() + calls.width() + GAP) {
            Some(blank) => line.text(BARE, &" ".repeat(blank + GAP)).append(calls),
            None => line,
        }
    }

    /// Accounts in at most `room` lines: those under way have lines of their own as long as there is room, the others fold.
    fn shown(&self, room: usize, columns: &Columns, spinner: &str) -> Vec<Line> {
        let own = |row: &Row| columns.row(row, spinner);
        if self.rows.len() <= room {
            return self.rows.iter().map(own).collect();
        }
        let with = |wanted: fn(JobStatus) -> bool| self.rows.iter().filter(move |row| wanted(row.status())).collect::<Vec<_>>();
        let ended = with(JobStatus::is_final);
        let (running, queued) = (with(|status| status == JobStatus::Running), with(|status| status == JobStatus::Queued));
        let mut lines: Vec<Line> = Vec::new();
        lines.extend(fold(&ended, 1, "done", columns, &own));
        let queue = usize::from(!queued.is_empty());
        lines.extend(fold(&running, room.saturating_sub(lines.len() + queue), "running", columns, &own));
        lines.extend(fold(&queued, room.saturating_sub(lines.len()), "queued", columns, &own));
        lines.truncate(room);
        lines
    }
}

/// The first accounts in lines of their own, and the rest in the last line that there is room for.
fn fold(rows: &[&Row], room: usize, word: &str, columns: &Columns, own: &impl Fn(&Row) -> Line) -> Vec<Line> {
    if rows.len() <= room {
        return rows.iter().map(|row| own(row)).collect();
    }
    let shown = room.saturating_sub(1);
    let rest = &rows[shown..];
    rows[..shown].iter().map(|row| own(row)).chain((room > 0).then(|| columns.folded(rest, word, shown))).collect()
}

/// The columns of the accounts' lines.
struct Columns {
    /// 0 where no account has a name.
    name: usize,
    bar: usize,
}

impl Columns {
    fn of(rows: &[Row], width: usize) -> Self {
        let fixed = SYMBOL + ID + GAP + GAP + PERCENT + GAP + ASSETS + GAP + FINDINGS;
        let longest = rows.iter().map(|row| row.name.width()).max().unwrap_or_default().min(LONGEST_NAME);
        let room = width.saturating_sub(fixed + GAP + SHORTEST_BAR + 1);
        let name = longest.min(room);
        let taken = fixed + if name > 0 { name + GAP } else { 0 };
        Self { name, bar: width.saturating_sub(taken + 1) }
    }

    fn heading(&self) -> Line {
        let line = Line::default().left(DIM, "   account", SYMBOL + ID);
        let line = if self.name > 0 { line.gap().left(DIM, "name", self.name) } else { line };
        let line = line.gap().left(DIM, "progress", self.bar + 1 + PERCENT);
        line.gap().right(DIM, "assets", ASSETS).gap().right(DIM, "findings", FINDINGS)
    }

    fn row(&self, row: &Row, spinner: &str) -> Line {
        let status = row.status();
        let style = style_of(status);
        let symbol = match status {
            JobStatus::Queued => "·",
            JobStatus::Running => spinner,
            JobStatus::Succeeded => "✓",
            JobStatus::Partial => "!",
            JobStatus::Failed => "✗",
            JobStatus::Cancelled => "-",
        };
        let id = if row.account_id.is_empty() { "–" } else { &row.account_id };
        let line = Line::default().text(style, &format!(" {symbol} ")).left(BARE, id, ID);
        let line = if self.name > 0 { line.gap().left(BARE, &row.name, self.name) } else { line };
        let cell = self.bar + 1 + PERCENT;
        let line = match &row.stage {
            Stage::Waiting => line.gap().left(DIM, "", cell),
            Stage::Connecting => line.gap().left(DIM, "connecting", cell),
            Stage::Running(_) => {
                let percent = format!("{:>3}%", percent(row.fraction));
                line.gap().bar(style, row.fraction, self.bar).text(BARE, " ").text(BARE, &percent)
            }
            Stage::Ended { status } => {
                let word = if row.regions == 0 { "not scanned" } else { status.as_str() };
                let took = if row.regions == 0 { String::new() } else { format!(" in {}", took(row.elapsed)) };
                line.gap().left(style, &format!("{word}{took}"), cell)
            }
        };
        if row.regions == 0 {
            return line;
        }
        let line = line.gap().right(BARE, &grouped(row.assets), ASSETS);
        let style = if row.findings > 0 { WARN } else { BARE };
        line.gap().right(style, &grouped(row.findings), FINDINGS)
    }

    /// `18 accounts done (1 failed, 2 partial)`, with what they have together.
    fn folded(&self, rows: &[&Row], word: &str, shown: usize) -> Line {
        let count = |status: JobStatus| rows.iter().filter(|row| row.status() == status).count();
        let worse: Vec<(usize, JobStatus)> = [JobStatus::Failed, JobStatus::Cancelled, JobStatus::Partial]
            .into_iter()
            .map(|status| (count(status), status))
            .filter(|(count, _)| *count > 0)
            .collect();
        let notes: Vec<String> = worse.iter().map(|(count, status)| format!("{count} {status}")).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
        let more = if shown > 0 { "more " } else { "" };
        let noun = if rows.len() == 1 { "account" } else { "accounts" };
        let label = format!("{} {more}{noun} {word}{notes}", rows.len());
        let room = ID + if self.name > 0 { GAP + self.name } else { 0 } + GAP + self.bar + 1 + PERCENT;
        let style = worse.first().map_or(DIM, |(_, status)| style_of(*status));
        let line = Line::default().text(BARE, "   ").left(style, &label, room);
        let (assets, findings) = rows.iter().fold((0, 0), |(assets, findings), row| (assets + row.assets, findings + row.findings));
        if assets + findings == 0 {
            return line;
        }
        line.gap().right(BARE, &grouped(assets), ASSETS).gap().right(BARE, &grouped(findings), FINDINGS)
    }
}

/// Whole hundredths, never 100 before the end.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 99")]
fn percent(fraction: f64) -> u8 {
    (fraction.clamp(0.0, 0.99) * 100.0) as u8
}
