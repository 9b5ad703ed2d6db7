SELECT
  s.id AS scan_id, j.id AS job_id, c.text AS check_id, r.text AS region, l.pass, l.fail, l.unknown, l.not_applicable, l.muted
FROM main.t_scan s JOIN main.t_job j USING (scan_key) JOIN main.t_ledger l USING (job_key)
  JOIN main.t_text c ON c.text_key = l.check_id_key JOIN main.t_text r ON r.text_key = l.region_key
