//! The resource policies of a region's logs, read once, and what of them concerns a log group.

use futures_util::FutureExt;

use super::super::super::pages::{Page, pages};
use super::super::super::session::Session;
use super::super::strict::{Asked, listed};
use crate::model::resource::policy::{PolicyDocument, Statement};
use crate::model::{Asset, Gap, Property};

const ACTION: &str = "logs:DescribeResourcePolicies";

/// What the region's policies say of each of `groups`, a document for each policy that says something.
pub(super) async fn of_groups(session: &Session, region: &str, groups: &[Asset]) -> Vec<Property> {
    let policies = read(session, region).await;
    groups.iter().map(|group| Property::List(policies.iter().filter_map(|policy| of_group(policy, &group.arn)).collect())).collect()
}

/// The policies; one that could not be read is a gap among the others.
async fn read(session: &Session, region: &str) -> Vec<Result<PolicyDocument, Gap>> {
    let client = session.logs(region);
    let pages = pages(ACTION, region, |token| {
        let request = client.describe_resource_policies().limit(super::LOGS_PAGE).set_next_token(token);
        async move { request.send().await.map(|answer| Page { items: listed(answer.resource_policies), next: answer.next_token }) }
            .boxed()
    })
    .await;
    let asked = Asked { action: ACTION, region };
    let pages = asked.all_listed("resourcePolicies", pages);
    let policies = pages.items.into_iter().map(|policy| {
        let text = asked.required("policyDocument", policy.policy_document)?;
        PolicyDocument::parse(&text).map_err(|error| asked.malformed(error.to_string()))
    });
    policies.chain(pages.gap.map(Err)).collect()
}

fn of_group(policy: &Result<PolicyDocument, Gap>, arn: &str) -> Option<Property> {
    match policy {
        Err(gap) => Some(Property::unknown(gap.clone())),
        Ok(policy) => {
            let statements: Vec<_> = policy.statements.iter().filter(|statement| concerns(statement, arn)).cloned().collect();
            (!statements.is_empty()).then(|| Property::from_typed(&PolicyDocument { statements }))
        }
    }
}

/// Whether a statement's resources take in the group, all of its streams or some.
fn concerns(statement: &Statement, arn: &str) -> bool {
    let Some(resources) = &statement.resources else { return true };
    let (streams, a_stream) = (format!("{arn}:*"), format!("{arn}:log-stream:"));
    resources.iter().any(|pattern| {
        pattern.starts_with(&a_stream)
            || matches(pattern.as_bytes(), arn.as_bytes())
            || matches(pattern.as_bytes(), streams.as_bytes())
    })
}

/// Whether `text` matches a pattern with `*` and `?`.
fn matches(pattern: &[u8], text: &[u8]) -> bool {
    let (mut at, mut reached) = (0, 0);
    let mut star = None;
    while reached < text.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, reached));
                at += 1;
            }
            Some(byte) if *byte == b'?' || *byte == text[reached] => {
                at += 1;
                reached += 1;
            }
            _ => match star {
                Some((of_star, from)) => {
                    star = Some((of_star, from + 1));
                    at = of_star + 1;
                    reached = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUP: &str = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/trail";

    #[test]
    fn a_statement_concerns_the_groups_that_its_resources_take_in() {
        let table = [
            ("*", true),
            (GROUP, true),
            ("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/trail:*", true),
            ("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/trail:log-stream:a", true),
            ("arn:aws:logs:*:123456789012:log-group:/aws/*", true),
            ("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/trails:*", false),
            ("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/t", false),
            ("arn:aws:logs:us-east-1:123456789012:*", false),
        ];
        for (resource, expected) in table {
            let statement = Statement { resources: Some(vec![resource.to_owned()]), ..Statement::default() };
            assert_eq!(concerns(&statement, GROUP), expected, "{resource}");
        }
    }
}
