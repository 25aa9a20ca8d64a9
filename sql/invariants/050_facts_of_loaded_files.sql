-- vi: Mọi dòng số liệu đều thuộc một tệp đã nạp
-- en: Every fact belongs to a loaded file

with fact_table as (
  select c.oid::regclass as of_table
  from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'file_id' and not a.attisdropped
  where c.relkind = 'r' and c.relnamespace = 'core'::regnamespace
), held as (
  select t.of_table, x.file_id, x.rows
  from fact_table t,
    lateral xmltable('/table/row' passing query_to_xml(format('select file_id, count(*) as rows from %s where file_id is not null group by file_id',
        t.of_table), true, false, '')
      columns file_id text path 'file_id', rows bigint path 'rows') x
)
select h.of_table || ' ' || h.file_id || ': ' || h.rows as broken
from held h
  left join ops.file f using (file_id)
where f.file_id is null or f.state not in ('loaded', 'loaded_with_findings', 'superseded', 'staged')
order by broken
