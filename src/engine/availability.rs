//! What of a scan an account's partition has no service for: neither its resources nor the checks that need its answers.

use std::sync::Arc;

use crate::checks::Check;
use crate::model::Warning;
use crate::model::regions::Partition;
use crate::model::resource::ResourceType;

/// Whether resources of a type can be there.
pub(super) fn can_have(partition: &Partition, resource_type: &ResourceType) -> bool {
    resource_type.list_actions.iter().all(|action| partition.lacking(action).is_none())
}

/// Whether everything that a check needs can be asked there.
pub(super) fn can_ask(partition: &Partition, check: &Check) -> bool {
    check.actions().into_iter().all(|action| partition.lacking(action).is_none())
}

/// What the user must know of an account's partition: that it is none of those known here, or which of the checks cannot apply there.
pub(super) fn notes(name: &str, checks: &[Arc<Check>]) -> Vec<Warning> {
    if !Partition::is_known(name) {
        let taken_for = Partition::named(name).name;
        let message =
            format!("the partition {name} is not known here and is taken for {taken_for}: its regions and services may differ");
        return vec![Warning::note("unknown_partition", message)];
    }
    let partition = Partition::named(name);
    let note = |lacking: &crate::model::regions::Lacking| {
        let needs_it = |check: &&Arc<Check>| check.actions().into_iter().any(|action| partition.lacking(action) == Some(lacking));
        let (count, does) = match checks.iter().filter(needs_it).count() {
            0 => return None,
            1 => ("1 check".to_owned(), "does"),
            many => (format!("{many} checks"), "do"),
        };
        let message = format!("{} is not in {name}: {count} {does} not apply", lacking.name);
        Some(Warning { service: lacking.service().to_owned(), ..Warning::note("service_not_in_partition", message) })
    };
    partition.lacks().iter().filter_map(note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Library;
    use crate::model::resource::by_name;

    #[test]
    fn what_a_partition_has_no_service_for_is_left_out_and_noted() {
        let checks: Vec<Arc<Check>> = Library::load(&[]).unwrap().checks().cloned().collect();
        let [commercial, gov] = ["aws", "aws-us-gov"].map(Partition::named);
        let distributions = by_name("aws.cloudfront.distribution").unwrap();
        assert!(can_have(commercial, distributions) && !can_have(gov, distributions));
        let contact = checks.iter().find(|check| check.metadata.id == "aws-account-security-contact-is-registered").unwrap();
        assert!(can_ask(commercial, contact) && !can_ask(gov, contact));
        assert_eq!(notes("aws", &checks), []);
        let of_gov = notes("aws-us-gov", &checks);
        let services: Vec<&str> = of_gov.iter().map(|note| note.service.as_str()).collect();
        assert_eq!(services, ["account", "cloudfront", "macie2", "s3"]);
        let left_out = checks.iter().filter(|check| !can_ask(gov, check)).count();
        assert!(left_out > 5 && of_gov.iter().all(|note| note.message.contains("is not in aws-us-gov: ")), "{of_gov:?}");
        assert_eq!(notes("aws-iso", &checks)[0].code, "unknown_partition");
    }
}
