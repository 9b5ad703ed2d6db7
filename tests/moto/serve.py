"""A moto server for the behaviour tests: many accounts in one process, and never an orphan.

It prints {"port": …} and then obeys one JSON command per line on standard input, answering each with one line:

    {"seed": "mvp15", "account": "111111111111"}    builds an account; the answer says what stands in it
    {"states": true}                                the states of `catalogue/`, and the checks that moto cannot serve
    {"state": "kms:good", "account": "500000000001"}
                                                    builds one of them
    {"user": "scanner", "account": "111111111111", "policy": {…}}
                                                    makes a user with that policy; the answer is an access key
    {"call": ["s3", "eu-west-1", "put_bucket_acl"], "with": {…}, "account": "111111111111"}
                                                    calls an API as the account's administrator; the answer is empty
    {"remedies": {"aws-…": "aws s3api …"}}         what is wrong with the commands that checks name, by check
    {"authorize": true}                             from now on every call is checked against the caller's IAM policies

Requests say which account they mean in the header x-moto-account-id. When standard input closes, the server ends: tests that panic,
or are killed, leave nothing behind.
"""

import json
import logging
import os
import sys
import threading
import traceback

os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "false")

from moto import settings  # noqa: E402
from moto.core.authorization import ActionAuthenticatorMixin  # noqa: E402
from moto.iam.access_control import IAMRequestBase  # noqa: E402
from moto.moto_server.werkzeug_app import (  # noqa: E402
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server  # noqa: E402

from account import Account  # noqa: E402
from cbor import Translated  # noqa: E402
import remedies  # noqa: E402
import seed_many  # noqa: E402
import seed_mvp15  # noqa: E402
import seed_organisation  # noqa: E402
import seed_prefix_lists  # noqa: E402
import seed_tidy  # noqa: E402
import states  # noqa: E402

SEEDS = {
    "many": seed_many.seed,
    "mvp15": seed_mvp15.seed,
    "organisation": seed_organisation.seed,
    "prefix_lists": seed_prefix_lists.seed,
    "tidy": seed_tidy.seed,
}


def obey(endpoint, command):
    if "states" in command:
        return states.overview()
    if "state" in command:
        return states.seed(endpoint, command["account"], command["state"])
    if "seed" in command:
        return SEEDS[command["seed"]](endpoint, command["account"])
    if "user" in command:
        return Account(endpoint, command["account"]).user(command["user"], command["policy"])
    if "call" in command:
        service, region, operation = command["call"]
        getattr(Account(endpoint, command["account"]).client(service, region), operation)(**command["with"])
        return {}
    if "remedies" in command:
        return list(remedies.problems(command["remedies"]))
    if "authorize" in command:
        settings.INITIAL_NO_AUTH_ACTION_COUNT = 0 if command["authorize"] else float("inf")
        ActionAuthenticatorMixin.request_count = 0
        # moto takes the signatures of some services' GET requests for wrong, boto3's as well; permissions are what matters here.
        IAMRequestBase.check_signature = lambda _: None
        return {}
    raise ValueError(f"unknown command: {command}")


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server(
        "127.0.0.1",
        0,
        Translated(DomainDispatcherApplication(create_backend_app)),
        threaded=True,
        request_handler=MotoRequestHandler,
    )
    endpoint = f"http://127.0.0.1:{server.port}"
    os.environ["MOTO_PORT"] = str(server.port)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    sys.stdout = sys.stderr
    threading.Thread(target=server.serve_forever, daemon=True).start()
    answers.write(json.dumps({"port": server.port}) + "\n")
    for line in sys.stdin:
        try:
            answer = {"answer": obey(endpoint, json.loads(line))}
        except Exception:
            answer = {"error": traceback.format_exc()}
        answers.write(json.dumps(answer) + "\n")
    os._exit(0)


if __name__ == "__main__":
    main()
