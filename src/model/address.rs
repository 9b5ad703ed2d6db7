//! Addresses as reports and messages may show them.

/// `https://user:password@host/path?token=…` becomes `https://host/path`: no user, no password, no query.
///
/// Whoever writes a password down unescaped may have a `/`, `?` or `#` in it, where a URL's host would already have ended. So nothing that
/// stands before the last `@` is ever shown, and `…` stands for what may have been more than a user and a password.
#[must_use]
pub fn without_credentials(address: &str) -> String {
    let scheme = address.split_once("://").map_or("", |(scheme, _)| scheme);
    let (scheme, rest) = match scheme {
        "" => ("", address),
        // What is no scheme may be a user.
        other if other.contains(|character: char| !is_of_scheme(character)) => ("", address),
        other => address.split_at(other.len() + "://".len()),
    };
    let (before, after) = rest.rsplit_once('@').unwrap_or(("", rest));
    let hidden = if before.contains(['/', '?', '#']) { "…@" } else { "" };
    let shown = after.find('?').map_or(after, |query| &after[..query]);
    format!("{scheme}{hidden}{shown}")
}

/// Whether a scheme such as `https` may have `character` in it (RFC 3986, section 3.1).
#[must_use]
pub const fn is_of_scheme(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '+' | '-' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lose_what_grants_access() {
        let table = [
            ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
            ("https://user:hunter2@lab.example/aws/", "https://lab.example/aws/"),
            ("https://user:p@ss@lab.example", "https://lab.example"),
            ("https://token@lab.example?key=secret#x", "https://lab.example"),
            ("https://lab.example/a?c=d", "https://lab.example/a"),
            ("user:hunter2@lab.example:80", "lab.example:80"),
            ("", ""),
        ];
        for (address, expected) in table {
            assert_eq!(without_credentials(address), expected);
        }
    }

    #[test]
    fn a_password_is_hidden_whatever_is_in_it() {
        for password in ["pa/ss", "pa?ss", "pa#ss", "/pass", "p@/ss", "p/@ss", "12/ss", "pa ss", "http://x", "pa\\ss", "?", "#"] {
            for before in ["https://user:", "https://", "https://:", "user:", ":"] {
                let scheme = if before.starts_with("https") { "https://" } else { "" };
                let shown = without_credentials(&format!("{before}{password}@lab.example/aws"));
                let harmless = [format!("{scheme}lab.example/aws"), format!("{scheme}…@lab.example/aws")];
                assert!(harmless.contains(&shown), "{before}{password}: {shown}");
            }
        }
    }
}
