//! The error code in an answer, whatever the service's protocol.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

/// The headers in which JSON services put the code.
const HEADERS: &[&str] = &["x-amzn-errortype", "x-amz-error-code"];

/// The code of an answer that is an error.
#[must_use]
pub(super) fn error_code(response: &HttpResponse) -> Option<&str> {
    let header = HEADERS.iter().find_map(|name| response.headers().get(*name));
    let body = response.body().bytes().and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    header.map(bare).or_else(|| code_in(body))
}

/// The code in an XML or JSON body.
fn code_in(body: &str) -> Option<&str> {
    if body.trim_start().starts_with('<') {
        return between(body, "<Code>", "<").map(str::trim);
    }
    ["\"__type\"", "\"code\"", "\"Code\""].iter().find_map(|key| {
        let value = body.split_once(key)?.1.trim_start().strip_prefix(':')?;
        between(value.trim_start(), "\"", "\"").map(bare)
    })
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> Option<&'a str> {
    text.split_once(begin)?.1.split(end).next()
}

/// `com.amazonaws.eks#ThrottlingException:http://…` says `ThrottlingException`.
fn bare(code: &str) -> &str {
    let code = code.split(':').next().unwrap_or(code);
    code.rsplit('#').next().unwrap_or(code).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_protocol_names_its_code() {
        let table = [
            ("<Response><Errors><Error><Code>RequestLimitExceeded</Code>", Some("RequestLimitExceeded")),
            ("<?xml version=\"1.0\"?>\n<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code>", Some("Throttling")),
            ("<Error><Code>SlowDown</Code><Message>reduce</Message></Error>", Some("SlowDown")),
            (r#"{"__type":"com.amazon.coral.availability#ThrottlingException","message":"Rate"}"#, Some("ThrottlingException")),
            (r#"{"message": "no", "code" : "TooManyRequestsException"}"#, Some("TooManyRequestsException")),
            ("<html><body>502</body></html>", None),
            ("", None),
        ];
        for (body, code) in table {
            assert_eq!(code_in(body), code, "{body}");
        }
        assert_eq!(bare("AccessDeniedException:http://internal.amazon.com/"), "AccessDeniedException");
    }
}
