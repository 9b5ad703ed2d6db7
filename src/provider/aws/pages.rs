//! Every page of a listing, and an end to it whatever the service answers.

use std::collections::HashSet;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::errors::{gap, gap_of_listed};
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

/// Reads page after page with `fetch`, which is given the token and sends the request (with MaxResults, always).
///
/// `action` and `region` name the call in the gap. A token that comes twice ends the reading with a gap and without the page that
/// brought it, as do too many pages: a listing never goes on for ever, and no item is in it twice.
pub(super) async fn pages<T, E, F>(action: &str, region: &str, fetch: impl FnMut(Option<String>) -> F) -> Pages<T>
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
    F: Future<Output = Result<Page<T>, SdkError<E, HttpResponse>>>,
{
    judged(&Call { action, region }, gap, fetch).await
}

/// The same for what belongs to one listed resource, which may be gone meanwhile.
pub(super) async fn pages_of_listed<T, E, F>(action: &str, region: &str, fetch: impl FnMut(Option<String>) -> F) -> Pages<T>
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
    F: Future<Output = Result<Page<T>, SdkError<E, HttpResponse>>>,
{
    judged(&Call { action, region }, gap_of_listed, fetch).await
}

async fn judged<T, E, F>(
    call: &Call<'_>,
    gap: fn(&str, &str, &SdkError<E, HttpResponse>) -> Gap,
    mut fetch: impl FnMut(Option<String>) -> F,
) -> Pages<T>
where
    F: Future<Output = Result<Page<T>, SdkError<E, HttpResponse>>>,
{
    follow(call, |token| {
        // An SDK's request is a large future: on the heap it leaves those of the callers small.
        let answer = Box::pin(fetch(token));
        async move { answer.await.map_err(|error| gap(call.action, call.region, &error)) }
    })
    .await
}

/// What is paged through, for the gap.
struct Call<'a> {
    action: &'a str,
    region: &'a str,
}

async fn follow<T, F>(call: &Call<'_>, mut fetch: impl FnMut(Option<String>) -> F) -> Pages<T>
where
    F: Future<Output = Result<Page<T>, Gap>>,
{
    let mut items = Vec::new();
    let mut token = None;
    let mut seen = HashSet::new();
    for _ in 0..MOST_PAGES {
        let page = match fetch(token).await {
            Ok(page) => page,
            Err(gap) => return Pages { items, gap: Some(gap) },
        };
        let next = page.next.filter(|next| !next.is_empty());
        // A page that leads back may be one that was read already: its items would be there twice.
        if next.as_ref().is_some_and(|next| !seen.insert(next.clone())) {
            return Pages { items, gap: Some(call.endless("the same page token came twice")) };
        }
        items.extend(page.items);
        match next {
            None => return Pages { items, gap: None },
            next => token = next,
        }
    }
    Pages { items, gap: Some(call.endless("the listing has too many pages")) }
}

impl Call<'_> {
    fn endless(&self, detail: &str) -> Gap {
        Gap { kind: GapKind::Malformed, action: self.action.to_owned(), region: self.region.to_owned(), detail: detail.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALL: Call<'_> = Call { action: "ec2:DescribeVpcs", region: "eu-west-1" };

    async fn read(mut answer: impl FnMut(Option<String>) -> Page<u32>) -> Pages<u32> {
        follow(&CALL, |token| std::future::ready(Ok(answer(token)))).await
    }

    fn page(items: Vec<u32>, next: Option<&str>) -> Page<u32> {
        Page { items, next: next.map(str::to_owned) }
    }

    #[tokio::test]
    async fn pages_are_joined_until_there_is_no_token() {
        for end in [None, Some("")] {
            let read = read(|token| match token.as_deref() {
                None => page(vec![1, 2], Some("b")),
                Some("b") => page(vec![3], Some("c")),
                _ => page(vec![4], end),
            });
            assert_eq!(read.await, Pages { items: vec![1, 2, 3, 4], gap: None });
        }
    }

    #[tokio::test]
    async fn a_token_that_comes_twice_ends_the_reading_with_a_gap() {
        let mut asked = 0;
        let read = read(|_| {
            asked += 1;
            page(vec![asked], Some(if asked % 2 == 0 { "even" } else { "odd" }))
        });
        let pages = read.await;
        assert_eq!(pages.items, [1, 2]);
        assert_eq!(pages.gap.map(|gap| gap.kind), Some(GapKind::Malformed));
    }

    #[tokio::test]
    async fn a_listing_without_end_is_cut_with_a_gap() {
        let mut asked = 0;
        let read = read(|_| {
            asked += 1;
            page(vec![], Some(&asked.to_string()))
        });
        assert_eq!(read.await.gap.map(|gap| gap.kind), Some(GapKind::Malformed));
        assert_eq!(asked, MOST_PAGES);
    }

    #[tokio::test]
    async fn what_was_read_before_a_failure_stays() {
        let pages = follow(&CALL, |token| {
            std::future::ready(match token {
                None => Ok(page(vec![1], Some("b"))),
                Some(_) => Err(CALL.endless("cut")),
            })
        });
        let pages = pages.await;
        assert_eq!((pages.items, pages.gap), (vec![1], Some(CALL.endless("cut"))));
    }
}
