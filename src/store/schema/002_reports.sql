-- What reports tell besides verdicts: accepted findings, what is new, and what a result is reported on.

ALTER TABLE t_result ADD COLUMN reported_key INTEGER; -- a text that is JSON: what the result is reported on, where not on the resource
ALTER TABLE t_result ADD COLUMN mute_key INTEGER;     -- a text that is JSON: who has accepted the finding, and why

-- The findings of the scan that this one is compared with.
CREATE TABLE t_scan_known (
  scan_key INTEGER PRIMARY KEY REFERENCES t_scan ON DELETE CASCADE,
  blob_key INTEGER NOT NULL
) STRICT;
