"""An account over two regions in which each check of mvp15 passes and fails somewhere.

What moto cannot express: the age of an access key and the root user's keys and MFA through the API (set in memory), pages of any
EC2 list but instances' (the tests cut pages at the wire), passwords' ages, a root row in the credential report, enabling a region, EKS
add-ons (the tests' proxy answers for those: there are none), the regions in the list of buckets, the names in the list of policies
(they are the end of their ARNs).
"""

from account import AWAY, EC2_TRUST, ELSEWHERE, HOME, Account, statement, text

WORLD_V4 = [{"CidrIp": "0.0.0.0/0"}]
WORLD_V6 = [{"CidrIpv6": "::/0"}]
OFFICE = [{"CidrIp": "203.0.113.0/24"}]

SSH = "aws-ec2-security-group-closes-ssh-to-world"
RDP = "aws-ec2-security-group-closes-rdp-to-world"

# Name, region, protocol, first and last port, IPv4, IPv6, verdict for SSH, verdict for RDP.
SECURITY_GROUPS = [
    ("ssh-world-v4", HOME, "tcp", 22, 22, WORLD_V4, [], "fail", "pass"),
    ("ssh-world-v6", HOME, "tcp", 22, 22, [], WORLD_V6, "fail", "pass"),
    ("ssh-in-a-range", HOME, "tcp", 20, 25, WORLD_V4, [], "fail", "pass"),
    ("ssh-office", HOME, "tcp", 22, 22, OFFICE, [], "pass", "pass"),
    ("ssh-is-not-udp", HOME, "udp", 22, 22, WORLD_V4, [], "pass", "pass"),
    ("ports-around-ssh", HOME, "tcp", 23, 3388, WORLD_V4, [], "pass", "pass"),
    ("every-protocol-v4", HOME, "-1", None, None, WORLD_V4, [], "fail", "fail"),
    ("every-protocol-v6", AWAY, "-1", None, None, [], WORLD_V6, "fail", "fail"),
    ("every-tcp-port", AWAY, "tcp", 0, 65535, WORLD_V4, [], "fail", "fail"),
    ("rdp-world-v4", AWAY, "tcp", 3389, 3389, WORLD_V4, [], "pass", "fail"),
    ("rdp-world-v6", AWAY, "tcp", 3389, 3389, [], WORLD_V6, "pass", "fail"),
    ("rdp-in-a-range", AWAY, "tcp", 3000, 4000, WORLD_V4, [], "pass", "fail"),
    ("rdp-office", AWAY, "tcp", 3389, 3389, OFFICE, [], "pass", "pass"),
    ("web-world", AWAY, "tcp", 443, 443, WORLD_V4, WORLD_V6, "pass", "pass"),
]


def seed(endpoint, number):
    account = Account(endpoint, number)
    account.root(access_keys=1, mfa=0)
    account.expect("aws-iam-root-has-no-access-keys", "the account", "fail")
    account.expect("aws-iam-root-has-mfa", "the account", "fail")
    users(account)
    policies(account)
    buckets(account)
    networks(account)
    instances(account)
    trails(account)
    clusters(account)
    repositories(account)
    return account.answer()


def users(account):
    iam = account.client("iam")
    mfa, keys = "aws-iam-console-user-has-mfa", "aws-iam-access-keys-are-rotated"
    # Name, console password, MFA, ages of the access keys in days, verdict for MFA, verdict for keys.
    people = [
        ("console-with-mfa", True, True, [], "pass", "pass"),
        ("console-without-mfa", True, False, [], "fail", "pass"),
        ("key-of-today", False, False, [0], "pass", "pass"),
        ("key-of-89-days", False, False, [89], "pass", "pass"),
        ("key-of-91-days", False, False, [91], "pass", "fail"),
        ("second-key-old", True, True, [0, 400], "pass", "fail"),
        ("old-key-switched-off", False, False, [400], "pass", "pass"),
        ("neither", False, False, [], "pass", "pass"),
    ]
    for name, console, device, ages, for_mfa, for_keys in people:
        iam.create_user(UserName=name)
        if console:
            iam.create_login_profile(UserName=name, Password="a-Password-1!")
        if device:
            serial = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
            iam.enable_mfa_device(
                UserName=name, SerialNumber=serial, AuthenticationCode1="123456", AuthenticationCode2="654321"
            )
        for position, age in enumerate(ages):
            key = iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]
            account.backdate_key(name, position, age)
            if name == "old-key-switched-off":
                iam.update_access_key(UserName=name, AccessKeyId=key, Status="Inactive")
        account.expect(mfa, name, for_mfa)
        account.expect(keys, name, for_keys)
        account.count("aws.iam.user")
    # From here on the report is there: every scan of the tests makes the same calls.
    iam.generate_credential_report()
    iam.create_group(GroupName="people")
    account.count("aws.iam.group")


