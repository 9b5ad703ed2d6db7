//! Which API action a request is: AWS says it in a different place for each of its protocols.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use posture_scan::model::resource::{AWS, SCAN_ACTIONS};

use super::rest;
use super::wire::{Request, header};

/// How a service writes requests and errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// EC2: a form in, XML out.
    Ec2,
    /// IAM and STS: a form in, XML out.
    Query,
    /// S3: the path says it, XML.
    S3,
    /// S3 Control: the path says it, XML.
    S3Control,
    /// EKS: the path says it, JSON.
    RestJson,
    /// ECR and CloudTrail: a header says it, JSON.
    Json,
}

/// One request to an API.
#[derive(Debug, Clone)]
pub struct Call {
    /// `ec2`: from the scope of the signature.
    pub service: String,
    /// From the scope of the signature.
    pub region: String,
    /// `DescribeInstances`, in the API's spelling.
    pub operation: String,
    /// The bucket, cluster or other thing that the path names; what a request of JSON calls `Name`; the account of a role.
    pub subject: String,
    pub protocol: Protocol,
    pub user_agent: String,
    /// The id of the access key that signed the request.
    pub access_key: String,
    /// The parameters of a request in the form of a form.
    pub form: String,
    /// When the request was signed: `20260115T093000Z`.
    pub signed_at: String,
    /// The same for all attempts at a call, and only for these.
    pub fingerprint: u64,
    /// The status of the answer; 0 where none was given.
    pub status: u16,
}

impl Call {
    pub fn of(request: &Request) -> Self {
        let authorization = header(&request.headers, "authorization");
        let scope = authorization.split("Credential=").nth(1).and_then(|rest| rest.split(',').next()).unwrap_or_default();
        let access_key = scope.split('/').next().unwrap_or_default().to_owned();
        let mut scope = scope.split('/').skip(2).map(str::to_owned);
        let (region, service) = (scope.next().unwrap_or_default(), scope.next().unwrap_or_default());
        let (protocol, operation, subject) = operation(request, &service);
        let [user_agent, signed_at] = ["user-agent", "x-amz-date"].map(|name| header(&request.headers, name).to_owned());
        let mut hasher = DefaultHasher::new();
        (&service, &region, &operation, &request.target, &request.body).hash(&mut hasher);
        let form = if protocol == Protocol::Query { String::from_utf8_lossy(&request.body).into_owned() } else { String::new() };
        let fingerprint = hasher.finish();
        Self { service, region, operation, subject, protocol, user_agent, access_key, form, signed_at, fingerprint, status: 0 }
    }

    /// The IAM action that allows the call: `s3:GetEncryptionConfiguration`.
    pub fn action(&self) -> String {
        let name = match (self.protocol, self.operation.as_str()) {
            (Protocol::S3, "ListBuckets") => "ListAllMyBuckets",
            (Protocol::S3, "GetBucketEncryption") => "GetEncryptionConfiguration",
            (Protocol::S3, "GetBucketLifecycleConfiguration") => "GetLifecycleConfiguration",
            (Protocol::S3, "GetBucketNotificationConfiguration") => "GetBucketNotification",
            (Protocol::S3, "GetBucketReplication") => "GetReplicationConfiguration",
            (Protocol::S3, "GetObjectLockConfiguration") => "GetBucketObjectLockConfiguration",
            (Protocol::S3, "GetPublicAccessBlock") => "GetBucketPublicAccessBlock",
            (Protocol::S3Control, "GetPublicAccessBlock") => "GetAccountPublicAccessBlock",
            (_, operation) => operation,
        };
        let prefix = if self.service == "monitoring" { "cloudwatch" } else { &self.service };
        format!("{prefix}:{name}")
    }
}

/// Every IAM action that the resource types declare, and the two by which a scan begins.
pub fn declared_actions() -> BTreeSet<&'static str> {
    let types = AWS.iter().flat_map(|resource_type| {
        resource_type.list_actions.iter().chain(resource_type.facets.iter().flat_map(|facet| facet.actions)).copied()
    });
    types.chain(SCAN_ACTIONS.iter().copied()).collect()
}

