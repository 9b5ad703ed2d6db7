//! The account itself: one asset, known without a call, whose facets are account-wide settings.

mod contacts;
mod trails;

use std::collections::{BTreeMap, HashMap};

use aws_sdk_iam::types::SummaryKeyType as Key;
use futures_util::{FutureExt, TryFutureExt};
use serde_json::json;

use super::super::errors::{gap, is_absent};
use super::super::session::Session;
use super::asset::{Identity, asset};
use super::iam::{overview, virtual_mfa};
use super::strict::Asked;
use super::{cloudwatch, config, credential_report, organizations, s3, unserved_facet};
use crate::model::resource::account::{AccountSummary, PasswordPolicy};
use crate::model::resource::s3::PublicAccessBlock;
use crate::model::resource::{Facet, ResourceType};
use crate::model::{Asset, Gap, Property};
use crate::provider::Listing;

const SUMMARY: &str = "iam:GetAccountSummary";
const PASSWORD_POLICY: &str = "iam:GetAccountPasswordPolicy";
const SAML_PROVIDERS: &str = "iam:ListSAMLProviders";
const PUBLIC_ACCESS_BLOCK: &str = "s3:GetAccountPublicAccessBlock";

/// The account as its only asset.
pub(super) fn list(session: &Session, resource_type: &'static ResourceType) -> Listing {
    let account = session.account();
    let id = account.id.clone();
    let identity = Identity {
        id: id.clone(),
        arn: account.root_arn(),
        name: id.clone(),
        region: session.global_region(),
        tags: BTreeMap::new(),
    };
    let asset = asset(resource_type, identity, &json!({ "id": id, "partition": account.partition }));
    Listing { assets: vec![asset], ..Listing::default() }
}

/// Reads a facet of the account.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    // Boxed: a request's future is large.
    let reading = match facet.name {
        "access_overview" => overview::access_overview(session).map_ok(|read| Property::from_typed(&read)).boxed(),
        "ai_opt_out_policies" => organizations::ai_opt_out_policies(session).boxed(),
        "alternate_contacts" => contacts::alternates(session).map(Ok).boxed(),
        "config_aggregation" => config::aggregation(session).boxed(),
        "contact_information" => contacts::information(session).boxed(),
        "delegated_administrators" => organizations::delegated_administrators(session).boxed(),
        "distinct_contacts" => contacts::distinct(session).boxed(),
        "has_buckets" => s3::has_any_bucket(session).map(|truth| truth.map(Property::Bool)).boxed(),
        "organization" => organizations::organization(session).boxed(),
        "organization_features" => organizations::features(session).boxed(),
        "password_policy" => password_policy(session).boxed(),
        "root_credentials" => credential_report::root_credentials(session).map_ok(|read| Property::from_typed(&read)).boxed(),
        "root_virtual_mfa_devices" => virtual_mfa::of_root(session).boxed(),
        "s3_public_access_block" => public_access_block(session).boxed(),
        "saml_providers" => saml_providers(session).boxed(),
        "service_control_policies" => organizations::service_control_policies(session).boxed(),
        "summary" => summary(session).boxed(),
        "tag_policies" => organizations::tag_policies(session).boxed(),
        "trails" => trails::visible(session).boxed(),
        "trail_metric_filters" => cloudwatch::trail_metric_filters(session).boxed(),
        _ => return unserved_facet("aws.account", facet, region, assets),
    };
    vec![reading.await.unwrap_or_else(Property::unknown); assets.len()]
}

async fn summary(session: &Session) -> Result<Property, Gap> {
    let region = session.global_region();
    let answer =
        session.iam(session.global_region()).get_account_summary().send().await.map_err(|error| gap(SUMMARY, region, &error))?;
    let counts = answer.summary_map.unwrap_or_default();
    of_counts(&counts, Asked { action: SUMMARY, region }).map(|summary| Property::from_typed(&summary))
}

