//! Policies as a template of CloudFormation.

use std::fmt::Write;

use super::{Subject, purpose};
use crate::model::permissions::managed_policy::ManagedPolicy;

/// The policies, attached to the role that a parameter names.
#[must_use]
pub fn cloudformation(policies: &[ManagedPolicy], subject: &Subject) -> String {
    let purpose = purpose(subject);
    let mut text = format!(
        "AWSTemplateFormatVersion: \"2010-09-09\"
Description: \"{purpose}\"
Parameters:
  RoleName:
    Type: String
    Description: Name of the role that scans
Resources:
"
    );
    for policy in policies {
        let actions: String = policy.actions.iter().flat_map(|action| ["              - \"", action, "\"\n"]).collect();
        let _ = write!(
            text,
            "  {name}:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: {name}
      Description: \"{purpose}\"
      Roles:
        - !Ref RoleName
      PolicyDocument:
        Version: \"2012-10-17\"
        Statement:
          - Sid: PostureScanReads
            Effect: Allow
            Action:
{actions}            Resource: \"*\"
",
            name = policy.name,
        );
    }
    text
}
