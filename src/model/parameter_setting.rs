//! A threshold of a check as the user wants it.

use serde::{Deserialize, Serialize};

/// A value that the user sets: `--set CHECK.PARAMETER=VALUE`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterSetting {
    /// The check's id or one of its aliases.
    pub check: String,
    /// The parameter's name.
    pub parameter: String,
    /// The value as typed.
    pub value: String,
    /// Whether it stands in a configuration file, for whichever scan has the check; else it is meant for this scan.
    #[serde(default)]
    pub is_standing: bool,
}

impl std::str::FromStr for ParameterSetting {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let shape = || format!("`{text}` is not CHECK.PARAMETER=VALUE, such as aws-iam-access-keys-are-rotated.max_age_days=60");
        let (place, value) = text.split_once('=').ok_or_else(shape)?;
        // Ids of other tools may hold dots (`S3.8`), parameters do not.
        let (check, parameter) = place.trim().rsplit_once('.').ok_or_else(shape)?;
        if check.is_empty() || parameter.is_empty() {
            return Err(shape());
        }
        Ok(Self { check: check.to_owned(), parameter: parameter.to_owned(), value: value.to_owned(), is_standing: false })
    }
}

impl std::fmt::Display for ParameterSetting {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}={}", self.check, self.parameter, self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_read_from_the_right() {
        let setting: ParameterSetting = "IAM.3.max_age_days=a=b".parse().expect("a setting");
        assert_eq!((setting.check.as_str(), setting.parameter.as_str(), setting.value.as_str()), ("IAM.3", "max_age_days", "a=b"));
        for text in ["a", "a=1", ".x=1", "a.=1"] {
            assert!(text.parse::<ParameterSetting>().is_err(), "{text}");
        }
    }
}
