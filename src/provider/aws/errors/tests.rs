//! Each protocol's errors as the services write them, and the gap that each one leaves.

use GapKind::{CredentialsRejected, Denied, Expired, Gone, Malformed, Refused, RegionDisabled, Throttled, Unreachable};

use super::super::clients::Clients;
use super::super::scripted::{Answer, Scripted, impatient, json, xml};
use super::*;

const REGION: &str = "eu-west-1";

/// One call with the protocol of each family of services.
#[derive(Debug, Clone, Copy)]
enum Protocol {
    Ec2,
    Query,
    RestXml,
    RestJson,
    Json,
}

async fn call(protocol: Protocol, clients: &Clients) -> Result<(), Gap> {
    let action = "x:Y";
    match protocol {
        Protocol::Ec2 => clients.ec2(REGION).describe_vpcs().send().await.map(drop).map_err(|error| gap(action, REGION, &error)),
        Protocol::Query => {
            clients.iam(REGION).get_account_summary().send().await.map(drop).map_err(|error| gap(action, REGION, &error))
        }
        Protocol::RestXml => {
            let answer = clients.s3(REGION).get_bucket_acl().bucket("logs").send().await;
            answer.map(drop).map_err(|error| gap(action, REGION, &error))
        }
        Protocol::RestJson => {
            clients.eks(REGION).list_clusters().send().await.map(drop).map_err(|error| gap(action, REGION, &error))
        }
        Protocol::Json => {
            clients.cloudtrail(REGION).describe_trails().send().await.map(drop).map_err(|error| gap(action, REGION, &error))
        }
    }
}

async fn gap_of(protocol: Protocol, answer: Answer) -> Gap {
    let (clients, _) = Scripted::new(vec![answer]).clients(impatient());
    call(protocol, &clients).await.expect_err("the answer is an error")
}

fn ec2(status: u16, code: &str) -> Answer {
    let error = format!("<Error><Code>{code}</Code><Message>what {code} means</Message></Error>");
    xml(status, &format!("<Response><Errors>{error}</Errors><RequestID>0a1b2c3d</RequestID></Response>"))
}

fn query(status: u16, code: &str) -> Answer {
    let error = format!("<Error><Type>Sender</Type><Code>{code}</Code><Message>what {code} means</Message></Error>");
    xml(status, &format!("<ErrorResponse>{error}<RequestId>0a1b2c3d</RequestId></ErrorResponse>"))
}

fn rest_xml(status: u16, code: &str) -> Answer {
    let ids = "<RequestId>7B4A0FABBEXAMPLE</RequestId><HostId>Uuag1LuByRx9e6j5Onimr</HostId>";
    xml(status, &format!("<Error><Code>{code}</Code><Message>what {code} means</Message>{ids}</Error>"))
}

