"""Secrets; when one was last rotated is set in moto's memory, since no API can."""

import time

from account import AWAY, HOME, text
from moto.secretsmanager.models import secretsmanager_backends

ROTATES = "aws-secretsmanager-secret-rotates-automatically"
RECENT = "aws-secretsmanager-secret-was-rotated-recently"
USED = "aws-secretsmanager-secret-is-in-use"
PUBLIC = "aws-secretsmanager-secret-is-not-public"
NAMED = "aws-secretsmanager-secret-policy-denies-all-but-named"

UNSUPPORTED = {USED: "the date of the last access in ListSecrets"}


def policy(effect, action, **more):
    statement = {"Effect": effect, "Principal": "*", "Action": action, "Resource": "*", **more}
    return text({"Version": "2012-10-17", "Statement": [statement]})


def rotated(account, name, days, region=HOME):
    secret = secretsmanager_backends[account.number][region].secrets[name]
    secret.rotation_requested = True
    secret.rotation_enabled = True
    secret.last_rotation_date = int(time.time()) - days * 86_400


def seed_good(account):
    secrets = account.client("secretsmanager")
    secrets.create_secret(Name="database", SecretString="not-a-secret")
    rotated(account, "database", 3)
    condition = {"ArnNotEquals": {"aws:PrincipalArn": f"arn:aws:iam::{account.number}:role/app"}}
    secrets.put_resource_policy(SecretId="database", ResourcePolicy=policy("Deny", "secretsmanager:*", Condition=condition))
    for check in (ROTATES, RECENT, PUBLIC, NAMED):
        account.expect(check, "database", "pass")
    secrets.create_secret(Name="private", SecretString="not-a-secret")
    account.expect(PUBLIC, "private", "pass")
    account.expect(NAMED, "private", "fail")


def seed_bad(account):
    secrets = account.client("secretsmanager", AWAY)
    secrets.create_secret(Name="open", SecretString="not-a-secret")
    secrets.put_resource_policy(SecretId="open", ResourcePolicy=policy("Allow", "secretsmanager:GetSecretValue"))
    for check in (ROTATES, RECENT, USED, PUBLIC, NAMED):
        account.expect(check, "open", "fail")
    secrets.create_secret(Name="stale", SecretString="not-a-secret")
    rotated(account, "stale", 120, AWAY)
    account.expect(ROTATES, "stale", "pass")
    account.expect(RECENT, "stale", "fail")


STATES = {"good": seed_good, "bad": seed_bad}
