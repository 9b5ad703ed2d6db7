//! Several accounts together: a table for people, a document for programs, and files that join the reports on each.

mod joining;
mod json;
mod table;
pub mod v1;

pub use joining::{Joining, Part};
pub use json::{schema, write as write_json};
pub use table::render as table;

#[cfg(test)]
mod tests;
