//! The formats in which a finished scan, or a comparison of two, is written.
//!
//! Each format reads [`crate::model::ScanReport`], or [`crate::model::Comparison`] where two scans are compared, and writes; none of
//! them decides a verdict, a status or an exit code, and none knows of the engine, a cloud or the command line.

pub mod accounts;
pub mod asff;
pub mod comparison;
#[cfg(test)]
mod conformance;
pub mod csv;
mod escaped_json;
mod evaluation;
pub mod format;
pub mod github_annotations;
pub mod html;
pub mod json;
pub mod json_lines;
pub mod junit;
mod layout;
pub mod markdown;
pub mod ocsf;
mod path_segment;
pub mod permissions;
pub mod plan;
pub mod preflight;
pub mod roll_up;
#[doc(hidden)]
pub mod sample;
pub mod sarif;
pub mod settings;
pub mod stored;
pub mod table;
