//! A run of a scan, from the account's introduction to the exit code: the same whether the scan is new or goes on.

mod baseline;
mod conclusion;
mod introduction;
mod kept;
mod lookup;
mod preflight;
mod recent;
mod recording;
mod reuse;
mod rival;

use std::sync::Arc;

pub(super) use baseline::Baseline;
pub(super) use conclusion::conclude;
#[cfg(feature = "aws")]
pub(super) use introduction::aws_settings;
#[cfg(not(feature = "aws"))]
pub(super) use introduction::no_aws;
pub(super) use introduction::{Network, Refusal, connect_over, connect_to, introduce, introduce_over};
pub(super) use kept::Kept;
pub(super) use lookup::open_existing;
pub(super) use preflight::{Demand, Wish, cleared, subject};
pub(super) use recent::{begun_ago, find as find_recent, say_why as say_why_nothing_runs};
pub(super) use recording::NOT_STORED;
pub(super) use reuse::spared;
pub(super) use rival::{account, find as find_rival, standing};

use super::outputs::Outputs;
use super::settings::{OutputSettings, Verbosity};
use crate::model::Listener;
use crate::progress;

/// Everyone who hears what the engine tells, but for the store.
pub(super) fn listener(settings: &OutputSettings, outputs: &Outputs) -> Arc<dyn Listener> {
    let mut listeners: Vec<Arc<dyn Listener>> = vec![progress::listener(settings.progress, settings.progress_colour)];
    if let Some(lines) = outputs.json_lines() {
        listeners.push(lines);
    }
    Arc::new(listeners)
}

/// A panic in a task is reported by the job that it failed; its own message would tear the screen.
pub(super) fn quiet_panics(verbosity: Verbosity) {
    let whole = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let of_a_task = std::thread::current().name().is_some_and(|name| name != "main");
        if verbosity == Verbosity::Verbose || !of_a_task {
            whole(panic);
        }
    }));
}
