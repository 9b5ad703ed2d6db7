//! The lines of a credential report ("Getting credential reports for your AWS account" in the IAM user guide).

use jiff::Timestamp;
use serde::Deserialize;

use super::super::strict::Asked;
use super::Report;
use crate::model::Gap;
use crate::model::resource::iam::{AccessKey, Credentials};

/// The columns that are read, as AWS names them.
#[derive(Debug, Deserialize)]
struct Line {
    user: String,
    password_enabled: String,
    password_last_used: String,
    password_last_changed: String,
    mfa_active: String,
    access_key_1_active: String,
    access_key_1_last_rotated: String,
    access_key_1_last_used_date: String,
    access_key_2_active: String,
    access_key_2_last_rotated: String,
    access_key_2_last_used_date: String,
    cert_1_active: String,
    cert_2_active: String,
}

/// Every line by user. A line with a value that is none is a gap of that user alone; a report without the columns is one of all.
pub(super) fn lines(content: &[u8], asked: Asked<'_>) -> Result<Report, Gap> {
    let mut report = Report::new();
    for line in csv::Reader::from_reader(content).into_deserialize() {
        let line: Line = line.map_err(|error| asked.malformed(format!("the credential report is unreadable: {error}")))?;
        let credentials = line.credentials();
        report.insert(line.user, credentials.map_err(|detail| asked.malformed(detail)));
    }
    Ok(report)
}

impl Line {
    fn credentials(&self) -> Result<Credentials, String> {
        let first = key(1, &self.access_key_1_active, &self.access_key_1_last_rotated, &self.access_key_1_last_used_date)?;
        let second = key(2, &self.access_key_2_active, &self.access_key_2_last_rotated, &self.access_key_2_last_used_date)?;
        Ok(Credentials {
            password_enabled: switch("password_enabled", &self.password_enabled)?,
            password_last_used_at: time("password_last_used", &self.password_last_used)?,
            password_changed_at: time("password_last_changed", &self.password_last_changed)?,
            mfa_active: switch("mfa_active", &self.mfa_active)?,
            access_keys: first.into_iter().chain(second).collect(),
            active_certificates: i64::from(switch("cert_1_active", &self.cert_1_active)?)
                + i64::from(switch("cert_2_active", &self.cert_2_active)?),
        })
    }
}

/// The key in a slot; `None` where the slot is free.
fn key(slot: i64, active: &str, rotated: &str, used: &str) -> Result<Option<AccessKey>, String> {
    let key = AccessKey {
        slot,
        active: switch("access_key_active", active)?,
        rotated_at: time("access_key_last_rotated", rotated)?,
        last_used_at: time("access_key_last_used_date", used)?,
    };
    let in_use = key.active || key.rotated_at.is_some() || key.last_used_at.is_some();
    Ok(in_use.then_some(key))
}

fn switch(column: &str, value: &str) -> Result<bool, String> {
    match value.to_ascii_lowercase().as_str() {
        "true" => Ok(true),
        // The root user's line says "not_supported" of its password, which cannot be switched off.
        "false" | "not_supported" => Ok(false),
        _ => Err(format!("{column} is {value:?} in the credential report")),
    }
}

fn time(column: &str, value: &str) -> Result<Option<String>, String> {
    if matches!(value, "N/A" | "no_information" | "not_supported") {
        return Ok(None);
    }
    let time: Timestamp = value.parse().map_err(|_| format!("{column} is {value:?} in the credential report"))?;
    Ok(Some(time.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::GapKind;

    const ASKED: Asked<'static> = Asked { action: "iam:GetCredentialReport", region: "us-east-1" };
    const HEADER: &str = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,\
        password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,\
        access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,\
        access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,\
        cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n";

    fn of(line: &str) -> Result<Credentials, Gap> {
        let report = lines(format!("{HEADER}{line}\n").as_bytes(), ASKED).expect("a report");
        report.into_values().next().expect("a line")
    }

    #[test]
    fn a_line_says_password_keys_and_certificates() {
        let credentials = of("mira,arn:aws:iam::1:user/mira,2024-01-11T19:27:07+00:00,true,2026-01-14T09:55:10+02:00,\
            2025-08-07T18:20:12+00:00,N/A,true,true,2025-12-02T08:14:00+00:00,N/A,N/A,N/A,false,2024-12-02T08:14:00Z,\
            no_information,N/A,N/A,true,N/A,false,N/A");
        let key =
            |slot, active, rotated: &str| AccessKey { slot, active, rotated_at: Some(rotated.to_owned()), last_used_at: None };
        assert_eq!(
            credentials,
            Ok(Credentials {
                password_enabled: true,
                password_last_used_at: Some("2026-01-14T07:55:10Z".to_owned()),
                password_changed_at: Some("2025-08-07T18:20:12Z".to_owned()),
                mfa_active: true,
                access_keys: vec![key(1, true, "2025-12-02T08:14:00Z"), key(2, false, "2024-12-02T08:14:00Z")],
                active_certificates: 1,
            })
        );
    }

    #[test]
    fn a_free_slot_is_no_key_and_the_root_line_is_readable() {
        let line = "<root_account>,arn:aws:iam::1:root,2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,\
            not_supported,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";
        let credentials = of(line).expect("readable");
        assert_eq!((credentials.access_keys.len(), credentials.password_last_used_at), (0, None));
    }

    #[test]
    fn a_value_that_is_none_leaves_its_user_unknown() {
        let gap = of("ada,a,t,perhaps,N/A,N/A,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A")
            .expect_err("no switch says perhaps");
        assert_eq!(gap.kind, GapKind::Malformed);
        assert!(gap.detail.contains("password_enabled"), "{}", gap.detail);
    }

    #[test]
    fn a_report_without_its_columns_is_a_gap() {
        let gap = lines(b"user,arn\nada,a\n", ASKED).expect_err("columns are missing");
        assert_eq!(gap.kind, GapKind::Malformed);
    }
}
