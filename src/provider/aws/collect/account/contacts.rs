//! Whom AWS writes to about the account. Only whether contacts are there and differ is kept, never who they are.

use std::collections::BTreeSet;
use std::sync::Arc;

use aws_sdk_account::types::AlternateContactType::{self, Billing, Operations, Security};
use aws_sdk_account::types::{AlternateContact, ContactInformation as Details};

use super::super::super::errors::{code, gap};
use super::super::super::session::Session;
use super::super::strict::Asked;
use crate::model::resource::account::{ContactInformation, DistinctContacts};
use crate::model::{Gap, Properties, Property};

const ALTERNATE: &str = "account:GetAlternateContact";
const OWN: &str = "account:GetContactInformation";

/// What the API answers where no such contact is registered ("GetAlternateContact" in the Account Management reference).
const ABSENT: &str = "ResourceNotFoundException";

/// Which alternate contacts are registered; one that could not be read leaves the others known.
pub(super) async fn alternates(session: &Session) -> Property {
    let names = ["billing", "operations", "security"];
    let present = names.into_iter().zip(all_alternates(session).await).map(|(name, contact)| {
        let property = match contact.as_ref() {
            Ok(contact) => Property::Bool(contact.is_some()),
            Err(gap) => Property::unknown(gap.clone()),
        };
        (name, property)
    });
    Property::Map(present.collect::<Properties>())
}

/// Whether the account's own contact details are there.
pub(super) async fn information(session: &Session) -> Result<Property, Gap> {
    let own = own(session).await;
    let own = own.as_ref().as_ref().map_err(Clone::clone)?;
    Ok(Property::from_typed(&own.as_ref().map(|own| ContactInformation {
        has_name: !own.full_name.trim().is_empty(),
        has_address: !own.address_line1.trim().is_empty(),
        has_phone_number: !own.phone_number.trim().is_empty(),
    })))
}

/// How many of all contacts differ.
pub(super) async fn distinct(session: &Session) -> Result<Property, Gap> {
    let own = own(session).await;
    let own = own.as_ref().as_ref().map_err(Clone::clone)?;
    let mut alternates = Vec::new();
    for contact in all_alternates(session).await {
        alternates.extend(contact.as_ref().clone()?);
    }
    Ok(Property::from_typed(&count(own.as_ref(), &alternates)))
}

fn count(own: Option<&Details>, alternates: &[AlternateContact]) -> DistinctContacts {
    let names = alternates.iter().filter_map(AlternateContact::name).chain(own.map(Details::full_name));
    let phones = alternates.iter().filter_map(AlternateContact::phone_number).chain(own.map(Details::phone_number));
    let emails = alternates.iter().filter_map(AlternateContact::email_address);
    DistinctContacts { names: different(names), phone_numbers: different(phones), emails: different(emails) }
}

fn different<'a>(texts: impl Iterator<Item = &'a str>) -> i64 {
    let texts: BTreeSet<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
    i64::try_from(texts.len()).unwrap_or(i64::MAX)
}

type Reading<T> = Arc<Result<Option<T>, Gap>>;

async fn all_alternates(session: &Session) -> [Reading<AlternateContact>; 3] {
    let [billing, operations, security] = [Billing, Operations, Security].map(|kind| alternate(session, kind));
    futures_util::join!(billing, operations, security).into()
}

async fn alternate(session: &Session, kind: AlternateContactType) -> Reading<AlternateContact> {
    let region = session.global_region();
    let request = session.account_management(region).get_alternate_contact().alternate_contact_type(kind.clone());
    let reading = async move {
        match request.send().await {
            Ok(answer) => Asked { action: ALTERNATE, region }.required("AlternateContact", answer.alternate_contact).map(Some),
            Err(error) if code(&error) == Some(ABSENT) => Ok(None),
            Err(error) => Err(gap(ALTERNATE, region, &error)),
        }
    };
    session.memo().read(("alternate_contact", kind.as_str()), reading).await
}

async fn own(session: &Session) -> Reading<Details> {
    let region = session.global_region();
    let request = session.account_management(region).get_contact_information();
    let reading = async move {
        match request.send().await {
            Ok(answer) => Asked { action: OWN, region }.required("ContactInformation", answer.contact_information).map(Some),
            Err(error) if code(&error) == Some(ABSENT) => Ok(None),
            Err(error) => Err(gap(OWN, region, &error)),
        }
    };
    session.memo().read("contact_information", reading).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(name: &str, phone: &str) -> AlternateContact {
        AlternateContact::builder().name(name).phone_number(phone).email_address(format!("{name}@example.com")).build()
    }

    #[test]
    fn contacts_that_are_missing_or_blank_differ_from_none() {
        let alternates = [contact("ada", "+1"), contact("ada", "+2"), contact("mira", " ")];
        assert_eq!(count(None, &alternates), DistinctContacts { names: 2, phone_numbers: 2, emails: 2 });
        assert_eq!(count(None, &[]), DistinctContacts { names: 0, phone_numbers: 0, emails: 0 });
    }
}
