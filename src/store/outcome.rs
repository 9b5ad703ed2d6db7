//! What a job leaves behind, written and read as one.

pub(super) mod read;
pub(super) mod shared;
pub(super) mod write;
