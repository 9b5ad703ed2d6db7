//! AWS Backup: what of other services it takes care of. It has no types of its own here.

mod opt_in;
mod protection;
mod selection;

pub(super) use protection::{protections, selections};
