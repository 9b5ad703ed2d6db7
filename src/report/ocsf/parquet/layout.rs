//! The columns: those of the class Compliance Finding that events have, with the schema's types.
//!
//! OCSF's `integer_t` is INT32, its `long_t` and `timestamp_t` (milliseconds since 1970) are INT64. Required is what every event has.

/// The columns in Parquet's own words, in the order of the events' attributes.
pub(super) const MESSAGE: &str = "
message compliance_finding {
    REQUIRED INT32 activity_id;
    REQUIRED BYTE_ARRAY activity_name (STRING);
    REQUIRED INT32 category_uid;
    REQUIRED BYTE_ARRAY category_name (STRING);
    REQUIRED INT32 class_uid;
    REQUIRED BYTE_ARRAY class_name (STRING);
    REQUIRED INT64 type_uid;
    REQUIRED BYTE_ARRAY type_name (STRING);
    REQUIRED INT64 time;
    REQUIRED INT32 severity_id;
    REQUIRED BYTE_ARRAY severity (STRING);
    REQUIRED INT32 status_id;
    REQUIRED BYTE_ARRAY status (STRING);
    OPTIONAL BYTE_ARRAY status_code (STRING);
    OPTIONAL BYTE_ARRAY status_detail (STRING);
    REQUIRED BYTE_ARRAY message (STRING);
    OPTIONAL BYTE_ARRAY comment (STRING);
    REQUIRED group finding_info {
        REQUIRED BYTE_ARRAY uid (STRING);
        REQUIRED BYTE_ARRAY title (STRING);
        REQUIRED BYTE_ARRAY desc (STRING);
        OPTIONAL group types (LIST) {
            REPEATED group list {
                REQUIRED BYTE_ARRAY element (STRING);
            }
        }
        REQUIRED INT64 last_seen_time;
    }
    REQUIRED group compliance {
        REQUIRED BYTE_ARRAY control (STRING);
        REQUIRED BYTE_ARRAY desc (STRING);
        OPTIONAL group standards (LIST) {
            REPEATED group list {
                REQUIRED BYTE_ARRAY element (STRING);
            }
        }
        OPTIONAL group requirements (LIST) {
            REPEATED group list {
                REQUIRED BYTE_ARRAY element (STRING);
            }
        }
        REQUIRED INT32 status_id;
        REQUIRED BYTE_ARRAY status (STRING);
        OPTIONAL group checks (LIST) {
            REPEATED group list {
                REQUIRED group element {
                    REQUIRED BYTE_ARRAY uid (STRING);
                    REQUIRED BYTE_ARRAY name (STRING);
                    REQUIRED BYTE_ARRAY desc (STRING);
                    REQUIRED INT32 severity_id;
                    REQUIRED BYTE_ARRAY severity (STRING);
                    REQUIRED INT32 status_id;
                    REQUIRED BYTE_ARRAY status (STRING);
                }
            }
        }
    }
    OPTIONAL group remediation {
        REQUIRED BYTE_ARRAY desc (STRING);
        OPTIONAL group references (LIST) {
            REPEATED group list {
                REQUIRED BYTE_ARRAY element (STRING);
            }
        }
    }
    OPTIONAL group resources (LIST) {
        REPEATED group list {
            REQUIRED group element {
                OPTIONAL BYTE_ARRAY uid (STRING);
                REQUIRED BYTE_ARRAY name (STRING);
                REQUIRED BYTE_ARRAY type (STRING);
                REQUIRED group group {
                    REQUIRED BYTE_ARRAY name (STRING);
                }
                REQUIRED BYTE_ARRAY region (STRING);
                REQUIRED BYTE_ARRAY cloud_partition (STRING);
                OPTIONAL group tags (LIST) {
                    REPEATED group list {
                        REQUIRED group element {
                            REQUIRED BYTE_ARRAY name (STRING);
                            REQUIRED BYTE_ARRAY value (STRING);
                        }
                    }
                }
            }
        }
    }
    REQUIRED group cloud {
        REQUIRED BYTE_ARRAY provider (STRING);
        REQUIRED BYTE_ARRAY region (STRING);
        REQUIRED group account {
            OPTIONAL BYTE_ARRAY uid (STRING);
            OPTIONAL BYTE_ARRAY name (STRING);
            REQUIRED INT32 type_id;
            REQUIRED BYTE_ARRAY type (STRING);
        }
    }
    REQUIRED group metadata {
        REQUIRED BYTE_ARRAY version (STRING);
        OPTIONAL group profiles (LIST) {
            REPEATED group list {
                REQUIRED BYTE_ARRAY element (STRING);
            }
        }
        REQUIRED group product {
            REQUIRED BYTE_ARRAY name (STRING);
            REQUIRED BYTE_ARRAY vendor_name (STRING);
            REQUIRED BYTE_ARRAY version (STRING);
        }
        REQUIRED BYTE_ARRAY uid (STRING);
        REQUIRED BYTE_ARRAY correlation_uid (STRING);
        REQUIRED BYTE_ARRAY event_code (STRING);
    }
}
";
