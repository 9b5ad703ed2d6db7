//! Asking a person for the code of an MFA device.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::{Mutex, PoisonError};

use super::settings::AwsSource;
use crate::model::plain_text::neutralise;

/// Held while a person is asked: several accounts may need a code at the same time, and one question stands on a terminal at a time.
static ASKING: Mutex<()> = Mutex::new(());

/// Asks on the terminal for the code of the device with this serial number, for `whom`. Where no person can answer, a fragment that says
/// why.
pub(super) fn ask(serial: &str, whom: &str) -> Result<String, String> {
    if std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false") {
        return Err("nobody is asked in CI".to_owned());
    }
    let (input, mut output) = (io::stdin(), io::stderr());
    if !input.is_terminal() || !output.is_terminal() {
        return Err("there is no terminal to ask on".to_owned());
    }
    let _turn = ASKING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut typed = String::new();
    let asked = write!(output, "{}", question(serial, whom)).and_then(|()| output.flush());
    match asked.and_then(|()| input.lock().read_line(&mut typed)) {
        Ok(0) => Err("nothing was typed".to_owned()),
        Ok(_) => Ok(typed.trim().to_owned()),
        Err(error) => Err(format!("the terminal cannot be read ({error})")),
    }
}

fn question(serial: &str, whom: &str) -> String {
    let whom = if whom.is_empty() { String::new() } else { format!(" for {}", neutralise(whom)) };
    format!("code of MFA device {}{whom}: ", neutralise(serial))
}

/// Whom a code is for: the role that it leads to, and the profile that signs in; empty where neither is named.
pub(super) fn whom(source: &AwsSource) -> String {
    let role = source.roles.last().map(|role| role.arn.clone());
    let profile = source.profile.as_ref().map(|profile| format!("profile {profile}"));
    role.into_iter().chain(profile).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_names_whom_it_is_for() {
        let role = "arn:aws:iam::111111111111:role/audit";
        let source = AwsSource { profile: Some("ops".to_owned()), roles: vec![role.parse().unwrap()], ..AwsSource::default() };
        assert_eq!(question("d", &whom(&source)), format!("code of MFA device d for {role}, profile ops: "));
        assert_eq!(question("d", &whom(&AwsSource::default())), "code of MFA device d: ");
    }
}