fn typed(status: u16, code: &str) -> Answer {
    json(status, &format!(r#"{{"__type":"com.amazonaws#{code}","message":"what {code} means"}}"#))
}

#[tokio::test]
async fn every_protocol_and_code_leaves_its_kind_of_gap() {
    let table = [
        (Protocol::Ec2, ec2(403, "UnauthorizedOperation"), Denied),
        (Protocol::Ec2, ec2(401, "AuthFailure"), CredentialsRejected),
        (Protocol::Ec2, ec2(401, "OptInRequired"), RegionDisabled),
        (Protocol::Ec2, ec2(503, "RequestLimitExceeded"), Throttled),
        (Protocol::Ec2, ec2(400, "RequestExpired"), Expired),
        (Protocol::Ec2, ec2(503, "Unavailable"), Unreachable),
        (Protocol::Ec2, ec2(500, "InternalError"), Unreachable),
        (Protocol::Ec2, ec2(400, "InvalidParameterValue"), Refused),
        (Protocol::Query, query(403, "AccessDenied"), Denied),
        (Protocol::Query, query(403, "InvalidClientTokenId"), CredentialsRejected),
        (Protocol::Query, query(403, "ExpiredToken"), Expired),
        (Protocol::Query, query(400, "Throttling"), Throttled),
        (Protocol::RestXml, rest_xml(403, "AccessDenied"), Denied),
        (Protocol::RestXml, rest_xml(403, "InvalidAccessKeyId"), CredentialsRejected),
        (Protocol::RestXml, rest_xml(400, "ExpiredToken"), Expired),
        (Protocol::RestXml, rest_xml(503, "SlowDown"), Throttled),
        (Protocol::RestJson, typed(403, "AccessDeniedException"), Denied),
        (Protocol::RestJson, typed(403, "UnrecognizedClientException"), CredentialsRejected),
        (Protocol::RestJson, typed(429, "TooManyRequestsException"), Throttled),
        (Protocol::RestJson, json(429, "{}"), Throttled),
        (Protocol::RestJson, typed(503, "ServiceUnavailableException"), Unreachable),
        (Protocol::Json, typed(400, "AccessDeniedException"), Denied),
        (Protocol::Json, typed(400, "ThrottlingException"), Throttled),
        (Protocol::Json, typed(400, "ExpiredTokenException"), Expired),
        (Protocol::Json, typed(400, "UnsupportedOperationException"), Refused),
    ];
    let gaps = table.into_iter().map(|(protocol, answer, kind)| async move {
        let label = format!("{protocol:?} {answer:?}");
        (label, kind, gap_of(protocol, answer).await)
    });
    for (label, kind, gap) in futures_util::future::join_all(gaps).await {
        assert_eq!(gap.kind, kind, "{label}: {}", gap.detail);
        assert!(gap.detail.contains("means") || label.contains("{}"), "{label}: {}", gap.detail);
        assert!(!gap.detail.contains("0a1b2c3d") && !gap.detail.contains("7B4A0"), "{}", gap.detail);
    }
}

#[tokio::test]
async fn an_answer_that_is_not_the_services_is_malformed() {
    let garbage = [xml(200, "<html>captive portal"), json(200, "no json"), xml(200, "")];
    let protocols = [Protocol::Ec2, Protocol::RestJson, Protocol::RestXml];
    for (protocol, answer) in protocols.into_iter().zip(garbage).take(2) {
        let gap = gap_of(protocol, answer).await;
        assert_eq!(gap.kind, Malformed, "{protocol:?}: {}", gap.detail);
    }
}

#[tokio::test]
async fn a_gateway_that_speaks_html_is_unreachable_or_denied() {
    assert_eq!(gap_of(Protocol::Ec2, xml(502, "<html>bad gateway</html>")).await.kind, Unreachable);
    assert_eq!(gap_of(Protocol::RestJson, xml(403, "<html>blocked</html>")).await.kind, Denied);
}

#[tokio::test]
async fn what_does_not_exist_is_a_fact() {
    let table = ["NoSuchBucketPolicy", "ServerSideEncryptionConfigurationNotFoundError", "NoSuchPublicAccessBlockConfiguration"];
    for code in table {
        let (clients, _) = Scripted::new(vec![rest_xml(404, code)]).clients(impatient());
        let error = clients.s3(REGION).get_bucket_policy().bucket("logs").send().await.expect_err("absent");
        assert!(is_absent(&error), "{code}");
    }
    let (clients, _) = Scripted::new(vec![rest_xml(404, "NoSuchBucket")]).clients(impatient());
    let error = clients.s3(REGION).get_bucket_policy().bucket("logs").send().await.expect_err("gone");
    assert!(!is_absent(&error));
}

#[tokio::test]
async fn only_a_call_about_what_was_listed_can_find_it_gone() {
    let (clients, _) = Scripted::new(vec![rest_xml(404, "NoSuchBucket")]).clients(impatient());
    let error = clients.s3(REGION).get_bucket_acl().bucket("logs").send().await.expect_err("gone");
    let told = gap_of_listed("s3:GetBucketAcl", REGION, &error);
    assert_eq!((told.kind, told.detail.as_str()), (Gone, "what NoSuchBucket means"));
    assert_eq!(gap("s3:GetBucketAcl", REGION, &error).kind, Refused);
    let (clients, _) = Scripted::new(vec![rest_xml(404, "NoSuchKey")]).clients(impatient());
    let error = clients.s3(REGION).get_bucket_acl().bucket("logs").send().await.expect_err("refused");
    assert_eq!(gap_of_listed("s3:GetBucketAcl", REGION, &error).kind, Refused);
}
