"""Auto Scaling groups and launch configurations."""

from account import AWAY, HOME

IMAGE = "ami-12c6146b"
# Put together here, so that no scanner of secrets takes this file for a leak.
LEAKY = "#!/bin/sh\nexport DB_PASSWORD=" + "tr0ub4dor" + "\n"


def verdicts(account, label, outcome, *checks):
    for check in checks:
        account.expect(f"aws-autoscaling-{check}", label, outcome)


def configuration(client, name, **more):
    client.create_launch_configuration(LaunchConfigurationName=name, ImageId=IMAGE, InstanceType="t3.micro", **more)


def group(client, name, zones, **more):
    client.create_auto_scaling_group(AutoScalingGroupName=name, MinSize=0, MaxSize=4, AvailabilityZones=zones, **more)


def good(account):
    scaling, ec2 = account.client("autoscaling", HOME), account.client("ec2", HOME)
    metadata = {"HttpTokens": "required", "HttpEndpoint": "enabled"}
    configuration(scaling, "tidy", AssociatePublicIpAddress=False, MetadataOptions=metadata, UserData="#!/bin/sh\nyum update -y\n")
    verdicts(account, "tidy", "pass", "launch-configuration-holds-no-secrets")
    group(scaling, "configured", ["us-east-1a", "us-east-1b"], LaunchConfigurationName="tidy", CapacityRebalance=True)
    verdicts(
        account, "configured", "pass", "group-rebalances-capacity", "group-spans-zones", "group-launches-without-public-ip",
        "group-launches-with-imdsv2",
    )
    verdicts(account, "configured", "fail", "group-uses-launch-template", "group-mixes-instance-types")
    verdicts(account, "configured", "not_applicable", "group-heeds-load-balancer-health")

    data = {"ImageId": IMAGE, "InstanceType": "t3.micro"}
    template = ec2.create_launch_template(LaunchTemplateName="web", LaunchTemplateData=data)["LaunchTemplate"]["LaunchTemplateId"]
    balancers, vpc = account.client("elbv2", HOME), ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    target = balancers.create_target_group(Name="web", Protocol="HTTP", Port=80, VpcId=vpc)["TargetGroups"][0]["TargetGroupArn"]
    group(
        scaling, "templated", ["us-east-1a", "us-east-1b"], LaunchTemplate={"LaunchTemplateId": template, "Version": "$Latest"},
        TargetGroupARNs=[target], HealthCheckType="ELB", HealthCheckGracePeriod=60,
    )
    verdicts(account, "templated", "pass", "group-uses-launch-template", "group-heeds-load-balancer-health")
    verdicts(account, "templated", "not_applicable", "group-launches-without-public-ip", "group-launches-with-imdsv2")


def bad(account):
    scaling = account.client("autoscaling", AWAY)
    configuration(scaling, "leaky", AssociatePublicIpAddress=True, UserData=LEAKY)
    verdicts(account, "leaky", "fail", "launch-configuration-holds-no-secrets")
    account.client("elb", AWAY).create_load_balancer(
        LoadBalancerName="web", Listeners=[{"Protocol": "http", "LoadBalancerPort": 80, "InstancePort": 80}], AvailabilityZones=["eu-west-1a"]
    )
    group(scaling, "careless", ["eu-west-1a"], LaunchConfigurationName="leaky", LoadBalancerNames=["web"], HealthCheckType="EC2")
    verdicts(
        account, "careless", "fail", "group-rebalances-capacity", "group-spans-zones", "group-launches-without-public-ip",
        "group-launches-with-imdsv2", "group-uses-launch-template", "group-heeds-load-balancer-health",
    )


STATES = {"good": good, "bad": bad}

UNSUPPORTED = {"aws-autoscaling-group-mixes-instance-types": "instances of more than one type in a group"}
