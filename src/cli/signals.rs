//! Ctrl-c and SIGTERM, heard from the start of a scan to the end of the process.

use super::destination::remove_unfinished;
use super::exit_code::Ending;
use crate::engine::Cancellation;
use crate::progress;

/// Hears signals on a thread of its own, so that neither a busy runtime nor a blocked output can keep the user waiting: the first asks the
/// scan to stop, the second ends the process at once.
pub(super) fn listen(cancellation: Cancellation) {
    let listener = move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return };
        runtime.block_on(async {
            let Some(mut signals) = Signals::new() else { return };
            signals.next().await;
            cancellation.request();
            signals.next().await;
            progress::restore_terminal();
            remove_unfinished();
            #[expect(clippy::exit, reason = "the user asked twice: nothing may delay the end")]
            std::process::exit(i32::from(Ending::Cancelled.code()));
        });
    };
    // Without the thread the signals keep their usual meaning: they end the process.
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(listener);
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> Option<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Some(Self { interrupt: signal(SignalKind::interrupt()).ok()?, terminate: signal(SignalKind::terminate()).ok()? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(windows)]
struct Signals {
    interrupt: tokio::signal::windows::CtrlC,
}

#[cfg(windows)]
impl Signals {
    fn new() -> Option<Self> {
        tokio::signal::windows::ctrl_c().ok().map(|interrupt| Self { interrupt })
    }

    async fn next(&mut self) {
        self.interrupt.recv().await;
    }
}
