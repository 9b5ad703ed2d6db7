//! What the user has accepted: rules that mute findings, each with a reason and an owner.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::asset::ResourceReference;
use super::check::CheckMetadata;
use super::check_result::CheckResult;
use super::nearest::suggestion;
use super::outcome::Outcome;
use super::pattern::matches;
use super::regions::{PARTITIONS, Partition};
use super::report::ScanReport;
use super::scan::ScanStatus;
use super::warning::Warning;

/// Why a finding is muted, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mute {
    /// The rule's place among the rules, from 1.
    pub rule: usize,
    /// Why the finding is accepted.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it is accepted; `None` for no end.
    pub expires: Option<Date>,
}

impl Mute {
    /// Who answers for it and up to when: `accepted by web team until 2026-12-31`.
    #[must_use]
    pub fn acceptance(&self) -> String {
        let until = self.expires.map_or_else(String::new, |date| format!(" until {date}"));
        format!("accepted by {}{until}", self.owner)
    }

    /// Why a finding is accepted and by whom, without a full stop: `the bucket is a website (accepted by web team until 2026-12-31)`.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!("{} ({})", self.reason.trim().trim_end_matches('.'), self.acceptance())
    }
}

/// A rule: a finding that each of its fields says yes to is muted. An empty field says yes to all; in texts `*` stands for any text and
/// `?` for any one character, unless a backslash stands before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SuppressionRule {
    /// Checks, by id or alias.
    pub checks: Vec<String>,
    /// Accounts, by id.
    pub accounts: Vec<String>,
    /// Regions.
    pub regions: Vec<String>,
    /// Resources, by ARN or id.
    pub resources: Vec<String>,
    /// Tags that the resource must have, each with a value that fits.
    pub tags: BTreeMap<String, String>,
    /// Why the findings are accepted.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which they are, UTC; `None` for no end.
    pub expires: Option<Date>,
}

/// The rules of a file, in its order. The first one that fits a finding mutes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suppressions {
    /// Where the rules are from, for messages.
    pub source: String,
    /// The rules.
    pub rules: Vec<SuppressionRule>,
}

impl SuppressionRule {
    /// Whether the rule holds no more.
    #[must_use]
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|last| now.to_zoned(TimeZone::UTC).date() > last)
    }

    fn fits_check(&self, check: &CheckMetadata) -> bool {
        fits(&self.checks, std::iter::once(&check.id).chain(&check.aliases))
    }

    fn fits(&self, check: &CheckMetadata, account_id: &str, resource: &ResourceReference, tags: &BTreeMap<String, String>) -> bool {
        let has_tag = |(key, value): (&String, &String)| tags.get(key).is_some_and(|text| matches(value, text));
        self.fits_check(check)
            && fits(&self.accounts, [account_id])
            && fits(&self.regions, [&resource.region])
            && self.fits_resource(resource)
            && self.tags.iter().all(has_tag)
    }

    /// An ARN is held against the ARN alone: an id may be chosen by whoever makes the resource.
    fn fits_resource(&self, resource: &ResourceReference) -> bool {
        let fits = |pattern: &String| {
            let text = if pattern.starts_with("arn:") { &resource.arn } else { &resource.id };
            pattern == text || matches(pattern, text)
        };
        self.resources.is_empty() || self.resources.iter().any(fits)
    }

    /// What the rule is about, in a few words.
    fn subject(&self) -> String {
        let lists =
            [("check", &self.checks), ("account", &self.accounts), ("region", &self.regions), ("resource", &self.resources)];
        let named = lists.iter().filter(|(_, list)| !list.is_empty()).map(|(name, list)| format!("{name} {}", list.join(", ")));
        let tags = self.tags.iter().map(|(key, value)| format!("tag {key}={value}"));
        named.chain(tags).collect::<Vec<_>>().join("; ")
    }
}

/// Whether one of `texts` fits one of the patterns; without patterns every text does.
fn fits<T: AsRef<str>>(patterns: &[String], texts: impl IntoIterator<Item = T>) -> bool {
    patterns.is_empty()
        || texts.into_iter().any(|text| patterns.iter().any(|pattern| pattern == text.as_ref() || matches(pattern, text.as_ref())))
}

