//! Lambda: functions as ListFunctions tells them; policies, URLs, zones and trails where a check asks. Code is never read.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use aws_sdk_lambda::types as sdk;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use futures_util::future::join;
use serde_json::json;

use super::super::errors::{code, gap, gap_of_listed};
use super::super::pages::{Page, pages, pages_of_listed};
use super::super::secrets::kind_of_setting;
use super::super::session::Session;
use super::asset::{Identity, asset, for_each};
use super::strict::{Asked, known, list_of, listed};
use super::{cloudtrail, listing, unserved_facet};
use crate::model::resource::lambda::{EnvironmentSecret, FunctionLayer, FunctionUrl, FunctionVpc};
use crate::model::resource::{Facet, ResourceType, by_name};
use crate::model::{Asset, Gap, GapKind, Property, pattern};
use crate::provider::Listing;

/// Functions of a page: "ListFunctions" in the Lambda API reference.
const PAGE: i32 = 50;

const LIST: &str = "lambda:ListFunctions";

/// ListFunctions.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let client = session.lambda(region);
    let pages = pages(LIST, region, |token| {
        let request = client.list_functions().max_items(PAGE).set_marker(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.functions), next: answer.next_marker }) }
    });
    let asked = Asked { action: LIST, region };
    asked.assets("Functions", resource_type.plural, pages.await, |function| of_function(resource_type, region, function))
}

fn of_function(resource_type: &'static ResourceType, region: &str, function: sdk::FunctionConfiguration) -> Asset {
    let name = function.function_name.unwrap_or_default();
    let vpc = function.vpc_config.and_then(|vpc| {
        let id = vpc.vpc_id.filter(|id| !id.is_empty())?;
        let (subnet_ids, security_group_ids) = (vpc.subnet_ids.unwrap_or_default(), vpc.security_group_ids.unwrap_or_default());
        Some(FunctionVpc { id, subnet_ids, security_group_ids })
    });
    let properties = json!({
        "name": name,
        "runtime": function.runtime.map(|runtime| runtime.as_str().to_owned()),
        "role": function.role,
        "kms_key": function.kms_key_arn.filter(|key| !key.is_empty()),
        "dead_letter_target": function.dead_letter_config.and_then(|config| config.target_arn).filter(|arn| !arn.is_empty()),
        "vpc": vpc,
        "layers": function.layers.unwrap_or_default().into_iter().filter_map(|layer| layer.arn).map(layer).collect::<Vec<_>>(),
    });
    let arn = function.function_arn.unwrap_or_default();
    let identity = Identity { id: name.clone(), arn, name, region, tags: BTreeMap::new() };
    let mut asset = asset(resource_type, identity, &properties);
    for (name, property) in environment(region, function.environment) {
        asset.properties.insert(name, property);
    }
    asset
}

fn layer(arn: String) -> FunctionLayer {
    FunctionLayer { account_id: arn.split(':').nth(4).unwrap_or_default().to_owned(), arn }
}

