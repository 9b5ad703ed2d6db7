//! The simulation and the reads together, against a service that answers as told.

use super::super::scripted::{Answer, Scripted, json, xml};
use super::*;

const ROLE: &str = "arn:aws:sts::123456789012:assumed-role/audit/mira";

fn denied(status: u16, code: &str) -> Answer {
    xml(status, &format!("<Response><Errors><Error><Code>{code}</Code><Message>you may not</Message></Error></Errors></Response>"))
}

fn iam_error(status: u16, code: &str) -> Answer {
    xml(status, &format!("<ErrorResponse><Error><Code>{code}</Code><Message>no such thing</Message></Error></ErrorResponse>"))
}

/// What IAM says of each action: a decision, and a context key that it does not know.
fn simulation(decisions: &[(&str, &str, &str)]) -> Answer {
    let member = |(action, decision, unknown): &(&str, &str, &str)| {
        let unknown = if unknown.is_empty() { String::new() } else { format!("<member>{unknown}</member>") };
        format!(
            "<member><EvalActionName>{action}</EvalActionName><EvalDecision>{decision}</EvalDecision>\
             <MissingContextValues>{unknown}</MissingContextValues></member>"
        )
    };
    let members: String = decisions.iter().map(member).collect();
    let result = format!("<IsTruncated>false</IsTruncated><EvaluationResults>{members}</EvaluationResults>");
    let body = format!("<SimulatePrincipalPolicyResult>{result}</SimulatePrincipalPolicyResult>");
    xml(200, &format!("<SimulatePrincipalPolicyResponse>{body}</SimulatePrincipalPolicyResponse>"))
}

fn role() -> Answer {
    let role = "<RoleName>audit</RoleName><RoleId>AROA</RoleId><Arn>arn:aws:iam::123456789012:role/team/audit</Arn><Path>/team/</Path>\
                <CreateDate>2026-01-01T00:00:00Z</CreateDate>";
    xml(200, &format!("<GetRoleResponse><GetRoleResult><Role>{role}</Role></GetRoleResult></GetRoleResponse>"))
}

fn vpcs() -> Answer {
    xml(200, "<DescribeVpcsResponse><vpcSet/></DescribeVpcsResponse>")
}

