-- vi: Tệp đã nạp giữ đủ mọi dòng đã nhận
-- en: A loaded file keeps every row that was accepted

with feed_table as (
  select c.oid::regclass as of_table
  from pg_class c
  where c.relkind = 'r' and c.relnamespace = 'staging'::regnamespace and c.relname not in ('club_mention', 'link_review')
), counted as (
  select x.file_id, sum(x.rows)::bigint as rows
  from feed_table t,
    lateral xmltable('/table/row' passing query_to_xml(format('select file_id, count(*) as rows from %s group by file_id', t.of_table), true, false, '')
      columns file_id text path 'file_id', rows bigint path 'rows') x
  group by x.file_id
)
select f.file_id || ': ' || f.rows_accepted || ' / ' || coalesce(c.rows, 0) as broken
from ops.file f
  left join counted c using (file_id)
where f.state in ('loaded', 'loaded_with_findings', 'superseded') and f.feed is distinct from 'link-review'
  and f.rows_removed_at is null and f.rows_accepted <> coalesce(c.rows, 0)
union all
select f.file_id || ': in force, rows removed'
from ops.file f
where f.rows_removed_at is not null and exists (select from ops.slice s where s.file_id = f.file_id and s.in_force)
order by broken
