"""KMS keys: rotated or not, on their way out, open to everyone, meant for enclaves."""

import json

from account import HOME

IMAGE = "kms:RecipientAttestation:ImageSha384"
SIGNER = "kms:RecipientAttestation:PCR8"


def key(account, description, statements=None, **settings):
    kms = account.client("kms", HOME)
    if statements is not None:
        settings["Policy"] = json.dumps({"Version": "2012-10-17", "Statement": statements})
    made = kms.create_key(Description=description, **settings)["KeyMetadata"]["KeyId"]
    return kms, account.label(made, description)


def allow(principal, *actions, **conditions):
    statement = {"Effect": "Allow", "Principal": principal, "Action": list(actions), "Resource": "*"}
    return {**statement, "Condition": conditions} if conditions else statement


def id_of(account, label):
    return next(known for known, name in account.labels.items() if name == label)


def seed_good(account):
    root = {"AWS": f"arn:aws:iam::{account.number}:root"}
    kms, name = key(account, "rotated")
    kms.enable_key_rotation(KeyId=id_of(account, name))
    for check in ["key-is-rotated", "key-is-used", "key-is-not-about-to-be-deleted", "key-stays-in-one-region", "key-is-not-public"]:
        account.expect(f"aws-kms-{check}", name, "pass")
    for check in ["key-enforces-attestation", "key-has-no-way-around-attestation", "key-binds-attestation-to-deployment"]:
        account.expect(f"aws-kms-{check}", name, "not_applicable")

    kms, name = key(account, "asymmetric", KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")
    account.expect("aws-kms-key-is-rotated", name, "not_applicable")

    statement = allow({"AWS": "*"}, "kms:Decrypt", StringEquals={"kms:CallerAccount": account.number})
    kms, name = key(account, "own callers", [allow(root, "kms:*"), statement])
    account.expect("aws-kms-key-is-not-public", name, "pass")

    attested = allow(root, "kms:Decrypt", StringEqualsIgnoreCase={IMAGE: "9fedcba987", SIGNER: "1234567890"})
    kms, name = key(account, "enclave", [attested, allow(root, "kms:DescribeKey", "kms:PutKeyPolicy")])
    for check in ["key-enforces-attestation", "key-has-no-way-around-attestation", "key-binds-attestation-to-deployment"]:
        account.expect(f"aws-kms-{check}", name, "pass")


def seed_bad(account):
    root = {"AWS": f"arn:aws:iam::{account.number}:root"}
    kms, name = key(account, "not rotated", MultiRegion=True)
    account.expect("aws-kms-key-is-rotated", name, "fail")
    account.expect("aws-kms-key-stays-in-one-region", name, "fail")

    kms, name = key(account, "disabled")
    kms.disable_key(KeyId=id_of(account, name))
    account.expect("aws-kms-key-is-rotated", name, "not_applicable")
    account.expect("aws-kms-key-is-used", name, "fail")
    account.expect("aws-kms-key-is-not-about-to-be-deleted", name, "pass")

    kms, name = key(account, "leaving")
    kms.schedule_key_deletion(KeyId=id_of(account, name), PendingWindowInDays=7)
    account.expect("aws-kms-key-is-used", name, "pass")
    account.expect("aws-kms-key-is-not-about-to-be-deleted", name, "fail")

    kms, name = key(account, "public", [allow({"AWS": "*"}, "kms:*")])
    account.expect("aws-kms-key-is-not-public", name, "fail")

    attested = allow(root, "kms:Decrypt", StringEqualsIgnoreCase={IMAGE: "9fedcba987"})
    kms, name = key(account, "enclave and all", [attested, allow(root, "kms:*")])
    account.expect("aws-kms-key-enforces-attestation", name, "pass")
    account.expect("aws-kms-key-has-no-way-around-attestation", name, "fail")
    account.expect("aws-kms-key-binds-attestation-to-deployment", name, "fail")

    kms, name = key(account, "any enclave", [allow(root, "kms:*", StringLike={IMAGE: "*"})])
    account.expect("aws-kms-key-enforces-attestation", name, "fail")


STATES = {"good": seed_good, "bad": seed_bad}
