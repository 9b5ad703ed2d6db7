//! The account itself: one asset, known without a call, whose facets are account-wide settings.

mod contacts;

use std::collections::{BTreeMap, HashMap};

use aws_sdk_cloudtrail::types::Trail;
use aws_sdk_iam::types::SummaryKeyType as Key;
use futures_util::{FutureExt, TryFutureExt};
use serde_json::json;

use super::super::errors::{gap, is_absent};
use super::super::session::Session;
use super::asset::{AT_ONCE, Identity, asset, several};
use super::iam::{overview, virtual_mfa};
use super::strict::{Asked, known};
use super::{cloudtrail, cloudwatch, config, credential_report, organizations, unserved_facet};
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
        "contact_information" => contacts::information(session).boxed(),
        "delegated_administrators" => organizations::delegated_administrators(session).boxed(),
        "distinct_contacts" => contacts::distinct(session).boxed(),
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
        "trails" => trails(session).boxed(),
        "trail_metric_filters" => cloudwatch::trail_metric_filters(session).boxed(),
        "config_aggregation" => config::aggregation(session).boxed(),
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

async fn trails(session: &Session) -> Result<Property, Gap> {
    let trails = cloudtrail::trails(session, session.primary_region()).await;
    let trails = trails.as_ref().as_ref().map_err(Clone::clone)?;
    let readings = trails.iter().map(|trail| of_trail(session, trail).boxed()).collect();
    Ok(Property::List(several(readings, AT_ONCE).await.into_iter().flatten().collect()))
}

/// A trail with its state; what could not be read of one trail leaves the others known. None where the trail is gone meanwhile.
async fn of_trail(session: &Session, trail: &Trail) -> Option<Property> {
    let asked = Asked { action: cloudtrail::DESCRIBE, region: session.primary_region() };
    let arn = asked.required("TrailARN", trail.trail_arn());
    let home = asked.required("HomeRegion", trail.home_region());
    let multi_region = asked.required("IsMultiRegionTrail", trail.is_multi_region_trail());
    // Only its home region knows a trail's state: without it there is nobody to ask.
    let [logging, management, data] = match (&home, &arn) {
        (Ok(home), Ok(arn)) => state(session, home, arn).await,
        (Err(gap), _) | (_, Err(gap)) => std::array::from_fn(|_| Property::unknown(gap.clone())),
    };
    if logging.is_gone() || management.is_gone() {
        return None;
    }
    let parts = [
        ("name", Property::Text(trail.name().unwrap_or_default().to_owned())),
        ("arn", known(arn.as_ref())),
        ("home_region", known(home.as_ref())),
        ("multi_region", known(multi_region.as_ref())),
        ("logging", logging),
        ("management_read_write", management),
        ("data_resources", data),
    ];
    Some(Property::Map(parts.into()))
}

/// Whether a trail is logging, which management events it takes, and which data events.
async fn state(session: &Session, home: &str, arn: &str) -> [Property; 3] {
    let (status, selectors) =
        futures_util::join!(cloudtrail::status(session, home, arn), cloudtrail::selectors(session, home, arn));
    let logging = status.as_ref().as_ref().map(|status| &status.logging);
    let selectors = selectors.as_ref().as_ref();
    let management = selectors.map(|selectors| &selectors.management_read_write);
    [known(logging), known(management), known(selectors.map(|selectors| &selectors.data_resources))]
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, json};
    use super::super::tests::resource_type;
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

    async fn trails_where(trails: &str) -> (Property, Scripted) {
        let service = Scripted::by_sign(vec![
            (".DescribeTrails", json(200, &format!(r#"{{"trailList":{trails}}}"#))),
            (".GetTrailStatus", json(200, r#"{"IsLogging":true}"#)),
            (".GetEventSelectors", json(200, "{}")),
        ]);
        let account = resource_type("aws.account");
        let session = service.session();
        let assets = list(&session, account).assets;
        let facet = account.facet("trails").expect("a facet");
        (read_facet(&session, facet, "us-east-1", &assets).await.remove(0), service)
    }

    const MAIN: &str =
        r#"{"Name":"main","TrailARN":"arn:aws:cloudtrail:eu-north-1:123456789012:trail/main","IsMultiRegionTrail":true"#;

    fn first(trails: &Property) -> &Property {
        let Property::List(trails) = trails else { panic!("{trails:?}") };
        &trails[0]
    }

    #[tokio::test]
    async fn a_trail_is_asked_in_its_home_region() {
        let (trails, service) = trails_where(&format!(r#"[{MAIN},"HomeRegion":"eu-north-1"}}]"#)).await;
        assert_eq!(first(&trails).at("logging"), Some(&Property::Bool(true)));
        let asked: Vec<_> = service.requests().into_iter().filter(|request| !request.contains(".DescribeTrails")).collect();
        assert_eq!(asked.len(), 2);
        assert!(asked.iter().all(|request| request.contains("/eu-north-1/cloudtrail/")), "{asked:?}");
    }

    #[tokio::test]
    async fn a_trail_without_a_home_region_is_asked_nowhere_and_unknown() {
        let (trails, service) = trails_where(&format!("[{MAIN}}}]")).await;
        for part in ["home_region", "logging", "management_read_write"] {
            let gap = first(&trails).at(part).and_then(Property::first_gap).unwrap_or_else(|| panic!("{part} is known"));
            assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Malformed, "the answer lacks HomeRegion"), "{part}");
        }
        assert_eq!(first(&trails).at("multi_region"), Some(&Property::Bool(true)));
        assert_eq!(service.requests().len(), 1, "only the list was asked for");
    }

    /// What the account tells of a trail whose status CloudTrail does not find, and what is noted beside it.
    async fn without_status(account_of_trail: &str) -> (Property, Vec<crate::model::Warning>) {
        let trail = format!("arn:aws:cloudtrail:eu-north-1:{account_of_trail}:trail/main");
        let list = format!(
            r#"{{"trailList":[{{"Name":"main","TrailARN":"{trail}","HomeRegion":"eu-north-1","IsMultiRegionTrail":true}}]}}"#
        );
        let service = Scripted::by_sign(vec![
            (".DescribeTrails", json(200, &list)),
            (".GetTrailStatus", json(400, r#"{"__type":"TrailNotFoundException","message":"Unknown trail"}"#)),
            (".GetEventSelectors", json(200, "{}")),
        ]);
        let session = service.session();
        let reading = trails(&session).await.expect("a list of trails");
        (reading, super::super::outside(&session, &[]))
    }

    #[tokio::test]
    async fn a_trail_that_is_deleted_meanwhile_is_none_of_the_accounts_and_noted() {
        let (trails, notes) = without_status("123456789012").await;
        assert_eq!(trails, Property::List(Vec::new()));
        assert_eq!(
            notes.iter().map(|note| (note.code.as_str(), note.region.as_str())).collect::<Vec<_>>(),
            [("gone", "eu-north-1")]
        );
        assert!(notes[0].message.ends_with(": main"), "{}", notes[0].message);
    }

    #[tokio::test]
    async fn an_organisations_trail_that_its_member_may_not_see_is_unknown_and_not_gone() {
        let (trails, notes) = without_status("210987654321").await;
        let gap = first(&trails).at("logging").and_then(Property::first_gap).expect("unknown");
        assert_eq!((gap.kind, notes.len()), (GapKind::Refused, 0));
    }
}
