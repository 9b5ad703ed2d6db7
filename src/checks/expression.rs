//! The expression language of checks (CEL), and how "could not be read" travels through it.
//!
//! The only place that knows the `cel` crate. Reading an unknown property is an evaluation error that carries its gap; CEL's `&&`, `||`,
//! `exists` and `all` absorb such an error where another side decides, and everything else passes it on. A verdict therefore never
//! rests on what was not read.

mod evidence;
mod functions;
mod references;

use std::cell::RefCell;
use std::sync::{Arc, LazyLock};

use cel::common::types::{CelBool, CelDouble, CelInt, CelNull, CelString};
use cel::common::value::{CowVal, Val};
use cel::context::VariableResolver;
use cel::parser::Expression as Tree;
use cel::{Context, Env, ExecutionError, IdedExpr, Value};
use jiff::Timestamp;

use crate::model::{Gap, Properties, Property};

pub use evidence::Evidence;
pub use functions::FUNCTIONS;
pub use references::References;

/// What an expression came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Evaluated<T> {
    /// Decided by what was read.
    Known(T),
    /// Depends on evidence that could not be read.
    Unknown(Arc<Gap>),
    /// The expression itself failed: a defect of the check.
    Broken(String),
}

/// An expression that cannot be compiled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the expression `{source_text}` is not valid: {reason}")]
pub struct ExpressionError {
    /// The expression as written.
    pub source_text: String,
    /// What is wrong with it, on one line.
    pub reason: String,
}

/// What an expression is evaluated on.
pub struct Subject {
    resource: Evidence,
    account: Evidence,
    now: CelString<'static>,
    moment: Timestamp,
}

impl std::fmt::Debug for Subject {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Subject").field("now", &self.moment).finish_non_exhaustive()
    }
}

impl Subject {
    /// `resource` and `account` as expressions see them; ages are counted to `now`.
    #[must_use]
    pub fn new(resource: Evidence, account: Evidence, now: Timestamp) -> Self {
        Self { resource, account, now: CelString::from(now.to_string()), moment: now }
    }

    /// The elements of a list of the resource; none where it could not be read.
    #[must_use]
    pub fn elements(&self, list: &str) -> Vec<Property> {
        self.resource.properties().get(list).map(Property::items).unwrap_or_default().to_vec()
    }

    /// The same with another value of a property of the resource.
    #[must_use]
    pub fn with(&self, name: &str, value: Property) -> Self {
        let properties = self.resource.properties();
        let others = properties.iter().filter(|(key, _)| *key != name).map(|(key, value)| (key.to_owned(), value.clone()));
        let changed: Properties = others.chain([(name.to_owned(), value)]).collect();
        Self {
            resource: Evidence::new(&changed),
            account: self.account.clone(),
            now: CelString::from(self.moment.to_string()),
            moment: self.moment,
        }
    }
}

/// What an expression of one check sees: the subject, and the check's parameters.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// What is looked at.
    pub subject: &'a Subject,
    /// The values of the check's parameters.
    pub parameters: &'a Evidence,
}

impl VariableResolver for Scene<'_> {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        match variable {
            "resource" => Some(CowVal::Borrowed(&self.subject.resource)),
            "account" => Some(CowVal::Borrowed(&self.subject.account)),
            "parameters" => Some(CowVal::Borrowed(self.parameters)),
            "now" => Some(CowVal::Borrowed(&self.subject.now)),
            _ => None,
        }
    }
}

/// What one evaluation remembers besides its value.
#[derive(Default)]
struct Trace {
    /// Gaps by the number that an error carries.
    gaps: Vec<Arc<Gap>>,
    /// A gap that was met where no error could be raised: the value must not be trusted.
    tainted: Option<Arc<Gap>>,
    /// The moment that ages are counted to.
    now: Option<Timestamp>,
}

thread_local! {
    static TRACE: RefCell<Trace> = RefCell::default();
}

/// The name under which an unknown travels as an error.
const UNKNOWN: &str = "\u{0}unknown";

/// The error that stands for `gap`.
fn unknown(gap: &Arc<Gap>) -> ExecutionError {
    let number = TRACE.with_borrow_mut(|trace| {
        trace.gaps.push(Arc::clone(gap));
        trace.gaps.len() - 1
    });
    ExecutionError::function_error(UNKNOWN, number)
}

/// Remembers that `gap` was met where no error can be raised.
fn taint(gap: &Arc<Gap>) {
    TRACE.with_borrow_mut(|trace| {
        trace.tainted.get_or_insert_with(|| Arc::clone(gap));
    });
}

