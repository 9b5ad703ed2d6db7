SELECT s.id AS scan_id, w.code, w.service, w.region, w.action, w.message, c.text AS checks
FROM main.t_scan s JOIN main.t_scan_warning w USING (scan_key) JOIN main.t_text c ON c.text_key = w.checks_key
