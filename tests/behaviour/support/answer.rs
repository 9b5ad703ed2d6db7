//! Errors as each of AWS's protocols writes them.

use super::call::Protocol;
use super::wire::Response;

/// What AWS refuses for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Throttled,
    Denied,
    Expired,
    InvalidToken,
    /// The region is not enabled for the account.
    RegionOff,
    /// The resource that the call names does not exist.
    Gone,
    Internal,
    Unavailable,
    /// The request's time is not the service's, which the answer tells: an hour later.
    ClockBehind,
    /// The same from a service that does not tell its time.
    ClockUnknown,
    /// The request makes no sense to the service.
    Invalid,
}

/// The answer by which a service that speaks `protocol` refuses. Codes as in each service's "Common errors" page.
pub fn refusal(protocol: Protocol, refusal: Refusal, action: &str) -> Response {
    use Protocol::{Ec2, Json, Query, RestJson, S3, S3Control};
    use Refusal::{
        ClockBehind, ClockUnknown, Denied, Expired, Gone, Internal, Invalid, InvalidToken, RegionOff, Throttled, Unavailable,
    };
    let (status, code) = match (refusal, protocol) {
        (Throttled, Ec2) => (503, "RequestLimitExceeded"),
        (Throttled, Query) => (400, "Throttling"),
        (Throttled, S3 | S3Control) => (503, "SlowDown"),
        (Throttled, RestJson) => (429, "TooManyRequestsException"),
        (Throttled, Json) => (400, "ThrottlingException"),
        (Denied, Ec2) => (403, "UnauthorizedOperation"),
        (Denied, Query | S3 | S3Control) => (403, "AccessDenied"),
        (Denied, RestJson) => (403, "AccessDeniedException"),
        (Denied, Json) => (400, "AccessDeniedException"),
        (Expired | ClockBehind, Ec2) => (400, "RequestExpired"),
        (Expired, Query) => (403, "ExpiredToken"),
        (Expired, S3 | S3Control) => (400, "ExpiredToken"),
        (Expired, RestJson) => (403, "ExpiredTokenException"),
        (Expired, Json) => (400, "ExpiredTokenException"),
        (InvalidToken | RegionOff, Ec2) => (401, "AuthFailure"),
        (InvalidToken | RegionOff, Query) => (403, "InvalidClientTokenId"),
        (InvalidToken | RegionOff, S3 | S3Control) => (403, "InvalidAccessKeyId"),
        (InvalidToken | RegionOff, RestJson) => (403, "UnrecognizedClientException"),
        (InvalidToken | RegionOff, Json) => (400, "UnrecognizedClientException"),
        (Gone, S3) => (404, "NoSuchBucket"),
        (Gone, RestJson) => (404, "ResourceNotFoundException"),
        (Gone, Ec2 | Query | S3Control | Json) => (404, "NotFound"),
        (Internal, _) => (500, "InternalFailure"),
        (Unavailable, _) => (503, "ServiceUnavailable"),
        (ClockUnknown, Ec2) | (ClockBehind | ClockUnknown, Query) => (403, "SignatureDoesNotMatch"),
        (ClockBehind | ClockUnknown, S3 | S3Control) => (403, "RequestTimeTooSkewed"),
        (ClockBehind | ClockUnknown, RestJson) => (403, "InvalidSignatureException"),
        (ClockBehind | ClockUnknown, Json) => (400, "InvalidSignatureException"),
        (Invalid, _) => (400, "InvalidParameterValue"),
    };
    let message = match refusal {
        Throttled => "Rate exceeded".to_owned(),
        Denied => format!("User: arn:aws:iam::111111111111:user/scanner is not authorized to perform: {action}"),
        Expired => "The security token included in the request is expired".to_owned(),
        InvalidToken | RegionOff => "The security token included in the request is invalid".to_owned(),
        Gone => "It does not exist".to_owned(),
        Internal | Unavailable => "We encountered an error. Please try again.".to_owned(),
        ClockBehind | ClockUnknown => "Signature expired: the request's time is not ours".to_owned(),
        Invalid => "A parameter is not what it should be".to_owned(),
    };
    let mut response = error(protocol, status, code, &message);
    if refusal == ClockBehind {
        let later = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(1);
        response.headers.push(("Date".to_owned(), later.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()));
    }
    response
}

/// An error with a code of the caller's choice.
pub fn error(protocol: Protocol, status: u16, code: &str, message: &str) -> Response {
    let id = "11111111-2222-3333-4444-555555555555";
    let xml = match protocol {
        Protocol::Ec2 => format!(
            "<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>{id}</RequestID></Response>"
        ),
        Protocol::Query | Protocol::S3Control => format!(
            "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>{id}</RequestId></ErrorResponse>"
        ),
        Protocol::S3 => format!("<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{id}</RequestId></Error>"),
        Protocol::RestJson | Protocol::Json => {
            let body = serde_json::json!({ "__type": code, "message": message }).to_string();
            let mut response = Response::new(status, "application/json", body);
            response.headers.push(("x-amzn-ErrorType".to_owned(), code.to_owned()));
            return response;
        }
    };
    Response::new(status, "text/xml", xml)
}
