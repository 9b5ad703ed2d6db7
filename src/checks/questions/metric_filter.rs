//! Questions about the patterns of CloudWatch Logs' metric filters, by what stands in them.
//!
//! A pattern such as `{ ($.eventName = CreateVpc) || ($.eventName = "DeleteVpc") }` is a set of comparisons here: white space, quotes,
//! brackets, order and what joins the comparisons do not count.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Answer, Function, all_of};
use crate::model::Property;

/// The questions as the expression language knows them.
pub const FUNCTIONS: &[Function] = &[Function {
    name: "pattern_holds_terms",
    parameters: "pattern, terms",
    returns: "bool",
    description: "whether a metric filter's pattern holds every one of the comparisons, such as `$.eventName = CreateVpc`, in any order",
    answer: |arguments, _| pattern_holds_terms(&arguments[0], &arguments[1]).into_property(),
}];

/// Whether `pattern` holds each of `terms`; null and the empty pattern hold none.
#[must_use]
pub fn pattern_holds_terms(pattern: &Property, terms: &Property) -> Answer<bool> {
    let held = match pattern {
        Property::Text(pattern) => comparisons(pattern),
        Property::Null => BTreeSet::new(),
        Property::Unknown(gap) => return Answer::Unknown(Arc::clone(gap)),
        _ => return Answer::Invalid("a filter's pattern must be text".to_owned()),
    };
    let Property::List(terms) = terms else { return Answer::Invalid("the terms must be a list".to_owned()) };
    all_of(terms.iter().map(|term| match term {
        Property::Text(term) => {
            let wanted = comparisons(term);
            if wanted.len() == 1 {
                Answer::Known(wanted.is_subset(&held))
            } else {
                Answer::Invalid(format!("{term:?} is not one comparison such as $.eventName = CreateVpc"))
            }
        }
        Property::Unknown(gap) => Answer::Unknown(Arc::clone(gap)),
        _ => Answer::Invalid("a term must be text".to_owned()),
    }))
}

/// What is compared with what, and how: `("$.eventName", "=", "CreateVpc")`; words for whether something is there have no value.
type Comparison = (String, String, String);

/// Operators of two characters stand before those that they begin with.
const OPERATORS: &[&str] = &["!=", "<=", ">=", "=", "<", ">"];
/// "Filter pattern syntax" in the CloudWatch Logs user guide.
const WORDS: &[&str] = &["NOT EXISTS", "EXISTS", "IS NULL", "IS TRUE", "IS FALSE"];

fn comparisons(pattern: &str) -> BTreeSet<Comparison> {
    let mut found = BTreeSet::new();
    let mut rest = pattern;
    while let Some(start) = rest.find("$.") {
        rest = &rest[start..];
        let end = rest.find(|c: char| c.is_whitespace() || "=!<>(){}&|".contains(c)).unwrap_or(rest.len());
        let (selector, after) = rest.split_at(end);
        rest = after.trim_start();
        if let Some(operator) = OPERATORS.iter().find(|operator| rest.starts_with(**operator)) {
            let (value, after) = value(rest[operator.len()..].trim_start());
            found.insert((selector.to_owned(), (*operator).to_owned(), value.to_owned()));
            rest = after;
        } else if let Some((word, after)) = word(rest) {
            found.insert((selector.to_owned(), word.to_owned(), String::new()));
            rest = after;
        }
    }
    found
}

/// The value that the text begins with, without its quotes, and what follows it.
fn value(text: &str) -> (&str, &str) {
    if let Some((quoted, after)) = text.strip_prefix('"').and_then(|text| text.split_once('"')) {
        return (quoted, after);
    }
    let end = text.find(|c: char| c.is_whitespace() || "(){}&|".contains(c)).unwrap_or(text.len());
    text.split_at(end)
}

/// The operator in words that the text begins with, however it is spaced and written, and what follows it.
fn word(text: &str) -> Option<(&'static str, &str)> {
    WORDS.iter().find_map(|word| {
        let mut rest = text;
        for part in word.split(' ') {
            rest = rest.trim_start();
            let (head, tail) = rest.split_at_checked(part.len())?;
            if !head.eq_ignore_ascii_case(part) {
                return None;
            }
            rest = tail;
        }
        Some((*word, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{gap, property};
    use super::*;
    use serde_json::json;

    fn holds(pattern: &str, terms: &[&str]) -> Answer<bool> {
        pattern_holds_terms(&property(json!(pattern)), &property(json!(terms)))
    }

    const YES: Answer<bool> = Answer::Known(true);
    const NO: Answer<bool> = Answer::Known(false);

    #[test]
    fn order_white_space_quotes_and_brackets_do_not_count() {
        let terms = ["$.eventSource = ec2.amazonaws.com", "$.eventName = CreateRoute", "$.eventName = DeleteRoute"];
        for pattern in [
            "{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRoute) || ($.eventName = DeleteRoute)) }",
            "{($.eventName=DeleteRoute)||($.eventName=CreateRoute)&&$.eventSource=ec2.amazonaws.com}",
            "{ ($.eventName = \"CreateRoute\") ||\n ($.eventName  =\"DeleteRoute\") && ($.eventSource= \"ec2.amazonaws.com\" ) }",
        ] {
            assert_eq!(holds(pattern, &terms), YES, "{pattern}");
        }
        for pattern in [
            "",
            "CreateRoute DeleteRoute ec2.amazonaws.com",
            "{ ($.eventSource = ec2.amazonaws.com) && ($.eventName = CreateRoute) }",
            "{ ($.eventSource = ec2.amazonaws.com) && (($.eventName = CreateRouteTable) || ($.eventName = DeleteRoute)) }",
            "{ ($.eventSource = ec2.amazonaws.com) && (($.eventName != CreateRoute) || ($.eventName = DeleteRoute)) }",
        ] {
            assert_eq!(holds(pattern, &terms), NO, "{pattern}");
        }
    }

    #[test]
    fn what_is_there_or_not_is_a_comparison_too() {
        let terms = ["$.userIdentity.type = Root", "$.userIdentity.invokedBy NOT EXISTS", "$.eventType != AwsServiceEvent"];
        let pattern =
            "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !=\"AwsServiceEvent\" }";
        assert_eq!(holds(pattern, &terms), YES);
        assert_eq!(holds(&pattern.replace("NOT EXISTS", "not  exists"), &terms), YES);
        assert_eq!(holds(&pattern.replace("NOT EXISTS", "EXISTS"), &terms), NO);
        assert_eq!(holds("{ $.errorMessage = \"Failed authentication\" }", &["$.errorMessage = \"Failed authentication\""]), YES);
        assert_eq!(holds("{ $.errorCode = *UnauthorizedOperation }", &["$.errorCode = \"*UnauthorizedOperation\""]), YES);
    }

    #[test]
    fn what_was_not_read_is_unknown_and_what_is_no_comparison_is_a_defect() {
        let terms = property(json!(["$.a = b"]));
        assert_eq!(pattern_holds_terms(&Property::Unknown(gap()), &terms), Answer::Unknown(gap()));
        assert_eq!(pattern_holds_terms(&Property::Null, &terms), NO);
        assert!(matches!(holds("{ $.a = b }", &["CreateVpc"]), Answer::Invalid(_)));
        assert!(matches!(holds("{ $.a = b }", &["$.a = b $.c = d"]), Answer::Invalid(_)));
    }
}
