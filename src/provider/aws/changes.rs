//! What CloudTrail's event history tells of changes: it keeps the management events of each region for 90 days, with or without a trail.

mod event;

use aws_sdk_cloudtrail::types::{LookupAttribute, LookupAttributeKey};
use aws_smithy_types::DateTime;
use jiff::Timestamp;

use super::collect::strict::Asked;
use super::errors::gap;
use super::session::Session;
use crate::provider::{Change, Untold};

const LOOKUP: &str = "cloudtrail:LookupEvents";

/// Events of a page: "LookupEvents" in the CloudTrail API reference.
const PAGE: i32 = 50;
/// Pages that are read of one region, at two a second. An account where more is called is as soon read anew.
const MOST_PAGES: usize = 60;

/// The calls since a moment that may have changed something which a facet holds.
pub(super) async fn since(session: &Session, region: &str, since: Timestamp) -> Result<Vec<Change>, Untold> {
    up_to(MOST_PAGES, session, region, since).await
}

async fn up_to(most_pages: usize, session: &Session, region: &str, since: Timestamp) -> Result<Vec<Change>, Untold> {
    let asked = Asked { action: LOOKUP, region };
    let writes = LookupAttribute::builder().attribute_key(LookupAttributeKey::ReadOnly).attribute_value("false").build();
    let writes = writes.map_err(|error| asked.malformed(error.to_string()))?;
    let client = session.cloudtrail(region);
    let (mut changes, mut token) = (Vec::new(), None);
    for _ in 0..most_pages {
        let request = client.lookup_events().lookup_attributes(writes.clone()).max_results(PAGE);
        let request = request.start_time(DateTime::from_secs(since.as_second())).set_next_token(token);
        // An SDK's request is a large future: on the heap it leaves those of the callers small.
        let answer = Box::pin(request.send()).await.map_err(|error| gap(LOOKUP, region, &error))?;
        for event in asked.required("Events", answer.events)? {
            let change = event::change(event).map_err(|_| asked.malformed("an event does not say which service was called"))?;
            changes.extend(change);
        }
        token = answer.next_token.filter(|token| !token.is_empty());
        if token.is_none() {
            return Ok(changes);
        }
    }
    let detail = format!("more than {} changes since {since:.0}", most_pages * usize::try_from(PAGE).unwrap_or_default());
    Err(Untold::too_long(LOOKUP, region, detail))
}

#[cfg(test)]
mod tests;
