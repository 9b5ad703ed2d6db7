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
    // Code that runs with a role already is exchanged.
    &["glue:updatedevendpoint"],
    &["lambda:updatefunctioncode"],
    &["lambda:updatefunctionconfiguration"],
    // A role is handed to something new that runs the caller's code.
    &["iam:passrole", "apprunner:createservice"],
    &["iam:passrole", "autoscaling:createautoscalinggroup", "autoscaling:createlaunchconfiguration"],
    &["iam:passrole", "autoscaling:updateautoscalinggroup", "autoscaling:createlaunchconfiguration"],
    &["iam:passrole", "bedrock-agentcore:createcodeinterpreter", "bedrock-agentcore:invokecodeinterpreter"],
    &["iam:passrole", "cloudformation:createstack", "cloudformation:describestacks"],
    &["iam:passrole", "codebuild:createproject", "codebuild:startbuild"],
    &["iam:passrole", "codestar:createproject"],
    &["iam:passrole", "datapipeline:createpipeline", "datapipeline:putpipelinedefinition", "datapipeline:activatepipeline"],
    &["iam:passrole", "ec2:runinstances"],
    &["iam:passrole", "ecs:registertaskdefinition", "ecs:runtask"],
    &["iam:passrole", "glue:createdevendpoint", "glue:getdevendpoint"],
    &["iam:passrole", "glue:createdevendpoint", "glue:getdevendpoints"],
    &["iam:passrole", "glue:createjob", "glue:startjobrun"],
    &["iam:passrole", "lambda:createfunction", "lambda:createeventsourcemapping"],
    &["iam:passrole", "lambda:createfunction", "lambda:invokefunction"],
    &["iam:passrole", "sagemaker:createnotebookinstance", "sagemaker:createpresignednotebookinstanceurl"],
    &["iam:passrole", "sagemaker:createprocessingjob"],
    &["iam:passrole", "sagemaker:createtrainingjob"],
];

/// Whether the document allows the actions of one combination.
///
/// An action counts as allowed where a statement allows it on whatever resource, and as denied where one denies it, whatever the
/// conditions of either.
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
