//! Checks as data: files with metadata, one expression and their own examples, and what evaluates, lints and selects them.
//!
//! Nothing here knows a cloud's API or where evidence comes from: an asset's properties are all a check can see.

pub mod check;
pub mod document;
pub mod example;
pub mod expression;
pub mod framework;
mod in_use;
pub mod library;
pub mod lint;
pub mod masking;
pub mod message;
pub mod parameters;
pub mod profile;
pub mod questions;
pub mod selection;
pub mod shape;
pub mod yaml;

pub use check::{Check, Verdict};
pub use library::{Library, LibraryError, OwnFolders};