/// What is kept of the environment: which variables there are, and which of them look like secrets.
fn environment(region: &str, environment: Option<sdk::EnvironmentResponse>) -> [(&'static str, Property); 2] {
    let error = environment.as_ref().and_then(sdk::EnvironmentResponse::error);
    if let Some(error) = error {
        let reason = error.message().or(error.error_code()).unwrap_or("no reason was given");
        let gap = Asked { action: LIST, region }.malformed(format!("Lambda could not decrypt the environment: {reason}"));
        let unknown = Property::unknown(gap);
        return [("environment_variables", unknown.clone()), ("environment_secrets", unknown)];
    }
    let variables: BTreeMap<String, String> =
        environment.and_then(|environment| environment.variables).unwrap_or_default().into_iter().collect();
    let names: Vec<&String> = variables.keys().collect();
    [("environment_variables", Property::from_typed(&names)), ("environment_secrets", Property::from_typed(&secrets(&variables)))]
}

fn secrets(variables: &BTreeMap<String, String>) -> Vec<EnvironmentSecret> {
    let secret = |(variable, value): (&String, &String)| {
        let kind = kind_of_setting(variable, value)?;
        Some(EnvironmentSecret { variable: variable.clone(), kind: kind.to_owned() })
    };
    variables.iter().filter_map(secret).collect()
}

/// Reads a facet of functions.
pub(super) async fn read_facet(session: &Session, facet: &'static Facet, region: &str, assets: &[Asset]) -> Vec<Property> {
    match facet.name {
        "policy" => for_each(assets, |function| policy(session, region, &function.id)).await,
        "urls" => for_each(assets, |function| urls(session, region, &function.id)).await,
        "availability_zones" => for_each(assets, |function| availability_zones(session, region, function)).await,
        "trails" => for_each(assets, |function| trails(session, region, function)).await,
        _ => unserved_facet("aws.lambda.function", facet, region, assets),
    }
}

async fn policy(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    const ACTION: &str = "lambda:GetPolicy";
    let asked = Asked { action: ACTION, region };
    match session.lambda(region).get_policy().function_name(name).send().await {
        Ok(answer) => asked.required("Policy", answer.policy()).map(|text| asked.policy_document(text)),
        Err(error) => {
            // One code for both: no policy, and no function any more. Only the latter's message names the function.
            let message = error.as_service_error().and_then(ProvideErrorMetadata::message).unwrap_or_default();
            let is_absent = code(&error) == Some("ResourceNotFoundException") && !message.starts_with("Function not found");
            if is_absent { Ok(Property::Null) } else { Err(gap_of_listed(ACTION, region, &error)) }
        }
    }
}

/// ListFunctionUrlConfigs tells the URLs of aliases too. A stand-in for AWS that does not know it tells the function's own.
async fn urls(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    const ACTION: &str = "lambda:ListFunctionUrlConfigs";
    let client = session.lambda(region);
    let is_unknown_action = &AtomicBool::new(false);
    let pages = pages_of_listed(ACTION, region, |token| {
        let request = client.list_function_url_configs().function_name(name).max_items(PAGE).set_marker(token);
        async move {
            let answer = request.send().await.inspect_err(|error| {
                // AWS gives each of its refusals a code.
                let status = error.raw_response().map(|response| response.status().as_u16());
                is_unknown_action.store(code(error).is_none() && matches!(status, Some(404 | 501)), Ordering::Relaxed);
            });
            answer.map(|answer| Page { items: answer.function_url_configs, next: answer.next_marker })
        }
    });
    let pages = pages.await;
    if is_unknown_action.load(Ordering::Relaxed) {
        return own_url(session, region, name).await;
    }
    list_of(pages.items.into_iter().map(|url| of_url(url.function_url, &url.auth_type, url.cors)), pages.gap)
}

async fn own_url(session: &Session, region: &str, name: &str) -> Result<Property, Gap> {
    const ACTION: &str = "lambda:GetFunctionUrlConfig";
    match session.lambda(region).get_function_url_config().function_name(name).send().await {
        Ok(answer) => Ok(Property::List(vec![of_url(answer.function_url, &answer.auth_type, answer.cors)])),
        Err(error) if code(&error) == Some("ResourceNotFoundException") => Ok(Property::List(Vec::new())),
        Err(error) => Err(gap(ACTION, region, &error)),
    }
}

fn of_url(url: String, authentication: &sdk::FunctionUrlAuthType, cors: Option<sdk::Cors>) -> Property {
    Property::from_typed(&FunctionUrl {
        url,
        authentication: authentication.as_str().to_owned(),
        allowed_origins: cors.and_then(|cors| cors.allow_origins).unwrap_or_default(),
    })
}

/// The zones of the function's subnets, from the listing of all subnets.
async fn availability_zones(session: &Session, region: &str, function: &Asset) -> Result<Property, Gap> {
    let subnet_ids = match function.properties.get("vpc") {
        Some(Property::Null) => return Ok(Property::Null),
        Some(vpc) => vpc.at("subnet_ids"),
        None => None,
    };
    let Some(subnets) = by_name("aws.ec2.subnet") else { return Ok(Property::List(Vec::new())) };
    let subnets = listing(session, subnets, region).await;
    let is_own = |subnet: &&Asset| {
        let id = Property::Text(subnet.id.clone());
        matches!(subnet_ids, Some(Property::List(ids)) if ids.contains(&id))
    };
    let mut zones: Vec<Property> = Vec::new();
    for zone in subnets.assets.iter().filter(is_own).filter_map(|subnet| subnet.properties.get("availability_zone")) {
        if !zones.contains(zone) {
            zones.push(zone.clone());
        }
    }
    list_of(zones.into_iter(), subnets.gaps.first().cloned())
}

/// The trails that cover the region, and whether each records what calls the function.
async fn trails(session: &Session, region: &str, function: &Asset) -> Result<Property, Gap> {
    let trails = cloudtrail::trails(session, region).await;
    let trails = trails.as_ref().as_ref().map_err(Clone::clone)?;
    let mut properties = Vec::with_capacity(trails.len());
    for trail in trails {
        let arn = trail.trail_arn().unwrap_or_default();
        let home = trail.home_region().unwrap_or(region);
        let (status, selectors) = join(cloudtrail::status(session, home, arn), cloudtrail::selectors(session, home, arn)).await;
        let gone = [status.as_ref().as_ref().err(), selectors.as_ref().as_ref().err()];
        if gone.into_iter().flatten().any(|gap| gap.kind == GapKind::Gone) {
            continue;
        }
        let logging = known(status.as_ref().as_ref().map(|status| &status.logging));
        let records = match selectors.as_ref() {
            Err(gap) => Property::unknown(gap.clone()),
            Ok(selectors) => Property::Bool(selectors.data_resources.iter().any(|resource| {
                // An invocation writes, by CloudTrail's reckoning.
                resource.resource_type == "AWS::Lambda::Function"
                    && resource.read_write != "ReadOnly"
                    && resource.filters.is_empty()
                    && !resource.excluded_values.iter().any(|value| pattern::covers(value, &function.arn))
                    && (resource.values.is_empty() || resource.values.iter().any(|value| takes(value, &function.arn)))
            })),
        };
        let name = Property::Text(trail.name().unwrap_or(arn).to_owned());
        properties.push(Property::Map([("logging", logging), ("name", name), ("records_invocations", records)].into()));
    }
    Ok(Property::List(properties))
}

/// Whether a selector's value takes the function: its ARN, a pattern of it, or a beginning of it that does not end within a name, which
/// is how basic selectors name all functions.
fn takes(value: &str, arn: &str) -> bool {
    if value.contains('*') {
        return pattern::covers(value, arn);
    }
    arn.strip_prefix(value)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(':') || value.ends_with(|end: char| !end.is_alphanumeric()))
}

#[cfg(test)]
mod tests;
