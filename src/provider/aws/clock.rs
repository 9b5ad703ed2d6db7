//! Whether an answer says that this machine's clock is wrong.

use std::time::{Duration, SystemTime};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::date_time::{DateTime, Format};

use super::answer::error_code;

/// EC2's word for a request signed at another time than its own ("Error codes for the Amazon EC2 API"), which is also its word for
/// credentials that have expired. The SDK knows those of the other services.
const EXPIRED: &str = "RequestExpired";
/// Less may be the time on the way. AWS accepts a quarter of an hour.
const TOLERATED: Duration = Duration::from_mins(4);

/// Whether a request was refused as too old or too new, and the answer's own time shows that it was.
pub(super) fn is_off(response: &HttpResponse) -> bool {
    error_code(response) == Some(EXPIRED) && differs(response.headers().get("date").unwrap_or_default(), SystemTime::now())
}

/// Whether the time of the header lies far from `now`.
fn differs(date: &str, now: SystemTime) -> bool {
    let told = DateTime::from_str(date, Format::HttpDate).ok().and_then(|date| SystemTime::try_from(date).ok());
    told.is_some_and(|told| {
        let apart = told.duration_since(now).unwrap_or_else(|error| error.duration());
        apart > TOLERATED
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_far_from_ours_shows_that_a_clock_is_off() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_mins(29_474_490);
        for (date, off) in [
            ("Thu, 15 Jan 2026 09:30:00 GMT", false),
            ("Thu, 15 Jan 2026 09:33:00 GMT", false),
            ("Thu, 15 Jan 2026 09:27:00 GMT", false),
            ("Thu, 15 Jan 2026 10:30:00 GMT", true),
            ("Thu, 15 Jan 2026 08:30:00 GMT", true),
            ("yesterday", false),
            ("", false),
        ] {
            assert_eq!(differs(date, now), off, "{date}");
        }
    }
}
