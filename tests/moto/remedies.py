"""Whether the AWS command line knows the commands that checks name as remedies.

Its options are the members of the API's requests in another spelling, so that botocore's models tell them.
"""

import json
import shlex

import botocore.session
from botocore import xform_name
from botocore.exceptions import UnknownServiceError

# Where the command line calls a service otherwise than botocore does.
SERVICES = {"configservice": "config", "s3api": "s3"}

# Where the command line has an option otherwise than its API, and the one that it stands for.
OPTIONS = {
    ("configservice", "put-configuration-recorder", "--recording-group"): None,
    ("ec2", "create-network-acl-entry", "--ingress"): "--egress",
    ("ec2", "modify-subnet-attribute", "--no-map-public-ip-on-launch"): "--map-public-ip-on-launch",
    ("ec2", "replace-network-acl-entry", "--ingress"): "--egress",
    ("eks", "update-cluster-version", "--kubernetes-version"): "--version",
    ("lambda", "publish-layer-version", "--zip-file"): "--content",
    ("sns", "subscribe", "--notification-endpoint"): "--endpoint",
}
OF_EVERY_COMMAND = {"--output", "--query", "--region"}


def problems(remedies):
    """What is wrong with the commands of each check; `remedies` has their text by the check's id."""
    session = botocore.session.get_session()
    for check, text in remedies.items():
        for line in text.splitlines():
            words = shlex.split(line, comments=True)
            if words:
                yield from (f"{check}: {problem} in: {line}" for problem in of_command(session, words))


def of_command(session, words):
    if words[0] != "aws" or len(words) < 3:
        yield "no command of AWS"
        return
    service, command = words[1:3]
    try:
        model = session.get_service_model(SERVICES.get(service, service))
    except UnknownServiceError:
        yield f"no service {service}"
        return
    operations = {xform_name(name, "-"): name for name in model.operation_names}
    if command not in operations:
        yield f"{service} has no command {command}"
        return
    yield from of_options(model.operation_model(operations[command]).input_shape, service, command, words[3:])


def of_options(shape, service, command, words):
    members = {"--" + xform_name(name, "-"): member for name, member in shape.members.items()} if shape else {}
    given = {}
    for word in words:
        if word.startswith("--"):
            option = OPTIONS.get((service, command, word), word)
            # A switch of the command line has an option to turn it off.
            positive = "--" + (option or "").removeprefix("--no-")
            option = positive if option not in members and positive in members else option
            values = given.setdefault(option, [])
        elif given:
            values.append(word)
        else:
            yield f"a word before the first option: {word}"
    yield from (f"no option {name}" for name in given if name and name not in members and name not in OF_EVERY_COMMAND)
    required = {"--" + xform_name(name, "-"): shape.members[name] for name in shape.required_members} if shape else {}
    missing = [name for name, member in required.items() if name not in given and "idempotencyToken" not in member.metadata]
    yield from (f"no {name}, which it needs," for name in missing)
    for name, values in given.items():
        if name in members:
            yield from of_values(members[name], name, values)


def of_values(shape, option, values):
    for value in values:
        if shape.type_name in ("list", "map", "structure") and value[:1] in ("[", "{"):
            try:
                yield from of_value(shape, option, json.loads(value))
            except ValueError:
                yield f"a value of {option} that is no JSON"


def of_value(shape, path, value):
    if shape.type_name == "structure" and isinstance(value, dict):
        yield from (f"no member {path}.{name}" for name in value if name not in shape.members)
        yield from (f"no {path}.{name}, which it needs," for name in shape.required_members if name not in value)
        for name in shape.members.keys() & value.keys():
            yield from of_value(shape.members[name], f"{path}.{name}", value[name])
    elif shape.type_name == "list" and isinstance(value, list):
        for item in value:
            yield from of_value(shape.member, path, item)
