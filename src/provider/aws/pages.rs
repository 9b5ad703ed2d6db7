//! Every page of a listing, and an end to it whatever the service answers.

use std::collections::HashSet;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::errors::gap;
use crate::model::{Gap, GapKind};

/// More pages than any account has: a thousand items each.
const MOST_PAGES: usize = 10_000;

/// What one page gave.
#[derive(Debug)]
pub(super) struct Page<T> {
    /// The items.
    pub(super) items: Vec<T>,
    /// Where the next page begins; none or empty text on the last page.
    pub(super) next: Option<String>,
}

/// What all pages gave.
#[derive(Debug, PartialEq)]
pub(super) struct Pages<T> {
    /// The items of the pages that could be read.
    pub(super) items: Vec<T>,
    /// Why the rest is missing, where something is.
    pub(super) gap: Option<Gap>,
}

impl<T> Pages<T> {
    /// The items, or the gap when any page is missing.
    pub(super) fn complete(self) -> Result<Vec<T>, Gap> {
        match self.gap {
            Some(gap) => Err(gap),
            None => Ok(self.items),
        }
    }
}

/// Reads page after page with `fetch`, which is given the token and sends the request (with MaxResults, always).
///
/// `action` and `region` name the call in the gap. A token that comes twice ends the reading with a gap, as do too many pages: a
/// listing never goes on for ever.
pub(super) async fn pages<T, E, F>(action: &str, region: &str, mut fetch: impl FnMut(Option<String>) -> F) -> Pages<T>
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
    F: Future<Output = Result<Page<T>, SdkError<E, HttpResponse>>>,
{
    let mut items = Vec::new();
    let mut token = None;
    let mut seen = HashSet::new();
    for _ in 0..MOST_PAGES {
        let page = match fetch(token).await {
            Ok(page) => page,
            Err(error) => return Pages { items, gap: Some(gap(action, region, &error)) },
        };
        items.extend(page.items);
        match page.next.filter(|next| !next.is_empty()) {
            None => return Pages { items, gap: None },
            Some(next) if !seen.insert(next.clone()) => {
                return Pages { items, gap: Some(endless(action, region, "the same page token came twice")) };
            }
            next => token = next,
        }
    }
    Pages { items, gap: Some(endless(action, region, "the listing has too many pages")) }
}

fn endless(action: &str, region: &str, detail: &str) -> Gap {
    Gap { kind: GapKind::Malformed, action: action.to_owned(), region: region.to_owned(), detail: detail.to_owned() }
}
