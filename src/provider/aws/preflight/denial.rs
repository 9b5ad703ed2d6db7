//! Why a service denied a call, as far as its words tell.

use crate::model::preflight::Cause;

/// What the words of a denial mean, the telling ones first ("Troubleshoot access denied error messages" in the IAM user guide).
const WORDS: &[(&str, Cause)] = &[
    ("service control policy", Cause::Organization),
    ("resource control policy", Cause::Organization),
    ("permissions boundary", Cause::Boundary),
    ("session policy", Cause::BeyondPolicies),
    ("vpc endpoint policy", Cause::BeyondPolicies),
    ("resource-based policy", Cause::BeyondPolicies),
    ("explicit deny", Cause::ExplicitDeny),
    ("no identity-based policy allows", Cause::NotGranted),
];

/// What a denial says of its cause; `None` where it says only that it denies.
pub(super) fn cause(words: &str) -> Option<Cause> {
    let words = words.to_lowercase();
    WORDS.iter().find(|(sign, _)| words.contains(sign)).map(|(_, cause)| *cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_services_words_tell_the_cause() {
        let said =
            |end: &str| cause(&format!("User: arn:aws:iam::1:user/mira is not authorized to perform: s3:ListAllMyBuckets{end}"));
        assert_eq!(said(""), None);
        assert_eq!(said(" because no identity-based policy allows the s3:ListAllMyBuckets action"), Some(Cause::NotGranted));
        assert_eq!(said(" with an explicit deny in a service control policy"), Some(Cause::Organization));
        assert_eq!(said(" because no permissions boundary allows the s3:ListAllMyBuckets action"), Some(Cause::Boundary));
        assert_eq!(said(" because no VPC endpoint policy allows the action"), Some(Cause::BeyondPolicies));
        assert_eq!(said(" with an explicit deny in an identity-based policy"), Some(Cause::ExplicitDeny));
        assert_eq!(said(" with an explicit deny"), Some(Cause::ExplicitDeny));
    }
}
