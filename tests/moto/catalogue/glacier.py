"""Vaults."""

STATES = {}

UNSUPPORTED = {"aws-glacier-vault-is-not-public": "moto knows no access policies of vaults"}
