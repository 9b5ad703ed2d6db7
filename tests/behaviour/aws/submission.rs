//! What is said where nothing could run: exit code 5, one sentence, a report without jobs, no further call.

use crate::support::answer::Refusal;
use crate::support::moto::Moto;
use crate::support::proxy::Proxy;
use crate::support::rule::{Fault, Rule};
use crate::support::run::{Run, scan};

#[track_caller]
fn assert_submission_error(run: Run, parts: &[&str]) {
    let run = run.exit_code(5).says(parts);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("a report that says why nothing ran");
    assert_eq!((&report["scan"]["status"], &report["jobs"]), (&"submission_error".into(), &serde_json::json!([])));
    let said: Vec<_> = run.stderr.lines().filter(|line| !line.trim().is_empty()).collect();
    assert!(said.len() <= 3, "one sentence, not {}:\n{}", said.len(), run.stderr);
}

#[test]
fn without_credentials_the_user_hears_how_to_give_some() {
    let run = scan().args("--profile mvp15 --format json").env("AWS_REGION", "us-east-1").run();
    assert_submission_error(run, &["credentials", "AWS_ACCESS_KEY_ID"]);
}

#[test]
fn expired_credentials_are_named_as_such() {
    let proxy = Proxy::with(Moto::tidy(), vec![Rule::refuse(Refusal::Expired)]);
    assert_submission_error(proxy.scan().args("--profile mvp15 --format json").run(), &["expired"]);
    assert_eq!(proxy.calls().len(), 1, "only the caller's identity is asked for");
}

#[test]
fn credentials_that_aws_does_not_know_are_named_as_such() {
    let proxy = Proxy::with(Moto::tidy(), vec![Rule::refuse(Refusal::InvalidToken)]);
    assert_submission_error(proxy.scan().args("--profile mvp15 --format json").run(), &["credentials are not valid"]);
}

#[test]
fn an_endpoint_that_nobody_listens_at_is_named() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let endpoint = format!("http://{free}");
    let run = Proxy::to(Moto::tidy()).scan().args("--profile mvp15 --format json").env("AWS_ENDPOINT_URL", &endpoint).run();
    assert_submission_error(run, &[&endpoint]);
}

#[test]
fn a_network_without_name_resolution_is_named() {
    let run = Proxy::to(Moto::tidy()).scan().args("--format json --endpoint-url http://posture-scan.invalid").run();
    assert_submission_error(run, &["posture-scan.invalid"]);
}

#[test]
fn an_endpoint_that_is_not_an_address_is_a_usage_error() {
    Proxy::to(Moto::tidy()).scan().args("--endpoint-url nonsense").run().exit_code(2).says(&["nonsense"]);
}

#[test]
fn a_password_in_an_endpoint_is_never_printed() {
    let given = |way: &str, endpoint: &str| match way {
        "flag" => scan().args("--format json --endpoint-url").arg(endpoint),
        _ => scan().args("--format json").env("AWS_ENDPOINT_URL", endpoint),
    };
    for password in ["hunter2", "/hunter2", "hun/hunter2", "x?hunter2", "x#hunter2", "12/hunter2", "x hunter2", "x@/hunter2"] {
        for scheme in ["https://", "ftp://", ""] {
            for way in ["flag", "environment"] {
                let endpoint = format!("{scheme}user:{password}@posture-scan.invalid");
                let run = given(way, &endpoint)
                    .env("AWS_REGION", "us-east-1")
                    .env("AWS_ACCESS_KEY_ID", "x")
                    .env("AWS_SECRET_ACCESS_KEY", "y")
                    .run();
                assert!(
                    !format!("{}{}", run.stdout, run.stderr).contains("hunter2"),
                    "{way} {endpoint}: {}{}",
                    run.stdout,
                    run.stderr
                );
                assert!(run.stderr.contains("posture-scan.invalid"), "{way} {endpoint}: {}", run.stderr);
            }
        }
    }
}

#[test]
fn an_unknown_aws_profile_is_named() {
    let run = scan().args("--aws-profile nobody --format json").env("AWS_REGION", "us-east-1").run();
    assert_submission_error(run, &["nobody"]);
}

#[test]
fn a_region_that_does_not_exist_is_named_before_anything_runs() {
    let proxy = Proxy::to(Moto::tidy());
    assert_submission_error(proxy.scan().args("--region us-east-9 --format json").run(), &["us-east-9"]);
    assert!(proxy.calls().len() <= 2, "{:?}", proxy.calls_by_action());
}

#[test]
fn a_region_that_is_not_enabled_is_named_before_anything_runs() {
    let proxy = Proxy::to(Moto::tidy());
    assert_submission_error(proxy.scan().args("--region us-east-1,ap-east-1 --format json").run(), &["ap-east-1", "enable"]);
    assert!(proxy.calls().len() <= 2, "{:?}", proxy.calls_by_action());
}

#[test]
fn an_endpoint_that_speaks_html_is_not_taken_for_aws() {
    let proxy = Proxy::with(Moto::tidy(), vec![Rule::new(Fault::Html(200))]);
    proxy.scan().args("--format json").run().exit_code(5);
}

#[test]
fn credentials_may_come_from_a_profile_of_the_aws_configuration() {
    let proxy = Proxy::to(Moto::tidy());
    let config = "[profile audit]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\nregion = eu-west-1\n";
    let run = scan()
        .file("aws-config", config)
        .env("AWS_CONFIG_FILE", "aws-config")
        .args("--aws-profile audit --type quick --format json --endpoint-url")
        .arg(proxy.endpoint())
        .run()
        .exit_code(0);
    assert_eq!(run.json()["scan"]["account_id"], "222222222222");
}
