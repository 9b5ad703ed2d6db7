//! Of which services an identity's policies allow something: its own, those attached to it, and those of its groups.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use aws_sdk_iam::operation::get_account_authorization_details::GetAccountAuthorizationDetailsOutput as Details;
use aws_sdk_iam::types::{AttachedPolicy, ManagedPolicyDetail, PolicyDetail};
use percent_encoding::percent_decode_str;

use super::super::super::pages::Pages;
use super::super::super::session::Session;
use super::super::strict::Asked;
use super::ACTION;
use crate::model::resource::policy::PolicyDocument;
use crate::model::{Asset, Gap, Property};

/// The services that each user's policies allow something of.
pub(super) async fn granted_services(session: &Session, users: &[Asset]) -> Vec<Property> {
    let permissions = Permissions::read(session).await;
    let policies = permissions.by_arn();
    users.iter().map(|user| permissions.of_user(&user.id, &policies).into_property()).collect()
}

/// Services by prefix, and what could not be read.
#[derive(Default)]
pub(super) struct Granted {
    services: BTreeSet<String>,
    gaps: Vec<Gap>,
}

impl Granted {
    /// The known ones, and an unknown one for each gap.
    fn into_property(self) -> Property {
        let services = self.services.into_iter().map(Property::Text);
        Property::List(services.chain(self.gaps.into_iter().map(Property::unknown)).collect())
    }

    /// Whether something of a service is allowed; what is not known may be of any service.
    pub(super) fn allows(&self, service: &str) -> Result<bool, Gap> {
        let covers = |prefix: &String| prefix == "*" || prefix == service || prefix.ends_with('*');
        match (self.services.iter().any(covers), self.gaps.first()) {
            (true, _) => Ok(true),
            (false, Some(gap)) => Err(gap.clone()),
            (false, None) => Ok(false),
        }
    }

    fn add(&mut self, document: Result<PolicyDocument, Gap>) {
        match document {
            Ok(document) => self.services.extend(services(&document)),
            Err(gap) => self.gaps.push(gap),
        }
    }
}

/// What all identities may do.
pub(super) struct Permissions<'a> {
    region: &'a str,
    own: Arc<Pages<Details>>,
    of_aws: Arc<Pages<Details>>,
}

impl<'a> Permissions<'a> {
    pub(super) async fn read(session: &'a Session) -> Self {
        let (own, of_aws) = futures_util::join!(super::authorization_details(session), super::aws_policies(session));
        Self { region: session.global_region(), own, of_aws }
    }

    /// The managed policies by their ARNs.
    pub(super) fn by_arn(&self) -> HashMap<&str, &ManagedPolicyDetail> {
        let pages = self.own.items.iter().chain(&self.of_aws.items);
        pages.flat_map(Details::policies).filter_map(|policy| Some((policy.arn()?, policy))).collect()
    }

    pub(super) fn of_user(&self, name: &str, policies: &HashMap<&str, &ManagedPolicyDetail>) -> Granted {
        let mut granted = Granted::default();
        let user = self.own.items.iter().flat_map(Details::user_detail_list).find(|user| user.user_name() == Some(name));
        let Some(user) = user else { return self.nobody(name) };
        self.add(&mut granted, user.user_policy_list(), user.attached_managed_policies(), policies);
        for group in self.own.items.iter().flat_map(Details::group_detail_list) {
            if group.group_name().is_some_and(|name| user.group_list().iter().any(|of_user| of_user == name)) {
                self.add(&mut granted, group.group_policy_list(), group.attached_managed_policies(), policies);
            }
        }
        // A group that was not read may allow anything.
        granted.gaps.extend(self.own.gap.clone().filter(|_| !user.group_list().is_empty()));
        granted
    }

    pub(super) fn of_role(&self, name: &str, policies: &HashMap<&str, &ManagedPolicyDetail>) -> Granted {
        let mut granted = Granted::default();
        let role = self.own.items.iter().flat_map(Details::role_detail_list).find(|role| role.role_name() == Some(name));
        let Some(role) = role else { return self.nobody(name) };
        self.add(&mut granted, role.role_policy_list(), role.attached_managed_policies(), policies);
        granted
    }

    fn nobody(&self, name: &str) -> Granted {
        let gap = self.own.gap.clone().unwrap_or_else(|| self.asked().malformed(format!("the answer lacks {name}")));
        Granted { gaps: vec![gap], ..Granted::default() }
    }

    fn add(
        &self,
        granted: &mut Granted,
        inline: &[PolicyDetail],
        attached: &[AttachedPolicy],
        policies: &HashMap<&str, &ManagedPolicyDetail>,
    ) {
        for policy in inline {
            granted.add(self.document(policy.policy_document()));
        }
        for policy in attached {
            let arn = policy.policy_arn().unwrap_or_default();
            granted.add(match policies.get(arn) {
                Some(policy) => self.default_version(policy),
                None => Err(self.lacking(arn)),
            });
        }
    }

    fn default_version(&self, policy: &ManagedPolicyDetail) -> Result<PolicyDocument, Gap> {
        let version = policy.policy_version_list().iter().find(|version| version.is_default_version());
        self.document(version.and_then(|version| version.document()))
    }

    fn document(&self, encoded: Option<&str>) -> Result<PolicyDocument, Gap> {
        let encoded = self.asked().required("a policy document", encoded)?;
        let text = percent_decode_str(encoded).decode_utf8().map_err(|error| self.asked().malformed(error.to_string()))?;
        PolicyDocument::parse(&text).map_err(|error| self.asked().malformed(error.to_string()))
    }

    /// Why an attached policy is not there.
    fn lacking(&self, arn: &str) -> Gap {
        let gap = [&self.own.gap, &self.of_aws.gap].into_iter().flatten().next().cloned();
        gap.unwrap_or_else(|| self.asked().malformed(format!("the answer lacks the policy {arn}")))
    }

    const fn asked(&self) -> Asked<'_> {
        Asked { action: ACTION, region: self.region }
    }
}

/// Prefixes of the services of which the document allows something; `*` where a statement names what it does not allow.
fn services(document: &PolicyDocument) -> BTreeSet<String> {
    let mut services = BTreeSet::new();
    for statement in document.statements.iter().filter(|statement| statement.effect == "Allow") {
        let actions = statement.actions.iter().flatten();
        services.extend(actions.map(|action| action.split(':').next().unwrap_or(action).to_ascii_lowercase()));
        services.extend(statement.not_actions.as_ref().map(|_| "*".to_owned()));
    }
    services
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(document: &str) -> Vec<String> {
        services(&PolicyDocument::parse(document).expect("a document")).into_iter().collect()
    }

    #[test]
    fn services_are_the_prefixes_of_allowed_actions() {
        let document = r#"{"Statement":[
            {"Effect":"Allow","Action":["s3:GetObject","S3:PutObject","iam:*"],"Resource":"*"},
            {"Effect":"Deny","Action":"ec2:*","Resource":"*"}]}"#;
        assert_eq!(of(document), ["iam", "s3"]);
    }

    #[test]
    fn all_actions_and_all_but_some_are_every_service() {
        assert_eq!(of(r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#), ["*"]);
        assert_eq!(of(r#"{"Statement":{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}}"#), ["*"]);
    }

    #[test]
    fn what_is_not_known_may_be_of_any_service() {
        let gap = Asked { action: ACTION, region: "us-east-1" }.malformed("cut");
        let granted = Granted { services: BTreeSet::from(["s3".to_owned()]), gaps: vec![gap.clone()] };
        assert_eq!((granted.allows("s3"), granted.allows("bedrock")), (Ok(true), Err(gap)));
    }
}
