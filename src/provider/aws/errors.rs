//! From an SDK error to a gap: one table of error codes for EC2, query, REST-XML, REST-JSON and JSON services alike.
//!
//! What a region that does not recognise the credentials says of itself is judged in [`super::rejection`].

use std::error::Error;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::cleaning::clean;
use super::gate::GaveUp;
use super::roles::RoleFailure;
use crate::model::{Gap, GapKind};

/// Error codes by what they mean for the evidence ("Common errors" of each service's API reference; "Error codes for the Amazon EC2
/// API"; "Error responses" of the Amazon S3 API reference).
const KINDS: &[(GapKind, &[&str])] = &[
    (
        GapKind::Denied,
        &[
            "AccessDenied",
            "AccessDeniedException",
            "AccountProblem",
            "AllAccessDisabled",
            "AuthorizationError",
            "Client.UnauthorizedOperation",
            "NotAuthorized",
            "NotAuthorizedException",
            "UnauthorizedAccess",
            "UnauthorizedException",
            "UnauthorizedOperation",
        ],
    ),
    (GapKind::Throttled, THROTTLES),
    (GapKind::RegionDisabled, &["OptInRequired", "RegionDisabledException"]),
    (GapKind::CredentialsRejected, &["AuthFailure", "InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException"]),
    (GapKind::Expired, &["ExpiredToken", "ExpiredTokenException", "InvalidToken", "RequestExpired", "TokenRefreshRequired"]),
    (
        GapKind::Unreachable,
        &[
            "InternalError",
            "InternalFailure",
            "InternalServerError",
            "InternalServerException",
            "RequestTimeout",
            "RequestTimeoutException",
            "ServerException",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "Unavailable",
        ],
    ),
];

/// Error codes that mean "too many requests".
const THROTTLES: &[&str] = &[
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequests",
    "TooManyRequestsException",
];

/// Error codes that state a fact: what was asked for does not exist.
const ABSENT: &[&str] = &[
    "AWSOrganizationsNotInUseException",
    "InsightNotEnabledException",
    "LifecyclePolicyNotFoundException",
    "NoSuchBucketPolicy",
    "NoSuchCORSConfiguration",
    "NoSuchConfiguration",
    "NoSuchEntity",
    "NoSuchEntityException",
    "NoSuchLifecycleConfiguration",
    "NoSuchPublicAccessBlockConfiguration",
    "NoSuchTagSet",
    "NoSuchWebsiteConfiguration",
    "ObjectLockConfigurationNotFoundError",
    "OwnershipControlsNotFoundError",
    "PolicyNotFound",
    "PolicyNotFoundException",
    "ReplicationConfigurationNotFoundError",
    "RepositoryPolicyNotFoundException",
    "ServerSideEncryptionConfigurationNotFoundError",
];

/// Error codes of calls that name a resource: it does not exist.
const GONE: &[&str] = &[
    "AWS.SimpleQueueService.NonExistentQueue",
    "DBClusterSnapshotNotFoundFault",
    "DBSnapshotNotFound",
    "FileSystemNotFound",
    "ImageNotFoundException",
    "InvalidDocument",
    "InvalidInstanceID.NotFound",
    "InvalidLaunchTemplateId.NotFound",
    "ListenerNotFound",
    "LoadBalancerNotFound",
    "NoSuchAccessPoint",
    "NoSuchBucket",
    "NoSuchDistribution",
    "NotFound",
    "NotFoundException",
    "QueueDoesNotExist",
    "RepositoryNotFoundException",
    "ResourceNotFoundException",
    "TrailNotFoundException",
];

/// What an error code, or without one the HTTP status, means for the evidence.
#[must_use]
pub(super) fn kind_of(code: Option<&str>, status: u16) -> GapKind {
    let by_code = code.and_then(|code| KINDS.iter().find(|(_, codes)| codes.contains(&code)).map(|(kind, _)| *kind));
    by_code.unwrap_or(match status {
        401 | 403 if code.is_none() => GapKind::Denied,
        408 | 502..=504 => GapKind::Unreachable,
        429 => GapKind::Throttled,
        // An answer that claims success and still became an error is one that could not be parsed.
        200..=299 => GapKind::Malformed,
        _ => GapKind::Refused,
    })
}

/// Whether a refusal with this code and status is for rate.
#[must_use]
pub(super) fn is_throttle(code: Option<&str>, status: u16) -> bool {
    status == 429 || code.is_some_and(|code| THROTTLES.contains(&code))
}

