"""Topics and subscriptions."""

from account import AWAY, HOME, text

ENCRYPTED = "aws-sns-topic-is-encrypted-with-kms"
PUBLIC = "aws-sns-topic-is-not-public"
PLAIN = "aws-sns-subscription-uses-no-plain-http"


def everyone(arn, **more):
    statement = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "SNS:Publish", "Resource": arn, **more}
    return text({"Version": "2012-10-17", "Statement": [statement]})


def topic(account, name, region=HOME, **attributes):
    return account.client("sns", region).create_topic(Name=name, Attributes=attributes)["TopicArn"]


def subscription(account, arn, protocol, endpoint, region=HOME):
    answer = account.client("sns", region).subscribe(TopicArn=arn, Protocol=protocol, Endpoint=endpoint, ReturnSubscriptionArn=True)
    return answer["SubscriptionArn"]


def seed_good(account):
    arn = topic(account, "orders", KmsMasterKeyId="alias/aws/sns")
    account.expect(ENCRYPTED, "orders", "pass")
    account.expect(PUBLIC, "orders", "pass")
    account.expect(PLAIN, subscription(account, arn, "https", "https://example.com/orders"), "pass")
    queue = f"arn:aws:sqs:{HOME}:{account.number}:orders"
    account.expect(PLAIN, subscription(account, arn, "sqs", queue), "pass")

    arn = topic(account, "organisation", AWAY, KmsMasterKeyId="alias/aws/sns")
    policy = everyone(arn, Condition={"StringEquals": {"aws:PrincipalOrgID": "o-abcdef1234"}})
    account.client("sns", AWAY).set_topic_attributes(TopicArn=arn, AttributeName="Policy", AttributeValue=policy)
    account.expect(PUBLIC, "organisation", "pass")


def seed_bad(account):
    arn = topic(account, "feed", AWAY)
    account.client("sns", AWAY).set_topic_attributes(TopicArn=arn, AttributeName="Policy", AttributeValue=everyone(arn))
    account.expect(ENCRYPTED, "feed", "fail")
    account.expect(PUBLIC, "feed", "fail")
    account.expect(PLAIN, subscription(account, arn, "http", "http://example.com/feed", AWAY), "fail")


STATES = {"good": seed_good, "bad": seed_bad}
