//! Runs a plan: jobs in a bounded pool over shared evidence, each call made at most once, each failure kept where it happened.
//!
//! Sees checks and the provider trait, never a cloud, a terminal or a file.

pub mod assignment;
mod availability;
pub mod cancellation;
mod endings;
mod evaluation;
pub mod evidence;
mod forecast;
mod job_run;
mod permissions;
pub mod plan;
mod preflight;
pub mod prepare;
pub mod run;
pub mod scope;

pub use cancellation::Cancellation;
pub use permissions::permissions;
pub use preflight::preflight;
pub use prepare::{PreparedScan, ScanRequest, nothing_ran, prepare, stopped_early};
pub use run::{EngineSettings, run};
