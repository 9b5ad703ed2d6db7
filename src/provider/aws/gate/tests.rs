//! The gate in front of a service that throttles, fails, hangs or vanishes.

use super::super::call::USER_AGENT;
use super::super::errors::gap;
use super::super::scripted::{Answer, Scripted, clients, impatient, json, xml};
use super::*;

const VPCS: &str = "<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><vpcSet/></DescribeVpcsResponse>";
const LIMIT: &str = "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded.</Message>\
                     </Error></Errors><RequestID>x</RequestID></Response>";

#[tokio::test]
async fn a_throttled_call_is_repeated_until_it_succeeds_and_every_attempt_is_counted() {
    let service = Scripted::new(vec![xml(503, LIMIT), xml(503, LIMIT), xml(503, LIMIT), xml(503, LIMIT), xml(200, VPCS)]);
    let (clients, meter) = service.clients(Timeouts::default());
    clients.ec2("eu-west-1").describe_vpcs().max_results(1000).send().await.expect("the fifth attempt succeeds");
    let counts = meter.counts();
    assert_eq!((counts.total, counts.throttled, counts.retried), (5, 4, 4));
    assert_eq!(counts.by_service["ec2"], 5);
    assert_eq!(meter.actions().into_iter().collect::<Vec<_>>(), ["ec2:DescribeVpcs"]);
}

