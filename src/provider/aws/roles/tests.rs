//! Roles over a scripted STS: what is sent, what is granted, and what a refusal says.

use aws_config::{BehaviorVersion, Region};

use super::super::scripted::{Answer, Scripted, impatient, xml};
use super::*;

const FIRST: &str = "arn:aws:iam::111111111111:role/first";
const SECOND: &str = "arn:aws:iam::222222222222:role/second";

fn role(arn: &str) -> Role {
    arn.parse().expect("a role")
}

fn granted(key: &str, seconds: u64) -> Answer {
    let end = aws_smithy_types::DateTime::from(SystemTime::now() + Duration::from_secs(seconds));
    let end = end.fmt(aws_smithy_types::date_time::Format::DateTime).expect("a time");
    let fields = format!(
        "<AccessKeyId>{key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t-{key}</SessionToken><Expiration>{end}</Expiration>"
    );
    xml(
        200,
        &format!(
            "<AssumeRoleResponse><AssumeRoleResult><Credentials>{fields}</Credentials></AssumeRoleResult></AssumeRoleResponse>"
        ),
    )
}

fn refused(code: &str, message: &str) -> Answer {
    let error = format!("<Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>");
    xml(400, &format!("<ErrorResponse>{error}</ErrorResponse>"))
}

fn through(service: &Scripted, roles: Vec<Role>) -> Assumed {
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .http_client(super::super::wire::http_client().expect("an HTTP client"))
        .endpoint_url(&service.url)
        .build();
    let base = SharedCredentialsProvider::new(Credentials::new("AKIABASE", "secret", None, None, "test"));
    let asked = Asked { profile: None, region: "eu-west-1".to_owned(), endpoint: Some(service.url.clone()) };
    Assumed { base, roles, config, timeouts: impatient(), asked }
}

async fn refusal(answer: Answer, role: Role) -> SubmissionError {
    let service = Scripted::new(vec![answer]);
    let failure = through(&service, vec![role]).assume().await.expect_err("a refusal");
    super::super::errors::find::<RoleFailure>(&failure).expect("a role's failure").0.clone()
}

#[tokio::test]
async fn each_role_is_assumed_with_the_credentials_of_the_one_before() {
    let service = Scripted::new(vec![granted("ASIAFIRST", 3600), granted("ASIASECOND", 3600)]);
    let last = Role {
        external_id: Some("partner:42".to_owned()),
        session_name: Some("nightly".to_owned()),
        session_duration_s: Some(1800),
        ..role(SECOND)
    };
    let credentials = through(&service, vec![role(FIRST), last]).assume().await.expect("credentials");
    assert_eq!((credentials.access_key_id(), credentials.session_token()), ("ASIASECOND", Some("t-ASIASECOND")));

    let requests = service.requests();
    let (first, second) = (&requests[0], &requests[1]);
    assert!(first.contains("Credential=AKIABASE/") && second.contains("Credential=ASIAFIRST/"));
    assert!(first.contains("role%2Ffirst") && first.contains("RoleSessionName=posture-scan") && !first.contains("ExternalId"));
    for part in ["role%2Fsecond", "ExternalId=partner%3A42", "RoleSessionName=nightly", "DurationSeconds=1800"] {
        assert!(second.contains(part), "{part} is missing in {second}");
    }
}

#[tokio::test]
async fn credentials_are_renewed_before_they_end() {
    for (seconds, earlier) in [(3600, 300), (900, 300), (60, 20)] {
        let service = Scripted::new(vec![granted("ASIAFIRST", seconds)]);
        let credentials = through(&service, vec![role(FIRST)]).assume().await.expect("credentials");
        let left = credentials.expiry().expect("an end").duration_since(SystemTime::now()).expect("a time to come").as_secs();
        assert!((seconds - earlier - 3..=seconds - earlier).contains(&left), "{seconds}: {left}");
    }
}

#[tokio::test]
async fn every_refusal_names_the_role_and_the_next_step() {
    let denied = || refused("AccessDenied", "User: arn:aws:iam::1:user/me is not authorized to perform: sts:AssumeRole");
    let with_id = || Role { external_id: Some("x-1".to_owned()), ..role(FIRST) };
    let table = [
        (denied(), role(FIRST), "role_denied", "--external-id or --mfa-serial"),
        (denied(), with_id(), "role_denied", "names the caller with this external id"),
        (
            refused(
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
            ),
            role(FIRST),
            "session_too_long",
            "--session-duration",
        ),
        (refused("ValidationError", "roleArn is invalid"), role(FIRST), "invalid_role", "correct it"),
        (refused("RegionDisabledException", "STS is not activated"), role(FIRST), "region_not_enabled", "AWS_REGION"),
        (refused("ExpiredToken", "The security token is expired"), role(FIRST), "expired_credentials", "aws sso login"),
        (refused("InvalidClientTokenId", "no such key"), role(FIRST), "invalid_credentials", "access key"),
        (xml(200, "<AssumeRoleResponse/>"), role(FIRST), "malformed_answer", "--endpoint-url"),
    ];
    for (answer, role, code, next) in table {
        let error = refusal(answer, role).await;
        assert_eq!(error.code, code, "{error}");
        assert!(error.message.contains(next), "{error} should say {next}");
        let names_the_role = !["role_denied", "session_too_long", "invalid_role"].contains(&code) || error.message.contains(FIRST);
        assert!(names_the_role && !error.message.contains("x-1"), "{error}");
    }
}
