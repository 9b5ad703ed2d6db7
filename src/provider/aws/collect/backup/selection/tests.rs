//! What selections take, and when nobody can tell.

use super::*;
use crate::model::{Asset, Properties, Property};

const DATABASE: &str = "arn:aws:rds:eu-west-1:123456789012:db:orders";
const ASKED: Asked<'static> = Asked { action: "backup:GetBackupSelection", region: "eu-west-1" };

fn tags(tags: &[(&str, &str)]) -> Tags {
    tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn naming(resources: &[&str]) -> Selection {
    Selection { resources: resources.iter().map(|pattern| (*pattern).to_owned()).collect(), ..Selection::default() }
}

fn is(key: &str, test: Test, value: &str) -> Condition {
    condition(key, test, value.to_owned())
}

fn asset(resource_type: &'static str, engine: &str) -> Asset {
    let mut properties = Properties::default();
    properties.insert("engine", Property::Text(engine.to_owned()));
    Asset {
        resource_type,
        id: String::new(),
        arn: String::new(),
        name: String::new(),
        region: "eu-west-1".to_owned(),
        tags: Tags::new(),
        properties,
        evidence_read_at: BTreeMap::new(),
    }
}

fn every_service(on: bool) -> BTreeMap<String, bool> {
    ["Aurora", "DynamoDB", "EBS", "RDS"].map(|service| (service.to_owned(), on)).into()
}

/// Whether the selection takes a resource of RDS, in a region that has RDS opted in.
fn takes(selection: &Selection, arn: &str, tags: &Tags) -> Result<bool, Gap> {
    let (settings, asset) = (Ok(every_service(true)), asset("aws.rds.instance", "mysql"));
    selection.takes(arn, tags, OptIn::of(&settings, &asset), ASKED)
}

fn takes_whatever_its_tags(selection: &Selection, arn: &str) -> Option<bool> {
    let (settings, asset) = (Ok(every_service(true)), asset("aws.rds.instance", "mysql"));
    selection.takes_whatever_its_tags(arn, OptIn::of(&settings, &asset))
}

#[test]
fn a_selection_names_resources_whatever_their_tags() {
    for (patterns, named) in [
        (vec!["*"], true),
        (vec!["arn:aws:rds:*:*:cluster:*", "arn:aws:rds:*:*:db:*"], true),
        (vec![DATABASE], true),
        (vec!["arn:aws:rds:*:*:db:order"], false),
        // What chooses nothing leaves the choice to AWS Backup, which takes all that it can.
        (vec![], true),
    ] {
        assert_eq!(takes_whatever_its_tags(&naming(&patterns), DATABASE), Some(named), "{patterns:?}");
        assert_eq!(takes(&naming(&patterns), DATABASE, &Tags::new()), Ok(named), "{patterns:?}");
    }
    let but = Selection { not_resources: vec!["arn:aws:rds:*".to_owned()], ..naming(&["*"]) };
    assert_eq!((takes_whatever_its_tags(&but, DATABASE), takes(&but, DATABASE, &Tags::new())), (Some(false), Ok(false)));
    let all_but = Selection { not_resources: vec!["arn:aws:ec2:*".to_owned()], ..Selection::default() };
    assert_eq!((takes_whatever_its_tags(&all_but, DATABASE), takes(&all_but, DATABASE, &Tags::new())), (Some(true), Ok(true)));
}

#[test]
fn a_service_that_is_not_opted_in_is_taken_only_where_it_is_named() {
    let off = Ok(every_service(false));
    let by_tag = || Selection { any_tag: vec![is("backup", Test::Equals, "daily")], ..Selection::default() };
    for (selection, expected) in [
        (naming(&["*"]), false),
        (naming(&["arn:aws:*:*:*:*"]), false),
        (naming(&[]), false),
        (by_tag(), false),
        (naming(&["arn:aws:rds:*:*:db:*"]), true),
        (naming(&[DATABASE]), true),
        (Selection { resources: vec![DATABASE.to_owned()], ..by_tag() }, true),
    ] {
        let asset = asset("aws.rds.instance", "mysql");
        let opt_in = OptIn::of(&off, &asset);
        assert_eq!(selection.takes(DATABASE, &tags(&[("backup", "daily")]), opt_in, ASKED), Ok(expected), "{selection:?}");
        assert_eq!(selection.takes_whatever_its_tags(DATABASE, opt_in), Some(expected), "{selection:?}");
    }
    let aurora = asset("aws.rds.cluster", "aurora-postgresql");
    let named = naming(&[DATABASE]).takes(DATABASE, &Tags::new(), OptIn::of(&off, &aurora), ASKED);
    assert_eq!(named, Ok(false), "a name does not help Aurora");
}

#[test]
fn settings_that_are_not_known_decide_nothing() {
    let denied = Gap {
        kind: GapKind::Denied,
        action: "backup:DescribeRegionSettings".to_owned(),
        region: String::new(),
        detail: String::new(),
    };
    let asset = asset("aws.ec2.volume", "");
    for (settings, detail) in
        [(Err(denied.clone()), ""), (Ok(BTreeMap::new()), "the answer lacks EBS in ResourceTypeOptInPreference")]
    {
        let opt_in = OptIn::of(&settings, &asset);
        let gap = naming(&["*"]).takes(DATABASE, &Tags::new(), opt_in, ASKED).expect_err("nobody knows");
        assert_eq!((gap.action.as_str(), gap.detail.as_str()), ("backup:DescribeRegionSettings", detail));
        assert_eq!(naming(&[DATABASE]).takes(DATABASE, &Tags::new(), opt_in, ASKED), Ok(true), "what is named needs no setting");
        assert_eq!(naming(&["arn:aws:s3:::*"]).takes(DATABASE, &Tags::new(), opt_in, ASKED), Ok(false));
    }
}

#[test]
fn a_condition_without_its_value_is_not_guessed() {
    let parameter = sdk::ConditionParameter::builder().condition_key("aws:ResourceTag/stage").build();
    let conditions = sdk::Conditions::builder().string_not_equals(parameter).build();
    let told = sdk::BackupSelection::builder().selection_name("all").iam_role_arn("role").conditions(conditions).build();
    let gap = Selection::of(told.expect("a selection"), ASKED).expect_err("it lacks a value");
    assert_eq!(gap.detail, "the answer lacks ConditionValue");
}

#[test]
fn one_tag_of_a_list_is_enough_and_stands_beside_the_resources() {
    let any_tag = || vec![is("backup", Test::Equals, "daily"), is("stage", Test::Equals, "live")];
    let by_tag = Selection { any_tag: any_tag(), ..Selection::default() };
    assert_eq!(takes_whatever_its_tags(&by_tag, DATABASE), None);
    assert_eq!(takes(&by_tag, DATABASE, &tags(&[("stage", "live")])), Ok(true));
    assert_eq!(takes(&by_tag, DATABASE, &tags(&[("stage", "Live"), ("Backup", "daily")])), Ok(false));
    assert_eq!(takes(&Selection { any_tag: any_tag(), ..naming(&[DATABASE]) }, DATABASE, &Tags::new()), Ok(true));
    let but = Selection { any_tag: any_tag(), not_resources: vec![DATABASE.to_owned()], ..Selection::default() };
    assert_eq!(takes(&but, DATABASE, &tags(&[("stage", "live")])), Ok(false));
}

#[test]
fn the_tag_of_efs_is_looked_for_on_file_systems_only() {
    let automatic = || is("aws:elasticfilesystem:default-backup", Test::Equals, "enabled");
    let plan = Selection { any_tag: vec![automatic()], ..Selection::default() };
    assert_eq!(takes_whatever_its_tags(&plan, DATABASE), Some(false));
    assert_eq!(takes_whatever_its_tags(&plan, "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1"), None);
    let another =
        Selection { any_tag: vec![automatic(), is("aws:cloudformation:stack-name", Test::Equals, "shop")], ..Selection::default() };
    assert_eq!(takes_whatever_its_tags(&another, DATABASE), None, "CloudFormation tags whatever it makes");
}

#[test]
fn every_condition_must_hold() {
    let databases = |conditions| Selection { conditions, ..naming(&["arn:aws:rds:*"]) };
    let both = databases(vec![is("aws:ResourceTag/stage", Test::Equals, "live"), is("aws:ResourceTag/team", Test::Like, "shop*")]);
    assert_eq!(takes_whatever_its_tags(&both, DATABASE), None);
    assert_eq!(takes(&both, DATABASE, &tags(&[("stage", "live"), ("team", "shop-eu")])), Ok(true));
    assert_eq!(takes(&both, DATABASE, &tags(&[("stage", "live"), ("team", "office")])), Ok(false));
    assert_eq!(takes_whatever_its_tags(&both, "arn:aws:ec2:eu-west-1:123456789012:volume/vol-1"), Some(false));
    let unless = databases(vec![is("stage", Test::NotEquals, "test"), is("team", Test::NotLike, "*lab")]);
    assert_eq!(takes(&unless, DATABASE, &tags(&[("stage", "live"), ("team", "shop")])), Ok(true));
    assert_eq!(takes(&unless, DATABASE, &tags(&[("stage", "test")])), Ok(false));
    assert_eq!(takes(&unless, DATABASE, &tags(&[("team", "data-lab")])), Ok(false));
}

#[test]
fn what_becomes_of_a_resource_without_the_tag_that_is_to_differ_is_not_known() {
    for test in [Test::NotEquals, Test::NotLike] {
        let unless = |resources: &[&str]| Selection { conditions: vec![is("stage", test, "test")], ..naming(resources) };
        let gap = takes(&unless(&["*"]), DATABASE, &tags(&[("team", "shop")])).expect_err("nobody knows");
        assert_eq!((gap.kind, gap.action.as_str()), (GapKind::Undecided, "backup:GetBackupSelection"));
        assert!(gap.detail.contains("the tag stage is not test"), "{}", gap.detail);
        assert_eq!(takes(&unless(&["arn:aws:ec2:*"]), DATABASE, &Tags::new()), Ok(false), "it is not chosen anyhow");
    }
}

#[test]
fn a_star_is_the_only_wildcard_of_values() {
    let like = |pattern: &str, value: &str| {
        takes(
            &Selection { conditions: vec![is("team", Test::Like, pattern)], ..naming(&["*"]) },
            DATABASE,
            &tags(&[("team", value)]),
        )
    };
    for (pattern, value, expected) in [
        ("shop?", "shops", false),
        ("shop?", "shop?", true),
        ("*o*", "shop", true),
        (r"a\*", r"a\b", true),
        ("shop", "shop-eu", false),
    ] {
        assert_eq!(like(pattern, value), Ok(expected), "{pattern} {value}");
    }
}

#[test]
fn conditions_alone_choose_too() {
    let selection = Selection { conditions: vec![is("stage", Test::Equals, "live")], ..Selection::default() };
    assert_eq!(takes(&selection, DATABASE, &tags(&[("stage", "live")])), Ok(true));
    assert_eq!(takes(&selection, DATABASE, &Tags::new()), Ok(false));
}