def policies(account):
    iam = account.client("iam")
    check = "aws-iam-attached-policy-grants-no-full-access"
    iam.create_role(RoleName="worker", AssumeRolePolicyDocument=text(EC2_TRUST))
    account.count("aws.iam.role")
    several = statement("Allow", ["s3:GetObject", "*"], ["*"])
    several["Statement"].insert(0, {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"})
    # Name, document, attached, verdict.
    documents = [
        ("everything", statement("Allow", "*", "*"), True, "fail"),
        ("everything-in-lists", several, True, "fail"),
        ("everything-unattached", statement("Allow", "*", "*"), False, "not_applicable"),
        ("everything-denied", statement("Deny", "*", "*"), True, "pass"),
        ("everything-of-s3", statement("Allow", "s3:*", "*"), True, "pass"),
        ("every-action-on-one", statement("Allow", "*", "arn:aws:s3:::one"), True, "pass"),
    ]
    for name, document, attached, verdict in documents:
        arn = iam.create_policy(PolicyName=name, PolicyDocument=text(document))["Policy"]["Arn"]
        if attached:
            iam.attach_role_policy(RoleName="worker", PolicyArn=arn)
        account.expect(check, name, verdict)
        account.count("aws.iam.policy")


def buckets(account):
    blocks, public, plaintext = (
        "aws-s3-bucket-blocks-public-access",
        "aws-s3-bucket-is-not-public",
        "aws-s3-bucket-denies-plaintext-transport",
    )
    everyone = {"Principal": "*", "Sid": "Everyone"}

    def reads(name):
        return statement("Allow", "s3:GetObject", f"arn:aws:s3:::{name}/*", **everyone)

    def secure(name):
        return statement(
            "Deny",
            "s3:*",
            [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"],
            Condition={"Bool": {"aws:SecureTransport": "false"}},
            **everyone,
        )

    # Name, region, switches of the block, policy, ACL; verdicts: blocks, not public, no plaintext.
    table = [
        ("open-by-policy", HOME, None, reads, None, "fail", "fail", "fail"),
        ("open-by-acl", HOME, None, None, "public-read", "fail", "fail", "fail"),
        ("half-blocked", HOME, "half", None, None, "fail", "pass", "fail"),
        ("blocked", HOME, "whole", None, None, "pass", "pass", "fail"),
        ("secure-away", AWAY, "whole", secure, None, "pass", "pass", "pass"),
        ("plain-away", AWAY, None, None, None, "fail", "pass", "fail"),
    ]
    for name, region, block, policy, acl, for_block, for_public, for_plaintext in table:
        bucket(account, name, region, block, policy and policy(f"{name}-{account.number}"), acl)
        label = f"{name}-{account.number}"
        account.expect(blocks, label, for_block)
        account.expect(public, label, for_public)
        account.expect(plaintext, label, for_plaintext)
        account.count("aws.s3.bucket")
    bucket(account, "elsewhere", ELSEWHERE, None, None, None)


def bucket(account, name, region, block, policy, acl):
    s3 = account.client("s3", region)
    name = f"{name}-{account.number}"
    where = {} if region == HOME else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    s3.create_bucket(Bucket=name, **where)
    if acl:
        s3.put_bucket_acl(Bucket=name, ACL=acl)
    if policy:
        s3.put_bucket_policy(Bucket=name, Policy=text(policy))
    if block:
        whole = block == "whole"
        s3.put_public_access_block(
            Bucket=name,
            PublicAccessBlockConfiguration={
                "BlockPublicAcls": True,
                "IgnorePublicAcls": True,
                "BlockPublicPolicy": whole,
                "RestrictPublicBuckets": whole,
            },
        )


def networks(account):
    for region in (HOME, AWAY):
        ec2 = account.client("ec2", region)
        default = ec2.describe_security_groups(GroupNames=["default"])["SecurityGroups"][0]
        label = account.label(default["GroupId"], f"default group of {region}")
        account.expect(SSH, label, "pass")
        account.expect(RDP, label, "pass")
        account.count("aws.ec2.security_group")
        account.expect("aws-ec2-ebs-is-encrypted-by-default", region, "pass" if region == HOME else "fail")
    account.client("ec2", HOME).enable_ebs_encryption_by_default()
    for name, region, protocol, first, last, v4, v6, for_ssh, for_rdp in SECURITY_GROUPS:
        ec2 = account.client("ec2", region)
        tags = [{"ResourceType": "security-group", "Tags": [{"Key": "Name", "Value": name}]}]
        group = ec2.create_security_group(GroupName=name, Description=name, TagSpecifications=tags)["GroupId"]
        rule = {"IpProtocol": protocol, "IpRanges": v4, "Ipv6Ranges": v6}
        if first is not None:
            rule |= {"FromPort": first, "ToPort": last}
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[rule])
        account.expect(SSH, name, for_ssh)
        account.expect(RDP, name, for_rdp)
        account.count("aws.ec2.security_group")


def instances(account):
    # Name, region, version 2 only, endpoint on, verdict.
    machines = [
        ("version-2-only", HOME, "required", "enabled", "pass"),
        ("both-versions", HOME, "optional", "enabled", "fail"),
        ("both-versions-away", AWAY, "optional", "enabled", "fail"),
        ("no-metadata-at-all", AWAY, "optional", "disabled", "pass"),
    ]
    for name, region, tokens, metadata, verdict in machines:
        ec2 = account.client("ec2", region)
        ec2.run_instances(
            ImageId="ami-12345678",
            InstanceType="t3.micro",
            MinCount=1,
            MaxCount=1,
            MetadataOptions={"HttpTokens": tokens, "HttpEndpoint": metadata},
            TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": name}]}],
        )
        account.expect("aws-ec2-instance-requires-imdsv2", name, verdict)
        account.count("aws.ec2.instance")


def trails(account):
    s3 = account.client("s3")
    s3.create_bucket(Bucket=f"trails-{account.number}")
    account.count("aws.s3.bucket")
    for check, outcome in (
        ("aws-s3-bucket-blocks-public-access", "fail"),
        ("aws-s3-bucket-is-not-public", "pass"),
        ("aws-s3-bucket-denies-plaintext-transport", "fail"),
    ):
        account.expect(check, f"trails-{account.number}", outcome)
    # One records every region but is switched off, the other is on but records one region.
    for name, region, everywhere, logging in (("everywhere-off", HOME, True, False), ("one-region-on", AWAY, False, True)):
        cloudtrail = account.client("cloudtrail", region)
        cloudtrail.create_trail(Name=name, S3BucketName=f"trails-{account.number}", IsMultiRegionTrail=everywhere)
        if logging:
            cloudtrail.start_logging(Name=name)
        account.count("aws.cloudtrail.trail")
    account.expect("aws-cloudtrail-multi-region-trail-is-logging", "the account", "fail")


def clusters(account):
    # Name, region, public endpoint, ranges, verdict.
    table = [
        ("world", HOME, True, ["0.0.0.0/0"], "fail"),
        ("office", HOME, True, ["203.0.113.0/24"], "pass"),
        ("private", AWAY, False, [], "pass"),
        ("world-away", AWAY, True, ["203.0.113.0/24", "0.0.0.0/0"], "fail"),
    ]
    for name, region, public, ranges, verdict in table:
        ec2 = account.client("ec2", region)
        subnets = [subnet["SubnetId"] for subnet in ec2.describe_subnets()["Subnets"]][:2]
        access = {"subnetIds": subnets, "endpointPublicAccess": public, "endpointPrivateAccess": not public}
        if ranges:
            access["publicAccessCidrs"] = ranges
        role = f"arn:aws:iam::{account.number}:role/worker"
        account.client("eks", region).create_cluster(name=name, roleArn=role, resourcesVpcConfig=access)
        account.expect("aws-eks-cluster-endpoint-is-closed-to-world", name, verdict)
        account.count("aws.eks.cluster")


def repositories(account):
    for name, region, scan, verdict in (
        ("scanned", HOME, True, "pass"),
        ("unscanned", HOME, False, "fail"),
        ("unscanned-away", AWAY, False, "fail"),
    ):
        ecr = account.client("ecr", region)
        ecr.create_repository(repositoryName=name, imageScanningConfiguration={"scanOnPush": scan})
        account.expect("aws-ecr-repository-scans-on-push", name, verdict)
        account.count("aws.ecr.repository")
