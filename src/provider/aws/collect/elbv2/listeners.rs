//! Where load balancers listen, and what becomes of requests that come without TLS.

use std::sync::Arc;

use aws_sdk_elasticloadbalancingv2::types as sdk;
use futures_util::FutureExt;

use super::super::super::pages::{Page, Pages, pages_of_listed};
use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::strict::{Asked, listed};
use super::PAGE;
use crate::model::resource::elbv2::{Listener, PlaintextListener};
use crate::model::{Asset, Gap, GapKind, Property};

const LISTENERS: &str = "elasticloadbalancing:DescribeListeners";
const RULES: &str = "elasticloadbalancing:DescribeRules";

/// The facet `listeners`. What could be read stays beside what could not.
pub(super) async fn all(session: &Session, region: &str, balancer: &Asset) -> Result<Property, Gap> {
    let pages = listeners(session, region, &balancer.arn).await;
    let asked = Asked { action: LISTENERS, region };
    let listeners = pages.items.iter().map(|listener| match asked.required("Protocol", listener.protocol()) {
        Err(gap) => Property::unknown(gap),
        Ok(protocol) => Property::from_typed(&Listener {
            protocol: protocol.as_str().to_owned(),
            port: listener.port().map(i64::from),
            tls_policy: listener.ssl_policy().map(str::to_owned),
        }),
    });
    Ok(Property::List(listeners.chain(pages.gap.clone().map(Property::unknown)).collect()))
}

/// The facet `plaintext_listeners`.
pub(super) async fn plaintext(session: &Session, region: &str, balancer: &Asset) -> Result<Property, Gap> {
    let pages = listeners(session, region, &balancer.arn).await;
    let is_plaintext = |listener: &&sdk::Listener| listener.protocol().is_none_or(|protocol| *protocol == sdk::ProtocolEnum::Http);
    let readings = pages.items.iter().filter(is_plaintext).map(|listener| treatment(session, region, listener).boxed()).collect();
    let listeners = several(readings, AT_ONCE).await.into_iter().map(|listener| listener.unwrap_or_else(Property::unknown));
    Ok(Property::List(listeners.chain(pages.gap.clone().map(Property::unknown)).collect()))
}

/// What becomes of a listener's requests. Its other rules, which come before what it does by default, are asked for only where they could
/// make a difference.
async fn treatment(session: &Session, region: &str, listener: &sdk::Listener) -> Result<Property, Gap> {
    let asked = Asked { action: LISTENERS, region };
    asked.required("Protocol", listener.protocol())?;
    let mut treatment = PlaintextListener { port: listener.port().map(i64::from), redirects_to_https: false, forwards: false };
    let default = asked.required("DefaultActions", listener.default_actions.as_deref())?;
    add(&mut treatment, default);
    if !treatment.forwards {
        let client = session.elbv2(region);
        let arn = asked.required("ListenerArn", listener.listener_arn())?;
        let pages = pages_of_listed(RULES, region, |marker| {
            let request = client.describe_rules().listener_arn(arn).page_size(PAGE).set_marker(marker);
            async move { request.send().await.map(|answer| Page { items: listed(answer.rules), next: answer.next_marker }) }
        });
        let asked = Asked { action: RULES, region };
        let rules = asked.all_listed("Rules", pages.await);
        let mut gap = rules.gap;
        for rule in &rules.items {
            match asked.required("Actions", rule.actions.as_deref()) {
                Ok(actions) => add(&mut treatment, actions),
                Err(unread) => gap = gap.or(Some(unread)),
            }
        }
        if let Some(gap) = gap {
            return partial(&treatment, gap);
        }
    }
    Ok(Property::from_typed(&treatment))
}

/// What is known in spite of a gap: one rule that forwards decides, whatever the others do.
fn partial(treatment: &PlaintextListener, gap: Gap) -> Result<Property, Gap> {
    if !treatment.forwards || gap.kind == GapKind::Gone {
        return Err(gap);
    }
    let mut property = Property::from_typed(treatment);
    if let Property::Map(parts) = &mut property
        && !treatment.redirects_to_https
    {
        parts.insert("redirects_to_https", Property::unknown(gap));
    }
    Ok(property)
}

fn add(treatment: &mut PlaintextListener, actions: &[sdk::Action]) {
    for action in actions {
        let protocol = action.redirect_config().and_then(|redirect| redirect.protocol());
        treatment.redirects_to_https |= protocol.is_some_and(|protocol| protocol.eq_ignore_ascii_case("HTTPS"));
        treatment.forwards |= action.r#type() == Some(&sdk::ActionTypeEnum::Forward);
    }
}

/// DescribeListeners. Read once per load balancer.
async fn listeners(session: &Session, region: &str, balancer: &str) -> Arc<Pages<sdk::Listener>> {
    let reading = async move {
        let client = session.elbv2(region);
        let pages = pages_of_listed(LISTENERS, region, |marker| {
            let request = client.describe_listeners().load_balancer_arn(balancer).page_size(PAGE).set_marker(marker);
            async move { request.send().await.map(|answer| Page { items: listed(answer.listeners), next: answer.next_marker }) }
        });
        Asked { action: LISTENERS, region }.all_listed("Listeners", pages.await)
    };
    session.memo().read(("elbv2_listeners", balancer), reading.boxed()).await
}
