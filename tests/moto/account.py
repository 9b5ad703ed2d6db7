"""One account of the moto server, and the verdicts that a right scanner comes to on what is built in it.

Everything is made through the AWS API. Three facts that no API can set (the age of an access key, and the root user's keys and MFA
device) are set in moto's own memory, which is why seeds run inside the server's process.
"""

import datetime
import json

import boto3
from moto.iam.models import iam_backends

HOME = "us-east-1"
AWAY = "eu-west-1"
# A bucket lives here, and no scan of the tests asks for it.
ELSEWHERE = "ap-northeast-1"

EC2_TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}


class Account:
    def __init__(self, endpoint, number):
        self.endpoint = endpoint
        self.number = number
        self.session = boto3.session.Session("a-key", "a-secret")
        self.session.events.register("before-send", self._name_the_account)
        self.clients = {}
        self.verdicts = {}
        self.labels = {}
        self.counts = {}

    def _name_the_account(self, request, **_):
        request.headers["x-moto-account-id"] = self.number
        # S3 Control puts the account's number before the host, which an address of digits cannot carry.
        request.url = request.url.replace(f"//{self.number}.", "//")

    def client(self, service, region=HOME):
        key = (service, region)
        if key not in self.clients:
            self.clients[key] = self.session.client(service, region_name=region, endpoint_url=self.endpoint)
        return self.clients[key]

    def expect(self, check, label, outcome):
        """Says what `check` must find on the resource called `label`."""
        known = self.verdicts.setdefault(check, {})
        assert label not in known, f"{check} on {label} is expected twice"
        known[label] = outcome

    def label(self, identifier, label):
        """Calls a resource that carries no name `label` in the tests."""
        self.labels[identifier] = label
        return label

    def count(self, resource_type, number=1):
        self.counts[resource_type] = self.counts.get(resource_type, 0) + number

    def backdate_key(self, user, position, days):
        backend = iam_backends[self.number]["aws"]
        key = backend.users[user].access_keys[position]
        key.create_date = key.create_date - datetime.timedelta(days=days)

    def root(self, access_keys, mfa):
        summary = iam_backends[self.number]["aws"].account_summary
        summary._account_access_keys_present = access_keys
        summary._account_mfa_enabled = mfa

    def user(self, name, policy):
        """A user who may do what `policy` says, and the key to be one."""
        iam = self.client("iam")
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="only", PolicyDocument=text(policy))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return {"id": key["AccessKeyId"], "secret": key["SecretAccessKey"]}

    def answer(self):
        return {"account": self.number, "verdicts": self.verdicts, "labels": self.labels, "counts": self.counts}


def text(document):
    return json.dumps(document)


def statement(effect, action, resource, **more):
    return {"Version": "2012-10-17", "Statement": [{"Effect": effect, "Action": action, "Resource": resource, **more}]}
