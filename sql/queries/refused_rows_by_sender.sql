-- vi: Dòng bị từ chối đến từ đâu và vì sao?
-- en: Where do refused rows come from, and why?
-- grain: One row per sender, file and code of an error.
-- read: A row may have several errors; repaired files take over when they come.

select f.submitter, f.file_name, f.state, f.rows_refused, g.code, count(*) as findings
from mart.file f
  join mart.finding g using (file_id)
where g.severity = 'error'
group by f.submitter, f.file_name, f.state, f.rows_refused, g.code
order by f.submitter, f.file_name, g.code;
