//! Secrets that are known by their shape alone: keys and tokens with a prefix of their own, private keys, passwords in URLs.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use super::assignment::is_placeholder;

/// The kinds and their shapes. Where a pattern has a group, it is the secret itself, and must not be a placeholder.
const PATTERNS: &[(&str, &str)] = &[
    ("AWS access key", r"\b((?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16})\b"),
    (
        "AWS secret key",
        r#"(?i)(?:aws|secret).{0,24}(?:key|pwd|pw|password|pass|token)["']?\s{0,4}(?:=>|:=|=|:)\s{0,4}["']?([a-z0-9/+]{40})(?:[^a-z0-9/+=]|$)"#,
    ),
    ("private key", r"-----BEGIN (?:(?:DSA|EC|OPENSSH|RSA|SSH2|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----"),
    ("private key", r"PuTTY-User-Key-File-[23]:"),
    ("JSON Web Token", r"\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}"),
    ("password in a URL", r"(?i)\b[a-z][a-z0-9+.-]+://[^\s/:@'\x22<>{}]*:([^\s/:@'\x22]{3,})@[a-z0-9_.\[-]"),
    ("Azure storage key", r"(?i)AccountKey=([a-z0-9+/]{80,}={0,2})"),
    ("Anthropic API key", r"\bsk-ant-[A-Za-z0-9_-]{24,}"),
    ("Artifactory token", r#"(?:[\s=:"']|^)AKC[a-zA-Z0-9]{32,}"#),
    ("Databricks token", r"\bdapi[a-f0-9]{32}\b"),
    ("DigitalOcean token", r"\bdo[opr]_v1_[a-f0-9]{64}\b"),
    ("Discord bot token", r"\b[MNO][A-Za-z0-9_-]{23,25}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}\b"),
    ("GitHub token", r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})\b"),
    ("GitLab token", r"\bgl(?:pat|dt|ptt|rt|cbt|soat)-[A-Za-z0-9_-]{20,}"),
    ("Google API key", r"\bAIza[0-9A-Za-z_-]{35}\b"),
    ("Hugging Face token", r"\bhf_[A-Za-z0-9]{34,}\b"),
    ("Mailchimp key", r"\b[0-9a-f]{32}-us[0-9]{1,2}\b"),
    ("npm token", r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("npm token", r"//\S{3,}/:_authToken=([A-Za-z0-9_-]{16,})"),
    ("OpenAI API key", r"\bsk-(?:[A-Za-z0-9_-]{2,20}-)?[A-Za-z0-9_-]{16,}T3BlbkFJ[A-Za-z0-9_-]{16,}"),
    ("PyPI token", r"\bpypi-AgE[A-Za-z0-9_-]{50,}"),
    ("SendGrid key", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b"),
    ("Slack token", r"\bxox(?:a|b|e|o|p|r|s)-(?:[0-9]+-)+[A-Za-z0-9-]{8,}"),
    ("Slack webhook", r"https://hooks\.slack\.com/services/T[A-Za-z0-9_]{6,}/B[A-Za-z0-9_]{6,}/[A-Za-z0-9_]{16,}"),
    ("Square token", r"\bsq0(?:csp|atp)-[0-9A-Za-z_-]{22,43}\b"),
    ("Stripe key", r"\b[rs]k_live_[0-9a-zA-Z]{16,}\b"),
    ("Twilio key", r"\b(?:AC|SK)[a-f0-9]{32}\b"),
    ("Vault token", r"\bhv[sb]\.[A-Za-z0-9_-]{24,}"),
    ("password of a user", r#"(?i)\becho\s+(?:-\w+\s+)?["']?[a-z0-9_-]+:([^\s"'|]{3,})["']?\s*\|\s*(?:sudo\s+)?chpasswd\b"#),
    ("password of a database user", r#"(?i)\bidentified\s+(?:with\s+\S+\s+)?by\s+['"]([^'"]{3,})['"]"#),
];

static SHAPES: LazyLock<(RegexSet, Vec<Regex>)> = LazyLock::new(|| {
    let texts = || PATTERNS.iter().map(|(_, pattern)| *pattern);
    let shapes: Result<Vec<Regex>, _> = texts().map(Regex::new).collect();
    (RegexSet::new(texts()).unwrap_or_default(), shapes.unwrap_or_default())
});

/// The kinds of secret in a line.
pub(super) fn kinds_in(line: &str) -> impl Iterator<Item = &'static str> {
    let (set, shapes) = &*SHAPES;
    set.matches(line).into_iter().filter_map(move |index| {
        let (kind, _) = PATTERNS.get(index)?;
        let real = shapes.get(index)?.captures_iter(line).any(|found| match found.get(1) {
            Some(secret) => !is_placeholder(secret.as_str()),
            None => true,
        });
        real.then_some(*kind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_a_regular_expression() {
        for (kind, pattern) in PATTERNS {
            assert!(Regex::new(pattern).is_ok(), "{kind}");
        }
        assert_eq!((SHAPES.0.len(), SHAPES.1.len()), (PATTERNS.len(), PATTERNS.len()));
    }
}
