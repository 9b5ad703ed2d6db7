//! The account's place in its organisation, and what follows from it for services that the organisation delegates.

use std::sync::Arc;

use futures_util::FutureExt;

use super::super::errors::{gap, is_absent};
use super::super::session::Session;
use super::strict::Asked;
use crate::model::{Gap, Property};

const ACTION: &str = "organizations:DescribeOrganization";

/// What the account is to its organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It belongs to none.
    Alone,
    /// The organisation is its own.
    Management,
    /// It is one of the others.
    Member,
}

/// The account's role. Read once per scan.
pub(super) async fn role(session: &Session) -> Arc<Result<Role, Gap>> {
    let reading = async move {
        let region = session.global_region();
        let asked = Asked { action: ACTION, region };
        let organization = match session.organizations(region).describe_organization().send().await {
            Ok(answer) => asked.required("Organization", answer.organization)?,
            Err(error) if is_absent(&error) => return Ok(Role::Alone),
            Err(error) => return Err(gap(ACTION, region, &error)),
        };
        let management = asked.required("MasterAccountId", organization.master_account_id)?;
        Ok(if management == session.account().id { Role::Management } else { Role::Member })
    }
    .boxed();
    session.memo().read("organization_role", reading).await
}

/// Who administers a service, as the account can know it: nobody where it stands alone; in the management account whoever `listed`
/// names; and in any other account itself, where `configured` answers, or else it is not told.
pub(super) async fn administration(
    session: &Session,
    listed: impl Future<Output = Result<Vec<String>, Gap>>,
    configured: impl Future<Output = Result<Option<bool>, Gap>>,
) -> Result<Property, Gap> {
    let own = &session.account().id;
    let (administrators, auto_enable) = match role(session).await.as_ref().clone()? {
        Role::Alone => (Vec::new(), Property::Null),
        Role::Management => {
            let administrators = listed.await?;
            let auto_enable = if administrators.contains(own) { flag(configured.await) } else { Property::Null };
            (administrators, auto_enable)
        }
        // Only the administrator may read how the organisation is configured.
        Role::Member => match configured.await? {
            None => return Ok(Property::Null),
            Some(auto_enable) => (vec![own.clone()], Property::Bool(auto_enable)),
        },
    };
    let administrators = Property::List(administrators.into_iter().map(Property::Text).collect());
    Ok(Property::Map([("administrators", administrators), ("auto_enable", auto_enable)].into()))
}

fn flag(value: Result<Option<bool>, Gap>) -> Property {
    value.map_or_else(Property::unknown, |value| value.map_or(Property::Null, Property::Bool))
}
