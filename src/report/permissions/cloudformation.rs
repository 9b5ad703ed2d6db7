//! Policies as a template of CloudFormation.

use std::fmt::Write;

use super::{DESCRIPTION, Subject, comment};
use crate::model::permissions::managed_policy::ManagedPolicy;

/// The policies, attached to the role that a parameter names.
#[must_use]
pub fn cloudformation(policies: &[ManagedPolicy], subject: &Subject) -> String {
    let comment = comment(subject);
    let mut text = format!(
        "{comment}
# aws cloudformation deploy --stack-name posture-scan --template-file FILE --capabilities CAPABILITY_NAMED_IAM \\
#   --parameter-overrides RoleName=ROLE
AWSTemplateFormatVersion: \"2010-09-09\"
Description: \"{DESCRIPTION}\"
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
      Description: \"{DESCRIPTION}\"
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
