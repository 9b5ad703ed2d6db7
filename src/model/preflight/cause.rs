//! Why an action is missing, and so who can change that.

/// Why the caller may not call an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Nothing that is known of allows it, and nothing that is known of denies it: a grant closes the gap.
    NotGranted,
    /// A policy denies it explicitly, which no grant beats.
    ExplicitDeny,
    /// The permissions boundary does not allow it.
    Boundary,
    /// A policy of the organisation does not allow it.
    Organization,
    /// The caller's own policies allow it, and another policy does not: the session's, the endpoint's, the resource's.
    BeyondPolicies,
    /// It is denied in some regions only, and nobody tells by what.
    Region,
}

impl Cause {
    /// The code in reports for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotGranted => "not_granted",
            Self::ExplicitDeny => "explicit_deny",
            Self::Boundary => "permissions_boundary",
            Self::Organization => "organization",
            Self::BeyondPolicies => "beyond_policies",
            Self::Region => "region",
        }
    }

    /// What a simulation of every resource found, in words.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::NotGranted => "no policy of the caller allows it on every resource",
            Self::ExplicitDeny => "a policy denies it explicitly",
            Self::Boundary => "the permissions boundary does not allow it",
            Self::Organization => "a policy of the organisation does not allow it",
            Self::BeyondPolicies => "a policy beyond the caller's own does not allow it",
            Self::Region => "a policy about regions does not allow it there",
        }
    }

    /// Who has to change what.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::NotGranted => "grant it to the caller",
            Self::ExplicitDeny => "take it out of the statement that denies it",
            Self::Boundary => "allow it in the caller's permissions boundary as well",
            Self::Organization => "ask the organisation's administrators to allow it in their policies",
            Self::BeyondPolicies => {
                "the caller's own policies allow it: look for what does not in the session's policy, the VPC endpoint's, the resource's \
                 and the organisation's"
            }
            Self::Region => "leave the regions out with --region, or ask the organisation's administrators to allow it there",
        }
    }

    /// Whether a policy that allows the action closes the gap.
    #[must_use]
    pub fn is_closed_by_a_grant(self) -> bool {
        self == Self::NotGranted
    }
}
