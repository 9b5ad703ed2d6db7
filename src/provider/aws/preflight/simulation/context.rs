//! What the simulation is told of the requests that a scan makes.

use aws_sdk_iam::types::{ContextEntry, ContextKeyTypeEnum};

use crate::model::Account;

/// The keys that hold for every call of a scan in a region ("AWS global condition context keys" in the IAM user guide). Whatever else a
/// policy asks about, such as the network that a call comes through, leaves its answer open.
pub(super) fn known(account: &Account, principal: &str, region: &str) -> Vec<ContextEntry> {
    use ContextKeyTypeEnum::{Boolean, String as Text};
    let keys = [
        ("aws:RequestedRegion", Text, region),
        ("aws:PrincipalAccount", Text, account.id.as_str()),
        ("aws:PrincipalArn", Text, principal),
        ("aws:SecureTransport", Boolean, "true"),
        ("aws:ViaAWSService", Boolean, "false"),
        ("aws:PrincipalIsAWSService", Boolean, "false"),
    ];
    let entry = |(name, kind, value): (&str, ContextKeyTypeEnum, &str)| {
        ContextEntry::builder().context_key_name(name).context_key_type(kind).context_key_values(value).build()
    };
    keys.into_iter().map(entry).collect()
}
