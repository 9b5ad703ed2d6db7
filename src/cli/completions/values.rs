//! Values for the shells whose generator offers none: PowerShell and Elvish. A piece of script before the generator's own looks whether the
//! word before the one that is being typed is an option whose values are known.

use std::collections::BTreeMap;
use std::fmt::Write;

use clap::Command;
use clap_complete::Shell;

/// The values of options, each list once, with the options that take it: `scan;plan --profile`.
type Values = BTreeMap<Vec<String>, Vec<String>>;

/// Where the generator's own answer begins.
const ANSWER_OF_POWERSHELL: &str = "    $completions = @(switch ($command) {\n";
const ANSWER_OF_ELVISH: &str = "    $completions[$command]\n";

/// The script with values, where the shell is one of those.
pub(super) fn with_values(shell: Shell, command: &Command, script: String) -> String {
    match shell {
        Shell::PowerShell => script.replacen(ANSWER_OF_POWERSHELL, &(powershell(command) + ANSWER_OF_POWERSHELL), 1),
        Shell::Elvish => script.replacen(ANSWER_OF_ELVISH, &elvish(command), 1),
        _ => script,
    }
}

fn powershell(command: &Command) -> String {
    let mut piece = String::from(
        "    $place = $commandElements.Count - $(if ($wordToComplete) { 2 } else { 1 })\n\
        \x20   $previous = if ($place -gt 0) { $commandElements[$place].Extent.Text }\n\
        \x20   $values = @(switch (\"$command $previous\") {\n",
    );
    for (values, options) in values_of(command) {
        let _ = writeln!(piece, "        {{ $_ -cin {} }} {{ {} }}", quoted(&options, ", "), quoted(&values, ", "));
    }
    piece.push_str(
        "    })\n\
        \x20   if ($values) {\n\
        \x20       return $values.Where{ $_ -like \"$wordToComplete*\" }.ForEach{\n\
        \x20           [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_)\n\
        \x20       }\n\
        \x20   }\n\n",
    );
    piece
}

fn elvish(command: &Command) -> String {
    let mut piece = String::from("    var is-value = $false\n    for known [\n");
    for (values, options) in values_of(command) {
        let _ = writeln!(piece, "        [[{}] [{}]]", quoted(&options, " "), quoted(&values, " "));
    }
    piece.push_str(
        "    ] {\n\
        \x20       if (has-value $known[0] $command' '$words[-2]) {\n\
        \x20           set is-value = $true\n\
        \x20           all $known[1]\n\
        \x20       }\n\
        \x20   }\n\
        \x20   if (not $is-value) {\n\
        \x20       $completions[$command]\n\
        \x20   }\n",
    );
    piece
}

/// What options of the command and of those below it take, as far as it is known.
fn values_of(command: &Command) -> Values {
    let mut values = Values::new();
    gather(command, "scan", &mut values);
    values
}

fn gather(command: &Command, path: &str, values: &mut Values) {
    for argument in command.get_arguments().filter(|argument| argument.get_action().takes_values()) {
        let known: Vec<String> = argument
            .get_possible_values()
            .iter()
            .filter(|value| !value.is_hide_set())
            .map(|value| value.get_name().to_owned())
            .collect();
        let long = argument.get_long_and_visible_aliases().unwrap_or_default().into_iter().map(|name| format!("{path} --{name}"));
        let short = argument.get_short_and_visible_aliases().unwrap_or_default().into_iter().map(|name| format!("{path} -{name}"));
        if !known.is_empty() {
            values.entry(known).or_default().extend(long.chain(short));
        }
    }
    for below in command.get_subcommands() {
        gather(below, &format!("{path};{}", below.get_name()), values);
    }
    values.retain(|_, options| !options.is_empty());
}

/// The texts as single-quoted words of either shell, in which a quote is written twice.
fn quoted(texts: &[String], between: &str) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| format!("'{}'", text.replace('\'', "''"))).collect();
    quoted.join(between)
}
