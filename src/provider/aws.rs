//! An AWS account, read through the AWS SDK: the only module that knows the SDK.
//!
//! ```text
//! AwsProvider ──> collect ──> Session ──> clients ──> gate (limiter, time-outs, meter) ──> one HTTP client
//! ```

mod cleaning;
pub mod clients;
pub mod collect;
pub mod errors;
pub mod gate;
pub mod memo;
pub mod pages;
pub mod session;
