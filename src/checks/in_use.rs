//! What is attached to nothing, for those who want to hear of what is in use only.

use std::sync::Arc;

use super::check::Check;
use super::expression::Expression;
use crate::model::CheckMetadata;

/// What says of an asset that it is in use, by resource type. Types that are not here are always in use.
const IN_USE: &[(&str, &str)] = &[
    ("aws.acm.certificate", "resource.in_use"),
    ("aws.ec2.address", "resource.associated"),
    ("aws.ec2.network_acl", "size(resource.subnet_ids) > 0"),
    (
        "aws.ec2.security_group",
        "resource.usage.network_interfaces.exists(interface, interface.id != \"\") \
         || resource.references.functions.exists(name, name != \"\") \
         || resource.references.security_group_ids.exists(group, group != \"\")",
    ),
    ("aws.ec2.volume", "size(resource.instance_ids) > 0"),
    ("aws.iam.policy", "resource.attachment_count > 0"),
];

impl Check {
    /// The same check, which concerns only what is in use. A check that asks for just that stays as it is.
    #[must_use]
    pub fn only_in_use(self: &Arc<Self>) -> Arc<Self> {
        let Some((_, source)) = IN_USE.iter().find(|(name, _)| *name == self.resource_type.name) else { return Arc::clone(self) };
        let Ok(in_use) = Expression::compile(source) else { return Arc::clone(self) };
        let asked = in_use.references();
        if self.pass.references().resource.intersection(&asked.resource).next().is_some() {
            return Arc::clone(self);
        }
        let narrowed = match &self.when {
            None => source.to_string(),
            Some(when) => format!("({}) && ({source})", when.source()),
        };
        let Ok(when) = Expression::compile(&narrowed) else { return Arc::clone(self) };
        let metadata = CheckMetadata { logic: format!("{}+in use", self.metadata.logic), ..self.metadata.as_ref().clone() };
        Arc::new(self.with_when(when, Arc::new(metadata)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Library;
    use crate::model::resource;

    #[test]
    fn what_says_so_is_an_expression_over_its_type() {
        for (name, source) in IN_USE {
            let resource_type = resource::by_name(name).expect("a resource type");
            let schema = (resource_type.schema)();
            for property in &Expression::compile(source).expect("an expression").references().resource {
                assert!(schema["properties"].get(property).is_some(), "{name} has no {property}");
            }
        }
    }

    #[test]
    fn a_check_of_groups_passes_over_unused_ones_and_reads_what_tells_them() {
        let library = Library::load(&[]).unwrap();
        let check = library.check("aws-ec2-security-group-closes-ssh-to-world").unwrap();
        let narrowed = check.only_in_use();
        assert!(check.when.is_none() && narrowed.when.is_some());
        let facets = |check: &Check| check.facets().iter().map(|facet| facet.name).collect::<Vec<_>>();
        assert!(!facets(check).contains(&"usage") && facets(&narrowed).contains(&"usage"));
        assert_ne!(check.metadata.logic, narrowed.metadata.logic);
    }

    #[test]
    fn a_check_that_asks_whether_something_is_in_use_still_fails_what_is_not() {
        let library = Library::load(&[]).unwrap();
        for id in ["aws-ec2-security-group-is-in-use", "aws-ec2-address-is-in-use"] {
            let check = library.check(id).unwrap();
            assert!(Arc::ptr_eq(check, &check.only_in_use()), "{id}");
        }
    }
}