fn gap_of(error: &ExecutionError) -> Option<Arc<Gap>> {
    match error {
        ExecutionError::FunctionError { function, message } if function == UNKNOWN => {
            let number: usize = message.parse().ok()?;
            TRACE.with_borrow(|trace| trace.gaps.get(number).cloned())
        }
        _ => None,
    }
}

static ENVIRONMENT: LazyLock<Arc<Env>> = LazyLock::new(|| Arc::new(functions::declare(Env::stdlib())));

/// A compiled expression.
#[derive(Debug, Clone)]
pub struct Expression {
    source: String,
    tree: IdedExpr,
}

impl Expression {
    /// Compiles `source`. Optional access (`.?`), which would hide what is unknown, is not part of the language.
    ///
    /// # Errors
    /// Says where and why `source` is not an expression.
    pub fn compile(source: &str) -> Result<Self, ExpressionError> {
        let invalid = |reason: String| ExpressionError { source_text: source.to_owned(), reason };
        let tree: Tree = cel::parser::Parser::new().parse(source).map_err(|errors| {
            let first = errors.errors.first().map(|error| error.msg.clone()).unwrap_or_default();
            invalid(first.split_whitespace().collect::<Vec<_>>().join(" "))
        })?;
        references::refuse_unsafe(&tree).map_err(invalid)?;
        Ok(Self { source: source.to_owned(), tree })
    }

    /// The expression as written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Which properties of `resource` and `account` the expression refers to.
    #[must_use]
    pub fn references(&self) -> References {
        References::of(&self.tree)
    }

    /// Evaluates to true or false.
    #[must_use]
    pub fn evaluate(&self, scene: Scene<'_>) -> Evaluated<bool> {
        self.run(scene, |value| match value.downcast_ref::<CelBool>() {
            Some(truth) => Ok(*truth.inner()),
            None => Err(format!("`{}` is not true or false but {}", self.source, value.get_type().name())),
        })
    }

    /// Evaluates to text, for messages.
    #[must_use]
    pub fn evaluate_text(&self, scene: Scene<'_>) -> Evaluated<String> {
        self.run(scene, |value| Ok(text_of(value)))
    }

    fn run<T>(&self, scene: Scene<'_>, read: impl FnOnce(&dyn Val) -> Result<T, String>) -> Evaluated<T> {
        TRACE.with_borrow_mut(|trace| *trace = Trace { now: Some(scene.subject.moment), ..Trace::default() });
        let mut context = Context::with_env(Arc::clone(&ENVIRONMENT));
        context.set_variable_resolver(&scene);
        let outcome = match Value::resolve_val(&self.tree, &context) {
            Ok(value) => read(value.as_ref()).map_or_else(Evaluated::Broken, Evaluated::Known),
            Err(error) => {
                gap_of(&error).map_or_else(|| Evaluated::Broken(format!("`{}`: {error}", self.source)), Evaluated::Unknown)
            }
        };
        match TRACE.with_borrow_mut(|trace| trace.tainted.take()) {
            Some(gap) => Evaluated::Unknown(gap),
            None => outcome,
        }
    }
}

/// A value as a person would write it in a sentence.
fn text_of(value: &dyn Val) -> String {
    match functions::property_of(value) {
        Property::Null => "none".to_owned(),
        Property::Bool(value) => value.to_string(),
        Property::Integer(value) => value.to_string(),
        Property::Number(value) => value.to_string(),
        Property::Text(text) => text,
        Property::List(items) => items.iter().map(|item| text_of(evidence::value_of(item).as_ref())).collect::<Vec<_>>().join(", "),
        map @ Property::Map(_) => serde_json::to_string(&map).unwrap_or_default(),
        Property::Unknown(_) => "(unknown)".to_owned(),
    }
}

/// The CEL value of a scalar; `None` for what is not one.
fn scalar(property: &Property) -> Option<Box<dyn Val>> {
    Some(match property {
        Property::Null => Box::new(CelNull),
        Property::Bool(value) => Box::new(CelBool::from(*value)),
        Property::Integer(value) => Box::new(CelInt::from(*value)),
        Property::Number(value) => Box::new(CelDouble::from(*value)),
        Property::Text(text) => Box::new(CelString::from(text.clone())),
        Property::List(_) | Property::Map(_) | Property::Unknown(_) => return None,
    })
}

#[cfg(test)]
mod tests;
