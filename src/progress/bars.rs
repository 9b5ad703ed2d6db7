//! The live area on a terminal: hears events into the view model, and lets indicatif's ticker paint a picture of it ten times a second.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use jiff::Timestamp;

use super::estimate::Estimator;
use super::frame::{Area, render};
use super::pace::Pace;
use super::screen::Screen;
use super::state::View;
use super::terminal::{leave, size};
use crate::model::Colour;
use crate::model::{Event, Listener};

/// The time between two pictures.
const TICK: Duration = Duration::from_millis(100);
/// Pictures per second that indicatif lets through: more than the ticker asks for, so that none is left out.
const RATE: u8 = 20;

/// A live area on stderr while a scan runs.
pub(super) struct Bars {
    live: Arc<Mutex<Live>>,
    colour: Colour,
    painter: Mutex<Option<Painter>>,
}

/// What the pictures are made of.
#[derive(Default)]
struct Live {
    view: View,
    estimator: Estimator,
    pace: Pace,
    begun: Option<Instant>,
    /// How long the scan had run when it was first heard of.
    delay: Duration,
}

/// Paints until it is stopped.
pub(super) struct Painter {
    bar: ProgressBar,
}

impl Bars {
    /// A live area that appears when a scan starts.
    pub(super) fn new(colour: Colour) -> Self {
        Self { live: Arc::default(), colour, painter: Mutex::default() }
    }

    fn painter(&self) -> MutexGuard<'_, Option<Painter>> {
        self.painter.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Listener for Bars {
    fn hear(&self, event: &Event) {
        lock(&self.live).hear(event);
        match event {
            Event::ScanStarted { .. } => *self.painter() = Some(Painter::start(&self.live, self.colour)),
            Event::ScanFinished { .. } => *self.painter() = None,
            _ => {}
        }
    }
}

impl Live {
    fn hear(&mut self, event: &Event) {
        if let Event::ScanStarted { at, .. } = event {
            self.begun = Some(Instant::now());
            // Whoever follows a scan of another process may come late.
            self.delay = Duration::try_from(Timestamp::now().duration_since(*at)).unwrap_or_default();
        }
        self.view.apply(event);
    }

    fn picture(&mut self, area: Area, colour: Colour) -> String {
        let elapsed = self.begun.map_or(Duration::ZERO, |begun| self.delay + begun.elapsed());
        let estimate = self.estimator.judge(&self.view, elapsed);
        let pace = self.pace.judge(self.view.calls.total, elapsed);
        render(&self.view, estimate, pace, elapsed, area, colour).join("\n")
    }
}

impl Painter {
    fn start(live: &Arc<Mutex<Live>>, colour: Colour) -> Self {
        let live = Arc::clone(live);
        Self::paint(move |area| lock(&live).picture(area, colour))
    }

    /// Paints what `draw` gives, ten times a second.
    pub(super) fn paint(draw: impl Fn(Area) -> String + Clone + Send + Sync + 'static) -> Self {
        let target = ProgressDrawTarget::term_like_with_hz(Box::new(Screen::new(std::io::stderr(), size)), RATE);
        let screen = MultiProgress::with_draw_target(target);
        // Lines are painted over instead of cleared first: nothing flickers.
        screen.set_move_cursor(true);
        let picture = move |_: &ProgressState, out: &mut dyn fmt::Write| {
            let (width, rows) = size();
            let area = Area { width: usize::from(width), rows: usize::from(rows) };
            // Writing into indicatif's buffer cannot fail.
            let _ = out.write_str(&draw(area));
        };
        let style = ProgressStyle::with_template("{picture}").unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bar = screen.add(ProgressBar::no_length().with_style(style.with_key("picture", picture)));
        bar.enable_steady_tick(TICK);
        Self { bar }
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        self.bar.disable_steady_tick();
        self.bar.finish_and_clear();
        leave();
    }
}

fn lock(live: &Mutex<Live>) -> MutexGuard<'_, Live> {
    live.lock().unwrap_or_else(PoisonError::into_inner)
}
