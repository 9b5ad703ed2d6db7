//! The ends of jobs, told one after another: whoever sorts jobs by their ends later finds the order in which they were told.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::model::{Event, JobOutcome, Listener};

/// Tells the ends of a run's jobs.
pub(super) struct Endings {
    listener: Arc<dyn Listener>,
    /// When the last job that was told of ended.
    last: Mutex<Timestamp>,
}

impl Endings {
    /// Tells this listener.
    pub(super) fn new(listener: Arc<dyn Listener>) -> Self {
        Self { listener, last: Mutex::new(Timestamp::MIN) }
    }

    /// Tells that a job has ended, once the job before has been told of. Where both ended at the same moment, or this one was
    /// overtaken on its way here, its end moves behind that of the other.
    pub(super) fn tell(&self, mut outcome: JobOutcome) -> Arc<JobOutcome> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(ended_at) = &mut outcome.job.ended_at {
            let earliest = last.saturating_add(SignedDuration::from_nanos(1)).unwrap_or(*last);
            *ended_at = earliest.max(*ended_at);
            *last = *ended_at;
        }
        let outcome = Arc::new(outcome);
        self.listener.hear(&Event::JobFinished { outcome: Arc::clone(&outcome) });
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Job, JobKind};

    /// Keeps the ends in the order in which they were told.
    #[derive(Default)]
    struct Heard(Mutex<Vec<Timestamp>>);

    impl Listener for Heard {
        fn hear(&self, event: &Event) {
            let Event::JobFinished { outcome } = event else { panic!("{event:?}") };
            self.0.lock().unwrap().push(outcome.job.ended_at.unwrap());
        }
    }

    fn ended_at(second: i64) -> JobOutcome {
        let job = Job { ended_at: Some(Timestamp::from_second(second).unwrap()), ..Job::queued(JobKind::Clusters, None) };
        JobOutcome::empty(job)
    }

    #[test]
    fn jobs_end_in_the_order_in_which_they_are_told() {
        let heard = Arc::new(Heard::default());
        let endings = Endings::new(Arc::clone(&heard) as Arc<dyn Listener>);
        std::thread::scope(|scope| {
            for start in 0..4 {
                let endings = &endings;
                scope.spawn(move || (0..50).rev().for_each(|second| drop(endings.tell(ended_at(start + second / 2)))));
            }
        });
        let heard = heard.0.lock().unwrap();
        assert_eq!(heard.len(), 200);
        assert!(heard.windows(2).all(|pair| pair[0] < pair[1]), "{heard:?}");
        assert_eq!(heard[0].as_nanosecond() % 1_000_000_000, 0, "the first one stays as it is");
    }
}
