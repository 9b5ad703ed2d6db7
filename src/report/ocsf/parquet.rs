//! The same events as Parquet, in the layout in which Amazon Security Lake takes what a custom source has written.
//!
//! Below the folder of the source stands a file for each region, `region=REGION/accountId=ACCOUNT/eventDay=YYYYMMDD/SCAN.parquet`: the
//! region of the resources, the account, and the day in UTC on which the scan ended, which is the time of its events. Objects are nested
//! columns. The events of a file are written in row groups of some megabytes, so that memory does not grow with their number.
//!
//! Source: Amazon Security Lake User Guide, "Collecting data from custom sources in Security Lake".

mod columns;
mod layout;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use self::columns::Columns;
use super::event::Event;
use super::told;
use crate::model::{CheckResult, ScanReport};
use crate::report::evaluation::evaluation;
use crate::report::format::Extent;
use crate::report::layout::words::known;
use crate::report::path_segment::path_segment_within;

/// Bytes of text in a row group before they are compressed; the guide allows more, and a scan is small.
const ROW_GROUP_BYTES: usize = 8 * 1024 * 1024;

/// Bytes of a name in a path; file systems take 255 with what stands before and behind it.
const NAME_BYTES: usize = 200;

/// A file of the report: a partition of the source.
pub struct Part<'a> {
    report: &'a ScanReport,
    extent: Extent,
    region: String,
}

/// The files of the report, by region.
#[must_use]
pub fn parts(report: &ScanReport, extent: Extent) -> Vec<Part<'_>> {
    let evaluation = evaluation(report);
    let regions: BTreeSet<&str> = told(report, extent, evaluation.as_ref()).map(region).collect();
    let regions: Vec<String> = regions.into_iter().map(str::to_owned).collect();
    regions.into_iter().map(|region| Part { report, extent, region }).collect()
}

impl Part<'_> {
    /// Where it belongs, below the folder of the source.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        let header = &self.report.header;
        let part = |text: &str| path_segment_within(text, NAME_BYTES);
        [
            format!("region={}", part(known(&self.region))),
            format!("accountId={}", part(known(&header.account_id))),
            format!("eventDay={}", self.report.ended_at.strftime("%Y%m%d")),
            format!("{}.parquet", part(&header.id)),
        ]
        .iter()
        .collect()
    }

    /// Writes the file.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: &mut (dyn Write + Send)) -> io::Result<()> {
        self.write_in_groups(ROW_GROUP_BYTES, out)
    }

    fn write_in_groups(&self, group_bytes: usize, out: &mut (dyn Write + Send)) -> io::Result<()> {
        let schema = Arc::new(parse_message_type(layout::MESSAGE)?);
        let mut columns = Columns::of(&schema);
        let mut writer = SerializedFileWriter::new(out, schema, Arc::new(properties()))?;
        let evaluation = evaluation(self.report);
        let of_region = told(self.report, self.extent, evaluation.as_ref()).filter(|result| region(result) == self.region);
        for result in of_region {
            columns.add(&serde_json::to_value(Event::of(self.report, result))?)?;
            if columns.bytes() >= group_bytes {
                columns.write(&mut writer)?;
            }
        }
        columns.write(&mut writer)?;
        writer.close()?;
        Ok(())
    }
}

/// The region of an event, which is that of the resource that it tells of.
fn region(result: &CheckResult) -> &str {
    &result.reported().region
}

/// Who has written a file, in the form that the format asks for: readers leave statistics aside whose writer they cannot make out.
const WRITER: &str = concat!(env!("CARGO_PKG_NAME"), " version ", env!("CARGO_PKG_VERSION"), " (build release)");

fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_created_by(WRITER.to_owned())
        .set_compression(Compression::SNAPPY)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .build()
}

#[cfg(test)]
mod tests;
