"""IAM, the account itself and its organisation."""

import datetime
import json

from account import EC2_TRUST, Account, statement, text
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, iam_backends

POLICIES = "arn:aws:iam::aws:policy"
ADMINISTRATOR = f"{POLICIES}/AdministratorAccess"
READ_ONLY = f"{POLICIES}/ReadOnlyAccess"

# Check, and a policy that fails it. The same policies stand in users as inline policies, except that of the role.
BAD_POLICIES = {
    "allows-no-marketplace-subscriptions": statement("Allow", "aws-marketplace:Subscribe", "*"),
    "allows-no-privilege-escalation": statement("Allow", ["iam:PassRole", "ec2:RunInstances"], "*"),
    "grants-no-full-cloudtrail-access": statement("Allow", "cloudtrail:*", "*"),
    "grants-no-full-kms-access": statement("Allow", "kms:*", "*"),
}
FREELY = statement("Allow", "sts:AssumeRole", "arn:aws:iam::*:role/deploy")
EVERYTHING = statement("Allow", "*", "*")
NARROW = statement("Allow", "s3:GetObject", "arn:aws:s3:::example/*")

WORDS = ["lowercase-letter", "uppercase-letter", "number", "symbol"]
PASSWORD_CHECKS = [f"aws-iam-password-policy-wants-{word}" for word in WORDS] + [
    "aws-iam-password-policy-wants-long-passwords",
    "aws-iam-password-policy-forbids-reuse",
    "aws-iam-password-policy-expires-passwords",
]


def ago(days):
    return datetime.datetime.now() - datetime.timedelta(days=days)


def know_aws_policies(account):
    """A few of AWS's own policies, which moto leaves out unless it is told to load all of them."""
    backend = iam_backends[account.number]["aws"]
    known = json.loads(aws_managed_policies_data)
    for name in ["AdministratorAccess", "AWSCloudShellFullAccess", "AWSSupportAccess", "ReadOnlyAccess", "SecurityAudit"]:
        policy = AWSManagedPolicy.from_data(name, account.number, "us-east-1", known[name])
        backend.aws_managed_policies.append(policy)
        backend.managed_policies[policy.arn] = policy


def people(account: Account):
    """Users with keys, passwords and devices of every kind."""
    know_aws_policies(account)
    iam = account.client("iam")
    backend = iam_backends[account.number]["aws"]

    def user(name, console=None, keys=(), hardware=False, app=False, made=0):
        """`console` and `keys` are days since the last use, "never", or "off" for an inactive key; `made` is days ago."""
        iam.create_user(UserName=name)
        backend.users[name].create_date = ago(made)
        if console is not None:
            iam.create_login_profile(UserName=name, Password="a-Password-1!")
            backend.users[name].password_last_used = None if console == "never" else ago(console)
        for place, used in enumerate(keys):
            key = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
            if used == "off":
                iam.update_access_key(UserName=name, AccessKeyId=key, Status="Inactive")
            elif used != "never":
                backend.users[name].access_keys[place].last_used = ago(used)
            backend.users[name].access_keys[place].create_date = ago(made)
        serial = f"arn:aws:iam::{account.number}:u2f/user/{name}/key"
        if app:
            serial = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
        if hardware or app:
            iam.enable_mfa_device(
                UserName=name, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321"
            )

    user("hardware", console=3, hardware=True)
    user("app", console=44, app=True)
    user("idle-console", console=47)
    user("never-signed-in", console="never", keys=["never"])
    user("forgotten-console", console="never", made=47)
    user("forgotten-key", keys=["never"], made=47)
    user("fresh-key", keys=[1])
    user("idle-key", keys=[200])
    user("two-keys", keys=[1, 2])
    user("two-keys-one-off", keys=[1, "off"])
    for name, device, used, key in [
        ("hardware", "pass", "pass", "pass"),
        ("app", "fail", "pass", "pass"),
        ("idle-console", "fail", "fail", "pass"),
        ("never-signed-in", "fail", "pass", "pass"),
        ("fresh-key", "fail", "pass", "pass"),
        ("idle-key", "fail", "pass", "fail"),
    ]:
        account.expect("aws-iam-user-has-hardware-mfa", name, device)
        account.expect("aws-iam-console-password-is-used", name, used)
        account.expect("aws-iam-access-keys-are-used", name, key)
    for name, outcome in [("never-signed-in", "fail"), ("hardware", "pass"), ("fresh-key", "pass")]:
        account.expect("aws-iam-console-user-has-no-idle-access-key", name, outcome)
    for name, outcome in [
        ("hardware", "pass"),
        ("never-signed-in", "pass"),
        ("forgotten-console", "fail"),
        ("forgotten-key", "fail"),
        ("idle-key", "pass"),
    ]:
        account.expect("aws-iam-credentials-have-been-used", name, outcome)
    for name, outcome in [("two-keys", "fail"), ("two-keys-one-off", "pass"), ("fresh-key", "pass")]:
        account.expect("aws-iam-user-has-one-active-access-key", name, outcome)
    groups(account)


