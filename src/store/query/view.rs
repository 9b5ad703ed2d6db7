//! The views: all that a query sees of the store. Their names and columns are a promise to users; the tables behind them are not.

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The name to select from.
    pub name: &'static str,
    /// What its rows are.
    pub about: &'static str,
    /// The columns.
    pub columns: &'static [&'static str],
    pub(super) sql: &'static str,
}

/// Every view.
pub const VIEWS: &[View] = &[
    View {
        name: "scans",
        about: "one row per scan; regions is a JSON list",
        columns: &[
            "id",
            "name",
            "provider",
            "account_id",
            "profile",
            "type",
            "regions",
            "status",
            "reason",
            "started_at",
            "ended_at",
            "duration_ms",
            "checks",
            "jobs",
            "assets",
            "findings",
            "critical",
            "high",
            "medium",
            "low",
            "informational",
            "api_calls",
            "throttled",
        ],
        sql: include_str!("views/scans.sql"),
    },
    View {
        name: "jobs",
        about: "one row per job of a scan's plan",
        columns: &[
            "scan_id",
            "id",
            "kind",
            "region",
            "status",
            "started_at",
            "ended_at",
            "duration_ms",
            "assets",
            "findings",
            "error",
        ],
        sql: include_str!("views/jobs.sql"),
    },
    View {
        name: "assets",
        about: "one row per asset of a scan; tags and properties are JSON objects, as in the JSON report",
        columns: &["scan_id", "job_id", "type", "id", "arn", "name", "region", "tags", "properties"],
        sql: include_str!("views/assets.sql"),
    },
    View {
        name: "results",
        about: "one row per check and asset of a scan; outcome is pass, fail, unknown, not_applicable or muted",
        columns: &[
            "scan_id",
            "job_id",
            "check_id",
            "title",
            "severity",
            "service",
            "outcome",
            "type",
            "id",
            "arn",
            "name",
            "region",
            "message",
            "gap_kind",
            "gap_action",
            "gap_region",
            "gap_detail",
        ],
        sql: include_str!("views/results.sql"),
    },
    View {
        name: "findings",
        about: "the results whose outcome is fail",
        columns: &[
            "scan_id", "job_id", "check_id", "title", "severity", "service", "type", "id", "arn", "name", "region", "message",
        ],
        sql: include_str!("views/findings.sql"),
    },
    View {
        name: "warnings",
        about: "what the report of a scan that has ended warns of; checks is a JSON list",
        columns: &["scan_id", "code", "service", "region", "action", "message", "checks"],
        sql: include_str!("views/warnings.sql"),
    },
    View {
        name: "ledger",
        about: "how often each check came to each outcome in each region of a scan",
        columns: &["scan_id", "job_id", "check_id", "region", "pass", "fail", "unknown", "not_applicable", "muted"],
        sql: include_str!("views/ledger.sql"),
    },
];

/// The names of all views, as the end of a sentence.
pub(super) fn names() -> String {
    let names: Vec<&str> = VIEWS.iter().map(|view| view.name).collect();
    format!("the views are {}", names.join(", "))
}