impl Suppressions {
    /// Whether there is no rule.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The mute of a finding, where a rule that holds at `now` fits it.
    #[must_use]
    pub fn of(
        &self,
        check: &CheckMetadata,
        account_id: &str,
        resource: &ResourceReference,
        tags: &BTreeMap<String, String>,
        now: Timestamp,
    ) -> Option<Arc<Mute>> {
        let holds = |rule: &SuppressionRule| !rule.is_expired(now) && rule.fits(check, account_id, resource, tags);
        let (place, rule) = self.rules.iter().enumerate().find(|(_, rule)| holds(rule))?;
        let SuppressionRule { reason, owner, expires, .. } = rule.clone();
        Some(Arc::new(Mute { rule: place + 1, reason, owner, expires }))
    }

    /// The rules that hold no more at `now`.
    #[must_use]
    pub fn expired(&self, now: Timestamp) -> Vec<Warning> {
        let note = |(place, rule): (usize, &SuppressionRule)| {
            let date = rule.expires.filter(|_| rule.is_expired(now))?;
            let message = format!(
                "rule {} of {} expired after {date} and mutes nothing any more ({}); mend the findings, or let {} renew it",
                place + 1,
                self.source,
                rule.subject(),
                rule.owner
            );
            Some(Warning::note("suppression_expired", message))
        };
        self.rules.iter().enumerate().filter_map(note).collect()
    }

    /// The rules that name a check which does not exist; `known` are all checks there are.
    #[must_use]
    pub fn unknown_checks(&self, known: &[Arc<CheckMetadata>]) -> Vec<Warning> {
        let note = |(place, rule): (usize, &SuppressionRule)| {
            let names_nothing = |pattern: &&String| {
                !known.iter().any(|check| fits(std::slice::from_ref(*pattern), std::iter::once(&check.id).chain(&check.aliases)))
            };
            let pattern = rule.checks.iter().find(names_nothing)?;
            let ids = known.iter().map(|check| check.id.as_str());
            let hint = suggestion(pattern, ids, "`scan checks list` shows them all");
            let message = format!("rule {} of {} names the check `{pattern}`, which does not exist{hint}", place + 1, self.source);
            Some(Warning::note("suppression_unmatched", message))
        };
        self.rules.iter().enumerate().filter_map(note).collect()
    }

    /// The rules that name a region which no partition has and that none of the scan's is like, each with those that are close.
    #[must_use]
    pub fn unknown_regions(&self, scanned: &[String]) -> Vec<Warning> {
        let known =
            || PARTITIONS.iter().flat_map(Partition::regions).map(|(name, _)| name).chain(scanned.iter().map(String::as_str));
        let note = |(place, rule): (usize, &SuppressionRule)| {
            let pattern = rule.regions.iter().find(|pattern| !fits(std::slice::from_ref(*pattern), known()))?;
            let hint = suggestion(pattern, known(), "a rule without a region holds in all of them");
            let message = format!("rule {} of {} names the region `{pattern}`, which does not exist{hint}", place + 1, self.source);
            Some(Warning::note("suppression_unmatched", message))
        };
        self.rules.iter().enumerate().filter_map(note).collect()
    }

    /// The rules that muted nothing in a scan that saw all they are about.
    #[must_use]
    pub fn unmatched(&self, report: &ScanReport, now: Timestamp) -> Vec<Warning> {
        if report.status != ScanStatus::Completed {
            return Vec::new();
        }
        let header = &report.header;
        let used: BTreeSet<usize> = report.results.iter().filter_map(|result| Some(result.mute.as_ref()?.rule)).collect();
        let concerns = |rule: &SuppressionRule| {
            report.checks.iter().any(|check| rule.fits_check(check))
                && fits(&rule.accounts, [&header.account_id])
                && fits(&rule.regions, &header.regions)
        };
        let idle =
            |(place, rule): &(usize, &SuppressionRule)| !used.contains(&(place + 1)) && !rule.is_expired(now) && concerns(rule);
        let earlier = |rule: &SuppressionRule| {
            let fits = |result: &&CheckResult| {
                rule.fits_check(&result.check)
                    && fits(&rule.regions, [&result.resource.region])
                    && rule.fits_resource(&result.resource)
            };
            report.results.iter().filter(fits).find_map(|result| Some(result.mute.as_ref()?.rule))
        };
        let note = |(place, rule): (usize, &SuppressionRule)| {
            let (number, subject) = (place + 1, rule.subject());
            let what = match earlier(rule) {
                Some(other) => format!("mutes nothing ({subject}), because rule {other} comes first; take one of them out"),
                None => format!("matches no finding ({subject}); take it out, or correct what it names"),
            };
            Warning::note("suppression_unmatched", format!("rule {number} of {} {what}", self.source))
        };
        self.rules.iter().enumerate().filter(idle).map(note).collect()
    }
}