def groups(account):
    """Rights that users have by themselves and by their groups."""
    iam = account.client("iam")
    for name, policy in [("administrators", ADMINISTRATOR), ("readers", READ_ONLY)]:
        iam.create_group(GroupName=name)
        iam.attach_group_policy(GroupName=name, PolicyArn=policy)
    iam.create_group(GroupName="strong-administrators")
    iam.attach_group_policy(GroupName="strong-administrators", PolicyArn=ADMINISTRATOR)
    iam.add_user_to_group(GroupName="administrators", UserName="hardware")
    iam.add_user_to_group(GroupName="administrators", UserName="idle-key")
    iam.add_user_to_group(GroupName="strong-administrators", UserName="hardware")
    iam.add_user_to_group(GroupName="readers", UserName="fresh-key")
    iam.attach_user_policy(UserName="app", PolicyArn=ADMINISTRATOR)
    iam.put_user_policy(UserName="two-keys", PolicyName="send", PolicyDocument=text(NARROW))
    iam.put_user_policy(
        UserName="two-keys-one-off", PolicyName="assume", PolicyDocument=text(statement("Allow", "sts:AssumeRole", "*"))
    )
    check = "aws-iam-group-is-no-administrator"
    for name, mfa, outcome in [("administrators", "fail", "fail"), ("strong-administrators", "pass", "fail")]:
        account.expect("aws-iam-administrators-have-mfa", name, mfa)
        account.expect(check, name, outcome)
    account.expect("aws-iam-administrators-have-mfa", "readers", "pass")
    account.expect(check, "readers", "pass")
    account.expect("aws-iam-user-is-no-administrator", "app", "fail")
    account.expect("aws-iam-user-is-no-administrator", "hardware", "pass")
    for name, outcome in [("app", "fail"), ("two-keys", "fail"), ("hardware", "pass")]:
        account.expect("aws-iam-user-holds-no-policies", name, outcome)
    # By a group, by an inline policy; STS alone; no key.
    for name, outcome in [("fresh-key", "fail"), ("two-keys", "fail"), ("two-keys-one-off", "pass"), ("hardware", "pass")]:
        account.expect("aws-iam-user-reaches-services-without-access-keys", name, outcome)


def policies(account: Account):
    """Policies of the account's own, inline and of AWS."""
    know_aws_policies(account)
    iam = account.client("iam")
    iam.create_user(UserName="holder")

    def create(name, document, attach=False):
        arn = iam.create_policy(PolicyName=name, PolicyDocument=text(document))["Policy"]["Arn"]
        if attach:
            iam.attach_user_policy(UserName="holder", PolicyArn=arn)

    create("narrow", NARROW, attach=True)
    create("freely", FREELY)
    create("everything-unattached", EVERYTHING)
    create("everything-attached", EVERYTHING, attach=True)
    create("narrow-unattached", NARROW)
    iam.put_user_policy(UserName="holder", PolicyName="narrow", PolicyDocument=text(NARROW))
    iam.put_user_policy(UserName="holder", PolicyName="everything", PolicyDocument=text(EVERYTHING))
    for check, document in BAD_POLICIES.items():
        create(check, document)
        iam.put_user_policy(UserName="holder", PolicyName=check, PolicyDocument=text(document))
        account.expect(f"aws-iam-policy-{check}", check, "fail")
        account.expect(f"aws-iam-policy-{check}", "everything-attached", "fail")
        account.expect(f"aws-iam-policy-{check}", "narrow", "pass")
        account.expect(f"aws-iam-inline-policy-{check}", f"user/holder/{check}", "fail")
        account.expect(f"aws-iam-inline-policy-{check}", "user/holder/narrow", "pass")
    account.expect("aws-iam-policy-names-roles-to-assume", "freely", "fail")
    account.expect("aws-iam-policy-names-roles-to-assume", "narrow", "pass")
    account.expect("aws-iam-inline-policy-grants-no-full-access", "user/holder/everything", "fail")
    account.expect("aws-iam-inline-policy-grants-no-full-access", "user/holder/narrow", "pass")
    for name, outcome in [
        ("everything-unattached", "fail"),
        ("narrow-unattached", "pass"),
        ("everything-attached", "not_applicable"),
    ]:
        account.expect("aws-iam-unattached-policy-grants-no-full-access", name, outcome)
    iam.attach_user_policy(UserName="holder", PolicyArn=ADMINISTRATOR)
    iam.attach_user_policy(UserName="holder", PolicyArn=READ_ONLY)
    account.expect("aws-iam-aws-policy-grants-no-full-access", "AdministratorAccess", "fail")
    account.expect("aws-iam-aws-policy-grants-no-full-access", "ReadOnlyAccess", "pass")


