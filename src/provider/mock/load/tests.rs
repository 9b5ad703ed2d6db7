//! What a fixture may leave out and what it is refused for.

use super::*;
use crate::model::GapKind;
use crate::model::Property;
use crate::provider::mock::fault::FaultKind;

const HEAD: &str =
    r#""account": {"id": "123456789012", "caller": "arn:aws:iam::123456789012:user/ci"}, "as_of": "2026-01-15T09:30:00Z""#;
const REGIONS: &str = r#""regions": [{"name": "us-east-1", "enabled": true}, {"name": "eu-west-1", "enabled": true}]"#;

fn loaded(extension: &str, text: &str) -> Result<Fixture, FixtureError> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(format!("mine.{extension}"));
    std::fs::write(&path, text).expect("written");
    file(&path)
}

fn with(rest: &str) -> Result<Fixture, FixtureError> {
    loaded("json", &format!("{{{HEAD}, {REGIONS}, {rest}}}"))
}

/// What is said after the file's name.
fn refusal(rest: &str) -> String {
    let error = with(rest).expect_err("a refusal").to_string();
    error.split_once("mine.json: ").expect("the file's name").1.to_owned()
}

fn asset(resource_type: &str, region: &str, properties: &str) -> String {
    let head = format!(r#""type": "{resource_type}", "id": "one", "arn": "arn:one", "region": "{region}""#);
    format!(r#"{{{head}, "properties": {properties}}}"#)
}

const VPC: &str = r#"{"state": "available", "is_default": false, "ipv4_ranges": [], "ipv6_ranges": []}"#;

#[test]
fn an_unknown_name_is_refused_with_the_nearest_ones() {
    let error = embedded("dmeo").expect_err("a refusal").to_string();
    assert_eq!(
        error,
        "no mock account is called `dmeo` (there are clean, demo, denied, partial; a path names a file); did you mean demo?"
    );
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = file(Path::new("/nowhere/mine.json")).expect_err("a refusal").to_string();
    assert!(error.starts_with("cannot read fixture /nowhere/mine.json: "), "{error}");
}

#[test]
fn a_file_of_another_format_is_refused_with_the_line() {
    let error = loaded("json", "{\n  \"asets\": []\n}").expect_err("a refusal").to_string();
    assert!(error.contains("unknown field `asets`") && error.contains("line 2"), "{error}");
}

#[test]
fn yaml_says_the_same_as_json() {
    let yaml = "account: {id: '123456789012', caller: 'arn:aws:iam::123456789012:user/ci'}\n\
                regions:\n  - {name: us-east-1, enabled: true}\n\
                assets:\n  - type: aws.ec2.vpc\n    id: vpc-1\n    arn: arn:vpc-1\n    region: us-east-1\n    tags: {Name: main}\n    \
                properties: {state: available, is_default: false, ipv4_ranges: [10.0.0.0/16], ipv6_ranges: []}\n";
    let fixture = loaded("yaml", yaml).expect("a fixture");
    let vpc = &fixture.assets("aws.ec2.vpc", "us-east-1")[0];
    assert_eq!(vpc.name, "main");
    assert_eq!(vpc.properties["ipv4_ranges"], Property::List(vec![Property::Text("10.0.0.0/16".to_owned())]));
    let gap = vpc.properties["dhcp_options_id"].first_gap().expect("unknown");
    assert_eq!((gap.kind, gap.action.as_str()), (GapKind::NotCollected, "ec2:DescribeVpcs"));
}

#[test]
fn an_unknown_resource_type_is_refused_with_the_nearest_one() {
    let assets = format!(r#""assets": [{}]"#, asset("aws.ec2.vcp", "us-east-1", VPC));
    assert!(refusal(&assets).starts_with("asset arn:one: `aws.ec2.vcp` is not a resource type; did you mean aws.ec2.vpc"));
}

#[test]
fn a_property_that_does_not_fit_is_named_with_its_asset_and_the_schema() {
    let assets = format!(r#""assets": [{}]"#, asset("aws.ec2.vpc", "us-east-1", &VPC.replace("false", "\"no\"")));
    assert_eq!(refusal(&assets), "asset arn:one: properties.is_default must be true or false, not text");
}

#[test]
fn an_asset_stands_in_an_enabled_region_once() {
    let abroad = format!(r#""assets": [{}]"#, asset("aws.ec2.vpc", "sa-east-1", VPC));
    assert_eq!(refusal(&abroad), "asset arn:one: its region sa-east-1 is not enabled in this fixture; list it in regions");
    let vpc = asset("aws.ec2.vpc", "us-east-1", VPC);
    assert_eq!(
        refusal(&format!(r#""assets": [{vpc}, {vpc}]"#)),
        "asset arn:one: the id one stands there twice; give each asset its own"
    );
    let other = vpc.replace("\"one\"", "\"two\"");
    assert_eq!(
        refusal(&format!(r#""assets": [{vpc}, {other}]"#)),
        "asset arn:one: stands there twice; leave one out or give it its own ARN"
    );
}

#[test]
fn a_global_asset_stands_where_global_services_live() {
    let group = r#"{"name": "g", "path": "/", "attached_policies": [], "inline_policies": []}"#;
    let assets = format!(r#""assets": [{}]"#, asset("aws.iam.group", "eu-west-1", group));
    assert_eq!(refusal(&assets), "asset arn:one: IAM groups live in us-east-1, not in eu-west-1; write that region");
}

#[test]
fn a_fault_that_could_never_happen_is_refused() {
    assert_eq!(
        refusal(r#""faults": [{"kind": "denied", "action": "ec2:DescribeVpc"}]"#),
        "faults: `ec2:DescribeVpc` is nothing that a scan calls; did you mean ec2:DescribeVpcs, ec2:DescribeVpcEndpoints, ec2:DescribeVpnConnections?"
    );
    assert_eq!(
        refusal(r#""faults": [{"kind": "denied", "region": "eu-west-2"}]"#),
        "faults: `eu-west-2` is not among the fixture's regions; did you mean eu-west-1?"
    );
}

#[test]
fn the_region_of_the_global_services_must_be_enabled() {
    let error = loaded("json", &format!(r#"{{{HEAD}, "regions": [{{"name": "eu-west-1", "enabled": true}}]}}"#));
    assert!(error.expect_err("a refusal").to_string().ends_with("us-east-1 must be there and enabled: global services live in it"));
}

#[test]
fn a_fixture_that_extends_another_adds_to_it_and_replaces_what_it_names() {
    let demo = embedded("demo").expect("a fixture");
    let bucket = demo.assets("aws.s3.bucket", "us-east-1")[0].clone();
    let own = format!(
        r#"{{"type": "aws.s3.bucket", "id": "{}", "arn": "{}", "name": "renamed", "region": "us-east-1", "properties": {{"name": "x"}}}}"#,
        bucket.id, bucket.arn
    );
    let text = format!(r#"{{"extends": "demo", "faults": [{{"kind": "denied"}}], "assets": [{own}]}}"#);
    let fixture = loaded("json", &text).expect("a fixture");
    let buckets = fixture.assets("aws.s3.bucket", "us-east-1");
    assert_eq!(buckets.len(), demo.assets("aws.s3.bucket", "us-east-1").len());
    assert_eq!(
        buckets.iter().filter(|other| other.id == bucket.id).map(|other| other.name.as_str()).collect::<Vec<_>>(),
        ["renamed"]
    );
    assert_eq!(fixture.account, demo.account);
    assert_eq!(fixture.faults.iter().map(|fault| fault.kind).collect::<Vec<_>>(), [FaultKind::Denied]);
}

#[test]
fn settings_are_those_of_the_account_that_extends_another() {
    let text = format!(r#"{{"extends": "demo", {HEAD}}}"#);
    let fixture = loaded("json", &text).expect("a fixture");
    for (name, region) in [("aws.account", "us-east-1"), ("aws.ec2.region_settings", "eu-west-1")] {
        let [settings] = fixture.assets(name, region) else { panic!("{name} in {region} is not there once") };
        assert_eq!((settings.id.as_str(), settings.arn.as_str()), ("123456789012", "arn:aws:iam::123456789012:root"));
    }
}

#[test]
fn a_region_has_its_settings_once() {
    let settings = |id: &str| {
        format!(
            r#"{{"type": "aws.ec2.region_settings", "id": "{id}", "arn": "arn:{id}", "region": "eu-west-1", "properties": {{"region": "eu-west-1"}}}}"#
        )
    };
    let twice = format!(r#""assets": [{}, {}]"#, settings("one"), settings("two"));
    assert_eq!(refusal(&twice), "asset arn:two: stands there twice; a region has its settings once");
}

#[test]
fn settings_that_a_fixture_does_not_tell_are_there_with_their_facets_unknown() {
    let fixture = with(r#""assets": []"#).expect("a fixture");
    for (name, region, facet) in
        [("aws.account", "us-east-1", "summary"), ("aws.ec2.region_settings", "eu-west-1", "ebs_encryption")]
    {
        let resource_type = resource::by_name(name).expect("a resource type");
        let asset = &fixture.assets(name, region)[0];
        assert_eq!(asset.arn, "arn:aws:iam::123456789012:root");
        let value = fixture.facet(resource_type, resource_type.facet(facet).expect("a facet"), region, asset);
        assert_eq!(value.first_gap().map(|gap| gap.kind), Some(GapKind::NotCollected), "{name}");
    }
}

#[test]
fn a_change_that_nothing_listens_to_or_in_a_strange_region_is_refused() {
    let change = |source: &str, region: &str| {
        format!(r#""changes": {{"{region}": [{{"source": "{source}", "parameters": {{"bucketName": "logs"}}}}]}}"#)
    };
    let fixture = with(&change("s3.amazonaws.com", "eu-west-1")).expect("a fixture");
    let changes = &fixture.changes.expect("a log")["eu-west-1"];
    assert_eq!(changes[0].parameters, [("bucketName".to_owned(), "logs".to_owned())]);
    assert!(with(r#""assets": []"#).expect("a fixture").changes.is_none());
    let refused = refusal(&change("s3.amazon.com", "eu-west-1"));
    assert!(refused.contains("no scan listens to changes by `s3.amazon.com`; did you mean s3.amazonaws.com"), "{refused}");
    assert!(refusal(&change("s3.amazonaws.com", "eu-west-9")).contains("`eu-west-9` is not among the fixture's regions"));
}
