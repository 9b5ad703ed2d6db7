-- Scans and what their jobs left behind. Nothing outside the program reads these tables: queries see the views of query/views.
-- A key of a t_text, t_resource, t_gap, t_check or t_blob is valid within the scan that uses it; a prune deletes what none uses.

CREATE TABLE t_scan (
  scan_key          INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  name              TEXT,
  provider          TEXT NOT NULL,
  account_id        TEXT NOT NULL,
  account_partition TEXT NOT NULL,
  profile           TEXT NOT NULL,
  scan_type         TEXT NOT NULL,
  regions           TEXT NOT NULL,              -- a JSON list
  checks_selected   INTEGER NOT NULL,
  tool_version      TEXT NOT NULL,              -- the version that made the plan
  started_at        TEXT NOT NULL,              -- every time has nine decimals, so that text sorts like time
  request           TEXT NOT NULL,              -- JSON
  notes             TEXT NOT NULL,              -- a JSON list: what the plan warned of
  status            TEXT NOT NULL,
  reason            TEXT NOT NULL DEFAULT '',
  ended_at          TEXT,
  begun_at          TEXT,                       -- when its last run began
  seen_at           TEXT NOT NULL,              -- the last sign of life
  pid               INTEGER,
  cancel_requested  INTEGER NOT NULL DEFAULT 0,
  calls             TEXT NOT NULL               -- JSON
) STRICT;
CREATE INDEX t_scan_by_start ON t_scan (started_at);

-- Values that scans share. A hash is the first eight bytes of a SHA-256: it finds candidates, the value itself decides.

CREATE TABLE t_text (
  text_key INTEGER PRIMARY KEY,
  hash     INTEGER NOT NULL,
  text     TEXT NOT NULL
) STRICT;
CREATE INDEX t_text_by_hash ON t_text (hash);

CREATE TABLE t_resource (
  resource_key INTEGER PRIMARY KEY,
  hash         INTEGER NOT NULL,
  type         TEXT NOT NULL,
  region       TEXT NOT NULL,
  arn          TEXT NOT NULL,
  id           TEXT NOT NULL
) STRICT;
CREATE INDEX t_resource_by_hash ON t_resource (hash);

CREATE TABLE t_blob (
  blob_key INTEGER PRIMARY KEY,
  hash     INTEGER NOT NULL,
  sha256   BLOB NOT NULL,
  data     BLOB NOT NULL                        -- JSON, deflated where that makes it shorter
) STRICT;
CREATE INDEX t_blob_by_hash ON t_blob (hash);

CREATE TABLE t_gap (
  gap_key INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,
  action  TEXT NOT NULL,
  region  TEXT NOT NULL,
  detail  TEXT NOT NULL,
  UNIQUE (kind, action, region, detail)
) STRICT;

CREATE TABLE t_check (
  check_key INTEGER PRIMARY KEY,
  blob_key  INTEGER NOT NULL UNIQUE,            -- everything that the check says of itself
  id        TEXT NOT NULL,
  title     TEXT NOT NULL,
  severity  TEXT NOT NULL,
  service   TEXT NOT NULL,
  type      TEXT NOT NULL
) STRICT;

-- What belongs to one scan or to one of its jobs, in the order in which it was given.

CREATE TABLE t_scan_check (
  scan_key  INTEGER NOT NULL REFERENCES t_scan ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  check_key INTEGER NOT NULL,
  PRIMARY KEY (scan_key, position)
) STRICT, WITHOUT ROWID;

-- The frameworks that the scan measures the account by, each with its requirements as they were then.
CREATE TABLE t_scan_framework (
  scan_key INTEGER NOT NULL REFERENCES t_scan ON DELETE CASCADE,
  position INTEGER NOT NULL,
  blob_key INTEGER NOT NULL,
  PRIMARY KEY (scan_key, position)
) STRICT, WITHOUT ROWID;