fn of_counts(counts: &HashMap<Key, i32>, asked: Asked<'_>) -> Result<AccountSummary, Gap> {
    let count = |key: Key| asked.required(key.as_str(), counts.get(&key).copied()).map(i64::from);
    Ok(AccountSummary {
        root_access_keys_present: count(Key::AccountAccessKeysPresent)? > 0,
        root_mfa_enabled: count(Key::AccountMfaEnabled)? > 0,
        // Told only since organisations can take the password away: without it there is one.
        root_password_present: counts.get(&Key::AccountPasswordPresent).map(|count| *count > 0),
        users: count(Key::Users)?,
        groups: count(Key::Groups)?,
        roles: count(Key::Roles)?,
        policies: count(Key::Policies)?,
        mfa_devices_in_use: count(Key::MfaDevicesInUse)?,
    })
}

async fn password_policy(session: &Session) -> Result<Property, Gap> {
    let region = session.global_region();
    let asked = Asked { action: PASSWORD_POLICY, region };
    let policy = match session.iam(session.global_region()).get_account_password_policy().send().await {
        Ok(answer) => asked.required("PasswordPolicy", answer.password_policy)?,
        Err(error) if is_absent(&error) => return Ok(Property::Null),
        Err(error) => return Err(gap(PASSWORD_POLICY, region, &error)),
    };
    Ok(Property::from_typed(&PasswordPolicy {
        minimum_length: asked.required("MinimumPasswordLength", policy.minimum_password_length)?.into(),
        require_uppercase: policy.require_uppercase_characters,
        require_lowercase: policy.require_lowercase_characters,
        require_numbers: policy.require_numbers,
        require_symbols: policy.require_symbols,
        allow_users_to_change: policy.allow_users_to_change_password,
        // 0 is how a policy without the rule is told.
        maximum_age_days: policy.max_password_age.filter(|days| *days > 0).map(i64::from),
        reuse_prevention: policy.password_reuse_prevention.filter(|count| *count > 0).map(i64::from),
        hard_expiry: policy.hard_expiry.unwrap_or_default(),
    }))
}

/// IAM lists every provider in one answer.
async fn saml_providers(session: &Session) -> Result<Property, Gap> {
    let region = session.global_region();
    let answer = session.iam(region).list_saml_providers().send().await;
    let answer = answer.map_err(|error| gap(SAML_PROVIDERS, region, &error))?;
    let providers = Asked { action: SAML_PROVIDERS, region }.required("SAMLProviderList", answer.saml_provider_list)?;
    let arns = providers.into_iter().map(|provider| Property::Text(provider.arn.unwrap_or_default()));
    Ok(Property::List(arns.collect()))
}

async fn public_access_block(session: &Session) -> Result<Property, Gap> {
    let region = session.primary_region();
    let request = session.s3control(region).get_public_access_block().account_id(&session.account().id);
    let block = match request.send().await {
        Ok(answer) => {
            let asked = Asked { action: PUBLIC_ACCESS_BLOCK, region };
            Some(asked.required("PublicAccessBlockConfiguration", answer.public_access_block_configuration)?)
        }
        Err(error) if is_absent(&error) => None,
        Err(error) => return Err(gap(PUBLIC_ACCESS_BLOCK, region, &error)),
    };
    Ok(Property::from_typed(&block.map(|block| PublicAccessBlock {
        block_public_acls: block.block_public_acls.unwrap_or_default(),
        ignore_public_acls: block.ignore_public_acls.unwrap_or_default(),
        block_public_policy: block.block_public_policy.unwrap_or_default(),
        restrict_public_buckets: block.restrict_public_buckets.unwrap_or_default(),
    })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::GapKind;

    const ASKED: Asked<'static> = Asked { action: SUMMARY, region: "us-east-1" };

    #[test]
    fn a_summary_without_the_root_users_state_is_a_gap_and_no_clean_root() {
        let gap = of_counts(&HashMap::from([(Key::AccountAccessKeysPresent, 0)]), ASKED).expect_err("no state of the root user");
        assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Malformed, "the answer lacks AccountMFAEnabled"));
    }

    #[test]
    fn counts_become_the_root_users_state() {
        let keys = [Key::AccountMfaEnabled, Key::Users, Key::Groups, Key::Roles, Key::Policies, Key::MfaDevicesInUse];
        let mut counts: HashMap<Key, i32> = keys.into_iter().map(|key| (key, 3)).collect();
        counts.insert(Key::AccountAccessKeysPresent, 0);
        let summary = of_counts(&counts, ASKED).expect("complete");
        assert_eq!((summary.root_access_keys_present, summary.root_mfa_enabled, summary.users), (false, true, 3));
    }
}