async fn asked(service: &Scripted, caller: &str, actions: &[&'static str], regions: &[&str]) -> PermissionAnswers {
    let regions: Vec<String> = regions.iter().map(|region| (*region).to_owned()).collect();
    permissions(&service.session_of(caller), actions, &regions).await
}

fn told(answers: &PermissionAnswers) -> Vec<(&'static str, Verdict, Option<Teller>)> {
    answers.answers.iter().map(|answer| (answer.action, answer.verdict, answer.teller)).collect()
}

#[tokio::test]
async fn a_read_beats_the_simulation_of_the_role_with_its_path() {
    let decisions = [
        ("ec2:DescribeVpcs", "allowed", ""),
        ("kms:GetKeyPolicy", "implicitDeny", "aws:PrincipalTag/team"),
        ("s3:GetBucketAcl", "explicitDeny", ""),
        ("s3:GetBucketPolicy", "allowed", ""),
        ("sns:ListTopics", "implicitDeny", ""),
    ];
    let topics = "<ListTopicsResponse><ListTopicsResult><Topics/></ListTopicsResult></ListTopicsResponse>";
    let service = Scripted::by_sign(vec![
        ("Action=GetRole", role()),
        ("Action=SimulatePrincipalPolicy", simulation(&decisions)),
        ("Action=DescribeVpcs", denied(403, "UnauthorizedOperation")),
        ("Action=ListTopics", xml(200, topics)),
    ]);
    let actions = decisions.map(|(action, _, _)| action);
    let answers = asked(&service, ROLE, &actions, &["eu-west-1"]).await;
    let expected = [
        ("ec2:DescribeVpcs", Verdict::Missing, Some(Teller::LiveRead)),
        ("kms:GetKeyPolicy", Verdict::Unknown, None),
        ("s3:GetBucketAcl", Verdict::Missing, Some(Teller::Simulation)),
        ("s3:GetBucketPolicy", Verdict::Granted, Some(Teller::Simulation)),
        ("sns:ListTopics", Verdict::Granted, Some(Teller::LiveRead)),
    ];
    assert_eq!(told(&answers), expected);
    assert_eq!(answers.notes, Vec::<String>::new());
    assert!(answers.answers[1].detail.contains("aws:PrincipalTag/team"));
    assert!(answers.answers[2].detail.contains("explicitly"));
    let requests = service.requests();
    let simulated = requests.iter().find(|request| request.contains("Action=SimulatePrincipalPolicy")).unwrap();
    assert!(simulated.contains("role%2Fteam%2Faudit") && simulated.contains("aws%3ARequestedRegion"), "{simulated}");
    let read = requests.iter().find(|request| request.contains("Action=DescribeVpcs")).unwrap();
    assert!(read.contains("MaxResults=5"), "{read}");
}

#[tokio::test]
async fn without_the_simulation_only_what_can_be_called_is_known() {
    let service = Scripted::by_sign(vec![
        ("Action=GetRole", iam_error(403, "AccessDenied")),
        ("Action=SimulatePrincipalPolicy", iam_error(403, "AccessDenied")),
        ("Action=DescribeVpcs", vpcs()),
    ]);
    let answers = asked(&service, ROLE, &["ec2:DescribeVpcs", "s3:GetBucketAcl"], &["eu-west-1"]).await;
    let verdicts: Vec<Verdict> = answers.answers.iter().map(|answer| answer.verdict).collect();
    assert_eq!(verdicts, [Verdict::Granted, Verdict::Unknown]);
    assert!(answers.notes[0].contains("iam:SimulatePrincipalPolicy"), "{:?}", answers.notes);
    assert!(
        service.requests().iter().any(|request| request.contains("role%2Faudit")),
        "the path is left out where nobody tells it"
    );
}

#[tokio::test]
async fn a_region_that_the_organisation_denies_is_found() {
    let service = Scripted::by_signs(vec![
        (&["Action=DescribeVpcs", "eu-west-1/ec2"], vpcs()),
        (&["Action=DescribeVpcs"], denied(403, "UnauthorizedOperation")),
        (&["Action=SimulatePrincipalPolicy"], simulation(&[("ec2:DescribeVpcs", "allowed", "")])),
    ]);
    let user = "arn:aws:iam::123456789012:user/mira";
    let answers = asked(&service, user, &["ec2:DescribeVpcs"], &["eu-west-1", "us-west-2"]).await;
    assert_eq!(answers.answers[0].verdict, Verdict::Missing);
    assert_eq!(answers.answers[0].regions, ["us-west-2"]);
    assert!(answers.notes[0].contains("other actions may be denied there"), "{:?}", answers.notes);
}

#[tokio::test]
async fn the_root_user_is_not_simulated_and_states_of_the_account_are_no_denials() {
    let macie = json(403, r#"{"__type":"AccessDeniedException","message":"Macie is not enabled"}"#);
    let service = Scripted::by_sign(vec![
        ("GET /macie", macie),
        ("Action=GetCredentialReport", iam_error(410, "ReportNotPresent")),
        ("Action=GetAccountPasswordPolicy", iam_error(404, "NoSuchEntity")),
    ]);
    let actions = ["iam:GetAccountPasswordPolicy", "iam:GetCredentialReport", "macie2:GetMacieSession", "s3:GetBucketAcl"];
    let answers = asked(&service, "arn:aws:iam::123456789012:root", &actions, &["eu-west-1"]).await;
    assert!(answers.answers.iter().all(|answer| answer.verdict == Verdict::Granted), "{answers:#?}");
    assert_eq!(answers.answers[3].teller, Some(Teller::RootUser));
    assert!(!service.requests().iter().any(|request| request.contains("Simulate")));
}

#[tokio::test]
async fn an_action_that_iam_does_not_know_hides_no_other() {
    let service = Scripted::by_signs(vec![
        (&["Action=SimulatePrincipalPolicy", "ListStrangely"], iam_error(400, "InvalidInput")),
        (
            &["Action=SimulatePrincipalPolicy"],
            simulation(&[("s3:GetBucketAcl", "allowed", ""), ("s3:GetBucketPolicy", "allowed", "")]),
        ),
    ]);
    let actions = ["s3:GetBucketAcl", "s3:GetBucketPolicy", "s3:ListStrangely"];
    let answers = asked(&service, "arn:aws:iam::123456789012:user/mira", &actions, &["eu-west-1"]).await;
    let verdicts: Vec<Verdict> = answers.answers.iter().map(|answer| answer.verdict).collect();
    assert_eq!(verdicts, [Verdict::Granted, Verdict::Granted, Verdict::Unknown]);
    assert_eq!(answers.notes, Vec::<String>::new());
}
