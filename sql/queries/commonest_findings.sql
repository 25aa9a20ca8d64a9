-- vi: Lỗi nào hay gặp nhất theo đơn vị gửi?
-- en: Which findings does each sender make most?
-- grain: One row per sender and code of a warning or error.
-- read: Start teaching with the top of the list.

select f.submitter, g.code, g.severity, count(*) as findings, count(distinct f.file_id) as files
from mart.finding g
  join mart.file f using (file_id)
where g.severity in ('error', 'warning')
group by f.submitter, g.code, g.severity
order by findings desc, f.submitter, g.code;
