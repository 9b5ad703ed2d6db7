//! Options of a scan that other commands take in the same sense: the scan's own definitions, whichever there are.

use std::ffi::OsString;
use std::marker::PhantomData;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use super::{ScanArguments, SharedArguments};

/// Which options of a scan a command takes.
pub(in crate::cli) trait Choice {
    /// Whether it takes this one.
    fn takes(argument: &Arg) -> bool;
}

/// Those that say what is checked, and where that changes what is called.
#[derive(Debug)]
pub(in crate::cli) struct OfPermissions;

impl Choice for OfPermissions {
    fn takes(argument: &Arg) -> bool {
        is_of(argument, &["What to check"]) || argument.get_id() == "scan_type"
    }
}

/// Those that say what is checked and where, and how fast the cloud may be asked.
#[derive(Debug)]
pub(in crate::cli) struct OfPlaces;

impl Choice for OfPlaces {
    fn takes(argument: &Arg) -> bool {
        is_of(argument, &["What to check", "Where"]) || argument.get_id() == "api_share"
    }
}

/// Options that make no difference to what a scan calls.
const WITHOUT_EFFECT: &[&str] = &["max_evidence_age", "suppressions"];

fn is_of(argument: &Arg, headings: &[&str]) -> bool {
    let is_there = argument.get_help_heading().is_some_and(|heading| headings.contains(&heading));
    is_there && !WITHOUT_EFFECT.contains(&argument.get_id().as_str())
}

/// A scan's options, of which only those of the choice can be typed; the others have their defaults.
#[derive(Debug)]
pub(in crate::cli) struct Excerpt<C> {
    /// The options.
    pub(in crate::cli) scan: ScanArguments,
    choice: PhantomData<C>,
}

fn whole() -> Command {
    SharedArguments::augment_args(ScanArguments::augment_args(Command::new("scan")))
}

fn taken<C: Choice>(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|argument| C::takes(argument))
}

impl<C: Choice> Args for Excerpt<C> {
    fn augment_args(command: Command) -> Command {
        taken::<C>(&whole()).cloned().fold(command, Command::arg)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl<C: Choice> FromArgMatches for Excerpt<C> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let whole = whole();
        let words: Vec<OsString> = taken::<C>(&whole).flat_map(|argument| words(argument, matches)).collect();
        let matches = whole.no_binary_name(true).try_get_matches_from(words)?;
        Ok(Self { scan: ScanArguments::from_arg_matches(&matches)?, choice: PhantomData })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The option with its values, as they would be typed.
fn words(argument: &Arg, matches: &ArgMatches) -> Vec<OsString> {
    let Some(option) = argument.get_long().map(|long| format!("--{long}")) else { return Vec::new() };
    let id = argument.get_id().as_str();
    if matches!(argument.get_action(), ArgAction::SetTrue) {
        return matches.get_flag(id).then(|| option.into()).into_iter().collect();
    }
    let word = |value: &std::ffi::OsStr| {
        let mut word = OsString::from(format!("{option}="));
        word.push(value);
        word
    };
    matches.get_raw(id).into_iter().flatten().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::TypeChoice;

    fn excerpt<C: Choice>(words: &[&str]) -> Result<ScanArguments, clap::Error> {
        let command = Excerpt::<C>::augment_args(Command::new("permissions")).no_binary_name(true);
        Ok(Excerpt::<C>::from_arg_matches(&command.try_get_matches_from(words)?)?.scan)
    }

    #[test]
    fn what_is_typed_arrives_as_it_does_for_a_scan_and_the_rest_is_as_without_it() {
        let words =
            ["-p", "mvp15,cis", "--check=a", "--only-in-use", "--type", "quick", "-r", "eu-west-1", "--mock", "--mock-speed=0"];
        let typed = excerpt::<OfPlaces>(&words).unwrap();
        assert_eq!((typed.profile.len(), typed.check.len(), typed.only_in_use), (2, 1, true));
        assert_eq!((typed.scan_type, &typed.region[..]), (TypeChoice::Quick, &["eu-west-1".to_owned()][..]));
        assert_eq!((typed.mock.as_deref(), typed.mock_speed, typed.concurrency), (Some("demo"), Some(0.0), 32));
    }

    #[test]
    fn what_would_do_nothing_is_refused() {
        for word in ["--sarif=x", "--concurrency=3", "--mock", "--region=eu-west-1", "--suppressions=x"] {
            assert!(excerpt::<OfPermissions>(&[word]).is_err(), "{word}");
        }
        for word in ["--wait", "--suppressions=x", "--max-evidence-age=1d"] {
            assert!(excerpt::<OfPlaces>(&[word]).is_err(), "{word}");
        }
    }
}
