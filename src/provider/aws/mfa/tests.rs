//! Profiles that ask for a device, and codes that open a session or do not.

use aws_config::{BehaviorVersion, Region};
use aws_credential_types::provider::SharedCredentialsProvider;

use super::super::scripted::{Answer, Scripted, impatient, xml};
use super::*;

const SERIAL: &str = "arn:aws:iam::111111111111:mfa/me";

async fn opened(answer: Answer, typed: Result<&'static str, &'static str>) -> (Result<Credentials, SubmissionError>, Vec<String>) {
    let service = Scripted::new(vec![answer]);
    let keys = Credentials::new("AKIABASE", "secret", None, None, "test");
    let config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .http_client(super::super::wire::http_client().expect("an HTTP client"))
        .credentials_provider(SharedCredentialsProvider::new(keys))
        .endpoint_url(&service.url)
        .build();
    let prompt = MfaPrompt::new(move |_| typed.map(str::to_owned).map_err(str::to_owned));
    let settings = AwsSettings { mfa_prompt: prompt, timeouts: impatient(), ..AwsSettings::default() };
    let asked = Asked { profile: None, region: "eu-west-1".to_owned(), endpoint: Some(service.url.clone()) };
    (sign_in(&config, SERIAL, &settings, &asked).await, service.requests())
}

fn refused(message: &str) -> Answer {
    xml(403, &format!("<ErrorResponse><Error><Code>AccessDenied</Code><Message>{message}</Message></Error></ErrorResponse>"))
}

#[test]
fn a_profile_is_followed_to_the_user_who_has_the_device() {
    let (inner, outer) = ("arn:aws:iam::111111111111:role/inner", "arn:aws:iam::222222222222:role/outer");
    let profiles: [(&str, &[(&str, &str)]); 6] = [
        ("me", &[("aws_access_key_id", "AKIA")]),
        ("inner", &[("role_arn", inner), ("source_profile", "me"), ("mfa_serial", SERIAL), ("external_id", "x-1")]),
        ("outer", &[("role_arn", outer), ("source_profile", "inner"), ("duration_seconds", "1800"), ("role_session_name", "n")]),
        ("plain", &[("role_arn", inner), ("source_profile", "me")]),
        ("itself", &[("role_arn", inner), ("source_profile", "itself"), ("mfa_serial", SERIAL)]),
        ("broken", &[("role_arn", "nonsense"), ("source_profile", "me"), ("mfa_serial", SERIAL)]),
    ];
    let property = |profile: &str, key: &str| {
        let (_, pairs) = profiles.iter().find(|(name, _)| *name == profile)?;
        pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
    };
    let found = ProfileWithMfa::find(property, "outer").expect("usable").expect("a device");
    assert_eq!((found.source.as_str(), found.serial.as_str()), ("me", SERIAL));
    let arns: Vec<&str> = found.roles.iter().map(|role| role.arn.as_str()).collect();
    assert_eq!(arns, [inner, outer]);
    assert_eq!(found.roles[0].external_id.as_deref(), Some("x-1"));
    assert_eq!((found.roles[1].session_duration_s, found.roles[1].session_name.as_deref()), (Some(1800), Some("n")));
    for name in ["me", "plain", "nobody"] {
        assert_eq!(ProfileWithMfa::find(property, name), Ok(None), "{name}");
    }
    for (name, part) in [("itself", "its own source_profile"), ("broken", "role_arn")] {
        let error = ProfileWithMfa::find(property, name).expect_err(name);
        assert!(error.message.contains(name) && error.message.contains(part), "{error}");
    }
}

#[tokio::test]
async fn a_code_opens_a_session_of_the_same_user() {
    let fields = "<AccessKeyId>ASIAME</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
                  <Expiration>2099-01-01T00:00:00Z</Expiration>";
    let answer = xml(
        200,
        &format!(
            "<GetSessionTokenResponse><GetSessionTokenResult><Credentials>{fields}</Credentials></GetSessionTokenResult></GetSessionTokenResponse>"
        ),
    );
    let (credentials, requests) = opened(answer, Ok(" 123 456\n")).await;
    assert_eq!(credentials.expect("a session").access_key_id(), "ASIAME");
    assert!(requests[0].contains("TokenCode=123456") && requests[0].contains("mfa%2Fme"), "{}", requests[0]);
}

#[tokio::test]
async fn what_opens_no_session_says_why_and_what_to_do() {
    let wrong = || refused("MultiFactorAuthentication failed with invalid MFA one time pass code.");
    let table = [
        (wrong(), Ok("123456"), "mfa_refused", "next code", 1),
        (refused("Cannot call GetSessionToken with session credentials"), Ok("123456"), "mfa_refused", "leave out --mfa-serial", 1),
        (wrong(), Ok("12345"), "mfa_refused", "six digits", 0),
        (wrong(), Ok("12345x"), "mfa_refused", "six digits", 0),
        (wrong(), Err("there is no terminal"), "mfa_required", "there is no terminal", 0),
        (xml(200, "<GetSessionTokenResponse/>"), Ok("123456"), "malformed_answer", "--endpoint-url", 1),
    ];
    for (answer, typed, code, part, calls) in table {
        let (outcome, requests) = opened(answer, typed).await;
        let error = outcome.expect_err(part);
        assert_eq!((error.code, requests.len()), (code, calls), "{error}");
        assert!(error.message.contains(part), "{error}");
        assert!(code == "malformed_answer" || error.message.contains(SERIAL), "{error}");
    }
}
