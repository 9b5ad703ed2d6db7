//! The account's trails as far as the scan's regions show them, with their state.

use aws_sdk_cloudtrail::types::Trail;
use futures_util::FutureExt;

use super::super::super::session::Session;
use super::super::asset::{AT_ONCE, several};
use super::super::cloudtrail;
use super::super::strict::{Asked, known};
use crate::model::{Gap, Property};

/// The trails visible from the scan's regions; one of which only this is known stands for those of a region that hides them.
pub(super) async fn visible(session: &Session) -> Result<Property, Gap> {
    let cloudtrail::Visible { trails, gaps } = cloudtrail::visible(session).await?;
    let readings = trails.iter().map(|(region, trail)| of_trail(session, region, trail).boxed()).collect();
    let told = several(readings, AT_ONCE).await.into_iter().flatten();
    Ok(Property::List(told.chain(gaps.iter().map(hidden)).collect()))
}

/// What is known of the trails that a region hides: multi-region ones would be visible from the others.
fn hidden(gap: &Gap) -> Property {
    let unknown = ["name", "arn", "home_region", "logging", "management_read_write", "data_resources"]
        .map(|part| (part, Property::unknown(gap.clone())));
    Property::Map(unknown.into_iter().chain([("multi_region", Property::Bool(false))]).collect())
}

/// A trail with its state; what could not be read of one trail leaves the others known. None where the trail is gone meanwhile.
async fn of_trail(session: &Session, region: &str, trail: &Trail) -> Option<Property> {
    let asked = Asked { action: cloudtrail::DESCRIBE, region };
    let arn = asked.required("TrailARN", trail.trail_arn());
    let home = asked.required("HomeRegion", trail.home_region());
    let multi_region = asked.required("IsMultiRegionTrail", trail.is_multi_region_trail());
    // Only its home region knows a trail's state: without it there is nobody to ask.
    let [logging, management, data] = match (&home, &arn) {
        (Ok(home), Ok(arn)) => state(session, home, arn).await,
        (Err(gap), _) | (_, Err(gap)) => std::array::from_fn(|_| Property::unknown(gap.clone())),
    };
    if logging.is_gone() || management.is_gone() {
        return None;
    }
    let parts = [
        ("name", Property::Text(trail.name().unwrap_or_default().to_owned())),
        ("arn", known(arn.as_ref())),
        ("home_region", known(home.as_ref())),
        ("multi_region", known(multi_region.as_ref())),
        ("logging", logging),
        ("management_read_write", management),
        ("data_resources", data),
    ];
    Some(Property::Map(parts.into()))
}

/// Whether a trail is logging, which management events it takes, and which data events.
async fn state(session: &Session, home: &str, arn: &str) -> [Property; 3] {
    let (status, selectors) =
        futures_util::join!(cloudtrail::status(session, home, arn), cloudtrail::selectors(session, home, arn));
    let logging = status.as_ref().as_ref().map(|status| &status.logging);
    let selectors = selectors.as_ref().as_ref();
    let management = selectors.map(|selectors| &selectors.management_read_write);
    [known(logging), known(management), known(selectors.map(|selectors| &selectors.data_resources))]
}

#[cfg(test)]
mod tests {
    use super::super::super::super::scripted::{Answer, Scripted, json, xml};
    use super::super::super::tests::resource_type;
    use super::super::{list, read_facet};
    use super::*;
    use crate::model::GapKind;

