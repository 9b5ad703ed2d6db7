//! What is a secret, and what only looks like one.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

fn kinds(line: &str) -> Vec<&'static str> {
    kinds_in(line).into_iter().collect()
}

/// Texts are put together here, so that no scanner of secrets takes this file for a leak.
fn key_id() -> String {
    ["AKIA", "4Q7WZ2LMN8RTVX3C"].concat()
}

#[test]
fn secrets_are_known_by_shape() {
    let table = [
        (format!("export AWS_KEY={}", key_id()), "AWS access key"),
        (format!("aws_secret_access_key = {}", "kR7/wQ2mZx9+".repeat(4).get(..40).unwrap_or_default()), "AWS secret key"),
        (["-----BEGIN RSA ", "PRIVATE KEY-----"].concat(), "private key"),
        (["-----BEGIN ", "PRIVATE KEY-----"].concat(), "private key"),
        (format!("git clone https://x:{}@github.com/a/b", ["ghp_", &"a1B2".repeat(9)].concat()), "GitHub token"),
        ("postgres://app:tr0ub4dor@db.internal:5432/shop".to_owned(), "password in a URL"),
        (["xoxb-", "123456789012-", "abcdefGHIJKL"].concat(), "Slack token"),
        (["sk_", "live_", &"4eC39H".repeat(4)].concat(), "Stripe key"),
        ("echo 'admin:tr0ub4dor' | sudo chpasswd".to_owned(), "password of a user"),
        ("CREATE USER app IDENTIFIED BY 'tr0ub4dor'".to_owned(), "password of a database user"),
    ];
    for (line, kind) in table {
        assert!(kinds(&line).contains(&kind), "{kind}: {:?}", kinds(&line));
    }
}

#[test]
fn secrets_are_known_by_the_name_that_they_are_given() {
    for line in [
        "DB_PASSWORD=foobar123",
        "export SERVICE_PASSWORD=bbaabb45",
        "password: tr0ub4dor",
        "password = 'correct horse'",
        r#"{"user": "app", "password": "tr0ub4dor"}"#,
        r#"{\"password\": \"tr0ub4dor\"}"#,
        "mysql --user=root --password=tr0ub4dor shop",
        "tool --password tr0ub4dor",
        "docker run -e DB_PASS=tr0ub4dor image",
        "Server=db;User Id=app;Password=tr0ub4dor;",
        "config['password'] => 'tr0ub4dor'",
        "dbPassword=tr0ub4dor",
        "client_secret=Zx81Kk",
    ] {
        assert_eq!(kinds(line), ["password"], "{line}");
    }
    for line in ["API_KEY=12345abcd", r#""token": "a8f5f167f44f4964e6c998de""#, "--api-key a1b2c3d4e5"] {
        assert_eq!(kinds(line), ["key or token"], "{line}");
    }
}

#[test]
fn what_only_names_a_secret_is_none() {
    for line in [
        "",
        "password=",
        "password=$DB_PASSWORD",
        "password=${DB_PASSWORD}",
        "password: {{ vault.password }}",
        "password=$(aws secretsmanager get-secret-value --secret-id db)",
        "password=\"<your password>\"",
        "PASSWORD=changeme",
        "password: null",
        "password=password",
        "password=********",
        "password = settings.password",
        "password = get_password()",
        "PasswordAuthentication no",
        "PasswordAuthentication=no-way",
        "Password: must be set by the operator",
        "DB_PASSWORD_FILE=/run/secrets/password",
        "SECRET_ARN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db",
        "secret=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db",
        "token=next",
        "compass=north",
        "bypass: everything",
        "https://example.com:8443/path@2",
        "git clone https://$USER:$TOKEN@github.com/a/b",
        "# set the password with passwd afterwards",
        "sha256=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ] {
        assert_eq!(kinds(line), Vec::<&str>::new(), "{line}");
    }
    assert_eq!(kinds(&["AKIA", "IOSFODNN7EXAMPLE"].concat()), Vec::<&str>::new(), "the sample of AWS's manuals");
}

#[test]
fn of_a_secret_only_its_kind_and_line_are_told() {
    let search = search("#!/bin/sh\nDB_PASSWORD=tr0ub4dor\n\nDB_PASSWORD=tr0ub4dor OTHER_PASSWORD=tr0ub4dor\n");
    let told: Vec<_> = search.traces.iter().map(|trace| (trace.line, trace.kind.as_str())).collect();
    assert_eq!((told, search.complete), (vec![(2, "password"), (4, "password")], true));
}

#[test]
fn a_setting_is_judged_by_its_name_and_its_value() {
    assert_eq!(kind_of_setting("DB_PASSWORD", "two words"), Some("password"));
    assert_eq!(kind_of_setting("DB_URL", "mysql://app:tr0ub4dor@db/shop"), Some("password in a URL"));
    assert_eq!(kind_of_setting("CONFIG", r#"{"password": "tr0ub4dor"}"#), Some("password"));
    assert_eq!(kind_of_setting("LOG_LEVEL", "debug"), None);
    assert_eq!(kind_of_setting("DB_PASSWORD", ""), None);
}

#[test]
fn a_text_that_is_too_long_is_not_free_of_secrets() {
    let asked = Asked { action: "ec2:DescribeInstanceAttribute", region: "eu-west-1" };
    let long = "echo\n".repeat(MOST_BYTES / 4);
    assert!(matches!(search(&long).property(asked), Property::Unknown(_)));
    let found = search(&format!("PASSWORD=tr0ub4dor\n{long}"));
    assert!(matches!(found.property(asked), Property::List(traces) if traces.len() == 1));
    assert_eq!(search("").property(asked), Property::List(Vec::new()));
}

#[test]
fn base64_and_gzip_are_opened_within_limits() {
    assert_eq!(from_base64("UEFTUz0x\n").as_deref(), Some("PASS=1"));
    assert_eq!(from_base64("not base64!"), None);
    let packed = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory")
    };
    assert_eq!(plain(&packed(b"PASS=1")), "PASS=1");
    assert_eq!(plain(&[0x1f, 0x8b, 1]).len(), "\u{1f}\u{fffd}\u{1}".len());
    let bomb = plain(&packed(&vec![b'a'; 2 * MOST_BYTES]));
    assert!(!search(&bomb).complete);
    assert_eq!(bomb.len(), MOST_BYTES + 1);
}
