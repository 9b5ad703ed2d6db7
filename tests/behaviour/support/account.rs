//! Mock accounts made for a test: the demo account under another id, as slow as the test needs it.

use serde_json::{Value, json};

/// Every check passes or fails as in the demo account; each call takes so long, in one region several times as long. So the first jobs
/// end early, and the scan takes about twenty times as long as one call.
pub fn account(id: &str, milliseconds: u32) -> String {
    account_with_faults(id, milliseconds, &json!([]))
}

/// The same with calls that fail.
pub fn account_with_faults(id: &str, milliseconds: u32, faults: &Value) -> String {
    let latency = json!({ "list_ms": milliseconds, "facet_ms": milliseconds, "regions": { "ap-south-1": 10.0 } });
    let owner = json!({ "id": id, "caller": format!("arn:aws:sts::{id}:assumed-role/posture-scan/test") });
    json!({ "extends": "demo", "account": owner, "latency": latency, "faults": faults }).to_string()
}
