//! Nothing that grants access leaves the process, whatever the other side echoes.

use super::super::{TWO_REGIONS, seeded};
use super::probe::PROBES;
use crate::support::proxy::Proxy;
use crate::support::rule::{Fault, Rule};

const KEY_ID: &str = "ASIACANARYCANARY0042";
const SECRET: &str = "Canary/Secret+0123456789abcdefGHIJKLMNOP";
const TOKEN: &str = "CanarySessionToken0123456789//+CanarySessionToken0123456789//+CanarySessionToken==";
const SIGNATURE: &str = "5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e5ca1ab1e";

/// What a service or something on the way might echo of a request.
fn echoes() -> [String; 6] {
    let escaped = TOKEN.replace('/', "%2F").replace('+', "%2B").replace('=', "%3D");
    let credential = format!("{KEY_ID}%2F20260115%2Fus-east-1%2Fs3%2Faws4_request");
    [
        format!("The key {KEY_ID} with the secret {SECRET} and the token {TOKEN} may not do that"),
        format!("secret={SECRET};token={TOKEN}; id={KEY_ID}"),
        format!(
            "see https://b.s3.amazonaws.com/k?X-Amz-Credential={credential}&amp;X-Amz-Security-Token={escaped}&amp;X-Amz-Signature={SIGNATURE}"
        ),
        format!("The canonical request was x-amz-security-token:{TOKEN} Signature={SIGNATURE}"),
        format!("Authorization: AWS4-HMAC-SHA256 Credential={KEY_ID}/20260115/us-east-1/s3/aws4_request, Signature={SIGNATURE}"),
        format!("proxy http://{KEY_ID}:{SECRET}@127.0.0.1:9 refused {escaped}"),
    ]
}

/// The parts by which a canary is recognised, in whatever form it comes.
const CANARIES: [&str; 4] = ["CANARYCANARY", "Secret+0123456789", "SessionToken0123456789", "5ca1ab1e5ca1"];

fn assert_no_canary(place: &str, text: &str) {
    assert!(!text.is_empty(), "{place} is empty");
    for canary in CANARIES {
        let found = text.find(canary).map(|at| text.get(at.saturating_sub(200)..at + canary.len()));
        assert_eq!(found, None, "{canary} in {place}");
    }
}

#[test]
fn no_report_and_no_message_tells_a_secret() {
    // Each listing is refused with another echo, and each kind of refusal has its own way to the report.
    for (round, (status, code)) in
        [(403, "AccessDenied"), (400, "ValidationError"), (500, "InternalFailure")].into_iter().enumerate()
    {
        let rule = |(place, probe): (usize, &super::probe::Probe)| {
            let echo = echoes()[(place + 2 * round) % echoes().len()].clone();
            probe.rule(Fault::Error(status, code, echo))
        };
        let mut rules: Vec<Rule> = PROBES.iter().enumerate().map(rule).collect();
        rules.push(Rule::new(Fault::Error(status, code, echoes()[2].clone())).on("iam", "GetAccountSummary"));
        rules.push(Rule::new(Fault::Error(status, code, echoes()[0].clone())).on("ec2", "DescribeRegions"));
        rules.push(Rule::new(Fault::Reset).on("ec2", "DescribeSecurityGroups"));
        rules.push(Rule::new(Fault::Html(200)).on("cloudtrail", "DescribeTrails"));
        let proxy = Proxy::with(seeded(), rules);
        let flags = TWO_REGIONS.replace("--format json --progress none", "--progress lines -v");
        let scan = proxy.scan().args(&flags).args("--json report.json --sarif report.sarif --jsonl report.jsonl");
        let stored = tempfile::tempdir().unwrap();
        let run = with_canaries(scan).state(stored.path()).run().exit_code(3);
        assert_no_canary("stdout", &run.stdout);
        assert_no_canary("stderr", &run.stderr);
        for file in run.files() {
            assert_no_canary(&file, &run.file(&file));
        }
        let database = std::fs::read(stored.path().join("scans.db")).unwrap();
        assert_no_canary("the database", &String::from_utf8_lossy(&database));
        // What is packed in it, unpacked.
        let report = crate::support::scan().args("report last --format json").state(stored.path()).run().exit_code(0);
        assert_no_canary("the stored report", &report.stdout);
        assert!(run.file("report.json").contains("may not do that") || round > 0, "the words around the secrets stay");
    }
}

#[test]
fn the_reason_why_nothing_ran_tells_no_secret() {
    for echo in echoes() {
        let rule = Rule::new(Fault::Error(403, "AccessDenied", echo)).on("sts", "GetCallerIdentity");
        let run = with_canaries(Proxy::with(seeded(), vec![rule]).scan().args("-v --format json")).run().exit_code(5);
        assert_no_canary("stdout", &run.stdout);
        assert_no_canary("stderr", &run.stderr);
    }
}

fn with_canaries(scan: crate::support::run::Scan) -> crate::support::run::Scan {
    let variables = [("AWS_ACCESS_KEY_ID", KEY_ID), ("AWS_SECRET_ACCESS_KEY", SECRET), ("AWS_SESSION_TOKEN", TOKEN)];
    variables.into_iter().fold(scan, |scan, (name, value)| scan.env(name, value))
}
