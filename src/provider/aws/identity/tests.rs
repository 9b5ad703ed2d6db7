//! Every reason why nobody can tell whose credentials these are, with its code and its sentence.

use super::super::scripted::{Answer, Scripted, clients, impatient, xml};
use super::*;

fn asked(url: &str) -> Asked {
    Asked { profile: Some("audit".to_owned()), region: "eu-west-1".to_owned(), endpoint: Some(url.to_owned()) }
}

async fn identity(answer: Answer) -> Result<Account, SubmissionError> {
    let service = Scripted::new(vec![answer]);
    let (clients, _) = service.clients(impatient());
    identify(&clients.sts("eu-west-1"), &asked(&service.url)).await
}

fn refused(status: u16, code: &str, message: &str) -> Answer {
    let error = format!("<Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>");
    xml(status, &format!("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">{error}</ErrorResponse>"))
}

fn caller(arn: &str) -> Answer {
    let result = format!("<Arn>{arn}</Arn><UserId>AIDA</UserId><Account>123456789012</Account>");
    xml(
        200,
        &format!(
            "<GetCallerIdentityResponse><GetCallerIdentityResult>{result}</GetCallerIdentityResult></GetCallerIdentityResponse>"
        ),
    )
}

#[tokio::test]
async fn the_callers_arn_tells_account_and_partition() {
    let account = identity(caller("arn:aws-cn:iam::123456789012:user/ci")).await.expect("an identity");
    assert_eq!((account.id.as_str(), account.partition.as_str()), ("123456789012", "aws-cn"));
}

#[tokio::test]
async fn every_refusal_has_its_code_and_names_the_next_step() {
    let table = [
        (
            refused(403, "ExpiredToken", "The security token included in the request is expired"),
            "expired_credentials",
            "aws sso login --profile audit",
        ),
        (
            refused(403, "InvalidClientTokenId", "The security token included in the request is invalid."),
            "invalid_credentials",
            "access key",
        ),
        (refused(403, "SignatureDoesNotMatch", "Signature not yet current"), "invalid_credentials", "clock"),
        (refused(403, "AccessDenied", "not authorized"), "denied", "sts:GetCallerIdentity"),
        (refused(400, "Throttling", "Rate exceeded"), "throttled", "scan again"),
        (refused(400, "Surprise", "what"), "refused", "Surprise: what"),
        (xml(200, "<html>captive portal</html>"), "malformed_answer", "--endpoint-url"),
        (xml(404, "not found"), "malformed_answer", "--endpoint-url"),
        (Answer::Hang, "timed_out", "check the network"),
    ];
    let answers = table.into_iter().map(|(answer, code, next)| async move { (identity(answer).await, code, next) });
    for (answer, code, next) in futures_util::future::join_all(answers).await {
        let error = answer.expect_err(code);
        assert_eq!(error.code, code, "{error}");
        assert!(error.message.contains(next), "{error} should say {next}");
        assert!(!error.message.contains('\n'));
    }
}

#[tokio::test]
async fn an_endpoint_that_cannot_be_had_is_told_from_a_network_that_cannot() {
    let sts = |url: &str| clients(url, impatient()).0.sts("eu-west-1");
    let nobody = "http://127.0.0.1:1";
    let error = identify(&sts(nobody), &asked(nobody)).await.expect_err("nobody listens");
    assert_eq!(error.code, "endpoint_refused");
    assert!(error.message.contains(nobody), "{error}");

    let nowhere = "http://posture-scan.invalid";
    let error = identify(&sts(nowhere), &asked(nowhere)).await.expect_err("no such name");
    assert_eq!(error.code, "no_network");
    assert!(error.message.contains(nowhere), "{error}");
}

#[test]
fn a_source_of_credentials_that_fails_says_how_to_sign_in() {
    let asked = Asked { profile: None, region: "us-east-1".to_owned(), endpoint: None };
    let table = [
        (CredentialsError::not_loaded_no_source(), "no_credentials"),
        (CredentialsError::provider_error("the SSO token has expired"), "expired_credentials"),
        (CredentialsError::provider_timed_out(std::time::Duration::from_secs(5)), "timed_out"),
        (CredentialsError::invalid_configuration("profile `a` refers to itself"), "invalid_configuration"),
        (CredentialsError::provider_error("exit status 1"), "credentials_failed"),
    ];
    for (failure, code) in table {
        let error = asked.credentials(&failure);
        assert_eq!(error.code, code, "{error}");
        assert!(code == "invalid_configuration" || error.message.contains("aws sso login"), "{error}");
    }
}
