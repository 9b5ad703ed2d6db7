SELECT
  s.id, s.name, s.provider, s.account_id, s.profile, s.scan_type AS type, s.regions, s.status, s.reason,
  substr(s.started_at, 1, 23) || 'Z' AS started_at,
  substr(s.ended_at, 1, 23) || 'Z' AS ended_at,
  CAST(round(1000 * (unixepoch(s.ended_at, 'subsec') - unixepoch(s.started_at, 'subsec'))) AS INTEGER) AS duration_ms,
  s.checks_selected AS checks,
  (SELECT count(*) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS jobs,
  (SELECT coalesce(sum(j.assets), 0) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS assets,
  (SELECT coalesce(sum(j.findings), 0) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS findings,
  (SELECT coalesce(sum(j.critical), 0) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS critical,
  (SELECT coalesce(sum(j.high), 0) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS high,
  (SELECT coalesce(sum(j.medium), 0) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS medium,
  (SELECT coalesce(sum(j.low), 0) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS low,
  (SELECT coalesce(sum(j.informational), 0) FROM main.t_job j WHERE j.scan_key = s.scan_key) AS informational,
  json_extract(s.calls, '$.total') AS api_calls,
  json_extract(s.calls, '$.throttled') AS throttled
FROM main.t_scan s
