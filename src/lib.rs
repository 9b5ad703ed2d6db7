//! A cloud posture scanner that is never silently incomplete.
//!
//! ```text
//! flags + env ──> Settings ──> Plan (jobs) ──> Engine (bounded pool) ──> Provider (collectors, facets) ──> cloud API
//!                                 │                │
//!   checks/ + profiles/ ──> selected checks        ├──> Evaluate (CEL on assets) ──> results, gaps
//!                                                  └──> events ──> store, progress, JSON lines, the report
//! ```
//!
//! Dependencies go one way: `main → cli → {checks, provider, engine, store, report, progress} → model`. `tests/architecture.rs` keeps it so.

pub mod checks;
pub mod cli;
pub mod engine;
pub mod model;
pub mod progress;
pub mod provider;
pub mod report;
pub mod store;
