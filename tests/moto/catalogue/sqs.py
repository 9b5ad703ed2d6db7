"""Queues."""

from account import AWAY, HOME, text

ENCRYPTED = "aws-sqs-queue-is-encrypted"
PUBLIC = "aws-sqs-queue-is-not-public"


def everyone(account, name, region=HOME, **more):
    arn = f"arn:aws:sqs:{region}:{account.number}:{name}"
    statement = {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": arn, **more}
    return text({"Version": "2012-10-17", "Statement": [statement]})


def seed_good(account):
    queues = account.client("sqs")
    queues.create_queue(QueueName="managed", Attributes={"SqsManagedSseEnabled": "true"})
    condition = {"ArnEquals": {"aws:SourceArn": f"arn:aws:sns:{HOME}:{account.number}:orders"}}
    policy = everyone(account, "keyed", Condition=condition)
    queues.create_queue(QueueName="keyed", Attributes={"KmsMasterKeyId": "alias/aws/sqs", "Policy": policy})
    for name in ("managed", "keyed"):
        account.expect(ENCRYPTED, name, "pass")
        account.expect(PUBLIC, name, "pass")


def seed_bad(account):
    policy = everyone(account, "open", AWAY)
    account.client("sqs", AWAY).create_queue(QueueName="open", Attributes={"SqsManagedSseEnabled": "false", "Policy": policy})
    account.expect(ENCRYPTED, "open", "fail")
    account.expect(PUBLIC, "open", "fail")


STATES = {"good": seed_good, "bad": seed_bad}
