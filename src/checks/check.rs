//! A check that can be evaluated.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::document::{CheckDocument, ExampleDocument, ReportsDocument};
use super::expression::{Evaluated, Expression, ExpressionError, References, Scene, Subject};
use super::message::Message;
use super::parameters::{ParameterError, Parameters};
use crate::model::nearest::suggestion;
use crate::model::resource::{self, Facet, ResourceType};
use crate::model::{CheckMetadata, Gap, GapKind, Outcome, Property, ResourceReference, hexadecimal};

/// A check: what it says of itself, its compiled expressions and its examples.
#[derive(Debug, Clone)]
pub struct Check {
    /// What it says of itself.
    pub metadata: Arc<CheckMetadata>,
    /// The resource type that it looks at.
    pub resource_type: &'static ResourceType,
    /// Whether it concerns an asset.
    pub when: Option<Expression>,
    /// What makes an asset pass.
    pub pass: Expression,
    /// What a pass is reported on, where that is not the asset itself.
    pub reports: Option<ReportsDocument>,
    /// The sentence about an asset that fails.
    pub message: Message,
    /// Its thresholds.
    pub parameters: Parameters,
    /// Its tests.
    pub examples: Vec<ExampleDocument>,
    /// Read off the expressions once: every assignment of a scan asks for them.
    references: References,
}

/// What a check found on one asset.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The outcome.
    pub outcome: Outcome,
    /// One sentence about the asset.
    pub message: String,
    /// Why the outcome is unknown; set exactly when it is.
    pub gap: Option<Arc<Gap>>,
    /// What a pass is reported on, where that is not the asset itself.
    pub satisfied_by: Option<ResourceReference>,
}

/// A check's file that cannot become a check.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// One of its expressions is not valid.
    #[error(transparent)]
    Expression(#[from] ExpressionError),
    /// The default of one of its parameters is of no kind that a parameter can have.
    #[error("the default of parameter `{name}` must be a whole number, true or false, text or a list of texts")]
    Parameter {
        /// The parameter's name.
        name: String,
    },
    /// It names a resource type that no provider lists.
    #[error("unknown resource type `{name}`{suggestion}")]
    ResourceType {
        /// The name as written.
        name: String,
        /// Names that are close.
        suggestion: String,
    },
}

impl Check {
    /// Compiles a check's file. The benchmark requirements are added by the library that knows the frameworks.
    ///
    /// # Errors
    /// An expression that is not valid, or a resource type that does not exist.
    pub fn compile(document: CheckDocument) -> Result<Self, CheckError> {
        let resource_type = resource::by_name(&document.resource).ok_or_else(|| CheckError::ResourceType {
            suggestion: suggestion(
                &document.resource,
                resource::AWS.iter().map(|known| known.name),
                "`scan checks schema` lists them",
            ),
            name: document.resource.clone(),
        })?;
        let parameters = Parameters::declared(document.parameters.clone()).map_err(|name| CheckError::Parameter { name })?;
        let logic = digest(&document, &parameters);
        let when = document.when.as_deref().map(Expression::compile).transpose()?;
        let (pass, message) = (Expression::compile(&document.pass)?, Message::compile(&document.message)?);
        let mut references = pass.references();
        references.extend(when.as_ref().map(Expression::references).unwrap_or_default());
        references.extend(message.references());
        Ok(Self {
            when,
            pass,
            reports: document.reports,
            message,
            parameters,
            references,
            examples: document.examples,
            resource_type,
            metadata: Arc::new(CheckMetadata {
                // Settings of the account belong to the service that the check is about.
                service: document.id.split('-').nth(1).unwrap_or_else(|| resource_type.service()).to_owned(),
                id: document.id,
                title: document.title,
                severity: document.severity,
                resource: document.resource,
                risk: document.risk.trim().to_owned(),
                remediation: document.remediation,
                categories: document.categories,
                aliases: document.aliases,
                requirements: Vec::new(),
                logic,
            }),
        })
    }

    /// The same check with a value of the user's for one of its parameters.
    ///
    /// # Errors
    /// No such parameter, or a value of another kind.
    pub fn with_parameter(&self, name: &str, value: &serde_json::Value) -> Result<Self, ParameterError> {
        let parameters = self.parameters.with(&self.metadata.id, name, value)?;
        let logic = format!("{}+{}", self.metadata.logic.split('+').next().unwrap_or_default(), parameters.changed());
        let metadata = CheckMetadata { logic, ..self.metadata.as_ref().clone() };
        Ok(Self { parameters, metadata: Arc::new(metadata), ..self.clone() })
    }

    /// The same with another condition for concerning an asset.
    pub(super) fn with_when(&self, when: Expression, metadata: Arc<CheckMetadata>) -> Self {
        let mut references = self.references.clone();
        references.extend(when.references());
        Self { when: Some(when), references, metadata, ..self.clone() }
    }

    /// What its expressions see of `subject`.
    #[must_use]
    pub const fn scene<'a>(&'a self, subject: &'a Subject) -> Scene<'a> {
        Scene { subject, parameters: self.parameters.evidence() }
    }

    /// Every property that deciding or describing refers to.
    #[must_use]
    pub const fn references(&self) -> &References {
        &self.references
    }

