//! One line per account, and what it says as the account goes on.

use std::sync::Arc;

use super::row::Stage;
use super::{AccountLine, AccountsProgress, locked};
use crate::model::{Colour, ScanStatus};
use crate::progress::Mode;
use crate::progress::frame::Area;

fn progress(accounts: usize) -> Arc<AccountsProgress> {
    let account = |number: usize| AccountLine { account_id: format!("{number:012}"), name: format!("account {number}") };
    Arc::new(AccountsProgress::new(Mode::None, Colour::Off, (1..=accounts).map(account).collect()))
}

/// The picture, without the time that has passed.
fn picture(progress: &AccountsProgress, width: usize, rows: usize) -> Vec<String> {
    let text = locked(&progress.live).picture(Area { width, rows }, Colour::Off);
    text.lines().map(|line| line.replace(['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'], "*")).collect()
}

/// Sets how far an account is.
fn running(progress: &AccountsProgress, place: usize, fraction: f64) {
    let mut live = locked(&progress.live);
    let row = &mut live.rows[place];
    row.stage = Stage::Running(Box::default());
    (row.fraction, row.regions, row.assets, row.findings, row.calls) = (fraction, 4, 1_204, 31, 500);
}

#[test]
fn each_account_has_a_line_while_there_is_room() {
    let progress = progress(5);
    progress.began(1);
    running(&progress, 2, 0.5);
    running(&progress, 3, 0.9);
    progress.ended(3, ScanStatus::Partial, "");
    progress.ended(4, ScanStatus::SubmissionError, "no such role");
    let lines = picture(&progress, 80, 24);
    assert!(lines[0].starts_with(" * 2 of 5 accounts  0 s") && lines[0].ends_with("1,000 calls"), "{lines:#?}");
    let rows: Vec<&str> = lines[3..].iter().map(String::as_str).collect();
    assert_eq!(rows[0], " · 000000000001  account 1");
    assert_eq!(rows[1], " * 000000000002  account 2  connecting");
    assert!(rows[2].contains("━") && rows[2].contains(" 50%") && rows[2].ends_with("1,204        31"), "{}", rows[2]);
    assert!(rows[3].contains("! 000000000004  account 4  partial in 0.0 s"), "{}", rows[3]);
    assert_eq!(rows[4], " ✗ 000000000005  account 5  not scanned");
}

#[test]
fn what_runs_stays_in_sight_and_the_rest_folds() {
    let progress = progress(30);
    for place in 0..9 {
        running(&progress, place, 0.5);
        progress.ended(place, if place == 0 { ScanStatus::Failed } else { ScanStatus::Completed }, "");
    }
    for place in 9..13 {
        running(&progress, place, 0.3);
    }
    let lines = picture(&progress, 80, 12);
    assert!(lines.len() <= 12, "{lines:#?}");
    assert!(lines[3].contains("9 accounts done (1 failed)"), "{lines:#?}");
    assert_eq!(lines.iter().filter(|line| line.contains(" 30%")).count(), 4, "{lines:#?}");
    assert!(lines.last().unwrap().contains("more accounts queued"), "{lines:#?}");
}

#[test]
fn nothing_is_left_to_show_at_the_end() {
    let progress = progress(2);
    progress.finish();
    assert_eq!(picture(&progress, 80, 24), [""; 0]);
}

#[test]
fn no_picture_is_larger_than_the_terminal() {
    for accounts in [1, 3, 40] {
        let progress = progress(accounts);
        running(&progress, 0, 0.7);
        for (width, rows) in [(20, 3), (60, 5), (80, 24), (120, 40), (200, 10)] {
            let lines = picture(&progress, width, rows);
            assert!(lines.len() <= rows, "{rows}: {lines:#?}");
            assert!(lines.iter().all(|line| line.chars().count() <= width), "{width}: {lines:#?}");
        }
    }
}
