"""Registries and repositories."""

import json

from account import AWAY, HOME, text
from moto.ecr.models import ecr_backends

EVERYTHING = [{"filter": "*", "filterType": "WILDCARD"}]
SOME = [{"filter": "prod", "filterType": "WILDCARD"}]
PULL = "ecr:BatchGetImage"


def repository(account, name, region=HOME, mutability="MUTABLE", principal=None, lifecycle=False):
    ecr = account.client("ecr", region)
    ecr.create_repository(repositoryName=name, imageTagMutability=mutability)
    if principal:
        statement = {"Sid": "pull", "Effect": "Allow", "Principal": principal, "Action": [PULL]}
        ecr.set_repository_policy(repositoryName=name, policyText=text({"Version": "2012-10-17", "Statement": [statement]}))
    if lifecycle:
        selection = {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 10}
        rule = {"rulePriority": 1, "selection": selection, "action": {"type": "expire"}}
        ecr.put_lifecycle_policy(repositoryName=name, lifecyclePolicyText=text({"rules": [rule]}))


def scans(account, region, filters):
    rules = [{"scanFrequency": "SCAN_ON_PUSH", "repositoryFilters": filters}]
    account.client("ecr", region).put_registry_scanning_configuration(scanType="BASIC", rules=rules)


def seed_good(account):
    scans(account, HOME, EVERYTHING)
    scans(account, AWAY, SOME)
    repository(account, "tidy", mutability="IMMUTABLE", principal={"AWS": f"arn:aws:iam::{account.number}:root"}, lifecycle=True)
    account.expect("aws-ecr-registry-scans-every-repository", HOME, "pass")
    account.expect("aws-ecr-registry-scans-every-repository", AWAY, "not_applicable")
    account.expect("aws-ecr-repository-has-lifecycle-policy", "tidy", "pass")
    account.expect("aws-ecr-repository-is-not-public", "tidy", "pass")
    account.expect("aws-ecr-repository-tags-are-immutable", "tidy", "pass")


def seed_bad(account):
    scans(account, AWAY, SOME)
    repository(account, "untidy", principal="*")
    repository(account, "plain", AWAY)
    account.expect("aws-ecr-registry-scans-every-repository", HOME, "fail")
    account.expect("aws-ecr-registry-scans-every-repository", AWAY, "fail")
    account.expect("aws-ecr-repository-has-lifecycle-policy", "untidy", "fail")
    account.expect("aws-ecr-repository-is-not-public", "untidy", "fail")
    account.expect("aws-ecr-repository-is-not-public", "plain", "pass")
    account.expect("aws-ecr-repository-tags-are-immutable", "untidy", "fail")


DOCKER = "application/vnd.docker.distribution.manifest.v2+json"


def image(account, name, tag):
    """Pushes an image; moto forgets what kind of artifact it is."""
    layers = [{"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": 1, "digest": f"sha256:{name}-{tag}"}]
    config = {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 1, "digest": f"sha256:config-{name}-{tag}"}
    manifest = {"schemaVersion": 2, "mediaType": DOCKER, "config": config, "layers": layers}
    account.client("ecr").put_image(repositoryName=name, imageManifest=json.dumps(manifest), imageTag=tag)
    made = ecr_backends[account.number][HOME].repositories[name].images[-1]
    made.artifact_media_type = config["mediaType"]
    return made


def scan(account, name, made, status="COMPLETE", **counts):
    """Scans an image; what the scan finds stands in moto's own memory."""
    account.client("ecr").start_image_scan(repositoryName=name, imageId={"imageDigest": made.image_digest})
    ecr_backends[account.number][HOME].scan_finding_results.append({
        "registryId": account.number,
        "repositoryName": name,
        "imageId": {"imageDigest": made.image_digest},
        "imageScanStatus": {"status": status, "description": ""},
        "imageScanFindings": {"findings": [], "findingSeverityCounts": counts},
    })


def seed_images(account):
    states = {
        "sound": ("COMPLETE", {"LOW": 3}, "pass"),
        "watched": ("ACTIVE", {}, "pass"),
        "medium": ("COMPLETE", {"MEDIUM": 1}, "fail"),
        "critical": ("ACTIVE", {"CRITICAL": 1}, "fail"),
        "failed": ("FAILED", {}, "fail"),
        "running": ("IN_PROGRESS", {}, "not_applicable"),
        "unsupported": ("UNSUPPORTED_IMAGE", {}, "not_applicable"),
    }
    check = "aws-ecr-repository-latest-image-is-scanned-and-sound"
    for name, (status, counts, outcome) in states.items():
        repository(account, name)
        scan(account, name, image(account, name, "v1"), status, **counts)
        account.expect(check, name, outcome)
    repository(account, "unscanned")
    image(account, "unscanned", "v1")
    account.expect(check, "unscanned", "fail")
    repository(account, "renewed")
    old, new = (image(account, "renewed", tag) for tag in ("v1", "v2"))
    old.image_pushed_at -= 3600
    scan(account, "renewed", old, CRITICAL=7)
    scan(account, "renewed", new)
    account.expect(check, "renewed", "pass")
    repository(account, "empty")
    account.expect(check, "empty", "not_applicable")


STATES = {"good": seed_good, "bad": seed_bad, "images": seed_images}
