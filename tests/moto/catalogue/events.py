"""Event buses."""

from account import AWAY, HOME

PUBLIC = "aws-events-bus-is-not-public"
OWN = "aws-events-bus-takes-no-events-of-other-accounts"

UNSUPPORTED = {"aws-events-endpoint-replicates-events": "ListEndpoints"}


def bus(account, name, principal=None, region=HOME, **more):
    events = account.client("events", region)
    events.create_event_bus(Name=name)
    if principal:
        events.put_permission(EventBusName=name, Action="events:PutEvents", Principal=principal, StatementId="one", **more)


def seed_good(account):
    bus(account, "private")
    bus(account, "own", account.number)
    for name in ("private", "own"):
        account.expect(PUBLIC, name, "pass")
        account.expect(OWN, name, "pass")


def seed_bad(account):
    bus(account, "partner", "444455556666", AWAY)
    account.expect(PUBLIC, "partner", "pass")
    account.expect(OWN, "partner", "fail")
    bus(account, "open", "*", AWAY)
    account.expect(PUBLIC, "open", "fail")
    account.expect(OWN, "open", "fail")


STATES = {"good": seed_good, "bad": seed_bad}