def trust(principal, **more):
    allowed = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", **more}
    return {"Version": "2012-10-17", "Statement": [allowed]}


def roles(account: Account):
    """Roles for people, services and other accounts."""
    know_aws_policies(account)
    iam = account.client("iam")
    own = trust({"AWS": f"arn:aws:iam::{account.number}:root"})
    other = trust({"AWS": "arn:aws:iam::444455556666:root"})
    source = {"StringEquals": {"aws:SourceAccount": account.number}}
    confined = trust({"Service": "sns.amazonaws.com"}, Condition=source)

    def role(name, document, *attached, path="/"):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=text(document), Path=path)
        for policy in attached:
            iam.attach_role_policy(RoleName=name, PolicyArn=policy)

    role("own-administrator", own, ADMINISTRATOR)
    role("own-reader", own, READ_ONLY)
    role("other-reader", other, READ_ONLY)
    role("other-without-rights", other)
    role("machine", EC2_TRUST, ADMINISTRATOR)
    role("confined", confined)
    check = "aws-iam-role-is-no-administrator"
    for name, outcome in [("own-administrator", "fail"), ("own-reader", "pass"), ("machine", "not_applicable")]:
        account.expect(check, name, outcome)
    for name, outcome in [("other-reader", "fail"), ("own-reader", "pass"), ("other-without-rights", "pass")]:
        account.expect("aws-iam-read-only-role-trusts-own-account", name, outcome)
    for name, outcome in [("machine", "fail"), ("confined", "pass"), ("own-reader", "not_applicable")]:
        account.expect("aws-iam-service-role-confines-its-callers", name, outcome)


def strict(account: Account):
    """An account that is kept well, and manages an organisation."""
    know_aws_policies(account)
    number, iam = account.number, account.client("iam")
    account.root(access_keys=0, mfa=1)
    account.expect("aws-iam-root-has-hardware-mfa", number, "pass")
    iam.update_account_password_policy(
        MinimumPasswordLength=14,
        RequireSymbols=True,
        RequireNumbers=True,
        RequireUppercaseCharacters=True,
        RequireLowercaseCharacters=True,
        MaxPasswordAge=90,
        PasswordReusePrevention=24,
    )
    iam.create_saml_provider(Name="people", SAMLMetadataDocument="a" * 1024)
    for name, policy in [("on-duty", "AWSSupportAccess"), ("auditor", "SecurityAudit")]:
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=text(EC2_TRUST))
        iam.attach_role_policy(RoleName=name, PolicyArn=f"{POLICIES}/{policy}")
    contacts = account.client("account")
    contacts.put_alternate_contact(
        AlternateContactType="SECURITY", Name="Ada", Title="Security", EmailAddress="a@example.com", PhoneNumber="+15550100"
    )
    organization(account)
    for check in [
        *PASSWORD_CHECKS,
        "aws-account-security-contact-is-registered",
        "aws-iam-audit-role-exists",
        "aws-iam-cloudwatch-is-not-shared-with-other-accounts",
        "aws-iam-nobody-has-full-cloudshell-access",
        "aws-iam-saml-provider-exists",
        "aws-iam-support-role-exists",
        "aws-organizations-account-is-in-organization",
        "aws-organizations-ai-services-are-opted-out",
        "aws-organizations-delegated-administrators-are-trusted",
        "aws-organizations-regions-are-restricted",
        "aws-organizations-tag-policies-are-attached",
    ]:
        account.expect(check, number, "pass")


