"""An account whose security groups let in what stands in managed prefix lists."""

from account import HOME, Account

SSH = "aws-ec2-security-group-closes-ssh-to-world"

# The list, its ranges.
LISTS = {
    "offices": ["198.51.100.0/24", "203.0.113.0/24"],
    "everyone": ["10.0.0.0/8", "0.0.0.0/0"],
    "unused": ["0.0.0.0/0"],
}
# The group, the lists that reach its port 22, verdict.
GROUPS = [
    ("for-offices", ["offices"], "pass"),
    ("for-everyone", ["everyone"], "fail"),
    ("for-both", ["offices", "everyone"], "fail"),
    ("for-offices-again", ["offices"], "pass"),
]


def seed(endpoint, number):
    account = Account(endpoint, number)
    ec2 = account.client("ec2", HOME)
    default = ec2.describe_security_groups(GroupNames=["default"])["SecurityGroups"][0]
    account.expect(SSH, account.label(default["GroupId"], "default group"), "pass")
    ids = {}
    for name, ranges in LISTS.items():
        made = ec2.create_managed_prefix_list(
            PrefixListName=name,
            MaxEntries=len(ranges),
            AddressFamily="IPv4",
            Entries=[{"Cidr": cidr} for cidr in ranges],
        )
        ids[name] = made["PrefixList"]["PrefixListId"]
    for name, lists, verdict in GROUPS:
        group = ec2.create_security_group(GroupName=name, Description=name)["GroupId"]
        sources = [{"PrefixListId": ids[name]} for name in lists]
        rule = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "PrefixListIds": sources}
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[rule])
        account.expect(SSH, name, verdict)
    return account.answer()
