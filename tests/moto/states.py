"""The account states of `catalogue/`: for each service, states in which its checks pass and fail.

A module of the folder has STATES, functions by name that build one account each and say what a right scanner finds there, and UNSUPPORTED,
the checks that moto cannot serve, each with what it lacks.
"""

import importlib.util
import pathlib

from account import Account

FOLDER = pathlib.Path(__file__).parent / "catalogue"


def modules():
    return sorted(path.stem for path in FOLDER.glob("*.py"))


def load(name):
    spec = importlib.util.spec_from_file_location(f"catalogue_{name}", FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def overview():
    """Every state as `module:state`, and every check that moto cannot serve."""
    states, unsupported = [], {}
    for name in modules():
        module = load(name)
        states += [f"{name}:{state}" for state in module.STATES]
        unsupported.update(getattr(module, "UNSUPPORTED", {}))
    return {"states": states, "unsupported": unsupported}


def seed(endpoint, number, place):
    """Builds the state called `module:state` in the account `number`."""
    name, state = place.split(":")
    account = Account(endpoint, number)
    load(name).STATES[state](account)
    return account.answer()
