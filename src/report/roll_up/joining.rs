//! How the reports on several accounts become one file.

use std::io::{self, Write};

use super::json;
use crate::model::{RollUp, ScanReport};
use crate::report::format::{Extent, Format};
use crate::report::json::v1;
use crate::report::sarif;

/// Copies an account's part of a file; the account is named by its place.
pub type Part<'a> = dyn FnMut(usize, &mut dyn Write) -> io::Result<()> + 'a;

/// The runs that GitHub takes in one file (GitHub Docs, "SARIF support for code scanning", "Data limits").
const GITHUB_RUNS: usize = 20;

/// How the reports on several accounts become one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// The roll-up, with each account's report in it.
    Json,
    /// A run for each account.
    Sarif,
    /// Rows below one line of headings.
    Rows,
    /// Lines after lines.
    Lines,
}

impl Joining {
    /// How the format of that name is joined; `None` where a file of it can only be of one account.
    #[must_use]
    pub fn of(format: &str) -> Option<Self> {
        match format {
            "json" => Some(Self::Json),
            "sarif" => Some(Self::Sarif),
            "csv" | "csv-assets" => Some(Self::Rows),
            "ocsf" | "asff" => Some(Self::Lines),
            _ => None,
        }
    }

    /// Writes the part of the account that `label` stands for; gives back what the user must know of it.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write_part(
        self,
        format: &Format,
        label: &str,
        report: &ScanReport,
        extent: Extent,
        out: &mut dyn Write,
    ) -> io::Result<Option<String>> {
        match self {
            Self::Json => {
                serde_json::to_writer(out, &v1::Report::of(report, extent))?;
                Ok(None)
            }
            Self::Sarif => sarif::write_run(report, label, out),
            Self::Rows | Self::Lines => (format.write)(report, extent, out),
        }
    }

    /// Joins the parts of the accounts that have one, in the order of the roll-up. Where it is of no account, the parts say why.
    ///
    /// # Errors
    /// Those of `out` and of `part`.
    pub fn join(self, roll_up: &RollUp, known: &[usize], part: &mut Part<'_>, out: &mut dyn Write) -> io::Result<()> {
        let places: Vec<usize> = match roll_up.accounts.as_slice() {
            [] => known.to_vec(),
            accounts => accounts.iter().map(|account| account.place).filter(|place| known.contains(place)).collect(),
        };
        match self {
            Self::Json => json::join(roll_up, known, part, out),
            Self::Sarif => {
                out.write_all(sarif::BEFORE_RUNS.as_bytes())?;
                for (number, place) in places.into_iter().enumerate() {
                    out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
                    part(place, out)?;
                }
                out.write_all(sarif::AFTER_RUNS.as_bytes())
            }
            Self::Rows => {
                for (number, place) in places.into_iter().enumerate() {
                    if number == 0 {
                        part(place, out)?;
                    } else {
                        part(place, &mut WithoutFirstLine { out: &mut *out, is_past: false })?;
                    }
                }
                Ok(())
            }
            Self::Lines => places.into_iter().try_for_each(|place| part(place, out)),
        }
    }

    /// What the user must know of the whole file.
    #[must_use]
    pub fn warning(self, roll_up: &RollUp) -> Option<String> {
        let runs = roll_up.accounts.len();
        (self == Self::Sarif && runs > GITHUB_RUNS).then(|| {
            format!("the SARIF report has {runs} runs, and GitHub takes at most {GITHUB_RUNS} in one file; --output-dir writes one for each account")
        })
    }
}

/// Drops everything up to the first line break.
struct WithoutFirstLine<'a> {
    out: &'a mut dyn Write,
    is_past: bool,
}

impl Write for WithoutFirstLine<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_past {
            return self.out.write(bytes);
        }
        let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return Ok(bytes.len()) };
        self.is_past = true;
        self.out.write_all(&bytes[end + 1..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
