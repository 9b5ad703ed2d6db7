//! The profiles of a library: what they name must exist, and what they build on must not go in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Library;
use super::files::SourceFile;
use crate::checks::Check;
use crate::checks::profile::{Profile, Selected, Selector};
use crate::checks::yaml;
use crate::model::nearest::suggestion;
use crate::model::resource;

impl Library {
    /// Every profile, by id.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> {
        self.profiles.values()
    }

    /// The profile with that id or alias.
    #[must_use]
    pub fn profile(&self, name: &str) -> Option<&Profile> {
        let aliased = || self.profiles.values().find(|profile| profile.aliases.iter().any(|alias| alias == name));
        self.profiles.get(name).or_else(aliased)
    }

    /// Every name that a profile answers to.
    pub fn profile_names(&self) -> impl Iterator<Item = &str> {
        self.profiles.values().flat_map(|profile| std::iter::once(&profile.id).chain(&profile.aliases)).map(String::as_str)
    }

    /// The checks of a profile: those that it names in its order, then the others by id.
    #[must_use]
    pub fn checks_of(&self, profile: &Profile) -> Vec<Arc<Check>> {
        let mut checks = Vec::new();
        let mut seen = BTreeSet::new();
        self.collect(profile, &mut |check| {
            if seen.insert(check.metadata.id.clone()) {
                checks.push(Arc::clone(check));
            }
        });
        checks
    }

    fn collect<'l>(&'l self, profile: &'l Profile, found: &mut dyn FnMut(&'l Arc<Check>)) {
        let kept = |check: &Check| !profile.exclude.iter().any(|selector| selector.describes(check));
        let mut keep = |check: &'l Arc<Check>| {
            if kept(check) {
                found(check);
            }
        };
        match &profile.checks {
            Selected::All => self.checks.values().for_each(&mut keep),
            Selected::Named(ids) => ids.iter().filter_map(|id| self.checks.get(id)).for_each(&mut keep),
        }
        for base in profile.builds_on.iter().filter_map(|id| self.profiles.get(id)) {
            self.collect(base, &mut keep);
        }
        let described = |check: &&Arc<Check>| profile.include.iter().any(|selector| selector.describes(check));
        self.checks.values().filter(described).for_each(&mut keep);
    }

    /// Adds the profiles of `files`, in an order in which each finds what it builds on.
    pub(super) fn add_profiles(&mut self, files: Vec<SourceFile>) -> Vec<(String, String)> {
        let mut problems = Vec::new();
        let mut waiting: BTreeMap<String, (String, Profile)> = BTreeMap::new();
        for file in files {
            match self.read_profile(&file, &waiting) {
                Ok(profile) => {
                    waiting.insert(profile.id.clone(), (file.path, profile));
                }
                Err(reason) => problems.push((file.path, reason)),
            }
        }
        loop {
            let ready = |profile: &Profile| profile.builds_on.iter().all(|base| self.profiles.contains_key(base));
            let Some(id) = waiting.iter().find(|(_, (_, profile))| ready(profile)).map(|(id, _)| id.clone()) else { break };
            if let Some((_, profile)) = waiting.remove(&id) {
                self.profiles.insert(id, profile);
            }
        }
        problems.extend(waiting.values().map(|(path, profile)| (path.clone(), self.groundless(profile, &waiting))));
        problems
    }

    /// Why a profile cannot be built on what it names.
    fn groundless(&self, profile: &Profile, waiting: &BTreeMap<String, (String, Profile)>) -> String {
        let missing = profile.builds_on.iter().find(|base| !self.profiles.contains_key(*base) && !waiting.contains_key(*base));
        match missing {
            Some(base) => {
                format!(
                    "no profile `{base}` to build on{}",
                    suggestion(base, self.profiles.keys().map(String::as_str), "`scan profiles list` shows them all")
                )
            }
            None => format!("it builds on itself by way of {}", profile.builds_on.join(", ")),
        }
    }

    fn read_profile(&self, file: &SourceFile, others: &BTreeMap<String, (String, Profile)>) -> Result<Profile, String> {
        let profile: Profile = yaml::read(&file.text)?;
        if profile.id != file.expected_id {
            return Err(format!("the id is `{}`, the path demands `{}`", profile.id, file.expected_id));
        }
        let names = || std::iter::once(&profile.id).chain(&profile.aliases);
        let taken = |name: &String| {
            self.profile(name).is_some() || others.values().any(|(_, other)| other.id == *name || other.aliases.contains(name))
        };
        if let Some(name) = names().find(|name| taken(name)) {
            return Err(format!("the name `{name}` is already taken"));
        }
        if let Selected::Named(ids) = &profile.checks {
            self.hold_checks(ids)?;
        }
        for selector in profile.include.iter().chain(&profile.exclude) {
            self.hold_selector(selector)?;
        }
        Ok(profile)
    }

    fn hold_checks(&self, ids: &[String]) -> Result<(), String> {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !self.checks.contains_key(id) {
                return Err(format!(
                    "no check `{id}`{}",
                    suggestion(id, self.checks.keys().map(String::as_str), "`scan checks list` shows them all")
                ));
            }
            if !seen.insert(id) {
                return Err(format!("check `{id}` stands there twice"));
            }
        }
        Ok(())
    }

    /// What describes no check at all is a mistake.
    fn hold_selector(&self, selector: &Selector) -> Result<(), String> {
        if selector.is_empty() {
            return Err(
                "a selector says nothing; name checks, services, resources, categories, frameworks or severities".to_owned()
            );
        }
        self.hold_checks(&selector.checks)?;
        let services: BTreeSet<&str> = self.checks.values().map(|check| check.metadata.service.as_str()).collect();
        let types: BTreeSet<&str> = resource::AWS.iter().map(|one| one.name).collect();
        let categories: BTreeSet<&str> =
            self.checks.values().flat_map(|check| &check.metadata.categories).map(String::as_str).collect();
        let frameworks: BTreeSet<&str> = self.frameworks.keys().map(String::as_str).collect();
        let named = [
            ("service", &selector.services, services),
            ("resource type", &selector.resources, types),
            ("category", &selector.categories, categories),
            ("framework", &selector.frameworks, frameworks),
        ];
        for (what, names, known) in named {
            if let Some(name) = names.iter().find(|name| !known.contains(name.as_str())) {
                return Err(format!(
                    "no {what} `{name}`{}",
                    suggestion(name, known.iter().copied(), "`scan checks list --json` shows what there is")
                ));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(id: &str, text: &str) -> SourceFile {
        let text = format!("id: {id}\ntitle: T\ndescription: D\n{text}");
        SourceFile { path: format!("{id}.yaml"), expected_id: id.to_owned(), text }
    }

    /// What the profiles of `files` lead to: the checks of `wanted`, or the problems.
    fn checks(wanted: &str, files: &[(&str, &str)]) -> Result<Vec<String>, Vec<String>> {
        let mut library = Library::load(&[]).expect("the built-in checks");
        library.profiles.clear();
        let problems = library.add_profiles(files.iter().map(|(id, text)| file(id, text)).collect());
        if !problems.is_empty() {
            return Err(problems.into_iter().map(|(path, reason)| format!("{path}: {reason}")).collect());
        }
        let profile = library.profile(wanted).expect("the profile");
        Ok(library.checks_of(profile).iter().map(|check| check.metadata.id.clone()).collect())
    }

    const ROOT: &str = "aws-iam-root-has-mfa";
    const KEYS: &str = "aws-iam-root-has-no-access-keys";

    #[test]
    fn a_profile_adds_what_it_names_builds_on_and_describes_and_leaves_out_the_rest() {
        let base = ("base", "checks: [aws-iam-root-has-mfa]");
        let both = ("both", "builds_on: [base]\nchecks: [aws-iam-root-has-no-access-keys]");
        assert_eq!(checks("both", &[both, base]), Ok(vec![KEYS.to_owned(), ROOT.to_owned()]));
        let without = ("without", "builds_on: [both]\nexclude: [{checks: [aws-iam-root-has-mfa]}]");
        assert_eq!(checks("without", &[base, both, without]), Ok(vec![KEYS.to_owned()]));
        let named = ("named", "aliases: [other]\ninclude: [{services: [eks], severities: [high]}]");
        let of_eks = checks("other", &[named]).expect("checks");
        assert!(!of_eks.is_empty() && of_eks.iter().all(|id| id.starts_with("aws-eks-")), "{of_eks:?}");
    }

    #[test]
    fn what_does_not_exist_is_named() {
        let table = [
            ("checks: [aws-iam-root-has-mfas]", "no check `aws-iam-root-has-mfas`"),
            ("checks: [aws-iam-root-has-mfa, aws-iam-root-has-mfa]", "stands there twice"),
            ("include: [{services: [s33]}]", "no service `s33`"),
            ("include: [{categories: [encryptions]}]", "no category `encryptions`"),
            ("include: [{frameworks: [cis]}]", "no framework `cis`"),
            ("include: [{resources: [aws.s3.buckets]}]", "no resource type `aws.s3.buckets`"),
            ("exclude: [{}]", "a selector says nothing"),
            ("builds_on: [b]", "no profile `b` to build on"),
            ("builds_on: [a]", "it builds on itself"),
        ];
        for (text, expected) in table {
            let problems = checks("a", &[("a", text)]).expect_err(text);
            assert!(problems[0].starts_with("a.yaml: ") && problems[0].contains(expected), "{problems:?}");
        }
    }

    #[test]
    fn two_profiles_do_not_share_a_name() {
        let problems = checks("a", &[("a", "aliases: [c]"), ("b", "aliases: [c]")]).expect_err("one name, two profiles");
        assert_eq!(problems, ["b.yaml: the name `c` is already taken"]);
    }
}
