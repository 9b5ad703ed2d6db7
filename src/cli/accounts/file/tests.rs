//! The file over its life: what goes in comes out, comments stay, and what is hostile or secret is refused without being repeated.

use super::*;
use crate::cli::settings::{AwsSource, Source};

const ROLE: &str = "arn:aws:iam::222222222222:role/audit";

fn file(text: &str) -> AccountsFile {
    let (document, connections) = parse(text).unwrap();
    AccountsFile { path: PathBuf::from("/home/me/accounts.toml"), document, connections }
}

fn connection(name: &str, source: Source) -> Connection {
    let tags = BTreeMap::from([("team".to_owned(), "pay\"ments # ü".to_owned()), ("empty".to_owned(), String::new())]);
    Connection { name: name.to_owned(), source, regions: vec!["eu-west-1".to_owned(), "us-east-1".to_owned()], tags }
}

fn aws() -> Source {
    let last = crate::model::Role {
        external_id: Some("partner:42".to_owned()),
        session_name: Some("nightly".to_owned()),
        session_duration_s: Some(5400 / 2),
        ..ROLE.parse().unwrap()
    };
    let first = crate::model::Role { external_id: None, arn: "arn:aws:iam::111111111111:role/hub".to_owned(), ..last.clone() };
    Source::Aws(AwsSource {
        profile: Some("audit 'x'".to_owned()),
        roles: vec![first, last],
        mfa_serial: Some("arn:aws:iam::111111111111:mfa/me".to_owned()),
        endpoint_url: Some("http://127.0.0.1:5000/x".to_owned()),
        ..AwsSource::default()
    })
}

#[test]
fn what_is_put_in_comes_out() {
    let mock = Source::Mock { fixture: "/accounts/mine.json".to_owned(), speed: 0.0 };
    let bare = Source::Aws(AwsSource::default());
    let before = [connection("a.b", aws()), connection("mock-1", mock), connection("_2", bare)];
    let mut written = file(HEADER);
    for one in &before {
        written.put(one);
    }
    let text = written.document.to_string();
    let after = file(&text);
    assert!(text.starts_with("# Connections"), "{text}");
    for one in &before {
        assert_eq!(after.find(&one.name).unwrap(), one, "{text}");
    }
}

#[test]
fn comments_and_order_outlive_a_change() {
    let text = "# mine\n\n# the payments team\n[accounts.production]\nrole-arn = \"arn:aws:iam::222222222222:role/audit\" # read-only\n\n\
                # try things here\n[accounts.sandbox]\naws-profile = 'sandbox'\n";
    let mut changed = file(text);
    changed.put(&connection("another", aws()));
    changed.put(&connection("sandbox", Source::Mock { fixture: "clean".to_owned(), speed: 0.0 }));
    let after = changed.document.to_string();
    for kept in ["# mine", "# the payments team\n[accounts.production]", "# read-only", "# try things here\n[accounts.sandbox]"] {
        assert!(after.contains(kept), "{kept} is gone:\n{after}");
    }
    changed.take("production").unwrap();
    let text = changed.document.to_string();
    assert!(text.starts_with("# mine\n\n# try things here\n[accounts.sandbox]") && !text.contains("payments team"), "{text}");
    let after = file(&text);
    let names: Vec<&str> = after.connections().iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["another", "sandbox"]);
}

#[test]
fn what_stands_alone_at_an_end_stays_there() {
    let mut emptied = file(HEADER);
    for name in ["a", "b"] {
        emptied.put(&connection(name, Source::Aws(AwsSource::default())));
    }
    assert!(emptied.document.to_string().contains("\n\n[accounts.b]"), "{}", emptied.document);
    for name in ["b", "a"] {
        emptied.take(name).unwrap();
    }
    assert_eq!(emptied.document.to_string().trim_end(), HEADER.trim_end());
    let mut ended = file("[accounts.a]\n# no line break");
    ended.put(&connection("b", Source::Aws(AwsSource::default())));
    assert_eq!(file(&ended.document.to_string()).connections().len(), 2);
}

#[test]
fn a_name_that_is_not_there_is_told_from_those_that_are() {
    let saved = file("[accounts.production]\n[accounts.sandbox]\n");
    let message = saved.find("prodution").unwrap_err().to_string();
    assert!(message.contains("did you mean production?"), "{message}");
    assert!(saved.find("zzz").unwrap_err().to_string().contains("scan accounts list"));
    assert!(file("").find("x").unwrap_err().to_string().contains("scan accounts add"));
}

#[test]
fn what_cannot_be_understood_is_named() {
    let table = [
        ("[accounts", "line 1"),
        ("[accounts.a]\nrole = 'x'", "line 2: unknown field `role`"),
        ("[account.a]", "unknown field `account`"),
        ("accounts = 3", "line 1"),
        ("[accounts.a]\nrole-arn = 'x'", "account `a`: `role-arn`: it must be the ARN of a role"),
        ("[accounts.a]\nexternal-id = 'x-1'", "needs --role-arn"),
        ("[accounts.a]\nprovider = 'gcp'", "`provider` must be"),
        ("[accounts.a]\nmock = 'demo'\naws-profile = 'x'", "a mock account has no --aws-profile"),
        ("[accounts.a]\nprovider = 'aws'\nmock = 'demo'", "contradict"),
        ("[accounts.a]\nendpoint-url = 'nonsense'", "no address"),
        (
            "[accounts.a]\nsession-duration = '5m'\nrole-arn = 'arn:aws:iam::222222222222:role/audit'",
            "`session-duration`: it must be",
        ),
        ("[accounts.\"a b\"]", "`a b` is no name"),
        ("[accounts.\"../x\"]", "is no name"),
        ("[accounts.\"-x\"]", "is no name"),
        ("[accounts.\"\"]", "is no name"),
        ("[accounts.a]\nregion = ['']", "empty"),
        ("[accounts.a]\naws-profile = \"a\\u001b[31m\"", "control character"),
    ];
    for (text, part) in table {
        let problem = parse(text).map(|_| ()).expect_err(text);
        assert!(problem.contains(part), "{text}: {problem}");
        assert!(!problem.contains('\n'), "{problem}");
    }
}

#[test]
fn a_credential_is_refused_and_never_repeated() {
    let (id, secret) = ("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    for text in [
        format!("[accounts.a]\naws-profile = '{id}'"),
        format!("[accounts.a]\naws-profile = '{secret}'"),
        format!("[accounts.a]\nregion = ['eu-west-1', '{id}']"),
        format!("[accounts.a]\ntags = {{ note = 'key {id}' }}"),
        format!("[accounts.{id}]"),
        format!("[accounts.a]\nexternal-id = '{id}'\nrole-arn = '{ROLE}'"),
        format!("[accounts.a]\naws-secret-access-key = '{secret}'"),
        "[accounts.a]\npassword = 'hunter2'".to_owned(),
        "[accounts.a]\nendpoint-url = 'https://me:hunter2@lab.example'".to_owned(),
    ] {
        let problem = parse(&text).map(|_| ()).expect_err(&text);
        assert!(!problem.contains(id) && !problem.contains(secret) && !problem.contains("hunter2"), "{problem}");
        assert!(problem.contains("credential") || problem.contains("never saved"), "{problem}");
    }
    // An external id is somebody's random choice, and may look so.
    assert!(parse(&format!("[accounts.a]\nexternal-id = '{secret}'\nrole-arn = '{ROLE}'")).is_ok());
}
