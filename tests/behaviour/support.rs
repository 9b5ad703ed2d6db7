//! What the tests run the binary with: a clean environment, a moto server, a proxy that records and misbehaves.

pub mod account;
pub mod run;

#[cfg(feature = "aws")]
pub mod answer;
#[cfg(feature = "aws")]
pub mod call;
#[cfg(feature = "aws")]
pub mod moto;
#[cfg(feature = "aws")]
pub mod pages;
#[cfg(feature = "aws")]
pub mod proxy;
#[cfg(feature = "aws")]
pub mod report;
#[cfg(feature = "aws")]
pub mod rest;
#[cfg(feature = "aws")]
pub mod rule;
#[cfg(feature = "aws")]
pub mod synthetic;
#[cfg(feature = "aws")]
pub mod tunnel;
#[cfg(feature = "aws")]
pub mod wire;

pub use run::scan;
