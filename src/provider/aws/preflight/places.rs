//! Where a scan calls an action.

use super::super::collect;
use super::super::session::Session;
use crate::model::permissions::service_of;

/// Services that are called in the region of global services only.
const GLOBAL_SERVICES: &[&str] = &["account", "cloudfront", "iam", "organizations"];

/// Where an action is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In every region of the scan.
    Region,
    /// In the primary region of the session, whichever regions are scanned.
    Primary,
    /// In the region of global services.
    Global,
    /// Where S3 keeps what has no region ("Managing Multi-Region Access Points" in the Amazon S3 user guide).
    Oregon,
}

/// Where an action is called.
pub(super) fn place(action: &str) -> Place {
    match action {
        "ec2:DescribeRegions" | "s3:ListAllMyBuckets" => Place::Primary,
        "s3:GetAccountPublicAccessBlock" | "s3:GetBucketLocation" => Place::Global,
        "s3:ListMultiRegionAccessPoints" => Place::Oregon,
        _ if GLOBAL_SERVICES.contains(&service_of(action)) => Place::Global,
        _ => Place::Region,
    }
}

/// The regions in which a scan of `regions` calls an action, the first one first; none where the partition has no place for it.
pub(super) fn regions_of<'a>(session: &'a Session, action: &str, regions: &'a [String]) -> Vec<&'a str> {
    match place(action) {
        Place::Region if regions.is_empty() => vec![session.primary_region()],
        Place::Region => regions.iter().map(String::as_str).collect(),
        Place::Primary => vec![session.primary_region()],
        Place::Global => vec![session.global_region()],
        Place::Oregon => collect::multi_region_home(session).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::resource::{AWS, CHANGE_ACTIONS, SCAN_ACTIONS, Scope};

    #[test]
    fn what_types_with_regions_call_is_called_in_each() {
        let shared = ["s3:ListAllMyBuckets", "s3:GetBucketLocation", "ec2:DescribeRegions"];
        for resource_type in AWS.iter().filter(|resource_type| resource_type.scope == Scope::Regional) {
            let facets = resource_type.facets.iter().flat_map(|facet| facet.actions);
            for action in resource_type.list_actions.iter().chain(facets).filter(|action| !shared.contains(action)) {
                // What a Lambda function or a hub has of IAM or of the organisation is still theirs.
                let is_global = GLOBAL_SERVICES.contains(&service_of(action));
                assert!(is_global || place(action) == Place::Region, "{}: {action}", resource_type.name);
            }
        }
        assert!(CHANGE_ACTIONS.iter().all(|action| place(action) == Place::Region));
        assert!(SCAN_ACTIONS.iter().all(|action| place(action) != Place::Region || action.starts_with("sts:")));
    }

    #[test]
    fn what_global_types_list_is_called_once() {
        for resource_type in AWS.iter().filter(|resource_type| resource_type.scope == Scope::Global) {
            assert!(resource_type.list_actions.iter().all(|action| place(action) != Place::Region), "{}", resource_type.name);
        }
    }
}
