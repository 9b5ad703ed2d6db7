//! What the caller may do, asked before anything is scanned.

mod cause;

pub use cause::Cause;

use jiff::Timestamp;

use super::permissions::{Need, service_of};

/// Whether the caller may call an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It may not.
    Missing,
    /// Nobody could tell.
    Unknown,
    /// It may.
    Granted,
}

impl Verdict {
    /// The word for it in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unknown => "unknown",
            Self::Granted => "granted",
        }
    }
}

/// Who told whether the caller may call an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Teller {
    /// The service itself: the action was called.
    LiveRead,
    /// IAM, which simulated the caller's policies.
    Simulation,
    /// The caller is the account's root user, whom no policy binds where no organisation has any for it.
    RootUser,
    /// The fixture of a mock account.
    Fixture,
}

impl Teller {
    /// The code in reports for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LiveRead => "live_read",
            Self::Simulation => "simulation",
            Self::RootUser => "root_user",
            Self::Fixture => "fixture",
        }
    }

    /// The same in words.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::LiveRead => "called",
            Self::Simulation => "simulated",
            Self::RootUser => "root user",
            Self::Fixture => "scripted",
        }
    }
}

/// Whether the caller may call one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionAnswer {
    /// In IAM's spelling.
    pub action: &'static str,
    /// Whether it may.
    pub verdict: Verdict,
    /// Who told; `None` where nobody could.
    pub teller: Option<Teller>,
    /// Why it may not; `None` where it may, and where nobody could tell.
    pub cause: Option<Cause>,
    /// The regions in which it may not, where it may in others; empty otherwise.
    pub regions: Vec<String>,
    /// Why it may not or nobody could tell, as a fragment; may be empty.
    pub detail: String,
}

impl PermissionAnswer {
    /// An answer without a reason.
    #[must_use]
    pub const fn plain(action: &'static str, verdict: Verdict, teller: Option<Teller>) -> Self {
        Self { action, verdict, teller, cause: None, regions: Vec::new(), detail: String::new() }
    }

    /// What is missing, and why.
    #[must_use]
    pub fn missing(action: &'static str, teller: Teller, cause: Cause, detail: impl Into<String>) -> Self {
        let answer = Self::plain(action, Verdict::Missing, Some(teller));
        Self { cause: Some(cause), detail: detail.into(), ..answer }
    }

    /// What stays open, and why.
    #[must_use]
    pub fn open(action: &'static str, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..Self::plain(action, Verdict::Unknown, None) }
    }
}

/// The answers to several actions, in their order, and what else must be said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PermissionAnswers {
    /// One for each action.
    pub answers: Vec<PermissionAnswer>,
    /// What the user must know, such as that the simulation was not allowed.
    pub notes: Vec<String>,
}

/// An action that a scan needs, and whether it may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedPermission {
    /// Whether it may be called.
    pub answer: PermissionAnswer,
    /// What needs it.
    pub need: Need,
}

impl CheckedPermission {
    fn is_closed_by_a_grant(&self) -> bool {
        self.answer.cause.is_none_or(Cause::is_closed_by_a_grant)
    }
}

/// What a scan needs and what of it is granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preflight {
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// The account.
    pub account_id: String,
    /// The partition of its ARNs: `aws`.
    pub partition: String,
    /// Who calls, as the cloud names them.
    pub caller: String,
    /// The regions of the scan.
    pub regions: Vec<String>,
    /// Every action that the scan needs, sorted.
    pub permissions: Vec<CheckedPermission>,
    /// What else must be said.
    pub notes: Vec<String>,
}

/// Whom permissions are granted to; the name where it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// A role.
    Role(Option<String>),
    /// A user.
    User(Option<String>),
    /// A role that IAM Identity Center makes from a permission set, and resets.
    PermissionSet(String),
}

/// The beginning of the names of such roles ("Service-linked and reserved roles" in the IAM Identity Center user guide).
const OF_PERMISSION_SETS: &str = "AWSReservedSSO_";

impl Preflight {
    /// The role or user that calls; `None` for callers that nothing is granted to, such as the root user.
    #[must_use]
    pub fn holder(&self) -> Option<Holder> {
        let resource = self.caller.splitn(6, ':').nth(5)?;
        let mut parts = resource.split('/');
        match parts.next()? {
            "assumed-role" => match parts.next()? {
                role if role.starts_with(OF_PERMISSION_SETS) => Some(Holder::PermissionSet(role.to_owned())),
                role => Some(Holder::Role(Some(role.to_owned()))),
            },
            "user" => Some(Holder::User(parts.next_back().map(str::to_owned))),
            _ => None,
        }
    }

    /// The permissions with a verdict, sorted by action.
    pub fn with(&self, verdict: Verdict) -> impl Iterator<Item = &CheckedPermission> {
        self.permissions.iter().filter(move |permission| permission.answer.verdict == verdict)
    }

    /// The actions that are missing, sorted.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        self.with(Verdict::Missing).map(|permission| permission.answer.action).collect()
    }

    /// Those of them that a grant makes available, sorted.
    #[must_use]
    pub fn grantable(&self) -> Vec<&'static str> {
        let missing = self.with(Verdict::Missing).filter(|permission| permission.is_closed_by_a_grant());
        missing.map(|permission| permission.answer.action).collect()
    }

    /// What is missing and no grant makes available, sorted by action.
    pub fn beyond_grants(&self) -> impl Iterator<Item = &CheckedPermission> {
        self.with(Verdict::Missing).filter(|permission| !permission.is_closed_by_a_grant())
    }

    /// How many permissions have a verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> u64 {
        self.with(verdict).count() as u64
    }

    /// The permissions of each service, by its name.
    pub fn by_service(&self) -> impl Iterator<Item = (&'static str, &[CheckedPermission])> {
        let same =
            |one: &CheckedPermission, other: &CheckedPermission| service_of(one.answer.action) == service_of(other.answer.action);
        self.permissions.chunk_by(same).filter_map(|of| Some((service_of(of.first()?.answer.action), of)))
    }
}
