//! Scans on several machines: each scans a part and leaves its result in a place that all of them reach.
//!
//! A result is the store of a scan, in one file: whatever a stored scan knows, the merged one will.

pub(super) mod bucket;
mod digest;
mod name;
mod part;
mod place;

pub(super) use digest::plan_digest;
pub(super) use name::ResultName;
pub(super) use part::{Part, leave};
pub(super) use place::{Place, ResultsUrl};
