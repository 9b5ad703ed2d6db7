//! What an answer says without being parsed: its error code, whatever the service's protocol, and whether it is there to its end.

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

/// Whether the body is there to its end. The SDK takes XML that stops half-way for a shorter list; of JSON it says so itself.
#[must_use]
pub(super) fn is_whole(response: &HttpResponse) -> bool {
    let body = response.body().bytes().and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    root(body).is_none_or(|root| closes(body, root))
}

/// The name of an XML document's outermost element; `None` where it is no such document.
fn root(body: &str) -> Option<&str> {
    let mut rest = body.trim_start_matches('\u{feff}').trim_start();
    while let Some(declaration) = rest.strip_prefix("<?") {
        rest = declaration.split_once("?>").map_or("", |(_, rest)| rest).trim_start();
    }
    let rest = rest.strip_prefix('<')?;
    let name = rest.split(|character: char| character.is_whitespace() || "/>".contains(character)).next().unwrap_or_default();
    // `<!DOCTYPE` and comments are not what services answer with: the parser shall say what it makes of them.
    (!name.starts_with('!')).then_some(name)
}

/// Whether a document ends with the end of its outermost element.
fn closes(body: &str, root: &str) -> bool {
    let end = body.trim_end();
    let closed =
        end.strip_suffix('>').map(str::trim_end).and_then(|end| end.strip_suffix(root)).is_some_and(|end| end.ends_with("</"));
    // One that is empty may be its own end.
    closed || (end.ends_with("/>") && end.matches('<').count() == 1 + end.matches("<?").count())
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
    fn xml_that_stops_half_way_is_not_whole() {
        let table = [
            ("<?xml version=\"1.0\"?>\n<A xmlns=\"x\"><b/></A>\n", true),
            ("<A/>", true),
            ("<?xml version=\"1.0\"?><A xmlns=\"x\" />", true),
            ("<A><b>1</b></A >", true),
            ("<A><b/>", false),
            ("<A", false),
            ("<A><b></A", false),
            ("<AB><A></A>", false),
            ("<A><BA></BA>", false),
            ("<!DOCTYPE html><html>", true),
            ("{\"a\": [", true),
            ("", true),
        ];
        for (body, whole) in table {
            assert_eq!(root(body).is_none_or(|root| closes(body, root)), whole, "{body}");
        }
    }

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
