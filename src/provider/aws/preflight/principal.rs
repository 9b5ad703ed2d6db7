//! Whose policies IAM is to simulate: the role behind a session, not the session.

use super::super::errors::gap;
use super::super::session::Session;
use crate::model::{Account, GapKind};

/// The caller, as far as policies are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Principal {
    /// The root user: no policy of the account binds it.
    Root,
    /// A user or role, by its ARN.
    Identity(String),
    /// A role whose path nobody tells, by the ARN that it most likely has.
    Guessed(String),
    /// One that IAM cannot simulate, and why.
    Other(String),
}

/// Finds the caller's principal. A role's ARN has its path in it, which the session's ARN leaves out: IAM is asked.
pub(super) async fn principal(session: &Session) -> Principal {
    let account = session.account();
    let Some(role) = role_of(&account.caller) else { return of_user(account) };
    let region = session.global_region();
    let guessed = format!("arn:{}:iam::{}:role/{}{role}", account.partition, account.id, usual_path(role));
    match session.iam(region).get_role().role_name(role).send().await {
        Ok(answer) => Principal::Identity(answer.role.map_or(guessed, |role| role.arn)),
        Err(error) => {
            let gap = gap("iam:GetRole", region, &error);
            if gap.kind == GapKind::Denied { Principal::Guessed(guessed) } else { Principal::Other(gap.sentence()) }
        }
    }
}

/// `audit` of `arn:aws:sts::123456789012:assumed-role/audit/session`.
fn role_of(caller: &str) -> Option<&str> {
    let resource = caller.splitn(6, ':').nth(5)?;
    resource.strip_prefix("assumed-role/")?.split('/').next()
}

/// Most roles have no path. Those of permission sets have this one, and a region in it where IAM Identity Center lives in another region
/// than us-east-1 ("Referencing permission sets in resource policies" in its user guide).
fn usual_path(role: &str) -> &'static str {
    if role.starts_with("AWSReservedSSO_") { "aws-reserved/sso.amazonaws.com/" } else { "" }
}

fn of_user(account: &Account) -> Principal {
    let caller = &account.caller;
    match caller.splitn(6, ':').nth(5) {
        Some("root") => Principal::Root,
        Some(resource) if resource.starts_with("user/") => Principal::Identity(caller.clone()),
        _ => Principal::Other(format!("IAM simulates the policies of users and roles, and {caller} is neither")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_callers_arn_tells_what_it_is() {
        assert_eq!(role_of("arn:aws:sts::123456789012:assumed-role/audit/mira@example.com"), Some("audit"));
        assert_eq!(role_of("arn:aws:iam::123456789012:user/assumed-role/x"), None);
        let of = |caller: &str| {
            of_user(&Account { id: "1".to_owned(), partition: "aws".to_owned(), caller: caller.to_owned(), as_of: None })
        };
        assert_eq!(of("arn:aws:iam::123456789012:root"), Principal::Root);
        let user = "arn:aws-cn:iam::123456789012:user/team/mira";
        assert_eq!(of(user), Principal::Identity(user.to_owned()));
        assert!(matches!(of("arn:aws:sts::123456789012:federated-user/mira"), Principal::Other(_)));
    }
}
