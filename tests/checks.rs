//! Every example of every check inside the binary, as a test with a name; and the linter over all of them.

use libtest_mimic::{Arguments, Failed, Trial};
use posture_scan::checks::{Library, OwnFolders, lint};

fn main() {
    let (library, problems) = Library::load_with_problems(&OwnFolders::default()).unwrap_or_default();
    let mut trials = vec![
        Trial::test("every embedded file can be understood", move || {
            if problems.is_empty() { Ok(()) } else { Err(Failed::from(format!("{problems:#?}"))) }
        }),
        Trial::test("there are checks to try", {
            let count = library.checks().count();
            move || if count >= 15 { Ok(()) } else { Err(Failed::from(format!("only {count} checks"))) }
        }),
    ];
    let found = lint::lint(&library);
    for check in library.checks() {
        let id = check.metadata.id.clone();
        let problems: Vec<String> =
            found.iter().filter(|problem| problem.check == id).map(|problem| problem.message.clone()).collect();
        trials.push(Trial::test(format!("{id} passes the linter"), move || {
            if problems.is_empty() { Ok(()) } else { Err(Failed::from(problems.join("\n"))) }
        }));
        for trial in lint::try_examples(check) {
            trials.push(Trial::test(format!("{id}: {}", trial.name), move || {
                if trial.problems.is_empty() { Ok(()) } else { Err(Failed::from(trial.problems.join("\n"))) }
            }));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}
