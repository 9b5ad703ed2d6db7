//! The words of the project as types: what a scan finds, how it went and what is reported.
//!
//! Everything else depends on this module; it depends on nothing of ours. It knows no cloud's API, no expression language, no
//! terminal and no command line.

pub mod account;
pub mod address;
pub mod asset;
pub mod charge;
pub mod check;
pub mod check_result;
pub mod colour;
pub mod comparison;
pub mod compliance;
pub mod event;
pub mod fold;
pub mod forecast;
pub mod framework;
pub mod gap;
pub mod hexadecimal;
pub mod job;
pub mod known_findings;
pub mod nearest;
pub mod outcome;
mod parameter_setting;
pub mod pattern;
pub mod permissions;
pub mod plain_text;
pub mod plan;
pub mod preflight;
pub mod properties;
pub mod property;
pub mod regions;
pub mod report;
pub mod resource;
pub mod role;
pub mod scan;
pub mod severity;
pub mod summary;
pub mod suppression;
pub mod warning;

pub use account::Account;
pub use asset::{Asset, ResourceReference};
pub use check::{CheckMetadata, Remediation, Requirement};
pub use check_result::CheckResult;
pub use colour::Colour;
pub use comparison::Comparison;
pub use compliance::{Compliance, Fulfilment};
pub use event::{Event, Listener};
pub use framework::{Framework, FrameworkRequirement};
pub use gap::{Gap, GapKind};
pub use hexadecimal::hexadecimal;
pub use job::{Job, JobKind, JobOutcome, JobStatus, LedgerEntry};
pub use known_findings::{KnownFindings, Novelty};
pub use outcome::Outcome;
pub use parameter_setting::ParameterSetting;
pub use permissions::{Need, Permissions, Purpose};
pub use preflight::Preflight;
pub use properties::Properties;
pub use property::Property;
pub use report::ScanReport;
pub use role::Role;
pub use scan::{ScanHeader, ScanStatus, ScanType};
pub use severity::Severity;
pub use summary::{CallCounts, Summary};
pub use suppression::{Mute, SuppressionRule, Suppressions};
pub use warning::Warning;
