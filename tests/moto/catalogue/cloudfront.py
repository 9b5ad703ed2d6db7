"""CloudFront."""


def distribution(account, label, **more):
    origin = {"Id": "site", "DomainName": "site.s3.us-east-1.amazonaws.com", "S3OriginConfig": {"OriginAccessIdentity": ""}}
    behaviour = {
        "TargetOriginId": "site",
        "ViewerProtocolPolicy": "redirect-to-https",
        "MinTTL": 0,
        "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}},
    }
    config = {
        "CallerReference": label,
        "Comment": label,
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": behaviour,
        **more,
    }
    made = account.client("cloudfront").create_distribution(DistributionConfig=config)
    return account.label(made["Distribution"]["Id"], label)


def good(account):
    logging = {"Enabled": True, "IncludeCookies": False, "Bucket": "logs.s3.amazonaws.com", "Prefix": ""}
    distribution(account, "site", Logging=logging)
    account.expect("aws-cloudfront-distribution-logs-requests", "site", "pass")


def bad(account):
    distribution(account, "site")
    account.expect("aws-cloudfront-distribution-logs-requests", "site", "fail")


STATES = {"good": good, "bad": bad}