/// The gap that a failed call leaves: `action` in IAM's spelling, `region` that was asked.
pub(super) fn gap<E>(action: &str, region: &str, error: &SdkError<E, HttpResponse>) -> Gap
where
    E: ProvideErrorMetadata + Error + 'static,
{
    let (kind, detail) = kind_and_detail(error);
    Gap { kind, action: action.to_owned(), region: region.to_owned(), detail }
}

/// The gap that a failed call about a resource leaves that was listed before: the resource is gone where nobody knows it any more.
pub(super) fn gap_of_listed<E>(action: &str, region: &str, error: &SdkError<E, HttpResponse>) -> Gap
where
    E: ProvideErrorMetadata + Error + 'static,
{
    match code(error).filter(|code| GONE.contains(code)) {
        Some(code) => {
            let message = error.as_service_error().and_then(ProvideErrorMetadata::message).unwrap_or(code);
            Gap { kind: GapKind::Gone, action: action.to_owned(), region: region.to_owned(), detail: clean(message) }
        }
        None => gap(action, region, error),
    }
}

/// Whether the call failed because what it asked for does not exist, which is a fact and no gap.
pub(super) fn is_absent<E: ProvideErrorMetadata>(error: &SdkError<E, HttpResponse>) -> bool {
    code(error).is_some_and(|code| ABSENT.contains(&code))
}

/// The error code that the service answered with, where it did.
pub(super) fn code<E: ProvideErrorMetadata>(error: &SdkError<E, HttpResponse>) -> Option<&str> {
    error.as_service_error().and_then(ProvideErrorMetadata::code)
}

pub(super) fn kind_and_detail<E>(error: &SdkError<E, HttpResponse>) -> (GapKind, String)
where
    E: ProvideErrorMetadata + Error + 'static,
{
    // Credentials that could be had when the scan began, and could not be renewed since.
    if let Some(RoleFailure(failure)) = find(error) {
        return (GapKind::Expired, failure.message.clone());
    }
    match error {
        SdkError::ServiceError(context) => service_error(context.err(), context.raw().status().as_u16()),
        SdkError::TimeoutError(_) => (GapKind::Unreachable, "no answer in time".to_owned()),
        SdkError::DispatchFailure(failure) => match failure.as_connector_error() {
            Some(connector) => undelivered(connector),
            None => (GapKind::Unreachable, clean(&innermost(error))),
        },
        SdkError::ResponseError(_) => (GapKind::Malformed, clean(&innermost(error))),
        _ => (GapKind::Internal, clean(&innermost(error))),
    }
}

fn service_error<E: ProvideErrorMetadata + Error + 'static>(error: &E, status: u16) -> (GapKind, String) {
    let kind = kind_of(error.code(), status);
    let message = error.message().unwrap_or_default();
    let detail = match (kind, error.code()) {
        (GapKind::Malformed, _) => innermost(error),
        (_, None) if message.is_empty() => format!("HTTP status {status}"),
        (GapKind::Refused | GapKind::Unreachable, Some(code)) if !message.is_empty() => format!("{code}: {message}"),
        (_, Some(code)) if message.is_empty() => code.to_owned(),
        _ => message.to_owned(),
    };
    (kind, clean(&detail))
}

fn undelivered(error: &(dyn Error + 'static)) -> (GapKind, String) {
    if let Some(gave_up) = find::<GaveUp>(error) {
        return (gave_up.kind, clean(&gave_up.detail));
    }
    (GapKind::Unreachable, clean(&innermost(error)))
}

/// The first error of type `T` in the chain.
pub(super) fn find<'a, T: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a T> {
    std::iter::successors(Some(error), |&error| error.source()).find_map(|error| error.downcast_ref())
}

/// What the last error in the chain says: the outer ones only name their layer.
pub(super) fn innermost(error: &(dyn Error + 'static)) -> String {
    std::iter::successors(Some(error), |&error| error.source()).last().map(ToString::to_string).unwrap_or_default()
}

/// What all errors in the chain say, in lower case: for signs that the SDK gives in its texts only.
pub(super) fn in_words(error: &(dyn Error + 'static)) -> String {
    let words: Vec<String> =
        std::iter::successors(Some(error), |&error| error.source()).map(|error| error.to_string().to_lowercase()).collect();
    words.join(": ")
}

#[cfg(test)]
mod tests;