fn operation(request: &Request, service: &str) -> (Protocol, String, String) {
    let body = String::from_utf8_lossy(&request.body);
    if let Some(action) = body.split('&').find_map(|pair| pair.strip_prefix("Action=")) {
        let protocol = if service == "ec2" { Protocol::Ec2 } else { Protocol::Query };
        // The account of a role that is assumed: arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2F…
        let role = body.split('&').find_map(|pair| pair.strip_prefix("RoleArn="));
        let account = role.and_then(|arn| arn.split("%3A").nth(4)).unwrap_or_default();
        return (protocol, action.to_owned(), account.to_owned());
    }
    let target = header(&request.headers, "x-amz-target");
    if let Some((_, operation)) = target.rsplit_once('.') {
        let body: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
        return (Protocol::Json, operation.to_owned(), body["Name"].as_str().unwrap_or_default().to_owned());
    }
    let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let (protocol, operation) = match service {
        "s3" if parts.first() == Some(&"v20180820") => (Protocol::S3Control, rest::s3_control(&parts)),
        "s3" => (Protocol::S3, s3(&parts, query)),
        _ => (Protocol::RestJson, rest::operation(service, &request.method, &parts)),
    };
    let reads = request.method == "GET" || protocol == Protocol::RestJson;
    let operation = operation.filter(|_| reads).map(str::to_owned);
    let subject = parts.iter().rfind(|part| !["clusters", "node-groups", "addons"].contains(part)).copied().unwrap_or_default();
    (protocol, operation.unwrap_or_else(|| format!("{} {}", request.method, request.target)), subject.to_owned())
}

fn s3(parts: &[&str], query: &str) -> Option<&'static str> {
    let keys: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    let known = [
        ("encryption", "GetBucketEncryption"),
        ("publicAccessBlock", "GetPublicAccessBlock"),
        ("policy", "GetBucketPolicy"),
        ("policyStatus", "GetBucketPolicyStatus"),
        ("acl", "GetBucketAcl"),
        ("versioning", "GetBucketVersioning"),
        ("logging", "GetBucketLogging"),
        ("lifecycle", "GetBucketLifecycleConfiguration"),
        ("location", "GetBucketLocation"),
        ("notification", "GetBucketNotificationConfiguration"),
        ("object-lock", "GetObjectLockConfiguration"),
        ("ownershipControls", "GetBucketOwnershipControls"),
        ("replication", "GetBucketReplication"),
    ];
    match parts.len() {
        0 => Some("ListBuckets"),
        1 => known.iter().find(|(key, _)| keys.contains(key)).map(|(_, operation)| *operation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(method: &str, target: &str, service: &str, header: Option<&str>, body: &str) -> String {
        let scope = format!("AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host");
        let mut headers = vec![("authorization".to_owned(), scope)];
        headers.extend(header.map(|value| ("x-amz-target".to_owned(), value.to_owned())));
        let call = Call::of(&Request { method: method.to_owned(), target: target.to_owned(), headers, body: body.into() });
        assert_eq!(call.region, "eu-west-1");
        format!("{} {}", call.action(), call.subject)
    }

    #[test]
    fn the_action_is_found_in_every_protocol() {
        let form = "Action=DescribeInstances&Version=2016-11-15&MaxResults=1000";
        assert_eq!(action("POST", "/", "ec2", None, form), "ec2:DescribeInstances ");
        let target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails";
        assert_eq!(action("POST", "/", "cloudtrail", Some(target), "{}"), "cloudtrail:DescribeTrails ");
        assert_eq!(action("GET", "/?x-id=ListBuckets", "s3", None, ""), "s3:ListAllMyBuckets ");
        assert_eq!(action("GET", "/mine?encryption", "s3", None, ""), "s3:GetEncryptionConfiguration mine");
        assert_eq!(action("GET", "/mine?policyStatus", "s3", None, ""), "s3:GetBucketPolicyStatus mine");
        let account = "/v20180820/configuration/publicAccessBlock";
        assert_eq!(action("GET", account, "s3", None, ""), "s3:GetAccountPublicAccessBlock publicAccessBlock");
        assert_eq!(action("GET", "/clusters/one/node-groups", "eks", None, ""), "eks:ListNodegroups one");
    }

    #[test]
    fn whatever_is_not_a_known_read_shows_as_what_it_is() {
        assert_eq!(action("PUT", "/mine?policy", "s3", None, ""), "s3:PUT /mine?policy mine");
        assert_eq!(action("GET", "/mine/key", "s3", None, ""), "s3:GET /mine/key key");
    }
}
