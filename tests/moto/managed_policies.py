"""Takes AWS's own managed policies for readers out of moto, which copies them from AWS, and prints what `scan policy --diff` compares with.

    python tests/moto/managed_policies.py > src/model/permissions/aws_managed.json
"""

import datetime
import importlib.metadata
import json

from moto.iam.aws_managed_policies import aws_managed_policies_data

NAMES = ["SecurityAudit", "ViewOnlyAccess", "ReadOnlyAccess"]


def many(value):
    return value if isinstance(value, list) else [value]


def statement(source):
    """Its actions without their service, by service."""
    if source["Effect"] != "Allow" or "NotAction" in source or "NotResource" in source:
        raise SystemExit(f"a statement that this does not understand: {source.get('Sid')}")
    actions = {}
    for action in many(source["Action"]):
        service, name = action.split(":", 1)
        actions.setdefault(service, []).append(name)
    return {
        "resources": sorted(many(source["Resource"])),
        "conditional": "Condition" in source,
        "actions": {service: " ".join(sorted(names)) for service, names in sorted(actions.items())},
    }


def policy(name, source):
    return {
        "name": name,
        "path": source["Path"],
        "version": source["DefaultVersionId"],
        "updated_on": source["UpdateDate"][:10],
        "statements": [statement(one) for one in many(source["Document"]["Statement"])],
    }


known = json.loads(aws_managed_policies_data)
document = {
    "source": f"moto {importlib.metadata.version('moto')}",
    "taken_on": datetime.date.today().isoformat(),
    "policies": [policy(name, known[name]) for name in NAMES],
}
print(json.dumps(document, indent=1))
