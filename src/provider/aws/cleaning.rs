//! Makes what a service said fit for reports: short, on one line, without anything that identifies a request or grants access.

use crate::model::address;

/// The most characters of a cleaned text.
const LONGEST: usize = 200;

/// The length of a secret access key ("Managing access keys for IAM users" in the IAM guide shows one).
const SECRET_KEY: usize = 40;

/// The least length of an access key id ("IAM API: AccessKey").
const SHORTEST_KEY_ID: usize = 16;

/// Beginnings of the part that only AWS can read; everything after it goes.
const TAILS: &[&str] = &["Encoded authorization failure message", "; Request ID", "(Service:", "(Request ID", ", Request ID"];

/// Words whose successor identifies a request: `Request ID: 7B4A…`, `HostId: …`.
const IDENTIFIERS: &[&str] = &["requestid:", "requestid", "hostid:", "hostid", "extendedrequestid:"];

/// The text on one line, without request and host ids, tokens, access key ids, queries of URLs and characters that steer a terminal.
#[must_use]
pub(super) fn clean(text: &str) -> String {
    let tail = TAILS.iter().filter_map(|tail| text.find(tail)).min().unwrap_or(text.len());
    let visible: String = text[..tail].chars().filter_map(visible).collect();
    let mut words = Vec::new();
    let mut identifier_follows = false;
    for word in visible.split_whitespace() {
        let hidden = identifier_follows || is_secret(word);
        words.push(if hidden { "…".to_owned() } else { without_credentials(word) });
        identifier_follows = identifies(&words);
    }
    shorten(&words.join(" "))
}

/// Whether the words so far announce an identifier.
fn identifies(words: &[String]) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let last = last.trim_start_matches('(').to_ascii_lowercase();
    let two =
        before.last().is_some_and(|word| ["request", "host"].contains(&word.trim_start_matches('(').to_ascii_lowercase().as_str()));
    IDENTIFIERS.contains(&last.as_str()) || (two && (last == "id:" || last == "id"))
}

fn visible(character: char) -> Option<char> {
    match character {
        // Marks that reorder or hide what stands beside them.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        character if character.is_control() => Some(' '),
        character => Some(character),
    }
}

/// Whether a word holds a request id, a token, a secret or an access key id; ARNs and names are none.
fn is_secret(word: &str) -> bool {
    has_key_id(word) || is_secret_piece(word) || word.split(['=', ':', ',', '"', '\'']).any(is_secret_piece)
}

fn is_secret_piece(piece: &str) -> bool {
    let bare = piece.trim_matches(|character: char| !character.is_ascii_alphanumeric());
    let encoded = |text: &str| text.chars().all(|character| character.is_ascii_alphanumeric() || "+/=_-%".contains(character));
    // A secret may begin or end with a sign that trimming takes for punctuation.
    let secret = |text: &str| text.len() == SECRET_KEY && encoded(text) && is_mixed(text);
    is_uuid(bare) || (encoded(bare) && bare.len() >= 48) || secret(bare) || secret(piece)
}

/// `AKIA…` and `ASIA…` begin access key ids, wherever they stand in a word.
fn has_key_id(word: &str) -> bool {
    let is_key = |text: &str| {
        text.chars().take_while(|character| character.is_ascii_uppercase() || character.is_ascii_digit()).count() >= SHORTEST_KEY_ID
    };
    ["AKIA", "ASIA"].iter().any(|prefix| word.match_indices(prefix).any(|(start, _)| is_key(&word[start..])))
}

fn is_mixed(text: &str) -> bool {
    let has = |test: fn(&char) -> bool| text.chars().any(|character| test(&character));
    has(char::is_ascii_uppercase) && has(char::is_ascii_lowercase) && has(char::is_ascii_digit)
}

fn is_uuid(word: &str) -> bool {
    let lengths = word.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && word.chars().all(|character| character == '-' || character.is_ascii_hexdigit())
}

/// The word with what grants access taken from the URL in it; a query may carry a signature.
fn without_credentials(word: &str) -> String {
    let Some(end) = word.find("://") else { return word.to_owned() };
    let start = word[..end].rfind(|character| !address::is_of_scheme(character)).map_or(0, |before| before + 1);
    format!("{}{}", &word[..start], address::without_credentials(&word[start..]))
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(LONGEST - 1).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_sentences_stay_as_they_are() {
        let sentence = "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: s3:GetBucketAcl";
        assert_eq!(clean(sentence), sentence);
    }

    #[test]
    fn what_identifies_a_request_is_hidden() {
        assert_eq!(clean("Denied. Request ID: 7B4A0FABBEXAMPLE"), "Denied. Request ID: …");
        assert_eq!(clean("RequestId: 0a1b2c3d-1111-2222-3333-444455556666 failed"), "RequestId: … failed");
        assert_eq!(clean("failed (0a1b2c3d-1111-2222-3333-444455556666)"), "failed …");
        assert_eq!(clean("no (Service: Ec2, Status Code: 403, Request ID: abc)"), "no");
    }

    #[test]
    fn tokens_keys_and_presigned_queries_are_hidden() {
        assert_eq!(clean("key AKIAIOSFODNN7EXAMPLE is unknown"), "key … is unknown");
        assert_eq!(clean(&format!("token {}", "Ab1+/".repeat(20))), "token …");
        assert_eq!(clean("see https://b.s3.amazonaws.com/k?X-Amz-Signature=abc now"), "see https://b.s3.amazonaws.com/k now");
        assert_eq!(
            clean("You are not authorized. Encoded authorization failure message: 4GIOHlTkIaWHQ"),
            "You are not authorized."
        );
    }

    #[test]
    fn passwords_in_addresses_are_left_out() {
        let table = [
            ("http://user:hunter2@127.0.0.1:9", "http://127.0.0.1:9"),
            ("(https://user:p@ss@proxy.lab/a)", "(https://proxy.lab/a)"),
            ("(https://user:p@/ss@proxy.lab/a)", "(https://…@proxy.lab/a)"),
            ("'https://user:pa?ss@proxy.lab?x=1'", "'https://…@proxy.lab"),
            ("tried:http://u:one@a,http://u:two@b", "tried:http://…@b"),
            ("http://user@host?x=1", "http://host"),
            ("arn:aws:iam::123456789012:user/a@b", "arn:aws:iam::123456789012:user/a@b"),
        ];
        for (text, expected) in table {
            assert_eq!(clean(text), expected);
        }
    }

    #[test]
    fn secrets_inside_a_word_hide_the_word() {
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        let words = [
            secret.to_owned(),
            format!("secret={secret}"),
            format!("{{\"key\":\"{secret}\"}}"),
            "id='AKIAIOSFODNN7EXAMPLE'".to_owned(),
            "Credential=x/ASIAIOSFODNN7EXAMPLE/20260101".to_owned(),
            "request:0a1b2c3d-1111-2222-3333-444455556666,".to_owned(),
            "a%2Fb%3D".repeat(8),
            format!("token={}", "a%2Fb%3D".repeat(8)),
        ];
        for word in words {
            assert_eq!(clean(&format!("bad {word} here")), "bad … here");
        }
        let names = "arn:aws:iam::123456789012:role/AKIA-watchers 0123456789abcdef0123456789abcdef01234567";
        assert_eq!(clean(names), names);
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(clean("a\u{1b}[31mred\nline\r\ttab \u{202e}x"), "a [31mred line tab x");
    }

    #[test]
    fn long_texts_are_cut() {
        let cut = clean(&"word ".repeat(100));
        assert!(cut.chars().count() <= 200 && cut.ends_with('…'), "{cut}");
    }
}