    /// The facets of its own resource type that it needs.
    #[must_use]
    pub fn facets(&self) -> Vec<&'static Facet> {
        self.resource_type.facets.iter().filter(|facet| self.references.resource.contains(facet.name)).collect()
    }

    /// The facets of the account that it needs.
    #[must_use]
    pub fn account_facets(&self) -> Vec<&'static Facet> {
        let account = resource::by_name(resource::ACCOUNT).map_or(&[][..], |account| account.facets);
        account.iter().filter(|facet| self.references.account.contains(facet.name)).collect()
    }

    /// The API actions that it may cause, sorted: listing, its facets and the account's.
    #[must_use]
    pub fn actions(&self) -> Vec<&'static str> {
        let mut actions: Vec<&str> = self.resource_type.list_actions.to_vec();
        actions.extend(self.facets().into_iter().chain(self.account_facets()).flat_map(|facet| facet.actions));
        actions.sort_unstable();
        actions.dedup();
        actions
    }

    /// Evaluates on one asset; `region` is where the asset lives, for gaps that do not say where.
    #[must_use]
    pub fn evaluate(&self, subject: &Subject, region: &str) -> Verdict {
        let scene = self.scene(subject);
        let applies = self.when.as_ref().map_or(Evaluated::Known(true), |when| when.evaluate(scene));
        let passed = match applies {
            Evaluated::Known(true) => self.pass.evaluate(scene),
            Evaluated::Known(false) => return Verdict::of(Outcome::NotApplicable, "the check does not concern it".to_owned()),
            other => other,
        };
        match passed {
            Evaluated::Known(true) => {
                Verdict { satisfied_by: self.satisfied_by(subject), ..Verdict::of(Outcome::Pass, self.metadata.title.clone()) }
            }
            Evaluated::Known(false) => Verdict::of(Outcome::Fail, self.message.render(scene)),
            Evaluated::Unknown(gap) => Verdict::unknown(located(gap, region)),
            Evaluated::Broken(reason) => Verdict::unknown(Arc::new(Gap {
                kind: GapKind::Internal,
                action: self.metadata.id.clone(),
                region: region.to_owned(),
                detail: reason,
            })),
        }
    }

    /// What a pass is reported on, in a sentence; `None` where it is the asset itself.
    #[must_use]
    pub fn reported_on(&self) -> Option<String> {
        let ReportsDocument { list, resource, .. } = self.reports.as_ref()?;
        let asset = &self.metadata.resource;
        Some(format!(
            "A pass is reported on the element of `{list}` with which alone the `{asset}` passes (a `{resource}`), and on the `{asset}` \
             itself where there is none or it takes several."
        ))
    }

    /// The element of the list that passes are reported on with which alone `subject` passes; none where it passes without any.
    fn satisfied_by(&self, subject: &Subject) -> Option<ResourceReference> {
        let ReportsDocument { list, resource, id } = self.reports.as_ref()?;
        let passes = |elements: Vec<Property>| {
            let subject = subject.with(list, Property::List(elements));
            self.pass.evaluate(self.scene(&subject)) == Evaluated::Known(true)
        };
        if passes(Vec::new()) {
            return None;
        }
        let element = subject.elements(list).into_iter().find(|element| passes(vec![element.clone()]))?;
        let text = |name: &str| element.at(name).and_then(Property::as_text).map(str::to_owned);
        let (id, arn, name, region) = (text(id)?, text("arn")?, text("name")?, text("region")?);
        Some(ResourceReference { resource_type: resource.clone(), id, arn, name, region })
    }
}

/// `gap` with its region filled in where it has none: a function of the language does not know where the evidence is from.
fn located(gap: Arc<Gap>, region: &str) -> Arc<Gap> {
    if gap.region.is_empty() { Arc::new(Gap { region: region.to_owned(), ..Arc::unwrap_or_clone(gap) }) } else { gap }
}

impl Verdict {
    const fn of(outcome: Outcome, message: String) -> Self {
        Self { outcome, message, gap: None, satisfied_by: None }
    }

    /// The verdict on what was deleted after it had been listed.
    #[must_use]
    pub fn gone() -> Self {
        Self::of(Outcome::NotApplicable, "it was deleted while the scan ran".to_owned())
    }

    /// The verdict where `gap` hides what would decide.
    #[must_use]
    pub fn unknown(gap: Arc<Gap>) -> Self {
        Self { outcome: Outcome::Unknown, message: gap.sentence(), gap: Some(gap), satisfied_by: None }
    }
}

/// SHA-256 of what decides, describes and says what a pass is reported on, in hexadecimal.
fn digest(document: &CheckDocument, parameters: &Parameters) -> String {
    let mut hasher = Sha256::new();
    let mut part = |text: &str| {
        hasher.update(text.len().to_le_bytes());
        hasher.update(text);
    };
    for text in [document.when.as_deref().unwrap_or_default(), &document.pass, &document.message, &parameters.defaults()] {
        part(text);
    }
    if let Some(ReportsDocument { list, resource, id }) = &document.reports {
        for text in [list, resource, id] {
            part(text);
        }
    }
    hexadecimal(&hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECK: &str = "id: aws-sns-topic-is-known\ntitle: t\nseverity: low\nresource: aws.sns.topic\npass: 'true'\nmessage: m\n\
        risk: r\nremediation: { text: t, url: u }\ncategories: [c]\nexamples: []\n";

    fn logic(rest: &str) -> String {
        let document = serde_saphyr::from_str(&format!("{CHECK}{rest}")).unwrap();
        Check::compile(document).unwrap().metadata.logic.clone()
    }

    #[test]
    fn a_check_that_reports_its_passes_elsewhere_is_another_one() {
        let reports = |id: &str| logic(&format!("reports: {{ list: filters, resource: aws.cloudwatch.log_group, id: {id} }}"));
        assert_eq!(reports("name"), reports("name"));
        assert_ne!(reports("name"), reports("arn"));
        assert_ne!(reports("name"), logic(""));
    }
}
