SELECT
  s.id AS scan_id, j.id, j.kind, j.region, j.status,
  substr(j.started_at, 1, 23) || 'Z' AS started_at,
  substr(j.ended_at, 1, 23) || 'Z' AS ended_at,
  CAST(round(1000 * (unixepoch(j.ended_at, 'subsec') - unixepoch(j.started_at, 'subsec'))) AS INTEGER) AS duration_ms,
  j.assets, j.findings, j.error
FROM main.t_scan s JOIN main.t_job j USING (scan_key)
