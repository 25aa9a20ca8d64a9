-- The references of the star, all together, where they were not asked row by row (persons/002_references_at_the_end.sql).
-- One that leads nowhere ends the publication, as its foreign key would have.

do $$
declare
  reference record;
  lost bigint;
begin
  if current_setting('session_replication_role') <> 'replica' then
    return;
  end if;
  set local session_replication_role = origin;
  for reference in
    select k.conname, k.conrelid::regclass as of_table, k.confrelid::regclass as to_table,
      string_agg(format('f.%I = t.%I', own.attname, other.attname), ' and ') as same,
      string_agg(format('f.%I is not null', own.attname), ' and ') as told
    from pg_constraint k
      cross join lateral unnest(k.conkey, k.confkey) as pair (own_no, other_no)
      join pg_attribute own on own.attrelid = k.conrelid and own.attnum = pair.own_no
      join pg_attribute other on other.attrelid = k.confrelid and other.attnum = pair.other_no
    where k.contype = 'f' and k.connamespace = 'core'::regnamespace
    group by k.oid, k.conname, k.conrelid, k.confrelid
    order by k.conname
  loop
    execute format('select count(*) from %s f where %s and not exists (select from %s t where %s)',
      reference.of_table, reference.told, reference.to_table, reference.same) into lost;
    if lost > 0 then
      raise exception 'reference %: % rows lead nowhere', reference.conname, lost using errcode = 'foreign_key_violation';
    end if;
  end loop;
end
$$;
