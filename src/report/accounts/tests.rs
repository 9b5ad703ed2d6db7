//! The pages on several widths, with names that somebody hostile chose.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::model::Colour;

fn accounts() -> Vec<Saved> {
    let role = |arn: &str| arn.parse::<Role>().expect("a role");
    vec![
        Saved {
            name: "production".to_owned(),
            provider: "aws",
            account_id: Some("222222222222".to_owned()),
            aws_profile: Some("audit".to_owned()),
            roles: vec![
                role("arn:aws:iam::111111111111:role/hub"),
                Role {
                    external_id: Some("partner:42".to_owned()),
                    session_duration_s: Some(1800),
                    ..role("arn:aws:iam::222222222222:role/security/a-role-with-quite-a-long-name-for-a-narrow-page")
                },
            ],
            mfa_serial: Some("arn:aws:iam::111111111111:mfa/me".to_owned()),
            regions: ["eu-west-1", "us-east-1"].map(str::to_owned).to_vec(),
            tags: BTreeMap::from([("team".to_owned(), "payments".to_owned())]),
            ..Saved::default()
        },
        Saved { name: "own".to_owned(), provider: "aws", ..Saved::default() },
        Saved {
            name: "x".repeat(60),
            provider: "mock",
            mock: Some("demo\u{1b}[31m".to_owned()),
            tags: BTreeMap::from([("evil\u{1b}]0;t\u{7}".to_owned(), "\u{202e}v".to_owned())]),
            ..Saved::default()
        },
    ]
}

fn tried() -> Vec<Tried> {
    let reached = Reached {
        account_id: "222222222222".to_owned(),
        caller: "arn:aws:sts::222222222222:assumed-role/audit/posture-scan".to_owned(),
        regions: 17,
        notes: Vec::new(),
    };
    let why =
        "role arn:aws:iam::222222222222:role/audit cannot be assumed (User: me\u{1b}[2J is not authorized): check that it exists";
    vec![
        Tried { name: "production".to_owned(), provider: "aws", reached: Ok(reached) },
        Tried { name: "staging".to_owned(), provider: "aws", reached: Err(("role_denied", why.to_owned())) },
    ]
}

#[test]
fn the_pages_read_so_on_any_width() {
    for width in [60, 80, 120] {
        let style = TableStyle { width, colour: Colour::Off };
        let each = accounts().iter().map(|account| show(account, &style)).collect::<String>();
        let text = format!("{}\n{each}\n{}", list(&accounts(), &style), trial(&tried(), &style));
        assert!(text.lines().all(|line| line.width() <= width), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text}");
        insta::assert_snapshot!(format!("accounts_on_{width}_columns"), text);
    }
}

#[test]
fn programs_read_the_same() {
    let saved = serde_json::to_value(SavedDocument::from(accounts())).expect("JSON");
    assert_eq!(saved["schema_version"], "1");
    assert_eq!(saved["accounts"][0]["roles"][1]["external_id"], "partner:42");
    assert!(saved["accounts"][1]["account_id"].is_null());
    let tried = tried();
    let trial = serde_json::to_value(TestDocument::from(tried.as_slice())).expect("JSON");
    assert_eq!(trial["accounts"][0]["status"], "reached");
    assert_eq!(trial["accounts"][0]["regions"], 17);
    assert!(trial["accounts"][0]["error"].is_null());
    assert_eq!(trial["accounts"][1]["error"]["code"], "role_denied");
    assert!(trial["accounts"][1].get("caller").is_none());
}

#[test]
fn an_empty_list_says_how_to_fill_it() {
    let text = list(&[], &TableStyle { width: 80, colour: Colour::Off });
    assert!(text.contains("scan accounts add"), "{text}");
}