    async fn trails_where(trails: &str) -> (Property, Scripted) {
        let service = Scripted::by_sign(vec![
            (".DescribeTrails", json(200, &format!(r#"{{"trailList":{trails}}}"#))),
            (".GetTrailStatus", json(200, r#"{"IsLogging":true}"#)),
            (".GetEventSelectors", json(200, "{}")),
        ]);
        let account = resource_type("aws.account");
        let session = service.session();
        let assets = list(&session, account).assets;
        let facet = account.facet("trails").expect("a facet");
        (read_facet(&session, facet, "us-east-1", &assets).await.remove(0), service)
    }

    const MAIN: &str =
        r#"{"Name":"main","TrailARN":"arn:aws:cloudtrail:eu-north-1:123456789012:trail/main","IsMultiRegionTrail":true"#;

    fn first(trails: &Property) -> &Property {
        let Property::List(trails) = trails else { panic!("{trails:?}") };
        &trails[0]
    }

    #[tokio::test]
    async fn a_trail_is_asked_in_its_home_region() {
        let (trails, service) = trails_where(&format!(r#"[{MAIN},"HomeRegion":"eu-north-1"}}]"#)).await;
        assert_eq!(first(&trails).at("logging"), Some(&Property::Bool(true)));
        let asked: Vec<_> = service.requests().into_iter().filter(|request| !request.contains(".DescribeTrails")).collect();
        assert_eq!(asked.len(), 2);
        assert!(asked.iter().all(|request| request.contains("/eu-north-1/cloudtrail/")), "{asked:?}");
    }

    #[tokio::test]
    async fn a_trail_without_a_home_region_is_asked_nowhere_and_unknown() {
        let (trails, service) = trails_where(&format!("[{MAIN}}}]")).await;
        for part in ["home_region", "logging", "management_read_write"] {
            let gap = first(&trails).at(part).and_then(Property::first_gap).unwrap_or_else(|| panic!("{part} is known"));
            assert_eq!((gap.kind, gap.detail.as_str()), (GapKind::Malformed, "the answer lacks HomeRegion"), "{part}");
        }
        assert_eq!(first(&trails).at("multi_region"), Some(&Property::Bool(true)));
        assert_eq!(service.requests().len(), 1, "only the list was asked for");
    }

    /// What the account tells of a trail whose status CloudTrail does not find, and what is noted beside it.
    async fn without_status(account_of_trail: &str) -> (Property, Vec<crate::model::Warning>) {
        let trail = format!("arn:aws:cloudtrail:eu-north-1:{account_of_trail}:trail/main");
        let list = format!(
            r#"{{"trailList":[{{"Name":"main","TrailARN":"{trail}","HomeRegion":"eu-north-1","IsMultiRegionTrail":true}}]}}"#
        );
        let service = Scripted::by_sign(vec![
            (".DescribeTrails", json(200, &list)),
            (".GetTrailStatus", json(400, r#"{"__type":"TrailNotFoundException","message":"Unknown trail"}"#)),
            (".GetEventSelectors", json(200, "{}")),
        ]);
        let session = service.session();
        let reading = visible(&session).await.expect("a list of trails");
        (reading, super::super::super::outside(&session, &[]))
    }

    #[tokio::test]
    async fn a_trail_that_is_deleted_meanwhile_is_none_of_the_accounts_and_noted() {
        let (trails, notes) = without_status("123456789012").await;
        assert_eq!(trails, Property::List(Vec::new()));
        assert_eq!(
            notes.iter().map(|note| (note.code.as_str(), note.region.as_str())).collect::<Vec<_>>(),
            [("gone", "eu-north-1")]
        );
        assert!(notes[0].message.ends_with(": main"), "{}", notes[0].message);
    }

    #[tokio::test]
    async fn an_organisations_trail_that_its_member_may_not_see_is_unknown_and_not_gone() {
        let (trails, notes) = without_status("210987654321").await;
        let gap = first(&trails).at("logging").and_then(Property::first_gap).expect("unknown");
        assert_eq!((gap.kind, notes.len()), (GapKind::Refused, 0));
    }

    fn local(region: &str) -> String {
        let arn = format!("arn:aws:cloudtrail:{region}:123456789012:trail/local");
        format!(r#"{{"Name":"local","TrailARN":"{arn}","HomeRegion":"{region}","IsMultiRegionTrail":false}}"#)
    }

    const REGIONS: &str = "<DescribeRegionsResponse><regionInfo><item><regionName>us-west-2</regionName><optInStatus>not-opted-in\
        </optInStatus></item></regionInfo></DescribeRegionsResponse>";

    async fn of_two_regions(second: Answer) -> (Property, usize) {
        let main = format!(r#"{MAIN},"HomeRegion":"eu-north-1"}}"#);
        let first = json(200, &format!(r#"{{"trailList":[{main},{}]}}"#, local("eu-west-1")));
        let service = Scripted::by_signs(vec![
            (&[".DescribeTrails", "/eu-west-1/cloudtrail/"], first),
            (&[".DescribeTrails", "/us-west-2/cloudtrail/"], second),
            (&[".GetTrailStatus"], json(200, r#"{"IsLogging":true}"#)),
            (&[".GetEventSelectors"], json(200, "{}")),
            (&["DescribeRegions"], xml(200, REGIONS)),
        ]);
        let session = service.session();
        session.begin(&["eu-west-1", "us-west-2"].map(str::to_owned));
        (visible(&session).await.expect("trails"), service.requests().len())
    }

    fn parts(trails: &Property, part: &str) -> Vec<Property> {
        trails.items().iter().map(|trail| trail.at(part).cloned().expect("told")).collect()
    }

    #[tokio::test]
    async fn a_trail_of_another_region_of_the_scan_counts_and_a_shared_one_counts_once() {
        let main = format!(r#"{MAIN},"HomeRegion":"eu-north-1"}}"#);
        let list = format!(r#"{{"trailList":[{},{main}]}}"#, local("us-west-2"));
        let (trails, requests) = of_two_regions(json(200, &list)).await;
        let homes: Vec<_> = parts(&trails, "home_region").iter().map(|home| home.as_text().map(str::to_owned)).collect();
        assert_eq!(homes, ["eu-north-1", "eu-west-1", "us-west-2"].map(|home| Some(home.to_owned())));
        assert_eq!(requests, 2 + 2 * 3, "each region once, and each trail twice");
    }

    #[tokio::test]
    async fn a_region_that_hides_its_trails_hides_no_multi_region_trail() {
        let (trails, _) = of_two_regions(json(403, r#"{"__type":"AccessDeniedException"}"#)).await;
        assert_eq!(parts(&trails, "multi_region"), [true, false, false].map(Property::Bool));
        let gap = trails.items()[2].at("logging").and_then(Property::first_gap).expect("unknown");
        assert_eq!((gap.kind, gap.region.as_str()), (GapKind::Denied, "us-west-2"));
    }

    #[tokio::test]
    async fn a_region_that_the_account_has_not_enabled_hides_nothing() {
        let (trails, _) = of_two_regions(json(400, r#"{"__type":"UnrecognizedClientException"}"#)).await;
        assert_eq!(parts(&trails, "multi_region"), [true, false].map(Property::Bool));
        assert!(trails.first_gap().is_none(), "{trails:?}");
    }
}
