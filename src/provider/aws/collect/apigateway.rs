//! API Gateway: the stages of REST APIs, and those of HTTP and WebSocket APIs. Each API is asked for its stages.

use std::collections::BTreeMap;

use aws_sdk_apigateway::operation::get_stages::GetStagesError;
use aws_sdk_apigateway::types as rest;
use aws_sdk_apigatewayv2::types as http;
use futures_util::FutureExt;
use serde::Serialize;

use super::super::errors::gap;
use super::super::pages::{Page, pages, pages_of_listed};
use super::super::session::Session;
use super::asset::{AT_ONCE, Identity, asset, several};
use super::strict::{Asked, listed};
use super::unserved;
use crate::model::resource::ResourceType;
use crate::model::resource::apigateway::LoggingLevel;
use crate::model::{Asset, Gap, GapKind};
use crate::provider::Listing;

/// Every reading of API Gateway is this one action.
const GET: &str = "apigateway:GET";

/// APIs of a page, the most that GetRestApis gives.
const PAGE: i32 = 500;
/// The same for GetApis and its stages, which take a text.
const HTTP_PAGE: &str = "100";

/// The properties of a REST API's stage.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are called what check authors write")]
struct Stage<'a> {
    api_id: &'a str,
    api_name: Option<&'a str>,
    stage: String,
    logging_levels: Vec<LoggingLevel>,
    access_log_destination: Option<String>,
    web_acl_arn: Option<String>,
}

/// The properties of another API's stage.
#[derive(Serialize)]
struct HttpStage<'a> {
    api_id: &'a str,
    api_name: Option<&'a str>,
    protocol: Option<&'a str>,
    stage: String,
    access_log_destination: Option<String>,
}

/// Lists a type of API Gateway.
pub(super) async fn list(session: &Session, resource_type: &'static ResourceType, region: &str) -> Listing {
    let place = Place { session, resource_type, asked: Asked { action: GET, region } };
    match resource_type.name {
        "aws.apigateway.http_stage" => place.http_stages().await,
        "aws.apigateway.stage" => place.stages().await,
        name => Listing { gaps: vec![unserved(name, region)], ..Listing::default() },
    }
}

/// Where a listing happens and what it lists.
struct Place<'a> {
    session: &'a Session,
    resource_type: &'static ResourceType,
    asked: Asked<'a>,
}

