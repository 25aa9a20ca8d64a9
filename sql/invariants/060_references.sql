-- vi: Mọi khoá trong kho đều dẫn tới một dòng có thật
-- en: Every key of the star leads to a row

with reference as (
  select k.conname,
    format('select count(*) as lost from %s f where %s and not exists (select from %s t where %s)', k.conrelid::regclass,
      string_agg(format('f.%I is not null', own.attname), ' and '), k.confrelid::regclass,
      string_agg(format('f.%I = t.%I', own.attname, other.attname), ' and ')) as question
  from pg_constraint k
    cross join lateral unnest(k.conkey, k.confkey) as pair (own_no, other_no)
    join pg_attribute own on own.attrelid = k.conrelid and own.attnum = pair.own_no
    join pg_attribute other on other.attrelid = k.confrelid and other.attnum = pair.other_no
  where k.contype = 'f' and k.connamespace = 'core'::regnamespace
  group by k.oid, k.conname, k.conrelid, k.confrelid
), asked as (
  select conname, (xpath('/table/row/lost/text()', query_to_xml(question, true, false, '')))[1]::text::bigint as lost
  from reference
)
select conname || ': ' || lost as broken
from asked
where lost > 0
order by broken
