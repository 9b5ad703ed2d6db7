//! Bars as inline SVG: widths are shares of the drawing's, so that text keeps its size on every screen.

use std::io::{self, Write};

use super::markup::Text;
use crate::report::layout::words::number;

/// Pixels from one bar to the next.
const PITCH: usize = 26;
/// Where bars begin, in percent of the width; labels stand before.
const BARS_FROM: f64 = 30.0;
/// The longest bar, in percent of the width; the number stands behind.
const LONGEST: f64 = 58.0;
/// The shortest part, in percent of the width.
const SLIMMEST: f64 = 0.6;

/// A bar: its label and the parts that it is made of.
pub(super) struct Bar<'a> {
    pub(super) label: &'a str,
    pub(super) parts: Vec<Part>,
}

/// A part of a bar: its class (which gives its colour), its name and its size.
pub(super) struct Part {
    pub(super) class: &'static str,
    pub(super) size: u64,
}

impl Bar<'_> {
    fn total(&self) -> u64 {
        self.parts.iter().map(|part| part.size).sum()
    }
}

/// `part` of `whole` of `room`, as SVG takes a share.
fn share(part: u64, whole: u64, room: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "pixels are coarser")]
    let ratio = if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    ratio * room
}

/// Puts a chart of bars, each with its label before and its total behind. `about` says it to those who do not see it.
pub(super) fn put_bars(about: &str, bars: &[Bar<'_>], out: &mut dyn Write) -> io::Result<()> {
    let longest = bars.iter().map(Bar::total).max().unwrap_or_default();
    writeln!(out, r#"<svg class="chart" width="100%" height="{}" role="img" aria-label="{}">"#, bars.len() * PITCH, Text(about))?;
    for (place, bar) in bars.iter().enumerate() {
        let top = place * PITCH;
        write!(out, r#"<text x="0" y="{}">{}</text>"#, top + 17, Text(bar.label))?;
        write!(out, r#"<rect class="track" x="{BARS_FROM}%" y="{}" width="{LONGEST}%" height="12" rx="2"/>"#, top + 6)?;
        put_parts(&bar.parts, longest, (BARS_FROM, LONGEST), (top + 6, 12), out)?;
        writeln!(out, r#"<text class="total" x="100%" y="{}">{}</text>"#, top + 17, number(bar.total()))?;
    }
    writeln!(out, "</svg>")
}

/// Puts one bar over the whole width, of which `parts` are the whole, and below it what each of them is.
pub(super) fn put_whole(about: &str, parts: &[Part], out: &mut dyn Write) -> io::Result<()> {
    let whole = parts.iter().map(|part| part.size).sum();
    write!(out, r#"<svg class="whole" width="100%" height="10" role="img" aria-label="{}">"#, Text(about))?;
    put_parts(parts, whole, (0.0, 100.0), (0, 10), out)?;
    write!(out, "</svg>\n<ul class=\"legend\">")?;
    for Part { class, size } in parts {
        let (size, word) = (number(*size), class.replace('-', " "));
        write!(out, r#"<li><span class="swatch {class}" aria-hidden="true"></span>{size} {word}</li>"#)?;
    }
    writeln!(out, "</ul>")
}

fn put_parts(
    parts: &[Part],
    whole: u64,
    (from, room): (f64, f64),
    (top, height): (usize, usize),
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut before = 0;
    for part in parts.iter().filter(|part| part.size > 0) {
        // What is little is still seen.
        let (x, width) = (from + share(before, whole, room), share(part.size, whole, room).max(SLIMMEST));
        write!(
            out,
            r#"<rect class="part {0}" x="{x:.2}%" y="{top}" width="{width:.2}%" height="{height}"><title>{1} {2}</title></rect>"#,
            part.class,
            number(part.size),
            part.class.replace('-', " ")
        )?;
        before += part.size;
    }
    Ok(())
}