#[tokio::test]
async fn throttling_beyond_patience_ends_within_the_operation_time_as_throttled() {
    let service = Scripted::new(vec![json(400, r#"{"__type":"ThrottlingException","message":"Rate exceeded"}"#)]);
    let (clients, meter) = service.clients(impatient());
    let began = Instant::now();
    let error = clients.ecr("eu-west-1").describe_repositories().send().await.expect_err("throttled");
    let gap = gap("ecr:DescribeRepositories", "eu-west-1", &error);
    assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Throttled, "Rate exceeded"));
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert!(meter.counts().retried >= 2 && meter.counts().throttled == meter.counts().total);
}

#[tokio::test]
async fn many_calls_throttled_at_once_all_get_through() {
    let mut answers = vec![xml(503, LIMIT); 30];
    answers.push(xml(200, VPCS));
    let service = Scripted::new(answers);
    let (clients, meter) = service.clients(Timeouts::default());
    let ec2 = clients.ec2("eu-west-1");
    let calls = (0..20).map(|_| ec2.describe_vpcs().max_results(1000).send());
    let answers = futures_util::future::join_all(calls).await;
    assert!(answers.iter().all(Result::is_ok));
    assert_eq!((meter.counts().total, meter.counts().throttled), (50, 30));
}

#[tokio::test]
async fn a_failing_or_vanished_service_is_tried_five_times() {
    for answer in [xml(500, "oops"), xml(503, "<html/>"), Answer::Reset] {
        let service = Scripted::new(vec![answer.clone()]);
        let (clients, meter) = service.clients(Timeouts::default());
        let began = Instant::now();
        clients.ec2("eu-west-1").describe_vpcs().send().await.expect_err("no answer");
        assert_eq!(meter.counts().total, 5, "{answer:?}");
        assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    }
}

#[tokio::test]
async fn a_service_that_hangs_is_given_up_after_the_attempt_time() {
    let service = Scripted::new(vec![Answer::Hang]);
    let (clients, meter) = service.clients(impatient());
    let began = Instant::now();
    let error = clients.ec2("eu-west-1").describe_vpcs().send().await.expect_err("no answer");
    let gap = gap("ec2:DescribeVpcs", "eu-west-1", &error);
    assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Unreachable, "no answer within 1.0 s"));
    assert_eq!(meter.counts().total, 3);
    assert!((2_900..10_000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
}

#[tokio::test]
async fn nobody_listening_is_unreachable() {
    let (clients, _) = clients("http://127.0.0.1:1", Timeouts::default());
    let error = clients.s3("eu-west-1").list_buckets().send().await.expect_err("refused");
    let gap = gap("s3:ListAllMyBuckets", "eu-west-1", &error);
    assert_eq!(gap.kind, GapKind::Unreachable);
    assert!(gap.detail.contains("refused"), "{}", gap.detail);
}

#[tokio::test]
async fn every_request_says_who_sends_it() {
    let service = Scripted::new(vec![xml(200, VPCS)]);
    let (clients, _) = service.clients(Timeouts::default());
    clients.ec2("eu-west-1").describe_vpcs().send().await.expect("an answer");
    let request = service.requests().remove(0);
    let agent = request.lines().find(|line| line.starts_with("user-agent:")).expect("a user agent");
    assert!(agent.starts_with(&format!("user-agent: {USER_AGENT} aws-sdk-rust/")), "{agent}");
}

#[tokio::test]
async fn a_custom_endpoint_gets_buckets_in_the_path_and_no_account_in_front() {
    let service = Scripted::new(vec![xml(404, "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>")]);
    let (clients, _) = service.clients(Timeouts::default());
    let _ = clients.s3("eu-west-1").get_bucket_policy().bucket("logs").send().await;
    let _ = clients.s3control("eu-west-1").get_public_access_block().account_id("123456789012").send().await;
    let requests = service.requests();
    let host = format!("host: {}", service.url.trim_start_matches("http://"));
    assert!(requests[0].starts_with("GET /logs?policy") || requests[0].starts_with("GET /logs/?policy"), "{}", requests[0]);
    for request in &requests {
        assert!(request.lines().any(|line| line == host), "{request}");
    }
    assert_eq!(requests.len(), 2);
}

#[tokio::test]
async fn where_nobody_can_be_connected_to_the_rest_is_not_tried() {
    let (clients, meter) = clients("http://127.0.0.1:1", Timeouts::default());
    let ec2 = clients.ec2("eu-west-1");
    for calls in 1..=6 {
        ec2.describe_vpcs().send().await.expect_err("nobody is there");
        assert_eq!(meter.counts().total, 3 * calls, "three attempts each");
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    for _ in 0..50 {
        let error = ec2.describe_subnets().send().await.expect_err("cut off");
        let gap = gap("ec2:DescribeSubnets", "eu-west-1", &error);
        assert_eq!(gap.kind, GapKind::Unreachable);
        assert_eq!(gap.detail, "no longer tried, since 18 attempts in a row could not connect to ec2 there");
    }
    assert_eq!(meter.counts().total, 18, "and nobody was asked again");
    clients.ec2("us-east-1").describe_vpcs().send().await.expect_err("nobody is there");
    assert_eq!(meter.counts().total, 21, "another region is another story");
}

#[tokio::test]
async fn where_nobody_has_been_for_a_while_many_calls_try_to_connect_once() {
    let (clients, meter) = clients("http://127.0.0.1:1", Timeouts::default());
    let ec2 = clients.ec2("eu-west-1");
    for _ in 0..8 {
        ec2.describe_vpcs().send().await.expect_err("nobody is there");
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    let known = meter.counts().total;
    let calls = (0..100).map(|_| ec2.describe_vpcs().send());
    assert!(futures_util::future::join_all(calls).await.iter().all(Result::is_err));
    assert!(meter.counts().total <= known + 1, "{known} and then {}", meter.counts().total);
}

#[tokio::test]
async fn a_service_that_accepts_and_fails_is_asked_every_time() {
    for answer in [xml(500, "oops"), Answer::Reset] {
        let service = Scripted::new(vec![answer.clone()]);
        let (clients, meter) = service.clients(impatient());
        let ec2 = clients.ec2("eu-west-1");
        for _ in 0..7 {
            let began = meter.counts().total;
            ec2.describe_vpcs().send().await.expect_err("no useful answer");
            assert!(meter.counts().total > began + 1, "{answer:?}");
        }
    }
}
