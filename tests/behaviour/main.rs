//! Behaviour through the binary, as a user or a CI job would see it.
//!
//! Nothing here links a cloud: the binary runs as a process, against the embedded mock accounts or against a moto server with a
//! recording proxy before it that can also misbehave the way AWS and networks do.

#![expect(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test binary offers nothing to others, and a failure in its support is a failed test"
)]

mod support;

mod command_line;
mod configuration;
mod connections;
mod frameworks;
mod incremental;
mod interrupt;
mod mock_accounts;
mod outputs;
mod permissions;
mod running;
mod several_accounts;
mod shards;
mod snapshots;
mod stored;
mod templates;

#[cfg(feature = "aws")]
mod aws;
