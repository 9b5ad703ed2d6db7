//! A large account that exists in memory only: thousands of instances, security groups and buckets, and nothing else.
//!
//! Which of them fail a check follows from their number, so that every verdict is known without asking anyone.

use super::answer::error;
use super::call::{Call, Protocol};
use super::wire::{Request, Response};

/// Entries of a page, as AWS gives them at most.
const PAGE: usize = 1000;
/// Where everything lives.
const REGION: &str = "us-east-1";

/// How much stands in the account.
#[derive(Debug, Clone, Copy)]
pub struct Synthetic {
    pub instances: usize,
    pub security_groups: usize,
    pub buckets: usize,
}

impl Synthetic {
    /// What AWS would answer.
    pub fn answer(self, request: &Request, call: &Call) -> Response {
        match call.protocol {
            Protocol::Query => xml(&query(&call.operation)),
            Protocol::Ec2 => xml(&self.ec2(request, call)),
            Protocol::S3 => self.s3(request, call),
            Protocol::S3Control => error(call.protocol, 404, "NoSuchPublicAccessBlockConfiguration", "there is none"),
            Protocol::RestJson => json(r#"{"clusters": []}"#),
            Protocol::Json => json(r#"{"repositories": [], "trailList": []}"#),
        }
    }

    fn ec2(self, request: &Request, call: &Call) -> String {
        let operation = call.operation.as_str();
        let here = |count| if call.region == REGION { count } else { 0 };
        let body = match operation {
            "DescribeInstances" => page(here(self.instances), request, "reservationSet", instance),
            "DescribeSecurityGroups" => page(here(self.security_groups), request, "securityGroupInfo", security_group),
            "DescribeRegions" => ["us-east-1", "eu-west-1"]
                .map(|name| format!("<item><regionName>{name}</regionName><optInStatus>opt-in-not-required</optInStatus></item>"))
                .concat()
                .tagged("regionInfo"),
            _ => empty_set(operation).map_or_else(String::new, |set| format!("<{set}/>")),
        };
        format!("<{operation}Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">{body}</{operation}Response>")
    }

    fn s3(self, request: &Request, call: &Call) -> Response {
        if call.operation == "ListBuckets" {
            let first = parameter(&request.target, "continuation-token").and_then(|token| token.parse().ok()).unwrap_or(0);
            let last = self.buckets.min(first + PAGE);
            let bucket = |number| {
                let region = format!("<BucketRegion>{REGION}</BucketRegion>");
                format!("<Bucket><Name>bucket-{number:05}</Name><CreationDate>2025-01-01T00:00:00Z</CreationDate>{region}</Bucket>")
            };
            let buckets = (first..last).map(bucket).collect::<String>().tagged("Buckets");
            let more = if last < self.buckets { last.to_string().tagged("ContinuationToken") } else { String::new() };
            return xml(&format!("<ListAllMyBucketsResult>{buckets}{more}</ListAllMyBucketsResult>"));
        }
        let number: usize = call.subject.strip_prefix("bucket-").and_then(|number| number.parse().ok()).unwrap_or(0);
        match call.operation.as_str() {
            "GetBucketPolicy" if !number.is_multiple_of(3) => json(&secure(&call.subject)),
            "GetBucketPolicy" => error(call.protocol, 404, "NoSuchBucketPolicy", "The bucket policy does not exist"),
            other => error(call.protocol, 501, "NotImplemented", other),
        }
    }
}

fn query(operation: &str) -> String {
    let result = match operation {
        "GetCallerIdentity" => {
            "<Account>333333333333</Account><Arn>arn:aws:iam::333333333333:user/ci</Arn><UserId>AIDA</UserId>".to_owned()
        }
        "GetAccountAuthorizationDetails" => {
            ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"].map(|list| format!("<{list}/>")).concat()
                + "<IsTruncated>false</IsTruncated>"
        }
        _ => String::new(),
    };
    result.tagged(&format!("{operation}Result")).tagged(&format!("{operation}Response"))
}

/// Those whose number ends with a 7 take requests without a token.
fn instance(number: usize) -> String {
    let tokens = if number % 10 == 7 { "optional" } else { "required" };
    let options = format!("<state>applied</state><httpTokens>{tokens}</httpTokens><httpEndpoint>enabled</httpEndpoint>");
    let state = "<instanceState><code>16</code><name>running</name></instanceState>";
    let instance = format!("<instanceId>i-{number:017x}</instanceId>{state}<metadataOptions>{options}</metadataOptions>");
    instance.tagged("item").tagged("instancesSet").tagged("item")
}

/// Every fifth one opens SSH to the world.
fn security_group(number: usize) -> String {
    let range = if number.is_multiple_of(5) { "0.0.0.0/0" } else { "10.0.0.0/8" };
    let ranges = format!("<ipRanges><item><cidrIp>{range}</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds/><groups/>");
    let rule = format!("<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>{ranges}").tagged("item");
    let names = format!("<groupId>sg-{number:017x}</groupId><groupName>group-{number}</groupName>");
    format!("{names}{}<ipPermissionsEgress/>", rule.tagged("ipPermissions")).tagged("item")
}

fn secure(bucket: &str) -> String {
    serde_json::json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": [format!("arn:aws:s3:::{bucket}"), format!("arn:aws:s3:::{bucket}/*")],
        "Condition": { "Bool": { "aws:SecureTransport": "false" } },
    }] })
    .to_string()
}

/// The page that a request of EC2's asks for.
fn page(count: usize, request: &Request, set: &str, item: fn(usize) -> String) -> String {
    let form = String::from_utf8_lossy(&request.body).into_owned();
    let first: usize = form.split('&').find_map(|pair| pair.strip_prefix("NextToken=")?.parse().ok()).unwrap_or(0);
    let last = count.min(first + PAGE);
    let items = (first..last).map(item).collect::<String>().tagged(set);
    if last < count { items + &last.to_string().tagged("nextToken") } else { items }
}

fn empty_set(operation: &str) -> Option<&'static str> {
    Some(match operation {
        "DescribeAddresses" => "addressesSet",
        "DescribeImages" => "imagesSet",
        "DescribeInternetGateways" => "internetGatewaySet",
        "DescribeKeyPairs" => "keySet",
        "DescribeNatGateways" => "natGatewaySet",
        "DescribeNetworkAcls" => "networkAclSet",
        "DescribeRouteTables" => "routeTableSet",
        "DescribeSnapshots" => "snapshotSet",
        "DescribeSubnets" => "subnetSet",
        "DescribeVolumes" => "volumeSet",
        "DescribeVpcs" => "vpcSet",
        _ => return None,
    })
}

fn parameter<'a>(target: &'a str, name: &str) -> Option<&'a str> {
    let (_, query) = target.split_once('?')?;
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// A text between the tags of an element.
trait Tagged {
    fn tagged(&self, name: &str) -> String;
}

impl Tagged for String {
    fn tagged(&self, name: &str) -> String {
        format!("<{name}>{self}</{name}>")
    }
}

fn xml(body: &str) -> Response {
    Response::new(200, "text/xml", body)
}

fn json(body: &str) -> Response {
    Response::new(200, "application/json", body)
}
