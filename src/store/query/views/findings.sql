SELECT scan_id, job_id, check_id, title, severity, service, type, id, arn, name, region, message
FROM temp.results WHERE outcome = 'fail'
