//! A segment of a path made of what somebody else has named.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::model::hexadecimal;

/// Bytes that a segment may have: as many as file systems take.
const SEGMENT_LIMIT: usize = 255;

/// One segment of a path: percent-encoded, never empty, never `.` or `..`, and not longer than file systems take.
pub(super) fn path_segment(text: &str) -> String {
    path_segment_within(text, SEGMENT_LIMIT)
}

/// The same of at most `limit` bytes, for a part of a segment. What is longer is cut and told apart by a hash, which takes 17 of them.
pub(super) fn path_segment_within(text: &str, limit: usize) -> String {
    let mut encoded = String::with_capacity(text.len());
    if text.bytes().all(|byte| byte == b'.') {
        encoded.push('_');
    }
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    if encoded.len() > limit {
        let mut end = limit.max(20) - 17;
        // Not within an escape of three bytes.
        end -= encoded[end - 2..end].rfind('%').map_or(0, |position| 2 - position);
        encoded = format!("{}~{}", &encoded[..end], hexadecimal(&Sha256::digest(text.as_bytes())[..8]));
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_segment_is_cut_between_escapes_and_stays_distinct() {
        for padding in 0..4 {
            let [one, other] = ["1", "2"].map(|end| path_segment(&format!("{}{}{end}", "x".repeat(padding), "é".repeat(400))));
            assert!(one.len() <= SEGMENT_LIMIT, "{}", one.len());
            assert_ne!(one, other);
            let (kept, _) = one.split_once('~').unwrap();
            assert_eq!((kept.len() - padding) % 3, 0, "{kept}");
        }
    }
}
