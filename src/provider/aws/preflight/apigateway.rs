//! API Gateway's reads: its one action is granted path by path, so each path that a scan reads is asked for.

use futures_util::join;

use super::super::session::Session;
use super::probes::{Reply, reply};

const GET: &str = "apigateway:GET";

/// No API is called so: ids are made by the service, of ten characters. Whether the path may be read is told before the API is looked for.
const NO_API: &str = "posture-scan";

/// Asks for both kinds of API and for the stages of one that does not exist.
pub(super) async fn ask(session: &Session, region: &str) -> Reply {
    let (rest, http) = (session.apigateway(region), session.apigatewayv2(region));
    let (apis, stages, http_apis, http_stages) = join!(
        Box::pin(rest.get_rest_apis().limit(1).send()),
        Box::pin(rest.get_stages().rest_api_id(NO_API).send()),
        Box::pin(http.get_apis().max_results("1").send()),
        Box::pin(http.get_stages().api_id(NO_API).max_results("1").send()),
    );
    let replies =
        [reply(GET, region, apis), reply(GET, region, stages), reply(GET, region, http_apis), reply(GET, region, http_stages)];
    let is_decided = |reply: &&Reply| matches!(reply, Reply::Denied(_));
    let worst = replies.iter().find(is_decided).or_else(|| replies.iter().find(|reply| matches!(reply, Reply::Undecided(_))));
    worst.cloned().unwrap_or(Reply::Granted)
}
