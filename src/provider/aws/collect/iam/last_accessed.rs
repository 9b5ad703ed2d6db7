//! When identities last used the services that are watched: asked only for those whose policies allow one of them.

use std::time::Duration;

use aws_sdk_iam::types::{JobStatusType, ServiceLastAccessed};
use tokio::time::{Instant, sleep};

use super::super::super::errors::{gap, gap_of_listed};
use super::super::super::session::Session;
use super::super::asset::{for_each, time};
use super::super::strict::Asked;
use super::PAGE;
use super::permissions::{Granted, Permissions};
use crate::model::resource::iam::ServiceAccess;
use crate::model::{Asset, Gap, GapKind, Property};

const GENERATE: &str = "iam:GenerateServiceLastAccessedDetails";
const READ: &str = "iam:GetServiceLastAccessedDetails";

/// The services whose last use is told, by their prefixes.
const WATCHED: [&str; 2] = ["bedrock", "sagemaker"];

/// The first wait between two questions whether the answer is ready; each next one is twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// When users or roles last used the watched services that their policies allow.
pub(super) async fn service_access(session: &Session, identities: &[Asset]) -> Vec<Property> {
    let permissions = Permissions::read(session).await;
    let policies = permissions.by_arn();
    let (permissions, policies) = (&permissions, &policies);
    for_each(identities, |identity| async move {
        let granted = match identity.resource_type {
            "aws.iam.role" => permissions.of_role(&identity.id, policies),
            _ => permissions.of_user(&identity.id, policies),
        };
        if !allows_watched(&granted)? {
            return Ok(Property::List(Vec::new()));
        }
        of_identity(session, &identity.arn).await.map(|services| Property::from_typed(&services))
    })
    .await
}

fn allows_watched(granted: &Granted) -> Result<bool, Gap> {
    let answers = WATCHED.map(|service| granted.allows(service));
    if answers.contains(&Ok(true)) {
        return Ok(true);
    }
    answers.into_iter().find(Result::is_err).unwrap_or(Ok(false))
}

async fn of_identity(session: &Session, arn: &str) -> Result<Vec<ServiceAccess>, Gap> {
    let region = session.global_region();
    let answer = session.iam(region).generate_service_last_accessed_details().arn(arn).send().await;
    let answer = answer.map_err(|error| gap_of_listed(GENERATE, region, &error))?;
    let job = Asked { action: GENERATE, region }.required("JobId", answer.job_id)?;
    let asked = Asked { action: READ, region };
    let began = Instant::now();
    let mut wait = FIRST_WAIT;
    loop {
        let request = session.iam(region).get_service_last_accessed_details().job_id(&job).max_items(PAGE);
        let answer = request.send().await.map_err(|error| gap(READ, region, &error))?;
        match answer.job_status {
            // A page holds more services than AWS has.
            JobStatusType::Completed if answer.is_truncated => return Err(asked.malformed("more services than a page holds")),
            JobStatusType::Completed => return Ok(watched(answer.services_last_accessed())),
            JobStatusType::Failed => return Err(refused(region, "the report of last accesses could not be made".to_owned())),
            _ if began.elapsed() + wait > PATIENCE => {
                return Err(refused(
                    region,
                    format!("the report of last accesses was still being made after {} s", PATIENCE.as_secs()),
                ));
            }
            _ => sleep(wait).await,
        }
        wait *= 2;
    }
}

fn watched(services: &[ServiceLastAccessed]) -> Vec<ServiceAccess> {
    let watched = services.iter().filter(|service| WATCHED.contains(&service.service_namespace()));
    let access = watched.map(|service| ServiceAccess {
        service: service.service_namespace().to_owned(),
        last_used_at: time(service.last_authenticated()),
    });
    access.collect()
}

fn refused(region: &str, detail: String) -> Gap {
    Gap { kind: GapKind::Refused, action: READ.to_owned(), region: region.to_owned(), detail }
}
