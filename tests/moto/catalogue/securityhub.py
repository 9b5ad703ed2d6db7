"""Security Hub, on and off."""

from account import HOME


def seed_off(account):
    account.expect("aws-securityhub-hub-is-enabled", HOME, "fail")
    account.expect("aws-securityhub-administrator-takes-in-every-account", HOME, "fail")


STATES = {"off": seed_off}

UNSUPPORTED = {
    "aws-securityhub-hub-is-enabled": "GetEnabledStandards and ListEnabledProductsForImport",
    "aws-securityhub-administrator-takes-in-every-account": "ListOrganizationAdminAccounts of Security Hub",
}
