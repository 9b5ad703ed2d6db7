//! What a scan warns of.

use serde::{Deserialize, Serialize};

use crate::model::Warning;

/// A warning as it is stored where it has no row of its own.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct WarningRecord {
    code: String,
    service: String,
    region: String,
    action: String,
    message: String,
    checks: Vec<String>,
}

impl From<&Warning> for WarningRecord {
    fn from(warning: &Warning) -> Self {
        let Warning { code, service, region, action, message, checks } = warning.clone();
        Self { code, service, region, action, message, checks }
    }
}

impl From<WarningRecord> for Warning {
    fn from(record: WarningRecord) -> Self {
        let WarningRecord { code, service, region, action, message, checks } = record;
        Self { code, service, region, action, message, checks }
    }
}
