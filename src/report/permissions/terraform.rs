//! Policies as Terraform takes them.

use std::fmt::Write;

use super::{Subject, purpose};
use crate::model::permissions::managed_policy::ManagedPolicy;
use crate::model::preflight::Holder;

/// The policies, and their attachment to the role or user that a variable names.
#[must_use]
pub fn terraform(policies: &[ManagedPolicy], subject: &Subject, holder: &Holder) -> String {
    let (kind, name) = match holder {
        Holder::Role(name) => ("role", name),
        Holder::User(name) => ("user", name),
    };
    let default = name.as_ref().map(|name| format!("  default     = \"{}\"\n", plain(name))).unwrap_or_default();
    let mut text = format!(
        "variable \"posture_scan_{kind}\" {{\n  description = \"Name of the {kind} that scans\"\n  type        = string\n{default}}}\n"
    );
    for policy in policies {
        text.push('\n');
        put(&mut text, policy, &purpose(subject), kind);
    }
    text
}

/// What IAM takes as a name: nothing that a text in quotes could end by.
fn plain(name: &str) -> String {
    name.chars().filter(|character| character.is_ascii_alphanumeric() || "+=,.@_-".contains(*character)).collect()
}

fn put(text: &mut String, policy: &ManagedPolicy, purpose: &str, kind: &str) {
    let label = label(&policy.name);
    let actions: String = policy.actions.iter().flat_map(|action| ["        \"", action, "\",\n"]).collect();
    let gap = " ".repeat("policy_arn".len() - kind.len());
    let _ = write!(
        text,
        "resource \"aws_iam_policy\" \"{label}\" {{
  name        = \"{name}\"
  description = \"{purpose}\"
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

resource \"aws_iam_{kind}_policy_attachment\" \"{label}\" {{
  {kind}{gap} = var.posture_scan_{kind}
  policy_arn = aws_iam_policy.{label}.arn
}}
",
        name = policy.name,
    );
}

/// `PostureScan2` as `posture_scan_2`.
fn label(name: &str) -> String {
    let mut label = String::new();
    for character in name.chars() {
        if !label.is_empty() && (character.is_ascii_uppercase() || character.is_ascii_digit()) && !ends_in_digit(&label) {
            label.push('_');
        }
        label.push(character.to_ascii_lowercase());
    }
    label
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|character: char| character.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_in_terraforms_case() {
        assert_eq!(
            ["PostureScan", "PostureScan2", "PostureScan12"].map(label),
            ["posture_scan", "posture_scan_2", "posture_scan_12"]
        );
    }
}
