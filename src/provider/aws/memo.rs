//! A single-flight memo: what several collectors need is read once per scan, whoever asks first.
//!
//! It knows nothing of AWS: a key and a future in, a shared value out. Failures are values like any other, so that a denied call
//! is not repeated by everyone who needs its answer.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::OnceCell;

/// What is remembered: the evidence's name and where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct MemoKey {
    /// The evidence: `credential_report`, `trails`.
    pub(super) evidence: &'static str,
    /// The region, the bucket or whatever else tells two readings apart; empty for what exists once.
    pub(super) place: String,
}

impl From<&'static str> for MemoKey {
    fn from(evidence: &'static str) -> Self {
        Self { evidence, place: String::new() }
    }
}

impl<P: Into<String>> From<(&'static str, P)> for MemoKey {
    fn from((evidence, place): (&'static str, P)) -> Self {
        Self { evidence, place: place.into() }
    }
}

type Cell = Arc<dyn Any + Send + Sync>;

/// Values by key and type.
#[derive(Default)]
pub(super) struct Memo {
    cells: Mutex<HashMap<(TypeId, MemoKey), Cell>>,
}

impl Memo {
    /// The value under `key`: read by the first who asks, awaited by those who ask meanwhile, shared with those who ask later.
    ///
    /// When the reader is cancelled or panics, the next one waiting reads in its place. A reading must not ask for its own key.
    pub(super) fn read<T>(&self, key: impl Into<MemoKey>, reading: impl Future<Output = T>) -> impl Future<Output = Arc<T>>
    where
        T: Send + Sync + 'static,
    {
        let cell = self.cell::<T>(key.into());
        // Readings page through whole listings: on the heap they leave the futures of those who ask small.
        let reading = Box::pin(reading);
        async move { Arc::clone(cell.get_or_init(|| async { Arc::new(reading.await) }).await) }
    }

    /// The value under `key` where it has been read; asks nobody.
    pub(super) fn known<T: Send + Sync + 'static>(&self, key: impl Into<MemoKey>) -> Option<Arc<T>> {
        self.cell::<T>(key.into()).get().cloned()
    }

    fn cell<T: Send + Sync + 'static>(&self, key: MemoKey) -> Arc<OnceCell<Arc<T>>> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        let cell = cells.entry((TypeId::of::<T>(), key)).or_insert_with(|| Arc::new(OnceCell::<Arc<T>>::new()));
        // The type is part of the key, so a cell of another type cannot stand here.
        Arc::clone(cell).downcast().unwrap_or_default()
    }
}

impl fmt::Debug for Memo {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Memo")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    #[tokio::test]
    async fn many_who_ask_at_once_cause_one_reading() {
        let memo = Memo::default();
        let readings = AtomicU32::new(0);
        let ask = || {
            memo.read(("trails", "eu-west-1"), async {
                tokio::task::yield_now().await;
                readings.fetch_add(1, Ordering::SeqCst) + 41
            })
        };
        let (first, second, third) = tokio::join!(ask(), ask(), ask());
        assert_eq!([*first, *second, *third], [41, 41, 41]);
        assert_eq!(*ask().await, 41);
    }

    #[tokio::test]
    async fn what_was_never_read_is_not_known() {
        let memo = Memo::default();
        assert_eq!(memo.known::<i32>("buckets"), None);
        memo.read("buckets", async { 5 }).await;
        assert_eq!(memo.known::<i32>("buckets").as_deref(), Some(&5));
    }

    #[tokio::test]
    async fn places_and_types_are_kept_apart() {
        let memo = Memo::default();
        assert_eq!(*memo.read(("trails", "a"), async { 1 }).await, 1);
        assert_eq!(*memo.read(("trails", "b"), async { 2 }).await, 2);
        assert_eq!(*memo.read("trails", async { 3 }).await, 3);
        assert_eq!(*memo.read(("trails", "a"), async { "text" }).await, "text");
    }

    #[tokio::test]
    async fn a_cancelled_reading_is_taken_over() {
        let memo = Memo::default();
        let never = memo.read("report", async {
            std::future::pending::<()>().await;
            0
        });
        assert!(tokio::time::timeout(Duration::from_millis(5), never).await.is_err());
        assert_eq!(*memo.read("report", async { 7 }).await, 7);
    }
}