-- What the report warned of, gaps included; written when the scan ends.
CREATE TABLE t_scan_warning (
  scan_key INTEGER NOT NULL REFERENCES t_scan ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code     TEXT NOT NULL,
  service  TEXT NOT NULL,
  region   TEXT NOT NULL,
  action   TEXT NOT NULL,
  message  TEXT NOT NULL,
  checks_key INTEGER NOT NULL,                  -- a text that is a JSON list
  PRIMARY KEY (scan_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE t_job (
  job_key       INTEGER PRIMARY KEY,
  scan_key      INTEGER NOT NULL REFERENCES t_scan ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  id            TEXT NOT NULL,
  kind          TEXT NOT NULL,
  region        TEXT,
  assignments   INTEGER NOT NULL,
  status        TEXT NOT NULL,
  started_at    TEXT,
  ended_at      TEXT,
  assets        INTEGER NOT NULL,
  findings      INTEGER NOT NULL,
  error         TEXT,
  steps_done    INTEGER NOT NULL DEFAULT 0,
  steps_total   INTEGER NOT NULL DEFAULT 0,
  critical      INTEGER NOT NULL DEFAULT 0,
  high          INTEGER NOT NULL DEFAULT 0,
  medium        INTEGER NOT NULL DEFAULT 0,
  low           INTEGER NOT NULL DEFAULT 0,
  informational INTEGER NOT NULL DEFAULT 0,
  has_outcome   INTEGER NOT NULL DEFAULT 0,     -- whether rows of the tables below may belong to it
  UNIQUE (scan_key, id)
) STRICT;

CREATE TABLE t_asset (
  job_key      INTEGER NOT NULL REFERENCES t_job ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  resource_key INTEGER NOT NULL,
  name_key     INTEGER,                         -- a text; null where the name is the id
  blob_key     INTEGER NOT NULL,                -- tags and properties
  PRIMARY KEY (job_key, position)
) STRICT, WITHOUT ROWID;

-- Begins with the scan, so that the facets of one asset are found whichever job read them.
CREATE TABLE t_facet (
  scan_key     INTEGER NOT NULL REFERENCES t_scan ON DELETE CASCADE,
  resource_key INTEGER NOT NULL,
  job_key      INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  facet_key    INTEGER NOT NULL,                -- a text
  read_at_key  INTEGER,                         -- a text: when an earlier scan read it; null where this one did
  blob_key     INTEGER NOT NULL,
  PRIMARY KEY (scan_key, resource_key, job_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE t_result (
  job_key      INTEGER NOT NULL REFERENCES t_job ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  check_key    INTEGER NOT NULL,
  outcome      TEXT NOT NULL,
  resource_key INTEGER NOT NULL,
  name_key     INTEGER,                         -- a text; null where the name is the id
  message_key  INTEGER NOT NULL,                -- a text
  gap_key      INTEGER,
  PRIMARY KEY (job_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE t_ledger (
  job_key        INTEGER NOT NULL REFERENCES t_job ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  check_id_key   INTEGER NOT NULL,              -- a text
  region_key     INTEGER NOT NULL,              -- a text
  pass           INTEGER NOT NULL,
  fail           INTEGER NOT NULL,
  unknown        INTEGER NOT NULL,
  not_applicable INTEGER NOT NULL,
  muted          INTEGER NOT NULL,
  PRIMARY KEY (job_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE t_job_gap (
  job_key    INTEGER NOT NULL REFERENCES t_job ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  gap_key    INTEGER NOT NULL,
  count      INTEGER NOT NULL,
  checks_key INTEGER NOT NULL,                  -- a text that is a JSON list
  PRIMARY KEY (job_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE t_job_warning (
  job_key    INTEGER NOT NULL REFERENCES t_job ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  code       TEXT NOT NULL,
  service    TEXT NOT NULL,
  region     TEXT NOT NULL,
  action     TEXT NOT NULL,
  message    TEXT NOT NULL,
  checks_key INTEGER NOT NULL,                  -- a text that is a JSON list
  PRIMARY KEY (job_key, position)
) STRICT, WITHOUT ROWID;
