//! The sentence about one asset: text with expressions in braces.

use super::expression::{Evaluated, Expression, ExpressionError, References, Scene};

/// A compiled message.
#[derive(Debug, Clone)]
pub struct Message {
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
enum Part {
    Text(String),
    Value(Expression),
}

impl Message {
    /// Compiles `template`; braces hold expressions.
    ///
    /// # Errors
    /// An expression that is not valid, or a brace without its partner.
    pub fn compile(template: &str) -> Result<Self, ExpressionError> {
        let unbalanced = || ExpressionError { source_text: template.to_owned(), reason: "a brace has no partner".to_owned() };
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some(open) = rest.find(['{', '}']) {
            let (text, tail) = rest.split_at(open);
            let Some(tail) = tail.strip_prefix('{') else { return Err(unbalanced()) };
            let (source, after) = tail.split_once('}').ok_or_else(unbalanced)?;
            parts.push(Part::Text(text.to_owned()));
            parts.push(Part::Value(Expression::compile(source)?));
            rest = after;
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self { parts })
    }

    /// The properties that the message shows.
    #[must_use]
    pub fn references(&self) -> References {
        let mut references = References::default();
        for part in &self.parts {
            if let Part::Value(expression) = part {
                references.extend(expression.references());
            }
        }
        references
    }

    /// The sentence about the scene's subject; what could not be read shows as `(unknown)`.
    #[must_use]
    pub fn render(&self, scene: Scene<'_>) -> String {
        let render = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Value(expression) => match expression.evaluate_text(scene) {
                Evaluated::Known(text) => text,
                Evaluated::Unknown(_) | Evaluated::Broken(_) => "(unknown)".to_owned(),
            },
        };
        self.parts.iter().map(render).collect()
    }

    /// The first expression that fails on the scene's subject by its own fault, for the linter.
    #[must_use]
    pub fn defect(&self, scene: Scene<'_>) -> Option<String> {
        self.parts.iter().find_map(|part| match part {
            Part::Value(expression) => match expression.evaluate_text(scene) {
                Evaluated::Broken(reason) => Some(reason),
                Evaluated::Known(_) | Evaluated::Unknown(_) => None,
            },
            Part::Text(_) => None,
        })
    }
}
