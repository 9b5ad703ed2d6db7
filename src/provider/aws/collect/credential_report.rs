//! IAM's credential report: made once per scan, then every user's line of it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use aws_sdk_iam::types::ReportStateType;
use futures_util::FutureExt;
use tokio::time::{Instant, sleep};

use super::super::errors::{code, gap};
use super::super::session::Session;
use super::strict::Asked;
use crate::model::resource::account::RootCredentials;
use crate::model::resource::iam::Credentials;
use crate::model::{Asset, Gap, GapKind, Property};

mod line;

const GENERATE: &str = "iam:GenerateCredentialReport";
const READ: &str = "iam:GetCredentialReport";

/// The first wait between two questions whether the report is done; each next one is twice as long.
const FIRST_WAIT: Duration = Duration::from_millis(200);

/// The longest wait between two questions.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// How long the report may take; AWS needs a few seconds even for thousands of users.
const PATIENCE: Duration = Duration::from_secs(30);

/// What GetCredentialReport answers while there is no report to give ("GetCredentialReport" in the IAM API reference).
const NOT_READY: [&str; 3] = ["ReportExpired", "ReportInProgress", "ReportNotPresent"];

/// Every user's credentials, or why one line of the report could not be read.
type Report = HashMap<String, Result<Credentials, Gap>>;

/// What the report calls the root user.
const ROOT: &str = "<root_account>";

/// The credentials of each user in `assets`, in their order.
pub(super) async fn credentials(session: &Session, assets: &[Asset]) -> Vec<Property> {
    of_names(session, &assets.iter().map(|asset| asset.id.as_str()).collect::<Vec<_>>()).await
}

/// The credentials of the users called `names`, in their order.
pub(super) async fn of_names(session: &Session, names: &[&str]) -> Vec<Property> {
    let report = session.memo().read("credential_report", report(session).boxed()).await;
    let region = session.global_region();
    match report.as_ref() {
        Ok(report) => names.iter().map(|name| of_user(report, name, region)).collect(),
        Err(gap) => vec![Property::Unknown(Arc::new(gap.clone())); names.len()],
    }
}

/// The root user's line.
pub(super) async fn root_credentials(session: &Session) -> Result<RootCredentials, Gap> {
    let report = session.memo().read("credential_report", report(session).boxed()).await;
    let report = report.as_ref().as_ref().map_err(Clone::clone)?;
    let asked = Asked { action: READ, region: session.global_region() };
    let root = asked.required("the root user", report.get(ROOT))?.clone()?;
    Ok(RootCredentials { password_last_used_at: root.password_last_used_at, access_keys: root.access_keys })
}

fn of_user(report: &Report, name: &str, region: &str) -> Property {
    match report.get(name) {
        Some(Ok(credentials)) => Property::from_typed(credentials),
        Some(Err(gap)) => Property::unknown(gap.clone()),
        None => Property::unknown(Gap {
            kind: GapKind::NotCollected,
            action: READ.to_owned(),
            region: region.to_owned(),
            detail: format!("the credential report is older than the user {name}: scan again in four hours"),
        }),
    }
}

/// AWS is asked once to make the report, then for the report itself until there is one.
async fn report(session: &Session) -> Result<Report, Gap> {
    let region = session.global_region();
    let began = Instant::now();
    let mut wait = FIRST_WAIT;
    if !is_complete(session, region).await? {
        sleep(wait).await;
    }
    loop {
        if let Some(content) = content(session, region).await? {
            return line::lines(&content, Asked { action: READ, region });
        }
        if began.elapsed() + wait > PATIENCE {
            return Err(unfinished(region));
        }
        sleep(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// Asks AWS to make the report; whether it is done already.
async fn is_complete(session: &Session, region: &str) -> Result<bool, Gap> {
    let answer = session.iam(session.global_region()).generate_credential_report().send().await;
    let answer = answer.map_err(|error| gap(GENERATE, region, &error))?;
    Ok(answer.state() == Some(&ReportStateType::Complete))
}

/// The report; `None` where it is not ready after all.
async fn content(session: &Session, region: &str) -> Result<Option<Vec<u8>>, Gap> {
    match session.iam(session.global_region()).get_credential_report().send().await {
        Ok(answer) => Asked { action: READ, region }.required("Content", answer.content).map(|blob| Some(blob.into_inner())),
        Err(error) if code(&error).is_some_and(|code| NOT_READY.contains(&code)) => Ok(None),
        Err(error) => Err(gap(READ, region, &error)),
    }
}

fn unfinished(region: &str) -> Gap {
    Gap {
        kind: GapKind::Refused,
        action: GENERATE.to_owned(),
        region: region.to_owned(),
        detail: format!("the report was still being made after {} s", PATIENCE.as_secs()),
    }
}
