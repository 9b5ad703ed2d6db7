//! The simulation and the reads together, against a service that answers as told.

use super::super::scripted::{Answer, Scripted, json, xml};
use super::*;
use crate::model::preflight::{Cause, Teller, Verdict};

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
    let service = Scripted::by_sign(vec![
        ("Action=GetRole", role()),
        ("Action=SimulatePrincipalPolicy", simulation(&decisions)),
        ("Action=DescribeVpcs", denied(403, "UnauthorizedOperation")),
        ("Action=ListTopics", topics()),
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
async fn a_role_whose_path_nobody_tells_is_looked_for_where_it_usually_is() {
    let scripted = || {
        Scripted::by_sign(vec![
            ("Action=GetRole", iam_error(403, "AccessDenied")),
            (
                "role%2Faws-reserved%2Fsso.amazonaws.com%2FAWSReservedSSO_Audit_01",
                simulation(&[("s3:GetBucketAcl", "allowed", "")]),
            ),
            ("Action=SimulatePrincipalPolicy", iam_error(404, "NoSuchEntity")),
        ])
    };
    let asked_as = async |role: &str| {
        let caller = format!("arn:aws:sts::123456789012:assumed-role/{role}/mira");
        asked(&scripted(), &caller, &["s3:GetBucketAcl"], &["eu-west-1"]).await
    };
    assert_eq!(asked_as("AWSReservedSSO_Audit_01").await.answers[0].verdict, Verdict::Granted);
    let answers = asked_as("audit").await;
    assert_eq!(answers.answers[0].verdict, Verdict::Unknown);
    assert!(answers.notes[0].contains("iam:GetRole would tell"), "{:?}", answers.notes);
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

const USER: &str = "arn:aws:iam::123456789012:user/mira";

fn topics() -> Answer {
    xml(200, "<ListTopicsResponse><ListTopicsResult><Topics/></ListTopicsResult></ListTopicsResponse>")
}

#[tokio::test]
async fn a_region_that_the_organisation_denies_is_found_though_it_lets_some_services_through() {
    let analyzers = json(200, r#"{"analyzers":[]}"#);
    let decisions = [
        "access-analyzer:ListAnalyzers",
        "ec2:DescribeSubnets",
        "ec2:DescribeTransitGateways",
        "ec2:DescribeVpcs",
        "kms:GetKeyPolicy",
        "ec2:DescribeInstanceAttribute",
    ];
    let decisions = decisions.map(|action| (action, "allowed", ""));
    let service = Scripted::by_signs(vec![
        (&["GET /analyzer"], analyzers),
        (
            &["Action=DescribeTransitGateways"],
            xml(200, "<DescribeTransitGatewaysResponse><transitGatewaySet/></DescribeTransitGatewaysResponse>"),
        ),
        (&["Action=DescribeVpcs", "eu-west-1/ec2"], vpcs()),
        (&["Action=DescribeSubnets", "eu-west-1/ec2"], xml(200, "<DescribeSubnetsResponse><subnetSet/></DescribeSubnetsResponse>")),
        (&["us-west-2/ec2"], denied(403, "UnauthorizedOperation")),
        (&["Action=SimulatePrincipalPolicy"], simulation(&decisions)),
    ]);
    let actions = decisions.map(|(action, _, _)| action);
    let answers = asked(&service, USER, &actions, &["eu-west-1", "us-west-2"]).await;
    let verdicts: Vec<(Verdict, Option<Cause>)> = answers.answers.iter().map(|answer| (answer.verdict, answer.cause)).collect();
    let expected = [
        (Verdict::Granted, None),
        (Verdict::Missing, Some(Cause::Region)),
        (Verdict::Granted, None),
        (Verdict::Missing, Some(Cause::Region)),
        (Verdict::Granted, None),
        (Verdict::Unknown, None),
    ];
    assert_eq!(verdicts, expected, "{answers:#?}");
    assert_eq!(answers.answers[3].regions, ["us-west-2"]);
    assert!(answers.answers[5].detail.contains("ec2:DescribeSubnets is denied in us-west-2"), "{:?}", answers.answers[5]);
    assert!(answers.notes[0].contains("us-west-2 denies what eu-west-1 allows of ec2"), "{:?}", answers.notes);
}

#[tokio::test]
async fn what_is_called_once_is_asked_where_it_is_called_and_nowhere_else() {
    let regions = "<DescribeRegionsResponse><regionInfo/></DescribeRegionsResponse>";
    let service = Scripted::by_signs(vec![
        (&["Action=DescribeRegions", "eu-west-1/ec2"], xml(200, regions)),
        (&["GET /?", "eu-west-1/s3"], xml(200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>")),
        (&["Action=DescribeVpcs"], vpcs()),
        (&["Action=SimulatePrincipalPolicy"], simulation(&[])),
    ]);
    // The session is at home in eu-west-1, which is not scanned.
    let actions = ["ec2:DescribeRegions", "ec2:DescribeVpcs", "s3:ListAllMyBuckets"];
    let answers = asked(&service, USER, &actions, &["us-west-2", "us-east-2"]).await;
    assert!(answers.answers.iter().all(|answer| answer.verdict == Verdict::Granted), "{answers:#?}");
    let asked = |sign: &str| service.requests().iter().filter(|request| request.contains(sign)).count();
    assert_eq!((asked("Action=DescribeRegions"), asked("Action=DescribeVpcs")), (1, 2));
}

#[tokio::test]
async fn policies_are_simulated_where_a_scan_calls_and_in_each_region() {
    let allowed = |region: &str| {
        let decision = if region == "eu-central-1" { "allowed" } else { "implicitDeny" };
        simulation(
            &["iam:GenerateCredentialReport", "kms:GetKeyPolicy", "sns:GetTopicAttributes"].map(|action| (action, decision, "")),
        )
    };
    let service = Scripted::by_signs(vec![
        (&["Action=SimulatePrincipalPolicy", "member.1=eu-central-1"], allowed("eu-central-1")),
        (&["Action=SimulatePrincipalPolicy", "member.1=us-east-1"], allowed("us-east-1")),
        (&["Action=SimulatePrincipalPolicy", "member.1=eu-west-3"], allowed("eu-west-3")),
    ]);
    let actions = ["iam:GenerateCredentialReport", "kms:GetKeyPolicy", "sns:GetTopicAttributes"];
    let answers = asked(&service, USER, &actions, &["eu-central-1", "eu-west-3"]).await;
    let found: Vec<_> = answers.answers.iter().map(|answer| (answer.verdict, answer.cause, answer.regions.clone())).collect();
    let in_one = (Verdict::Missing, Some(Cause::NotGranted), vec!["eu-west-3".to_owned()]);
    assert_eq!(
        found,
        [(Verdict::Missing, Some(Cause::NotGranted), Vec::new()), in_one.clone(), in_one],
        "IAM is called in us-east-1"
    );
    for request in service.requests().iter().filter(|request| request.contains("member.1=us-east-1")) {
        assert!(request.contains("GenerateCredentialReport") && !request.contains("GetKeyPolicy"), "{request}");
    }
}

#[tokio::test]
async fn a_boundary_an_organisation_and_an_unknown_key_beat_a_policy_that_allows() {
    let result = |action: &str, more: &str| {
        format!("<member><EvalActionName>{action}</EvalActionName><EvalDecision>allowed</EvalDecision>{more}</member>")
    };
    let members = [
        result(
            "kms:GetKeyPolicy",
            "<OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations></OrganizationsDecisionDetail>",
        ),
        result(
            "s3:GetBucketAcl",
            "<PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail>",
        ),
        result("s3:GetBucketPolicy", "<MissingContextValues><member>aws:MultiFactorAuthPresent</member></MissingContextValues>"),
        result(
            "sns:GetTopicAttributes",
            "<OrganizationsDecisionDetail><AllowedByOrganizations>true</AllowedByOrganizations></OrganizationsDecisionDetail>",
        ),
    ];
    let body = format!("<IsTruncated>false</IsTruncated><EvaluationResults>{}</EvaluationResults>", members.concat());
    let body = format!(
        "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult>{body}</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>"
    );
    let service = Scripted::by_sign(vec![("Action=SimulatePrincipalPolicy", xml(200, &body))]);
    let actions = ["kms:GetKeyPolicy", "s3:GetBucketAcl", "s3:GetBucketPolicy", "sns:GetTopicAttributes"];
    let answers = asked(&service, USER, &actions, &["eu-west-1"]).await;
    let found: Vec<_> = answers.answers.iter().map(|answer| (answer.verdict, answer.cause)).collect();
    let expected = [
        (Verdict::Missing, Some(Cause::Organization)),
        (Verdict::Missing, Some(Cause::Boundary)),
        (Verdict::Unknown, None),
        (Verdict::Granted, None),
    ];
    assert_eq!(found, expected);
    let request = &service.requests()[0];
    for known in ["aws%3ASecureTransport", "aws%3APrincipalAccount", "aws%3APrincipalArn", "aws%3AViaAWSService"] {
        assert!(request.contains(known), "{known} is not told: {request}");
    }
}

#[tokio::test]
async fn a_denial_tells_its_cause_in_its_words_or_by_what_the_simulation_allows() {
    let said = |words: &str| {
        let body = format!(
            "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>not authorized to perform {words}</Message></Error></Errors></Response>"
        );
        xml(403, &body)
    };
    let decisions = ["ec2:DescribeSubnets", "ec2:DescribeVpcs", "ec2:DescribeVolumes"].map(|action| (action, "allowed", ""));
    let service = Scripted::by_sign(vec![
        ("Action=SimulatePrincipalPolicy", simulation(&decisions)),
        ("Action=DescribeSubnets", said("ec2:DescribeSubnets with an explicit deny in a service control policy")),
        ("Action=DescribeVpcs", said("this operation.")),
        (
            "Action=DescribeVolumes",
            said("ec2:DescribeVolumes because no identity-based policy allows the ec2:DescribeVolumes action"),
        ),
        ("Action=DescribeKeyPairs", said("this operation.")),
    ]);
    let actions = ["ec2:DescribeKeyPairs", "ec2:DescribeSubnets", "ec2:DescribeVolumes", "ec2:DescribeVpcs"];
    let answers = asked(&service, USER, &actions, &["eu-west-1"]).await;
    let causes: Vec<_> = answers.answers.iter().map(|answer| answer.cause).collect();
    let expected = [Cause::NotGranted, Cause::Organization, Cause::NotGranted, Cause::BeyondPolicies];
    assert_eq!(causes, expected.map(Some));
}

#[tokio::test]
async fn every_path_of_api_gateway_is_asked_and_simulated() {
    let none = json(404, r#"{"__type":"NotFoundException","message":"no such API"}"#);
    let empty = || json(200, "{}");
    let denied = json(403, r#"{"__type":"AccessDeniedException","message":"you may not"}"#);
    let scripted = |stages: Answer| {
        Scripted::by_sign(vec![
            ("Action=SimulatePrincipalPolicy", simulation(&[("apigateway:GET", "implicitDeny", "")])),
            ("GET /v2/apis/posture-scan/stages", stages),
            ("GET /restapis/posture-scan/stages", none.clone()),
            ("GET /restapis", empty()),
            ("GET /v2/apis", empty()),
        ])
    };
    let service = scripted(none.clone());
    let answers = asked(&service, USER, &["apigateway:GET"], &["eu-west-1"]).await;
    assert_eq!(told(&answers), [("apigateway:GET", Verdict::Granted, Some(Teller::LiveRead))]);
    let requests = service.requests();
    let simulated = requests.iter().find(|request| request.contains("Simulate")).unwrap();
    assert!(
        simulated.contains("ResourceArns.member.4=arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2F%2A%2Fstages"),
        "{simulated}"
    );
    let answers = asked(&scripted(denied), USER, &["apigateway:GET"], &["eu-west-1"]).await;
    assert_eq!(told(&answers), [("apigateway:GET", Verdict::Missing, Some(Teller::LiveRead))]);
}

#[tokio::test]
async fn states_of_the_account_are_no_denials_and_root_is_bound_by_organisations_only() {
    let scripted = |organization: Answer| {
        Scripted::by_sign(vec![
            ("DescribeOrganization", organization),
            ("GET /macie", json(403, r#"{"__type":"AccessDeniedException","message":"Macie is not enabled"}"#)),
            ("Action=GetCredentialReport", iam_error(410, "ReportNotPresent")),
            ("Action=GetAccountPasswordPolicy", iam_error(404, "NoSuchEntity")),
        ])
    };
    let actions = ["iam:GetAccountPasswordPolicy", "iam:GetCredentialReport", "macie2:GetMacieSession", "s3:GetBucketAcl"];
    let organization =
        |management: &str| json(200, &format!(r#"{{"Organization":{{"Id":"o-1","MasterAccountId":"{management}"}}}}"#));
    let none = json(400, r#"{"__type":"AWSOrganizationsNotInUseException","message":"no"}"#);
    let denied = json(400, r#"{"__type":"AccessDeniedException","message":"no"}"#);
    for (organization, verdict) in [
        (none, Verdict::Granted),
        (organization("123456789012"), Verdict::Granted),
        (organization("210987654321"), Verdict::Unknown),
        (denied, Verdict::Unknown),
    ] {
        let service = scripted(organization.clone());
        let answers = asked(&service, "arn:aws:iam::123456789012:root", &actions, &["eu-west-1"]).await;
        assert!(answers.answers[..3].iter().all(|answer| answer.verdict == Verdict::Granted), "{answers:#?}");
        assert_eq!(answers.answers[3].verdict, verdict, "{organization:?}");
        assert_eq!(answers.notes.len(), usize::from(verdict == Verdict::Unknown));
        assert!(!service.requests().iter().any(|request| request.contains("Simulate")));
    }
}

#[tokio::test]
async fn a_request_that_iam_takes_in_no_form_is_said_and_not_repeated_for_ever() {
    let service = Scripted::by_sign(vec![("Action=SimulatePrincipalPolicy", iam_error(400, "InvalidInput"))]);
    let facets = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "s3:GetBucketAcl", "s3:GetBucketPolicy"];
    let answers = asked(&service, USER, &facets, &["eu-west-1", "eu-west-3"]).await;
    assert!(answers.answers.iter().all(|answer| answer.verdict == Verdict::Unknown), "{answers:#?}");
    assert!(
        answers.notes[0].contains("not simulated for 5 of the actions") && answers.notes[0].contains("InvalidInput"),
        "{:?}",
        answers.notes
    );
    assert!(service.requests().len() <= 5, "{} requests", service.requests().len());
}

#[tokio::test]
async fn one_page_that_fails_leaves_the_other_actions_simulated() {
    let facets: Vec<&'static str> = crate::model::resource::AWS
        .iter()
        .flat_map(|resource_type| resource_type.facets)
        .flat_map(|facet| facet.actions)
        .copied()
        .filter(|action| action.starts_with("s3:Get") || action.starts_with("rds:") || action.starts_with("ec"))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    assert!(facets.len() > 40, "{}", facets.len());
    let last = *facets.last().unwrap();
    let service = Scripted::by_sign(vec![
        ("Marker=next", simulation(&[(last, "allowed", "")])),
        (crate::model::permissions::name_of(facets[0]), iam_error(400, "MalformedThing")),
        ("Action=SimulatePrincipalPolicy", truncated()),
    ]);
    let answers = asked(&service, USER, &facets, &["eu-west-1"]).await;
    assert_eq!(
        answers.answers.last().unwrap().verdict,
        Verdict::Granted,
        "it is on a second page of a second request: {answers:#?}"
    );
    assert!(answers.notes[0].contains("MalformedThing"), "{:?}", answers.notes);
}

/// A first page of results without any.
fn truncated() -> Answer {
    let result = "<IsTruncated>true</IsTruncated><Marker>next</Marker><EvaluationResults/>";
    let body = format!("<SimulatePrincipalPolicyResult>{result}</SimulatePrincipalPolicyResult>");
    xml(200, &format!("<SimulatePrincipalPolicyResponse>{body}</SimulatePrincipalPolicyResponse>"))
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
    assert!(answers.answers[2].detail.contains("IAM does not know the action"), "{:?}", answers.answers[2]);
}
