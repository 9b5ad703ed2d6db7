//! What the library says of folders and files that it cannot use.

use super::*;

#[test]
fn a_file_that_is_not_text_hides_no_other() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("aws")).unwrap();
    std::fs::write(folder.path().join("aws/binary.yaml"), [0xff, 0xfe, 0x00]).unwrap();
    std::fs::write(folder.path().join("broken.yaml"), "id: [").unwrap();
    std::fs::write(folder.path().join("readme.txt"), "not a check").unwrap();
    let (library, problems) =
        Library::load_with_problems(&OwnFolders { checks: vec![folder.path().to_owned()], ..OwnFolders::default() }).unwrap();
    assert!(library.checks().count() > 0);
    let found: Vec<&str> = problems.iter().filter_map(|problem| problem.path.rsplit('/').next()).collect();
    assert_eq!(found, ["binary.yaml", "broken.yaml"], "{problems:?}");
    assert!(problems[0].reason.contains("UTF-8"), "{problems:?}");
    assert!(!problems[1].reason.contains("error:"), "{problems:?}");
    assert!(Library::load(&[folder.path().to_owned()]).is_err());
}

#[test]
fn a_folder_without_checks_is_an_error_that_says_so() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("readme.txt"), "not a check").unwrap();
    let error =
        Library::load_with_problems(&OwnFolders { checks: vec![folder.path().to_owned()], ..OwnFolders::default() }).unwrap_err();
    assert!(error.reason.contains("there is nothing in it"), "{error}");
    let error = Library::load(&[folder.path().join("missing")]).unwrap_err();
    assert!(error.path.ends_with("missing"), "{error}");
}
