//! `scan checks new`: a check that passes the linter, to be filled in.

use std::io::Write as _;
use std::path::Path;

use crate::checks::Library;
use crate::cli::exit_code::{Ending, Failure};
use crate::cli::terminal::write_stdout;
use crate::model::nearest::suggestion;
use crate::model::resource::{self, ACCOUNT, ResourceType};

/// Writes the file and says what to do with it.
pub(super) fn write(library: &Library, id: &str, resource: &str, folder: &Path) -> anyhow::Result<Ending> {
    let resource_type = resource::by_name(resource).ok_or_else(|| {
        let hint = suggestion(resource, resource::AWS.iter().map(|known| known.name), "`scan checks schema` lists them");
        Failure::usage(format!("no resource type is called `{resource}`{hint}"))
    })?;
    if library.check(id).is_some() {
        return Err(Failure::usage(format!("there is a check called {id} already; ids are never used twice")).into());
    }
    let (provider, service, name) = parts(id, resource_type)?;
    let path = folder.join(provider).join(service).join(format!("{name}.yaml"));
    let failed = |error: std::io::Error| Failure::usage(format!("cannot write {}: {error}", path.display()));
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    // Never over what is there already.
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(failed)?;
    file.write_all(text(id, resource_type).as_bytes()).map_err(failed)?;
    let (path, folder) = (path.display(), folder.display());
    let next = format!(
        "{path}\n\nWhat it can look at:  scan checks schema {resource}\n\
         Hold it to the rules: scan checks lint --checks-dir {folder}\n\
         Try its examples:     scan checks test {id} --checks-dir {folder}\n"
    );
    write_stdout(next.as_bytes())
}

/// Provider, service and name of `aws-s3-bucket-has-an-owner`, which is a file's place as well.
fn parts<'i>(id: &'i str, resource_type: &ResourceType) -> Result<(&'i str, &'i str, &'i str), Failure> {
    let is_plain = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let mut parts = id.splitn(3, '-');
    let parts = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let provider = resource_type.name.split('.').next().unwrap_or_default();
    let service = if resource_type.name == ACCOUNT { parts.1 } else { resource_type.service() };
    let is_whole = !parts.1.is_empty() && !parts.2.is_empty() && !parts.2.ends_with('-');
    if is_plain && is_whole && (parts.0, parts.1) == (provider, service) {
        return Ok(parts);
    }
    let example = if resource_type.name == ACCOUNT { "iam" } else { service };
    let advice = format!("write it as {provider}-{example}-THE-GOOD-CONDITION, in lower-case letters, digits and hyphens");
    Err(Failure::usage(format!("`{id}` cannot be the id of a check of {}: {advice}", resource_type.name)))
}

/// The template: true to every resource type, for every asset has tags.
fn text(id: &str, resource_type: &ResourceType) -> String {
    let resource = resource_type.name;
    format!(
        r#"id: {id}
title: Each of the {plural} says who owns it      # the good condition
severity: low                                       # critical | high | medium | low | informational
resource: {resource}
# when: …                                           # optional; false means that the check does not concern the asset
parameters:                                         # optional; set with --set {id}.tag=NAME
  tag: {{ default: Owner, description: the tag that says so }}
pass: parameters.tag in resource.tags
message: "{{resource.name}} has no tag {{parameters.tag}}"      # the bad condition; any expression in braces
risk: >-
  Say in a sentence or two what can happen.
remediation:
  text: Say what to do.
  # cli: aws …
  # terraform: |
  #   resource …
  # url: https://docs.aws.amazon.com/…
categories: [governance]
# aliases: [ids of the same check in other tools]
examples:                                           # what is not given could not be read
  - name: the owner is named
    expect: pass
    tags: {{ Owner: platform }}
  - name: nobody is named
    expect: fail
    tags: {{ Team: platform }}
  - name: no tag at all
    expect: fail
    tags: {{}}
"#,
        plural = resource_type.plural,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::lint;

    #[test]
    fn the_template_of_every_resource_type_passes_the_linter() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::load(&[]).unwrap();
        for resource_type in resource::AWS.iter() {
            let service = if resource_type.name == ACCOUNT { "iam" } else { resource_type.service() };
            let name = resource_type.name.rsplit('.').next().unwrap_or_default().replace('_', "-");
            let id = format!("aws-{service}-{name}-is-mine");
            let path = folder.path().join("aws").join(service).join(format!("{name}-is-mine.yaml"));
            parts(&id, resource_type).expect("an id");
            assert!(library.check(&id).is_none());
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text(&id, resource_type)).unwrap();
        }
        let library = Library::load(&[folder.path().to_owned()]).unwrap();
        assert_eq!(lint::lint_those(&library, |id| id.ends_with("-is-mine")), Vec::new());
    }

    #[test]
    fn an_id_must_fit_its_resource_type() {
        let buckets = resource::by_name("aws.s3.bucket").unwrap();
        assert_eq!(parts("aws-s3-a-b", buckets).ok(), Some(("aws", "s3", "a-b")));
        for id in ["aws-s3", "aws-s3-", "aws-ec2-x", "gcp-s3-x", "aws-s3-X", "aws-s3-a/b", "", "aws-s3-a-"] {
            assert!(parts(id, buckets).is_err(), "{id}");
        }
        assert!(parts("aws-billing-x", resource::by_name(ACCOUNT).unwrap()).is_ok());
    }
}
