//! Asking a person for the code of an MFA device.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::model::plain_text::neutralise;

/// Asks on the terminal for the code of the device with this serial number. Where no person can answer, a fragment that says why.
pub(super) fn ask(serial: &str) -> Result<String, String> {
    if std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false") {
        return Err("nobody is asked in CI".to_owned());
    }
    let (input, mut output) = (io::stdin(), io::stderr());
    if !input.is_terminal() || !output.is_terminal() {
        return Err("there is no terminal to ask on".to_owned());
    }
    let mut typed = String::new();
    let asked = write!(output, "code of MFA device {}: ", neutralise(serial)).and_then(|()| output.flush());
    match asked.and_then(|()| input.lock().read_line(&mut typed)) {
        Ok(0) => Err("nothing was typed".to_owned()),
        Ok(_) => Ok(typed.trim().to_owned()),
        Err(error) => Err(format!("the terminal cannot be read ({error})")),
    }
}
