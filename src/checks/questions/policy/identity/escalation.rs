//! Actions by which an identity can give itself more rights than it was given.
//!
//! From published research: "AWS IAM Privilege Escalation – Methods and Mitigation" (Rhino Security Labs), "Privilege escalation in AWS"
//! (Bishop Fox, `IAM Vulnerable`), and the paths that pathfinding.cloud collects.

use super::super::super::{Answer, all_of, any_of, not};
use super::super::{any_statement, has_effect};
use super::{covers_action, denies};
use crate::model::Property;

/// Sets of actions, in lower case, each of which is enough.
const COMBINATIONS: &[&[&str]] = &[
    // Rights are written, attached or taken over directly.
    &["iam:addusertogroup"],
    &["iam:attachgrouppolicy"],
    &["iam:attachrolepolicy"],
    &["iam:attachuserpolicy"],
    &["iam:createaccesskey"],
    &["iam:createloginprofile"],
    &["iam:createpolicyversion"],
    &["iam:putgrouppolicy"],
    &["iam:putrolepolicy"],
    &["iam:putuserpolicy"],
    &["iam:setdefaultpolicyversion"],
    &["iam:updateassumerolepolicy"],
    &["iam:updateloginprofile"],
    // A role is handed to something that runs the caller's code: a machine, a function, a job. There are more such things than anybody
    // lists, so that this alone counts.
    &["iam:passrole"],
    // What runs with a role already is made to run something else.
    &["cloudformation:createchangeset", "cloudformation:executechangeset"],
    &["cloudformation:updatestack"],
    &["ec2:createlaunchtemplateversion", "ec2:modifylaunchtemplate"],
    &["ec2:modifyinstanceattribute", "ec2:startinstances", "ec2:stopinstances"],
    &["glue:updatedevendpoint"],
    &["lambda:updatefunctioncode"],
    &["lambda:updatefunctionconfiguration"],
    &[
        "sagemaker:createnotebookinstancelifecycleconfig",
        "sagemaker:startnotebookinstance",
        "sagemaker:stopnotebookinstance",
        "sagemaker:updatenotebookinstance",
    ],
];

/// Whether the document allows the actions of one combination.
///
/// An action counts as allowed where a statement allows it on whatever resource, and as denied where one denies it, whatever the
/// conditions of either: what other scanners of the same combinations do. The neighbours count a denial only where it leaves nothing.
#[must_use]
pub fn allows_privilege_escalation(document: &Property) -> Answer<bool> {
    any_of(COMBINATIONS.iter().map(|actions| all_of(actions.iter().map(|action| allows(document, action)))))
}

fn allows(document: &Property, action: &str) -> Answer<bool> {
    let allowed = any_statement(document, |statement| all_of([has_effect(statement, "Allow"), covers_action(statement, action)]));
    all_of([allowed, not(denies(document, action))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn combinations_are_in_lower_case_and_each_is_of_services_actions() {
        for action in COMBINATIONS.iter().copied().flatten() {
            assert_eq!(action.to_ascii_lowercase(), *action);
            assert_eq!(action.split(':').count(), 2, "{action}");
        }
    }

    #[test]
    fn no_combination_is_part_of_another() {
        for (place, actions) in COMBINATIONS.iter().enumerate() {
            let wider = |other: &&&[&str]| actions.iter().all(|action| other.contains(action));
            assert!(!COMBINATIONS.iter().enumerate().any(|(other, set)| other != place && wider(&set)), "{actions:?}");
        }
    }
}