impl Place<'_> {
    /// GetRestApis, and GetStages for each.
    async fn stages(&self) -> Listing {
        let client = self.session.apigateway(self.asked.region);
        let pages = pages(GET, self.asked.region, |position| {
            let request = client.get_rest_apis().limit(PAGE).set_position(position);
            async move { request.send().await.map(|answer| Page { items: listed(answer.items), next: answer.position }) }
        });
        let apis = self.asked.all_listed("item", pages.await);
        let readings = apis.items.iter().map(|api| self.stages_of(api).boxed()).collect();
        joined(apis.gap, several(readings, AT_ONCE).await)
    }

    async fn stages_of(&self, api: &rest::RestApi) -> Result<Vec<Asset>, Gap> {
        let id = self.asked.required("id", api.id())?;
        let answer = self.session.apigateway(self.asked.region).get_stages().rest_api_id(id).send().await;
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) if error.as_service_error().is_some_and(GetStagesError::is_not_found_exception) => return Ok(Vec::new()),
            Err(error) => return Err(gap(GET, self.asked.region, &error)),
        };
        let stages = self.asked.required("item", answer.item)?;
        stages.into_iter().map(|stage| self.stage(id, api.name(), stage)).collect()
    }

    fn stage(&self, id: &str, api_name: Option<&str>, stage: rest::Stage) -> Result<Asset, Gap> {
        let name = self.asked.required("stageName", stage.stage_name)?;
        let settings = stage.method_settings.unwrap_or_default().into_iter();
        let mut logging_levels: Vec<LoggingLevel> =
            settings.map(|(method, setting)| LoggingLevel { method, level: setting.logging_level }).collect();
        logging_levels.sort_by(|one, other| one.method.cmp(&other.method));
        let tags = stage.tags.unwrap_or_default().into_iter().collect();
        let properties = Stage {
            api_id: id,
            api_name,
            stage: name,
            logging_levels,
            access_log_destination: stage.access_log_settings.and_then(|settings| settings.destination_arn),
            web_acl_arn: stage.web_acl_arn,
        };
        Ok(asset(self.resource_type, self.identity("restapis", id, api_name, &properties.stage, tags), &properties))
    }

    /// GetApis, and GetStages for each.
    async fn http_stages(&self) -> Listing {
        let client = self.session.apigatewayv2(self.asked.region);
        let pages = pages(GET, self.asked.region, |token| {
            let request = client.get_apis().max_results(HTTP_PAGE).set_next_token(token);
            async move { request.send().await.map(|answer| Page { items: listed(answer.items), next: answer.next_token }) }
        });
        let apis = self.asked.all_listed("items", pages.await);
        let readings = apis.items.iter().map(|api| self.http_stages_of(api).boxed()).collect();
        joined(apis.gap, several(readings, AT_ONCE).await)
    }

    async fn http_stages_of(&self, api: &http::Api) -> Result<Vec<Asset>, Gap> {
        let id = self.asked.required("apiId", api.api_id())?;
        let client = self.session.apigatewayv2(self.asked.region);
        let pages = pages_of_listed(GET, self.asked.region, |token| {
            let request = client.get_stages().api_id(id).max_results(HTTP_PAGE).set_next_token(token);
            async move { request.send().await.map(|answer| Page { items: listed(answer.items), next: answer.next_token }) }
        });
        let stages = self.asked.all_listed("items", pages.await);
        match stages.gap {
            // The API was deleted after it was listed.
            Some(gap) if gap.kind == GapKind::Gone => Ok(Vec::new()),
            Some(gap) => Err(gap),
            None => stages.items.into_iter().map(|stage| self.http_stage(id, api, stage)).collect(),
        }
    }

    fn http_stage(&self, id: &str, api: &http::Api, stage: http::Stage) -> Result<Asset, Gap> {
        let tags = stage.tags.unwrap_or_default().into_iter().collect();
        let properties = HttpStage {
            api_id: id,
            api_name: api.name(),
            protocol: api.protocol_type().map(http::ProtocolType::as_str),
            stage: self.asked.required("stageName", stage.stage_name)?,
            access_log_destination: stage.access_log_settings.and_then(|settings| settings.destination_arn),
        };
        Ok(asset(self.resource_type, self.identity("apis", id, api.name(), &properties.stage, tags), &properties))
    }

    /// `arn:aws:apigateway:REGION::/restapis/ID/stages/NAME`, called after the API and the stage.
    fn identity(&self, kind: &str, id: &str, api: Option<&str>, stage: &str, tags: BTreeMap<String, String>) -> Identity<'_> {
        let region = self.asked.region;
        Identity {
            id: format!("{id}/{stage}"),
            arn: format!("arn:{}:apigateway:{region}::/{kind}/{id}/stages/{stage}", self.session.account().partition),
            name: format!("{}/{stage}", api.unwrap_or(id)),
            region,
            tags,
        }
    }
}

fn joined(gap: Option<Gap>, of_apis: Vec<Result<Vec<Asset>, Gap>>) -> Listing {
    let mut listing = Listing { gaps: gap.into_iter().collect(), ..Listing::default() };
    for of_api in of_apis {
        match of_api {
            Ok(stages) => listing.assets.extend(stages),
            Err(gap) => listing.gaps.push(gap),
        }
    }
    listing
}

#[cfg(test)]
mod tests {
    use super::super::super::scripted::{Scripted, json};
    use super::super::tests::resource_type;
    use super::*;

    #[tokio::test]
    async fn an_api_that_is_gone_has_no_stages_and_one_that_is_denied_leaves_a_gap() {
        let apis = json(200, r#"{"items":[{"apiId":"a","name":"shop","protocolType":"HTTP"}]}"#);
        let error = |status, code: &str| json(status, &format!(r#"{{"__type":"{code}","message":"no"}}"#));
        for (stages, gaps) in
            [(error(404, "NotFoundException"), vec![]), (error(403, "AccessDeniedException"), vec![GapKind::Denied])]
        {
            let service = Scripted::new(vec![apis.clone(), stages]);
            let listing = list(&service.session(), resource_type("aws.apigateway.http_stage"), "eu-west-1").await;
            assert_eq!(listing.gaps.iter().map(|gap| gap.kind).collect::<Vec<_>>(), gaps);
            assert!(listing.assets.is_empty());
        }
    }
}
