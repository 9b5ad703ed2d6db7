//! What looks like a credential, and so is never saved.

/// Characters of an AWS access key's id after its first four ("Understanding unique ID prefixes" in the IAM user guide).
const KEY_ID_REST: usize = 16;
/// Characters of an AWS secret access key.
const SECRET_LENGTH: usize = 40;

/// Whether an AWS access key's id stands in the text.
pub(super) fn holds_key_id(text: &str) -> bool {
    let is_of_id = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    ["AKIA", "ASIA"].iter().flat_map(|prefix| text.match_indices(prefix)).any(|(start, prefix)| {
        let before = text.as_bytes()[..start].last();
        let rest = &text.as_bytes()[start + prefix.len()..];
        !before.is_some_and(is_of_id) && rest.iter().take_while(|byte| is_of_id(byte)).count() == KEY_ID_REST
    })
}

/// Whether the text has the shape of an AWS secret access key.
pub(super) fn is_like_secret(text: &str) -> bool {
    let has = |kind: fn(&u8) -> bool| text.bytes().any(|byte| kind(&byte));
    text.len() == SECRET_LENGTH
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'+' | b'='))
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_digit)
}

/// Whether a setting of this name would be a credential.
pub(super) fn names_credential(key: &str) -> bool {
    let key = key.to_lowercase().replace('_', "-");
    ["secret", "password", "access-key", "session-token", "credential"].iter().any(|sign| key.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_are_known_by_their_shape_and_nothing_else_is() {
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        for text in ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "key=AKIAIOSFODNN7EXAMPLE;"] {
            assert!(holds_key_id(text), "{text}");
        }
        for text in ["", "AKIA", "AKIAIOSFODNN7EXAMPLEX", "XAKIAIOSFODNN7EXAMPLE", "akiaiosfodnn7example", "AROAIOSFODNN7EXAMPLE"] {
            assert!(!holds_key_id(text), "{text}");
        }
        assert!(is_like_secret(secret));
        for text in ["", "payments", "da39a3ee5e6b4b0d3255bfef95601890afd80709", &secret[1..]] {
            assert!(!is_like_secret(text), "{text}");
        }
        assert!(names_credential("aws_secret_access_key") && names_credential("Password") && !names_credential("aws-profile"));
    }
}
