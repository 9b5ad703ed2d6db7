SELECT
  s.id AS scan_id, j.id AS job_id, r.type, r.id, r.arn, coalesce(n.text, r.id) AS name, r.region,
  stored_tags(b.data) AS tags,
  stored_properties(b.data, (
    SELECT json_group_object(p.text, stored_property(v.data))
    FROM main.t_facet f JOIN main.t_text p ON p.text_key = f.facet_key JOIN main.t_blob v USING (blob_key)
    WHERE f.scan_key = s.scan_key AND f.resource_key = a.resource_key
  )) AS properties
FROM main.t_scan s JOIN main.t_job j USING (scan_key) JOIN main.t_asset a USING (job_key)
  JOIN main.t_resource r USING (resource_key) JOIN main.t_blob b USING (blob_key)
  LEFT JOIN main.t_text n ON n.text_key = a.name_key
