//! Who is in a group, and whether they have a second factor.

use std::collections::{BTreeSet, HashMap};

use aws_sdk_iam::operation::get_account_authorization_details::GetAccountAuthorizationDetailsOutput as Details;

use super::super::super::session::Session;
use super::super::credential_report;
use crate::model::{Asset, Properties, Property};

/// The members of each group. Users beyond a gap may be members too: an unknown one stands for them.
pub(super) async fn members(session: &Session, groups: &[Asset]) -> Vec<Property> {
    let details = super::authorization_details(session).await;
    let users: Vec<_> = details.items.iter().flat_map(Details::user_detail_list).collect();
    let mut by_group: HashMap<&str, Vec<&str>> = HashMap::new();
    for user in users {
        for group in user.group_list() {
            by_group.entry(group).or_default().push(user.user_name().unwrap_or_default());
        }
    }
    let names: BTreeSet<&str> = by_group.values().flatten().copied().collect();
    let names: Vec<&str> = names.into_iter().collect();
    let states: HashMap<&str, Property> = if names.is_empty() {
        HashMap::new()
    } else {
        let states = credential_report::of_names(session, &names).await;
        names.iter().copied().zip(states.iter().map(mfa_active)).collect()
    };
    let of_group = |group: &Asset| {
        let members = by_group.get(group.id.as_str()).into_iter().flatten().map(|name| {
            let state = states.get(name).cloned().unwrap_or(Property::Null);
            Property::Map(Properties::from([("name", Property::Text((*name).to_owned())), ("mfa_active", state)]))
        });
        Property::List(members.chain(details.gap.clone().map(Property::unknown)).collect())
    };
    groups.iter().map(of_group).collect()
}

fn mfa_active(credentials: &Property) -> Property {
    match credentials {
        Property::Unknown(gap) => Property::Unknown(gap.clone()),
        known => known.at("mfa_active").cloned().unwrap_or(Property::Null),
    }
}
