//! Looks for secrets in texts: user data, environment variables, templates, definitions.
//!
//! Text in, and of each secret only its kind and its line out. What was found is never kept, so that no report, store or log can
//! hold it. [`from_base64`] and [`plain`] decode, within limits.

mod assignment;
mod patterns;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::collect::strict::Asked;
use crate::model::Property;
use crate::model::resource::secret::SecretTrace;

/// The longest text that is searched, in bytes. The largest that AWS takes of what collectors read is a template of 1 MB.
const MOST_BYTES: usize = 1024 * 1024;

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Search {
    /// What looks like a secret, by line and kind, each kind once a line.
    pub(super) traces: Vec<SecretTrace>,
    /// Whether the whole text was searched.
    pub(super) complete: bool,
}

impl Search {
    /// The traces as a property: unknown where nothing was found in a text of which only the beginning was searched.
    pub(super) fn property(&self, asked: Asked<'_>) -> Property {
        if self.traces.is_empty() && !self.complete {
            return Property::unknown(asked.malformed(format!("the text is longer than the {MOST_BYTES} bytes that are searched")));
        }
        Property::from_typed(&self.traces)
    }
}

/// Searches a text.
pub(super) fn search(text: &str) -> Search {
    let end = text.floor_char_boundary(MOST_BYTES);
    let mut traces = BTreeSet::new();
    for (number, line) in (1_i64..).zip(text[..end].lines()) {
        traces.extend(kinds_in(line).into_iter().map(|kind| (number, kind)));
    }
    let traces = traces.into_iter().map(|(line, kind)| SecretTrace { kind: kind.to_owned(), line });
    Search { traces: traces.collect(), complete: end == text.len() }
}

/// What the value of an environment variable (or of another setting called `name`) looks like; `None` for no secret.
pub(super) fn kind_of_setting(name: &str, value: &str) -> Option<&'static str> {
    let value = &value[..value.floor_char_boundary(MOST_BYTES)];
    value.lines().find_map(|line| kinds_in(line).first().copied()).or_else(|| assignment::kind(name, value))
}

/// The kinds of secret in a line.
fn kinds_in(line: &str) -> BTreeSet<&'static str> {
    patterns::kinds_in(line).chain(assignment::kinds_in(line)).collect()
}

/// The shape [`UserData`](crate::model::resource::ec2::compute::UserData) of a text in base64, packed or not; null where there is none.
pub(super) fn of_user_data(asked: Asked<'_>, base64: Option<&str>) -> Property {
    let Some(base64) = base64.filter(|text| !text.trim().is_empty()) else { return Property::Null };
    match from_base64(base64) {
        Some(text) => Property::Map([("secrets", search(&text).property(asked))].into()),
        None => Property::unknown(asked.malformed("the user data is not base64")),
    }
}

/// The text of base64, unpacked where it is packed; `None` where it is not base64.
pub(super) fn from_base64(text: &str) -> Option<String> {
    let packed: String = text.split_ascii_whitespace().collect();
    aws_smithy_types::base64::decode(packed).ok().map(|bytes| plain(&bytes))
}

/// Bytes as text, unpacked where they are gzip. One byte more than is searched is kept, by which [`search`] sees that the text goes on.
pub(super) fn plain(bytes: &[u8]) -> String {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut unpacked = Vec::new();
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    // What was unpacked before an error counts; what only looks like gzip is searched as it is.
    match MultiGzDecoder::new(bytes).take(limit).read_to_end(&mut unpacked) {
        Err(_) if unpacked.is_empty() => String::from_utf8_lossy(bytes).into_owned(),
        _ => String::from_utf8_lossy(&unpacked).into_owned(),
    }
}