def organization(account):
    organizations = account.client("organizations")
    organizations.create_organization(FeatureSet="ALL")
    root = organizations.list_roots()["Roots"][0]["Id"]
    outside = {"StringNotEquals": {"aws:RequestedRegion": ["us-east-1", "eu-west-1"]}}
    restricted = statement("Deny", "*", "*", Condition=outside)
    opted_out = {"@@assign": "optOut", "@@operators_allowed_for_child_policies": ["@@none"]}
    for kind, content in [
        ("SERVICE_CONTROL_POLICY", restricted),
        ("TAG_POLICY", {"tags": {"owner": {"tag_key": {"@@assign": "owner"}}}}),
        ("AISERVICES_OPT_OUT_POLICY", {"services": {"default": {"opt_out_policy": opted_out}}}),
    ]:
        policy = organizations.create_policy(Content=text(content), Description=kind, Name=kind, Type=kind)
        organizations.attach_policy(PolicyId=policy["Policy"]["PolicySummary"]["Id"], TargetId=root)


def careless(account: Account):
    """An account that nobody looks after."""
    know_aws_policies(account)
    number, iam = account.number, account.client("iam")
    account.root(access_keys=0, mfa=0)
    account.expect("aws-iam-root-has-hardware-mfa", number, "fail")
    iam.create_role(RoleName="CloudWatch-CrossAccountSharingRole", AssumeRolePolicyDocument=text(EC2_TRUST))
    iam.create_group(GroupName="everybody")
    iam.attach_group_policy(GroupName="everybody", PolicyArn=f"{POLICIES}/AWSCloudShellFullAccess")
    for check in [
        *PASSWORD_CHECKS,
        "aws-account-security-contact-is-registered",
        "aws-iam-audit-role-exists",
        "aws-iam-cloudwatch-is-not-shared-with-other-accounts",
        "aws-iam-nobody-has-full-cloudshell-access",
        "aws-iam-saml-provider-exists",
        "aws-iam-support-role-exists",
        "aws-organizations-account-is-in-organization",
        "aws-organizations-ai-services-are-opted-out",
        "aws-organizations-regions-are-restricted",
        "aws-organizations-tag-policies-are-attached",
    ]:
        account.expect(check, number, "fail")
    account.expect("aws-organizations-delegated-administrators-are-trusted", number, "not_applicable")


def halfway(account: Account):
    """Rules that are there and not enough."""
    number, iam = account.number, account.client("iam")
    iam.update_account_password_policy(MinimumPasswordLength=13, MaxPasswordAge=91, PasswordReusePrevention=23)
    for check in PASSWORD_CHECKS:
        account.expect(check, number, "fail")
    organizations = account.client("organizations")
    organizations.create_organization(FeatureSet="ALL")
    member = organizations.create_account(AccountName="tools", Email="tools@example.com")["CreateAccountStatus"]["AccountId"]
    organizations.register_delegated_administrator(AccountId=member, ServicePrincipal="ssm.amazonaws.com")
    organizations.create_policy(Content=text({"tags": {}}), Description="unused", Name="unused", Type="TAG_POLICY")
    account.expect("aws-organizations-delegated-administrators-are-trusted", number, "fail")
    account.expect("aws-organizations-tag-policies-are-attached", number, "fail")
    account.expect("aws-organizations-regions-are-restricted", number, "fail")


STATES = {
    "people": people,
    "policies": policies,
    "roles": roles,
    "strict": strict,
    "careless": careless,
    "halfway": halfway,
}

NO_LAST_ACCESS = "reports of last accesses to services"
UNSUPPORTED = {
    "aws-accessanalyzer-analyzer-has-no-active-findings": "Access Analyzer",
    "aws-accessanalyzer-region-has-active-analyzer": "Access Analyzer",
    "aws-account-contact-details-are-registered": "GetContactInformation",
    "aws-account-contacts-differ": "GetContactInformation",
    "aws-iam-role-uses-its-bedrock-access": NO_LAST_ACCESS,
    "aws-iam-root-credentials-are-managed-centrally": "ListOrganizationsFeatures",
    "aws-iam-root-is-not-used": "the root user's line of the credential report",
    "aws-iam-server-certificate-is-not-expired": "expiry dates in the list of server certificates",
    "aws-iam-user-uses-its-bedrock-access": NO_LAST_ACCESS,
    "aws-iam-user-uses-its-sagemaker-access": NO_LAST_ACCESS,
}
