//! Lists in pages: how each of AWS's protocols asks for them and says that there are more.

use super::call::{Call, Protocol};
use super::wire::Request;

/// The same page, saying that there is another.
pub fn with_token(body: &[u8], call: &Call) -> Vec<u8> {
    let text = String::from_utf8_lossy(body).into_owned();
    let (before, token) = match call.protocol {
        Protocol::Ec2 => (format!("</{}Response>", call.operation), "<nextToken>again</nextToken>"),
        Protocol::Query => (format!("</{}Result>", call.operation), "<IsTruncated>true</IsTruncated><Marker>again</Marker>"),
        Protocol::S3 => ("</ListAllMyBucketsResult>".to_owned(), "<ContinuationToken>again</ContinuationToken>"),
        Protocol::S3Control | Protocol::RestJson | Protocol::Json => {
            let mut page: serde_json::Value = serde_json::from_str(&text).expect("a page of JSON");
            page["nextToken"] = "again".into();
            return page.to_string().into_bytes();
        }
    };
    assert!(text.contains(&before), "{} has no {before}: {text}", call.action());
    text.replace("<IsTruncated>false</IsTruncated>", "").replace(&before, &format!("{token}{before}")).into_bytes()
}

/// Asks for smaller pages than the binary did. The signature no longer fits, which moto does not mind.
pub fn limit_pages(request: &mut Request, call: &Call, size: usize) {
    let key = match call.protocol {
        Protocol::Query => "MaxItems",
        Protocol::Ec2 => "MaxResults",
        _ => "maxResults",
    };
    match call.protocol {
        Protocol::Ec2 | Protocol::Query => {
            let body = String::from_utf8_lossy(&request.body).into_owned();
            let kept = body.split('&').filter(|pair| !pair.starts_with(&format!("{key}="))).collect::<Vec<_>>().join("&");
            request.body = format!("{kept}&{key}={size}").into_bytes();
        }
        Protocol::Json => {
            let mut body: serde_json::Value = serde_json::from_slice(&request.body).expect("a request of JSON");
            body[key] = size.into();
            request.body = body.to_string().into_bytes();
        }
        Protocol::RestJson | Protocol::S3 | Protocol::S3Control => {
            let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
            let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with(&format!("{key}=")));
            let query = kept.map(str::to_owned).chain([format!("{key}={size}")]).collect::<Vec<_>>().join("&");
            request.target = format!("{path}?{query}");
        }
    }
}
