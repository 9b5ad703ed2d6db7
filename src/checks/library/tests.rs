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

/// A framework of a user's own that asks for a check.
fn own_framework(check: &str) -> String {
    format!(
        "id: house-1\ntitle: House rules\nversion: '1'\nurl: https://example.com/rules\nrequirements:\n\
         - {{ id: a, title: Buckets are closed, checks: [{check}] }}\n- {{ id: b, title: Somebody looks, manual: true }}\n"
    )
}

#[test]
fn a_users_own_framework_may_ask_for_any_check() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("frameworks")).unwrap();
    let own = || OwnFolders { checks: vec![folder.path().to_owned()], ..OwnFolders::default() };
    let file = folder.path().join("frameworks/house-1.yaml");
    std::fs::write(&file, own_framework("aws-s3-bucket-blocks-public-access")).unwrap();
    let library = Library::load(&[folder.path().to_owned()]).unwrap();
    let framework = library.framework("house-1").unwrap();
    let checks = library.checks_of_framework(framework);
    assert_eq!(checks.len(), 1);
    assert!(checks[0].metadata.requirements.iter().any(|asked| (&*asked.framework, &*asked.requirement) == ("house-1", "a")));

    std::fs::write(&file, own_framework("aws-s3-bucket-is-blue")).unwrap();
    let (library, problems) = Library::load_with_problems(&own()).unwrap();
    assert!(library.framework("house-1").is_none());
    assert_eq!(problems[0].reason, "requirement a: no check `aws-s3-bucket-is-blue`");
    let clash = folder.path().join("frameworks/cis-aws-5.0.yaml");
    std::fs::write(clash, own_framework("aws-s3-bucket-blocks-public-access").replace("house-1", "cis-aws-5.0")).unwrap();
    let (_, problems) = Library::load_with_problems(&own()).unwrap();
    assert!(problems.iter().any(|problem| problem.reason == "the id `cis-aws-5.0` is already taken"), "{problems:?}");
}

#[test]
fn every_framework_inside_is_sound() {
    let library = Library::load(&[]).unwrap();
    assert!(library.frameworks().count() >= 4);
    for framework in library.frameworks() {
        assert_eq!(framework::problem(framework), None, "{}", framework.id);
        assert!(!library.checks_of_framework(framework).is_empty(), "{}", framework.id);
    }
}

#[test]
fn what_scans_load_is_the_same_but_for_the_examples() {
    let (whole, light) = (Library::load(&[]).unwrap(), Library::load_for_scans(&OwnFolders::default()).unwrap());
    let told = |library: &Library| library.checks().map(|check| check.metadata.as_ref().clone()).collect::<Vec<_>>();
    assert_eq!(told(&whole), told(&light));
    assert!(whole.checks().all(|check| !check.examples.is_empty()));
    assert!(light.checks().all(|check| check.examples.is_empty()));
}
