//! Which checks a scan runs: profiles and names, resolved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::Check;
use super::framework::Framework;
use super::library::Library;
use super::parameters::ParameterError;
use crate::model::ParameterSetting;
use crate::model::nearest::suggestion;

/// The checks of a scan.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The checks, by id, each once.
    pub checks: Vec<Arc<Check>>,
    /// The names of the profiles and frameworks, joined with `+`; empty where checks were named one by one.
    pub profile: String,
    /// The frameworks, in the order in which they were named.
    pub frameworks: Vec<Arc<Framework>>,
}

/// What the user named.
#[derive(Debug, Clone, Copy, Default)]
pub struct Names<'a> {
    /// Profiles.
    pub profiles: &'a [String],
    /// Frameworks.
    pub frameworks: &'a [String],
    /// Checks, by id, alias or requirement.
    pub checks: &'a [String],
}

/// A name that selects nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SelectionError {
    /// No such profile.
    #[error("no profile is called `{name}`{suggestion}")]
    Profile {
        /// The name as typed.
        name: String,
        /// Names that are close, or where to look.
        suggestion: String,
    },
    /// No such framework.
    #[error("no framework is called `{name}`{suggestion}")]
    Framework {
        /// The name as typed.
        name: String,
        /// Names that are close, or where to look.
        suggestion: String,
    },
    /// No such check.
    #[error("no check is called `{name}`{suggestion}")]
    Check {
        /// The name as typed.
        name: String,
        /// Names that are close, or where to look.
        suggestion: String,
    },
    /// A value for a parameter that does not exist, or of another kind.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// A value for a parameter of a check that is not selected.
    #[error("{setting} sets a parameter of a check that is not selected; leave it out or select the check")]
    Idle {
        /// What was set.
        setting: ParameterSetting,
    },
    /// A requirement that no check satisfies.
    #[error("no check satisfies `{name}`{suggestion}")]
    Requirement {
        /// The name as typed.
        name: String,
        /// Names that are close, or where to look.
        suggestion: String,
    },
}

/// Resolves the names of profiles, frameworks and checks; all add up.
///
/// # Errors
/// The first name that selects nothing.
pub fn select(library: &Library, names: Names<'_>) -> Result<Selection, SelectionError> {
    let mut checks: BTreeMap<String, Arc<Check>> = BTreeMap::new();
    let mut labels: Vec<String> = Vec::new();
    let mut add = |found: Vec<Arc<Check>>| checks.extend(found.into_iter().map(|check| (check.metadata.id.clone(), check)));
    for name in names.profiles {
        let profile = library.profile(name).ok_or_else(|| SelectionError::Profile {
            name: name.clone(),
            suggestion: suggestion(name, library.profile_names(), "`scan profiles list` shows them all"),
        })?;
        labels.push(profile.id.clone());
        add(library.checks_of(profile));
    }
    let mut frameworks: Vec<Arc<Framework>> = Vec::new();
    for name in names.frameworks {
        let framework = framework(library, name)?;
        add(library.checks_of_framework(framework));
        if !frameworks.iter().any(|known| known.id == framework.id) {
            frameworks.push(Arc::clone(framework));
        }
    }
    for name in names.checks {
        add(named(library, name)?);
    }
    labels.extend(frameworks.iter().map(|framework| framework.id.clone()));
    Ok(Selection { profile: labels.join("+"), checks: checks.into_values().collect(), frameworks })
}

/// The framework called `name`.
///
/// # Errors
/// There is none.
pub fn framework<'a>(library: &'a Library, name: &str) -> Result<&'a Arc<Framework>, SelectionError> {
    library.framework(name).ok_or_else(|| SelectionError::Framework {
        name: name.to_owned(),
        suggestion: suggestion(
            name,
            library.frameworks().map(|framework| framework.id.as_str()),
            "`scan frameworks list` shows them all",
        ),
    })
}

impl Selection {
    /// The same with the user's values for parameters; a later value beats an earlier one.
    ///
    /// # Errors
    /// A check or parameter that does not exist, a value of another kind, or a check that is not selected.
    pub fn with_parameters(mut self, library: &Library, settings: &[ParameterSetting]) -> Result<Self, SelectionError> {
        for setting in settings {
            let named: Vec<String> = named(library, &setting.check)?.iter().map(|check| check.metadata.id.clone()).collect();
            let value = serde_json::Value::from(setting.value.as_str());
            let mut is_idle = true;
            for check in self.checks.iter_mut().filter(|check| named.contains(&check.metadata.id)) {
                *check = Arc::new(check.with_parameter(&setting.parameter, &value)?);
                is_idle = false;
            }
            if is_idle && !setting.is_standing {
                return Err(SelectionError::Idle { setting: setting.clone() });
            }
        }
        Ok(self)
    }
}

impl Selection {
    /// The same checks, which concern only what is in use.
    #[must_use]
    pub fn only_in_use(self) -> Self {
        Self { checks: self.checks.iter().map(Check::only_in_use).collect(), ..self }
    }
}

/// The checks called `name`: by own id, by an alias, or by a framework's requirement such as `cis-aws-5.0:2.1.4`.
///
/// # Errors
/// The name selects nothing.
pub fn named(library: &Library, name: &str) -> Result<Vec<Arc<Check>>, SelectionError> {
    if let Some(check) = library.check(name) {
        return Ok(vec![Arc::clone(check)]);
    }
    if let Some((framework, requirement)) = name.split_once(':') {
        return of_requirement(library, name, framework, requirement);
    }
    let by_alias: Vec<Arc<Check>> = library
        .checks()
        .filter(|check| check.metadata.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name)))
        .cloned()
        .collect();
    if !by_alias.is_empty() {
        return Ok(by_alias);
    }
    let known = library
        .checks()
        .flat_map(|check| std::iter::once(check.metadata.id.as_str()).chain(check.metadata.aliases.iter().map(String::as_str)));
    let suggestion = suggestion(name, known, "`scan checks list` shows them all");
    Err(SelectionError::Check { name: name.to_owned(), suggestion })
}

fn of_requirement(library: &Library, name: &str, framework: &str, requirement: &str) -> Result<Vec<Arc<Check>>, SelectionError> {
    let unknown = |suggestion: String| SelectionError::Requirement { name: name.to_owned(), suggestion };
    let found = library.framework(framework).ok_or_else(|| {
        unknown(suggestion(framework, library.frameworks().map(|known| known.id.as_str()), "no framework is called that"))
    })?;
    let asked: Vec<&str> = found
        .requirements
        .iter()
        .filter(|known| known.id == requirement)
        .flat_map(|known| known.checks.iter().map(String::as_str))
        .collect();
    if asked.is_empty() {
        let covered = found.requirements.iter().filter(|known| !known.checks.is_empty()).map(|known| known.id.as_str());
        return Err(unknown(suggestion(requirement, covered, &format!("{framework} has no such requirement with a check"))));
    }
    Ok(asked.into_iter().filter_map(|id| library.check(id).cloned()).collect())
}
