//! What a result of the simulation means.

use aws_sdk_iam::types::{
    EvaluationResult, OrganizationsDecisionDetail, PermissionsBoundaryDecisionDetail, PolicyEvaluationDecisionType as Evaluated,
};

use crate::model::preflight::Cause;

/// What IAM says of an action, the best first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Decision {
    /// The policies allow it.
    Allowed,
    /// It depends on what the simulation does not know.
    Depends(String),
    /// They don't, and why.
    Denied(Cause),
}

/// The decisions of a result: its own, and one for each resource that was named.
pub(super) fn decisions(result: &EvaluationResult) -> Vec<(&str, Decision)> {
    let action = result.eval_action_name.as_str();
    let organization = result.organizations_decision_detail().map(OrganizationsDecisionDetail::allowed_by_organizations);
    let boundary =
        result.permissions_boundary_decision_detail().map(PermissionsBoundaryDecisionDetail::allowed_by_permissions_boundary);
    let whole = decide(&result.eval_decision, result.missing_context_values(), organization, boundary);
    let each = result.resource_specific_results().iter().map(|of| {
        let boundary =
            of.permissions_boundary_decision_detail().map(PermissionsBoundaryDecisionDetail::allowed_by_permissions_boundary);
        (action, decide(&of.eval_resource_decision, of.missing_context_values(), organization, boundary))
    });
    std::iter::once((action, whole)).chain(each).collect()
}

/// A decision is certain only where every key was known that the policies ask about, one that allows as well: the statement that would
/// deny may be the one with the key.
fn decide(evaluated: &Evaluated, missing: &[String], organization: Option<bool>, boundary: Option<bool>) -> Decision {
    if !missing.is_empty() {
        return Decision::Depends(format!("the policies ask about {}, which the simulation does not know", missing.join(", ")));
    }
    match (organization, boundary) {
        (Some(false), _) => Decision::Denied(Cause::Organization),
        (_, Some(false)) => Decision::Denied(Cause::Boundary),
        _ if *evaluated == Evaluated::Allowed => Decision::Allowed,
        _ if *evaluated == Evaluated::ExplicitDeny => Decision::Denied(Cause::ExplicitDeny),
        _ => Decision::Denied(Cause::NotGranted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_is_no_better_than_what_it_rests_on() {
        let missing = ["aws:MultiFactorAuthPresent".to_owned()];
        assert_eq!(decide(&Evaluated::Allowed, &[], None, None), Decision::Allowed);
        assert_eq!(decide(&Evaluated::Allowed, &[], Some(true), Some(true)), Decision::Allowed);
        assert!(matches!(decide(&Evaluated::Allowed, &missing, None, None), Decision::Depends(key) if key.contains("MultiFactor")));
        assert!(matches!(decide(&Evaluated::ImplicitDeny, &missing, None, None), Decision::Depends(_)));
        assert_eq!(decide(&Evaluated::Allowed, &[], Some(false), None), Decision::Denied(Cause::Organization));
        assert_eq!(decide(&Evaluated::Allowed, &[], Some(true), Some(false)), Decision::Denied(Cause::Boundary));
        assert_eq!(decide(&Evaluated::ExplicitDeny, &[], None, Some(true)), Decision::Denied(Cause::ExplicitDeny));
        assert_eq!(decide(&Evaluated::ImplicitDeny, &[], None, None), Decision::Denied(Cause::NotGranted));
        assert!(
            Decision::Allowed < Decision::Depends(String::new())
                && Decision::Depends(String::new()) < Decision::Denied(Cause::NotGranted)
        );
    }
}
