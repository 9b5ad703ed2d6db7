//! The one cloud account that a scan looks at.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who the credentials belong to, as the cloud itself says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The account's id: twelve digits on AWS.
    pub id: String,
    /// The cloud's partition, the second part of every ARN: `aws`, `aws-us-gov`, `aws-cn`.
    pub partition: String,
    /// The caller's own ARN.
    pub caller: String,
    /// The moment at which the evidence is true, where that is not the present: a fixture's ages are counted from it.
    pub as_of: Option<Timestamp>,
}

impl Account {
    /// The ARN by which results name the account itself.
    #[must_use]
    pub fn root_arn(&self) -> String {
        format!("arn:{}:iam::{}:root", self.partition, self.id)
    }
}
