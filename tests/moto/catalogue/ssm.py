"""Documents of Systems Manager."""

from account import AWAY, HOME, text

PUBLIC = "aws-ssm-document-is-not-public"
SECRETS = "aws-ssm-document-holds-no-secrets"

UNSUPPORTED = {"aws-ssm-node-has-its-patches": "ListResourceComplianceSummaries"}


def document(account, name, line, region=HOME):
    content = {
        "schemaVersion": "2.2",
        "description": "one step",
        "mainSteps": [{"action": "aws:runShellScript", "name": "run", "inputs": {"runCommand": [line]}}],
    }
    account.client("ssm", region).create_document(Name=name, Content=text(content), DocumentType="Command", DocumentFormat="JSON")


def seed_good(account):
    document(account, "rotate-logs", "logrotate /etc/logrotate.conf")
    account.expect(PUBLIC, "rotate-logs", "pass")
    account.expect(SECRETS, "rotate-logs", "pass")


def seed_bad(account):
    document(account, "deploy", "export AWS_ACCESS_KEY_ID=AKIAQ3EGRVH7ZK2NLWPD", AWAY)
    ssm = account.client("ssm", AWAY)
    ssm.modify_document_permission(Name="deploy", PermissionType="Share", AccountIdsToAdd=["all"])
    account.expect(PUBLIC, "deploy", "fail")
    account.expect(SECRETS, "deploy", "fail")
    document(account, "lent", "uptime", AWAY)
    ssm.modify_document_permission(Name="lent", PermissionType="Share", AccountIdsToAdd=["444455556666"])
    account.expect(PUBLIC, "lent", "fail")


STATES = {"good": seed_good, "bad": seed_bad}
