//! What the linter says of a folder of checks.

use super::*;

fn check(id: &str, resource: &str, alias: &str) -> String {
    format!(
        "{{id: {id}, title: T, severity: low, resource: {resource}, pass: 'true', message: M, risk: R, remediation: {{text: T}}, \
         categories: [c], aliases: [{alias}], examples: []}}"
    )
}

/// The linter's messages about the checks of a folder, by id.
fn lint_of(files: &[(&str, String)]) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let library = Library::load(&[folder.path().to_owned()]).unwrap();
    let about_examples = |message: &str| message.starts_with("no example");
    let own: BTreeSet<&str> = library.own_checks().collect();
    lint_those(&library, |id| own.contains(id))
        .into_iter()
        .filter(|problem| !about_examples(&problem.message))
        .map(|problem| (problem.check, problem.message))
        .collect()
}

#[test]
fn an_alias_may_be_shared_but_not_hide_behind_an_id() {
    let found = lint_of(&[
        ("aws/s3/one.yaml", check("aws-s3-one", "aws.s3.bucket", "X.1")),
        ("aws/s3/two.yaml", check("aws-s3-two", "aws.s3.bucket", "X.1")),
        ("aws/s3/three.yaml", check("aws-s3-three", "aws.s3.bucket", "aws-s3-one")),
    ]);
    let expected = [("aws-s3-three", "the alias `aws-s3-one` is the id of a check")];
    assert_eq!(found, expected.map(|(check, message)| (check.to_owned(), message.to_owned())));
}

#[test]
fn parameters_are_declared_and_used() {
    let text = check("aws-s3-one", "aws.s3.bucket", "X.1")
        .replace("pass: 'true'", "pass: 'resource.name == parameters.used', parameters: {idle: {default: 1, description: D}, bare: {default: a, description: ''}}");
    let found = lint_of(&[("aws/s3/one.yaml", text)]);
    let messages: Vec<&str> = found.iter().map(|(_, message)| message.as_str()).collect();
    let expected = [
        "the parameter `bare` has no description",
        "the parameter `bare` is declared but not used",
        "the parameter `idle` is declared but not used",
        "the parameter `used` is used but not declared",
    ];
    assert_eq!(messages, expected);
}

#[test]
fn an_id_names_the_service_of_its_resource_type() {
    let found = lint_of(&[
        ("aws/ec2/bucket.yaml", check("aws-ec2-bucket", "aws.s3.bucket", "X.1")),
        ("aws/iam/root.yaml", check("aws-iam-root", "aws.account", "X.2")),
        ("gcp/iam/root.yaml", check("gcp-iam-root", "aws.account", "X.3")),
        ("aws/s3/bucket.yaml", check("aws-s3-bucket", "aws.s3.bucket", "X.4")),
    ]);
    let expected = [
        ("aws-ec2-bucket", "the id must begin with `aws-s3-`, for it looks at aws.s3.bucket"),
        ("gcp-iam-root", "the id must begin with `aws-`, for it looks at aws.account"),
    ];
    assert_eq!(found, expected.map(|(check, message)| (check.to_owned(), message.to_owned())));
}

#[test]
fn what_passes_are_reported_on_decides() {
    let reports = "reports: {list: trail_metric_filters, resource: aws.cloudwatch.log_group, id: log_group}";
    let example = "{name: one, expect: pass, resource: {has_buckets: true, trail_metric_filters: [{name: watch, log_group: g, arn: a, region: r, \
                   alarmed: true}]}}";
    let with = |id: &str, pass: &str| {
        check(id, "aws.account", "X.1")
            .replace("pass: 'true'", &format!("pass: '{pass}', {reports}"))
            .replace("message: M", "message: 'M {resource.trail_metric_filters}'")
            .replace("examples: []", &format!("examples: [{example}]"))
    };
    let alone = "resource.trail_metric_filters.exists(watch, watch.alarmed)";
    let found = lint_of(&[
        ("aws/iam/all.yaml", with("aws-iam-all", "resource.trail_metric_filters.all(watch, watch.alarmed)")),
        ("aws/iam/alone.yaml", with("aws-iam-alone", alone)),
        ("aws/iam/beside.yaml", with("aws-iam-beside", &format!("resource.has_buckets || {alone}"))),
        ("aws/iam/told.yaml", with("aws-iam-told", "resource.has_buckets")),
    ]);
    let unshown = "no passing example shows what `reports` names, with its id, `arn`, `name` and `region`";
    let expected = [
        ("aws-iam-all", unshown),
        ("aws-iam-beside", unshown),
        ("aws-iam-told", "`reports` names `trail_metric_filters`, which `pass` does not look at"),
    ];
    assert_eq!(found, expected.map(|(check, message)| (check.to_owned(), message.to_owned())));
}
