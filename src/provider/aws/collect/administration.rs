//! Who runs a security service for the organisation, as far as the account may know.

use super::super::session::Session;
use super::organizations::described;
use crate::model::{Gap, Property};

/// Who administers a service, as the account can know it: nobody where it stands alone; in the management account whoever `listed`
/// names; and in any other account itself, where `configured` answers, or else it is not told.
pub(super) async fn administration(
    session: &Session,
    listed: impl Future<Output = Result<Vec<String>, Gap>>,
    configured: impl Future<Output = Result<Option<bool>, Gap>>,
) -> Result<Property, Gap> {
    let own = &session.account().id;
    let organization = described(session).await;
    let organization = organization.as_ref().as_ref().map_err(Clone::clone)?;
    let (administrators, auto_enable) = match organization {
        None => (Vec::new(), Property::Null),
        Some(organization) if organization.is_management_account => {
            let administrators = listed.await?;
            let auto_enable = if administrators.contains(own) { flag(configured.await) } else { Property::Null };
            (administrators, auto_enable)
        }
        // Only the administrator may read how the organisation is configured.
        Some(_) => match configured.await? {
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