impl CheckResult {
    /// The same, muted where a rule fits. Only findings are: what is unknown stays so.
    #[must_use]
    pub fn muted_by(self, suppressions: &Suppressions, account_id: &str, tags: &BTreeMap<String, String>, now: Timestamp) -> Self {
        if self.outcome != Outcome::Fail || suppressions.is_empty() {
            return self;
        }
        match suppressions.of(&self.check, account_id, &self.resource, tags, now) {
            Some(mute) => Self { outcome: Outcome::Muted, mute: Some(mute), ..self },
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Remediation, Severity};

    fn check() -> CheckMetadata {
        CheckMetadata {
            id: "aws-s3-bucket-is-not-public".to_owned(),
            title: String::new(),
            severity: Severity::High,
            service: "s3".to_owned(),
            resource: "aws.s3.bucket".to_owned(),
            risk: String::new(),
            remediation: Remediation { text: String::new(), cli: None, terraform: None, url: None },
            categories: vec![],
            aliases: vec!["S3.8".to_owned()],
            requirements: vec![],
            logic: String::new(),
        }
    }

    fn bucket() -> ResourceReference {
        ResourceReference {
            resource_type: "aws.s3.bucket".to_owned(),
            id: "web".to_owned(),
            arn: "arn:aws:s3:::web".to_owned(),
            name: "web".to_owned(),
            region: "eu-west-1".to_owned(),
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn mutes(rule: &SuppressionRule) -> bool {
        let tags = BTreeMap::from([("Team".to_owned(), "web".to_owned())]);
        let rules = Suppressions { source: "x".to_owned(), rules: vec![rule.clone()] };
        rules.of(&check(), "111122223333", &bucket(), &tags, at("2026-01-15T12:00:00Z")).is_some()
    }

    fn texts(text: &str) -> Vec<String> {
        vec![text.to_owned()]
    }

    #[test]
    fn a_sentence_says_why_and_by_whom_and_has_no_full_stop_within() {
        let mute = |reason: &str, expires: Option<&str>| Mute {
            reason: reason.to_owned(),
            owner: "web team".to_owned(),
            expires: expires.map(|date| date.parse().unwrap()),
            rule: 0,
        };
        assert_eq!(mute("a website.", None).sentence(), "a website (accepted by web team)");
        let until = mute("a website", Some("2026-12-31")).sentence();
        assert_eq!(until, "a website (accepted by web team until 2026-12-31)");
    }

    #[test]
    fn every_field_must_say_yes_and_each_field_may_be_a_pattern() {
        let all = SuppressionRule {
            checks: texts("aws-s3-*"),
            accounts: texts("111122223333"),
            regions: texts("eu-*"),
            resources: texts("arn:aws:s3:::we?"),
            tags: BTreeMap::from([("Team".to_owned(), "w*".to_owned())]),
            ..SuppressionRule::default()
        };
        assert!(mutes(&all));
        assert!(mutes(&SuppressionRule { checks: texts("S3.8"), ..all.clone() }), "an alias names the check too");
        assert!(mutes(&SuppressionRule { resources: texts("web"), ..all.clone() }), "the id names the resource too");
        for rule in [
            SuppressionRule { checks: texts("aws-ec2-*"), ..all.clone() },
            SuppressionRule { accounts: texts("444455556666"), ..all.clone() },
            SuppressionRule { regions: texts("us-*"), ..all.clone() },
            SuppressionRule { resources: texts("arn:aws:s3:::web?"), ..all.clone() },
            SuppressionRule { tags: BTreeMap::from([("Team".to_owned(), "data".to_owned())]), ..all.clone() },
            SuppressionRule { tags: BTreeMap::from([("Owner".to_owned(), "*".to_owned())]), ..all.clone() },
        ] {
            assert!(!mutes(&rule), "{rule:?}");
        }
    }

    #[test]
    fn a_rule_holds_to_the_end_of_its_last_day() {
        let until = |date: &str| SuppressionRule { expires: Some(date.parse().unwrap()), ..SuppressionRule::default() };
        assert!(mutes(&until("2026-01-15")) && !mutes(&until("2026-01-14")));
        assert!(mutes(&until("9999-12-30")) && mutes(&until("9999-12-31")) && !mutes(&until("0001-01-01")));
        let rules = Suppressions { source: "rules.yaml".to_owned(), rules: vec![until("2026-01-15"), until("2026-01-14")] };
        let told = rules.expired(at("2026-01-15T23:59:59Z"));
        assert_eq!(told.len(), 1);
        assert!(told[0].message.starts_with("rule 2 of rules.yaml expired after 2026-01-14"), "{}", told[0].message);
    }

    #[test]
    fn an_arn_is_held_against_the_arn_alone_and_a_name_against_nothing() {
        let named = |id: &str, name: &str| ResourceReference { id: id.to_owned(), name: name.to_owned(), ..bucket() };
        let other = |resource: ResourceReference| ResourceReference { arn: "arn:aws:s3:::other".to_owned(), ..resource };
        let rule = |pattern: &str| SuppressionRule { resources: texts(pattern), ..SuppressionRule::default() };
        assert!(rule("arn:aws:s3:::web").fits_resource(&bucket()));
        assert!(!rule("arn:aws:s3:::web").fits_resource(&other(named("arn:aws:s3:::web", "arn:aws:s3:::web"))));
        assert!(!rule("web").fits_resource(&other(named("x", "web"))), "whoever may tag a resource must not mute its findings");
    }

    #[test]
    fn a_check_that_does_not_exist_is_named_with_those_that_are_close() {
        let rule = |pattern: &str| SuppressionRule { checks: texts(pattern), ..SuppressionRule::default() };
        let rules = Suppressions { source: "r".to_owned(), rules: vec![rule("S3.*"), rule("aws-s3-bucket-is-not-publik")] };
        let told = rules.unknown_checks(&[Arc::new(check())]);
        assert_eq!(told.len(), 1);
        assert!(told[0].message.starts_with("rule 2 of r names the check `aws-s3-bucket-is-not-publik`"), "{}", told[0].message);
        assert!(told[0].message.contains("aws-s3-bucket-is-not-public"), "{}", told[0].message);
    }

    #[test]
    fn a_region_that_does_not_exist_is_named_with_those_that_are_close() {
        let rule = |pattern: &str| SuppressionRule { regions: texts(pattern), ..SuppressionRule::default() };
        let rules = ["eu-*", "eu-wset-1", "mars-1", "us-gov-west-1"].map(rule).to_vec();
        let rules = Suppressions { source: "r".to_owned(), rules };
        let told = rules.unknown_regions(&["mars-1".to_owned()]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].message.starts_with("rule 2 of r names the region `eu-wset-1`, which does not exist; did you mean eu-west-1"),
            "{}",
            told[0].message
        );
    }

    #[test]
    fn the_first_rule_that_fits_mutes() {
        let rule = |owner: &str, check: &str| SuppressionRule {
            checks: texts(check),
            owner: owner.to_owned(),
            ..SuppressionRule::default()
        };
        let rules = Suppressions { source: String::new(), rules: vec![rule("a", "x"), rule("b", "*"), rule("c", "*")] };
        let mute = rules.of(&check(), "", &bucket(), &BTreeMap::new(), at("2026-01-15T12:00:00Z")).unwrap();
        assert_eq!((mute.rule, mute.owner.as_str()), (2, "b"));
    }
}
