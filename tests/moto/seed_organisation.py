"""An organisation of thirty accounts in nested units, one of them suspended, each with a bucket or two of its own.

The answer's labels name the accounts and the units: {"ou-…": "production", "123456789012": "production-1"}. moto chooses their numbers.
"""

from account import HOME, Account

# Units below one another, and how many accounts each holds itself.
UNITS = [("workloads", None, 2), ("production", "workloads", 12), ("payments", "production", 3), ("sandbox", None, 8)]
# Accounts that stand at the top, besides the management account.
AT_THE_TOP = 4
SUSPENDED = "sandbox-8"


def seed(endpoint, number):
    management = Account(endpoint, number)
    organizations = management.client("organizations")
    organizations.create_organization(FeatureSet="ALL")
    root = organizations.list_roots()["Roots"][0]["Id"]
    management.label(number, "management")
    management.client("s3").create_bucket(Bucket=f"of-{number}")
    units = {None: root}
    for unit, above, accounts in UNITS:
        made = organizations.create_organizational_unit(ParentId=units[above], Name=unit)["OrganizationalUnit"]["Id"]
        units[unit] = management.label(made, unit) and made
        for place in range(1, accounts + 1):
            account(management, f"{unit}-{place}", root, made, buckets=1 + place % 2)
    for place in range(1, AT_THE_TOP + 1):
        account(management, f"top-{place}", root, root, buckets=1)
    suspended = next(number for number, label in management.labels.items() if label == SUSPENDED)
    organizations.close_account(AccountId=suspended)
    return management.answer()


def account(management, name, root, unit, buckets):
    organizations = management.client("organizations")
    made = organizations.create_account(Email=f"{name}@example.com", AccountName=name)["CreateAccountStatus"]["AccountId"]
    management.label(made, name)
    if unit != root:
        organizations.move_account(AccountId=made, SourceParentId=root, DestinationParentId=unit)
    own = Account(management.endpoint, made)
    for place in range(buckets):
        own.client("s3", HOME).create_bucket(Bucket=f"of-{made}-{place}")
