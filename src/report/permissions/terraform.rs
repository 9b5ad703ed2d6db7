//! Policies as Terraform takes them.

use std::fmt::Write;

use super::{DESCRIPTION, Subject, comment};
use crate::model::permissions::managed_policy::ManagedPolicy;
use crate::model::preflight::Holder;

/// The policies, and their attachment to the role or user that a variable names, or to the permission set that two name.
#[must_use]
pub fn terraform(policies: &[ManagedPolicy], subject: &Subject, holder: &Holder) -> String {
    let mut text = format!("{}\n", comment(subject));
    match holder {
        Holder::Role(name) => put_variable(&mut text, "role", "Name of the role that scans", name.as_deref()),
        Holder::User(name) => put_variable(&mut text, "user", "Name of the user that scans", name.as_deref()),
        Holder::PermissionSet(_) => {
            put_variable(&mut text, "instance_arn", "ARN of the instance of IAM Identity Center", None);
            text.push('\n');
            put_variable(&mut text, "permission_set_arn", "ARN of the permission set that scans", None);
        }
    }
    for policy in policies {
        text.push('\n');
        put_policy(&mut text, policy);
        text.push('\n');
        put_attachment(&mut text, policy, holder);
    }
    text
}

fn put_variable(text: &mut String, name: &str, description: &str, default: Option<&str>) {
    let default = default.map(|value| format!("  default     = \"{}\"\n", plain(value))).unwrap_or_default();
    let _ = write!(
        text,
        "variable \"posture_scan_{name}\" {{\n  description = \"{description}\"\n  type        = string\n{default}}}\n"
    );
}

/// What IAM takes as a name: nothing that a text in quotes could end by.
fn plain(name: &str) -> String {
    name.chars().filter(|character| character.is_ascii_alphanumeric() || "+=,.@_-".contains(*character)).collect()
}

fn put_policy(text: &mut String, policy: &ManagedPolicy) {
    let actions: String = policy.actions.iter().flat_map(|action| ["        \"", action, "\",\n"]).collect();
    let _ = write!(
        text,
        "resource \"aws_iam_policy\" \"{label}\" {{
  name        = \"{name}\"
  description = \"{DESCRIPTION}\"
  policy = jsonencode({{
    Version = \"2012-10-17\"
    Statement = [{{
      Sid    = \"PostureScanReads\"
      Effect = \"Allow\"
      Action = [
{actions}      ]
      Resource = \"*\"
    }}]
  }})
}}
",
        label = label(&policy.name),
        name = policy.name,
    );
}

fn put_attachment(text: &mut String, policy: &ManagedPolicy, holder: &Holder) {
    let label = label(&policy.name);
    let _ = match holder {
        Holder::PermissionSet(_) => write!(
            text,
            "resource \"aws_ssoadmin_customer_managed_policy_attachment\" \"{label}\" {{
  instance_arn       = var.posture_scan_instance_arn
  permission_set_arn = var.posture_scan_permission_set_arn
  customer_managed_policy_reference {{
    name = aws_iam_policy.{label}.name
    path = \"/\"
  }}
}}
"
        ),
        Holder::Role(_) | Holder::User(_) => {
            let kind = if matches!(holder, Holder::Role(_)) { "role" } else { "user" };
            let gap = " ".repeat("policy_arn".len() - kind.len());
            write!(
                text,
                "resource \"aws_iam_{kind}_policy_attachment\" \"{label}\" {{
  {kind}{gap} = var.posture_scan_{kind}
  policy_arn = aws_iam_policy.{label}.arn
}}
"
            )
        }
    };
}

/// `PostureScan2` as `posture_scan_2`, `PostureScanAddition-1f0a` as `posture_scan_addition_1f0a`.
fn label(name: &str) -> String {
    let (words, rest) = name.split_once('-').map_or((name, None), |(words, rest)| (words, Some(rest)));
    let mut label = String::new();
    for character in words.chars() {
        if !label.is_empty() && (character.is_ascii_uppercase() || character.is_ascii_digit()) && !ends_in_digit(&label) {
            label.push('_');
        }
        label.push(character.to_ascii_lowercase());
    }
    rest.map_or_else(|| label.clone(), |rest| format!("{label}_{rest}"))
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|character: char| character.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::permissions::cloudformation;

    fn subject(checks: u64) -> Subject {
        Subject { profile: "mine\"\n".to_owned(), checks }
    }

    fn policies() -> Vec<ManagedPolicy> {
        vec![ManagedPolicy { name: "PostureScan".to_owned(), actions: vec!["ec2:DescribeVpcs"] }]
    }

    #[test]
    fn labels_are_in_terraforms_case() {
        let names = ["PostureScan", "PostureScan2", "PostureScan12", "PostureScanAddition-1f0a"];
        let labels = ["posture_scan", "posture_scan_2", "posture_scan_12", "posture_scan_addition_1f0a"];
        assert_eq!(names.map(label), labels);
    }

    #[test]
    fn more_checks_with_the_same_actions_change_no_resource() {
        let without_comment = |text: String| text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        let both = |checks: u64| {
            let (policies, subject) = (policies(), subject(checks));
            [terraform(&policies, &subject, &Holder::Role(None)), cloudformation(&policies, &subject)].map(without_comment)
        };
        assert_eq!(both(15), both(16), "a policy's description cannot be changed: it would be replaced");
        let text = terraform(&policies(), &subject(15), &Holder::Role(None));
        assert!(text.starts_with("# What a scan calls: mine__ (15 checks)\nvariable "), "{text}");
    }

    #[test]
    fn a_permission_set_gets_a_reference_to_the_policy() {
        let text = terraform(&policies(), &subject(1), &Holder::PermissionSet("AWSReservedSSO_Audit_0123".to_owned()));
        assert!(text.contains("aws_ssoadmin_customer_managed_policy_attachment") && !text.contains("aws_iam_role"), "{text}");
    }
}
