//! What the environment says: a variable for each option, `POSTURE_SCAN_FAIL_ON` for `--fail-on`.

use super::layers::{Origin, Setting};
use super::option::{Kind, Options, Reach, ScanOption};
use super::template::TEMPLATE;
use crate::cli::exit_code::Failure;
use crate::model::nearest::slip;

/// What the name of every variable begins with.
pub(super) const PREFIX: &str = "POSTURE_SCAN_";

/// What the variables say of the options that a command has a use for. An empty one, or one of blanks, says nothing.
///
/// # Errors
/// A variable's value is none of its option's, or its name is misspelt.
pub(super) fn settings(options: &Options, reach: Reach) -> Result<Vec<Setting>, Failure> {
    refuse_misspelt(options)?;
    let mut settings = Vec::new();
    for option in options.iter() {
        let name = option.variable();
        let Some(value) = std::env::var_os(&name).filter(|value| !value.to_string_lossy().trim().is_empty()) else { continue };
        let setting = Setting { id: option.id().to_owned(), values: None, origin: Origin::Environment(name.clone()) };
        // A template says something to commands that do not take its name.
        if !reach.includes(options, &setting) && setting.id != TEMPLATE {
            continue;
        }
        let wrong = |problem: String| Failure::usage(format!("{name}: {problem}"));
        let text = value.to_str().ok_or_else(|| wrong("it is not UTF-8".to_owned()))?;
        let values = values(options, option, text).map_err(wrong)?;
        settings.push(Setting { values, ..setting });
    }
    Ok(settings)
}

/// The values in a variable's text; `None` for an option that it switches off.
fn values(options: &Options, option: &ScanOption, text: &str) -> Result<Option<Vec<String>>, String> {
    let is_on = match text.trim().to_lowercase().as_str() {
        "true" | "1" | "yes" | "on" => Some(true),
        "false" | "0" | "no" | "off" => Some(false),
        _ => None,
    };
    let values = match (option.kind(), is_on) {
        (Kind::Switch, None) => return Err(format!("it must be true or false, not {text}")),
        (Kind::Switch | Kind::TextOrSwitch, Some(false)) => return Ok(None),
        (Kind::Switch | Kind::TextOrSwitch, Some(true)) => vec![String::new()],
        (Kind::Texts, _) => pieces(text).map(|piece| format!("={piece}")).collect(),
        (Kind::Pairs, _) => pairs(text).into_iter().map(|pair| format!("={pair}")).collect(),
        (Kind::Number | Kind::Text | Kind::TextOrSwitch, _) => vec![format!("={text}")],
    };
    if values.is_empty() {
        return Err("it names nothing; unset it, or name something".to_owned());
    }
    options.accept(option, &values).map(Some)
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|piece| !piece.is_empty())
}

/// The pieces of a list of pairs. One without an equals sign is the rest of a value with a comma in it.
fn pairs(text: &str) -> Vec<String> {
    pieces(text).fold(Vec::new(), |mut pairs: Vec<String>, piece| {
        match pairs.last_mut() {
            Some(last) if !piece.contains('=') => *last = format!("{last},{piece}"),
            _ => pairs.push(piece.to_owned()),
        }
        pairs
    })
}

/// Refuses a variable that is a setting's but for a letter or two, as a file's key would be: what it says would be left out without a
/// word. Others that begin alike may be somebody else's.
///
/// # Errors
/// There is one.
fn refuse_misspelt(options: &Options) -> Result<(), Failure> {
    let known: Vec<String> = options.iter().map(ScanOption::variable).collect();
    let given = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()).filter(|name| name.starts_with(PREFIX));
    let unknown = given.filter(|name| !known.contains(name));
    for name in unknown {
        if let Some(meant) = slip(&name, known.iter().map(String::as_str)) {
            return Err(Failure::usage(format!("{name} is no setting; did you mean {meant}? Unset it, or call it so")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_split_at_commas_and_pairs_keep_theirs() {
        assert_eq!(pieces(" a, b,,c ").collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(pairs("html=a.html,json=b.json"), ["html=a.html", "json=b.json"]);
        assert_eq!(pairs("X.trusted=1,2,Y.days=3"), ["X.trusted=1,2", "Y.days=3"]);
    }

    #[test]
    fn a_variable_is_read_as_its_option_takes_it() {
        let options = Options::all();
        let read = |id: &str, text: &str| values(&options, options.by_id(id).unwrap(), text);
        let some = |texts: &[&str]| Ok(Some(texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()));
        assert_eq!(read("region", "eu-west-1, us-east-1"), some(&["eu-west-1", "us-east-1"]));
        assert_eq!(read("wait", "yes"), some(&["true"]));
        assert_eq!(read("wait", "FALSE"), Ok(None));
        assert_eq!(read("mock", "1"), some(&["demo"]));
        assert_eq!(read("mock", "partial"), some(&["partial"]));
        assert_eq!(read("fail_on", "new:high"), some(&["new:high"]));
        assert!(read("check", " , ,").unwrap_err().contains("names nothing"));
        assert!(read("wait", "perhaps").unwrap_err().contains("true or false"));
        assert!(read("fail_on", "hihg").unwrap_err().contains("a similar value exists: 'high'"));
    }
}
