//! The accounts of an organisation: all of them, or those below some of its units.
//!
//! Asked with the caller's own credentials, once and before any account is scanned.

use std::collections::BTreeMap;

use aws_sdk_organizations::error::SdkError;
use aws_sdk_organizations::types;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::caller::AwsCaller;
use super::cleaning::clean;
use super::errors::{code, kind_and_detail};
use super::identity::error;
use super::pages::Page;
use crate::model::{GapKind, MemberAccount};
use crate::provider::SubmissionError;

/// The largest page of the organisation's listings ("ListAccounts" in the AWS Organizations API reference).
const PAGE: i32 = 20;
/// More pages than any organisation has.
const MOST_PAGES: usize = 5_000;

impl AwsCaller {
    /// Every account of the caller's organisation, by number.
    ///
    /// # Errors
    /// The caller is in none, or may not list its accounts.
    pub async fn members(&self) -> Result<Vec<MemberAccount>, SubmissionError> {
        let fetch = |token| {
            let request =
                self.clients().organizations(self.global_region()).list_accounts().max_results(PAGE).set_next_token(token);
            async move {
                let answer = request.send().await?;
                Ok(Page { items: answer.accounts.unwrap_or_default(), next: answer.next_token })
            }
        };
        Ok(sorted(self.listed("organizations:ListAccounts", "the organisation", fetch).await?))
    }

    /// The accounts of some units and of all units below them, each once and by number.
    ///
    /// # Errors
    /// There is no such unit, or the caller may not list what is in it.
    pub async fn members_below(&self, units: &[String]) -> Result<Vec<MemberAccount>, SubmissionError> {
        let mut waiting: Vec<String> = units.to_vec();
        let mut seen: Vec<String> = Vec::new();
        let mut accounts = Vec::new();
        while let Some(unit) = waiting.pop() {
            if seen.contains(&unit) {
                continue;
            }
            accounts.extend(self.accounts_in(&unit).await?);
            waiting.extend(self.units_in(&unit).await?);
            seen.push(unit);
        }
        Ok(sorted(accounts))
    }

    async fn accounts_in(&self, unit: &str) -> Result<Vec<types::Account>, SubmissionError> {
        let fetch = |token| {
            let client = self.clients().organizations(self.global_region());
            let request = client.list_accounts_for_parent().parent_id(unit).max_results(PAGE).set_next_token(token);
            async move {
                let answer = request.send().await?;
                Ok(Page { items: answer.accounts.unwrap_or_default(), next: answer.next_token })
            }
        };
        self.listed("organizations:ListAccountsForParent", unit, fetch).await
    }

    async fn units_in(&self, unit: &str) -> Result<Vec<String>, SubmissionError> {
        let fetch = |token| {
            let client = self.clients().organizations(self.global_region());
            let request = client.list_organizational_units_for_parent().parent_id(unit).max_results(PAGE).set_next_token(token);
            async move {
                let answer = request.send().await?;
                Ok(Page { items: answer.organizational_units.unwrap_or_default(), next: answer.next_token })
            }
        };
        let units = self.listed("organizations:ListOrganizationalUnitsForParent", unit, fetch).await?;
        Ok(units.into_iter().filter_map(|unit| unit.id).collect())
    }

    /// Every page. Half a list of accounts is none: what is missing would never be looked at, and nobody would learn of it.
    async fn listed<T, E, F>(
        &self,
        action: &str,
        place: &str,
        mut fetch: impl FnMut(Option<String>) -> F,
    ) -> Result<Vec<T>, SubmissionError>
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
        F: Future<Output = Result<Page<T>, SdkError<E, HttpResponse>>>,
    {
        let (mut items, mut token) = (Vec::new(), None);
        for _ in 0..MOST_PAGES {
            let page = Box::pin(fetch(token.clone())).await.map_err(|failure| self.refusal(action, place, &failure))?;
            items.extend(page.items);
            let next = page.next.filter(|next| !next.is_empty());
            match next {
                None => return Ok(items),
                next if next == token => break,
                next => token = next,
            }
        }
        Err(error("malformed_answer", format!("AWS Organizations lists the accounts of {place} without an end: try again later")))
    }

    fn refusal<E>(&self, action: &str, place: &str, failure: &SdkError<E, HttpResponse>) -> SubmissionError
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
    {
        let (kind, detail) = kind_and_detail(failure);
        let own = &self.account().id;
        let said = failure.as_service_error().and_then(ProvideErrorMetadata::message).map_or(detail, clean);
        match (code(failure), kind) {
            (Some("AWSOrganizationsNotInUseException"), _) => error(
                "no_organization",
                format!("account {own} is in no organisation: name accounts with --scope custom --target instead"),
            ),
            (Some("ParentNotFoundException" | "InvalidInputException"), _) => {
                error("unknown_unit", format!("the organisation of account {own} has no unit {place} ({said}): correct --target"))
            }
            (_, GapKind::Denied) => error(
                "denied",
                format!(
                    "the caller may not list the accounts of {place} ({said}): allow {action}, and call from the management account or \
                     one that AWS Organizations is delegated to"
                ),
            ),
            _ => error("organization_unreadable", format!("the accounts of {place} could not be listed by {action} ({said})")),
        }
    }
}

/// Each account once, by number. What has no number cannot be reached.
fn sorted(accounts: Vec<types::Account>) -> Vec<MemberAccount> {
    let members = accounts.into_iter().filter_map(|account| {
        let inactive = inactive(&account);
        Some((account.id.clone()?, MemberAccount { id: account.id?, name: account.name.unwrap_or_default(), inactive }))
    });
    members.collect::<BTreeMap<_, _>>().into_values().collect()
}

/// Why an account cannot be scanned: AWS has been telling the state besides the older status, which knows less of it.
fn inactive(account: &types::Account) -> Option<String> {
    let status = account.status.as_ref().map(|status| status.as_str().to_owned());
    let state = account.state.as_ref().map(|state| state.as_str().to_owned()).or(status)?;
    (state != "ACTIVE").then(|| state.to_lowercase().replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: &str, state: Option<&str>) -> types::Account {
        types::Account::builder().id(id).name("x").set_state(state.map(Into::into)).build()
    }

    #[test]
    fn every_account_is_told_once_and_why_it_cannot_be_scanned() {
        let told = sorted(vec![
            account("222222222222", Some("SUSPENDED")),
            account("111111111111", Some("ACTIVE")),
            account("222222222222", Some("SUSPENDED")),
            account("333333333333", Some("PENDING_CLOSURE")),
            account("444444444444", None),
        ]);
        let told: Vec<_> = told.iter().map(|member| (member.id.as_str(), member.inactive.as_deref())).collect();
        let expected = [
            ("111111111111", None),
            ("222222222222", Some("suspended")),
            ("333333333333", Some("pending closure")),
            ("444444444444", None),
        ];
        assert_eq!(told, expected);
    }
}
