SELECT
  s.id AS scan_id, j.id AS job_id, c.id AS check_id, c.title, c.severity, c.service, o.outcome,
  coalesce(p.text ->> 'type', r.type) AS type, coalesce(p.text ->> 'id', r.id) AS id, coalesce(p.text ->> 'arn', r.arn) AS arn,
  coalesce(p.text ->> 'name', n.text, r.id) AS name, coalesce(p.text ->> 'region', r.region) AS region, m.text AS message,
  g.kind AS gap_kind, g.action AS gap_action, g.region AS gap_region, g.detail AS gap_detail
FROM main.t_scan s JOIN main.t_job j USING (scan_key) JOIN main.t_result o USING (job_key)
  JOIN main.t_check c USING (check_key) JOIN main.t_resource r USING (resource_key)
  JOIN main.t_text m ON m.text_key = o.message_key LEFT JOIN main.t_text p ON p.text_key = o.reported_key
  LEFT JOIN main.t_text n ON n.text_key = o.name_key LEFT JOIN main.t_gap g USING (gap_key)
