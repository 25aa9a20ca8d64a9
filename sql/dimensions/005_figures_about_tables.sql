-- Fresh figures for the planner about every table that files are written to: a load brings more rows than autovacuum has seen, and a
-- plan made for an empty table goes row by row. Only tables whose size is more than a tenth away from the last figures are looked at.

do $$
declare
  stale regclass;
begin
  for stale in
    select c.oid from pg_class c
    where c.relkind = 'r'
      and (c.relnamespace in ('staging'::regnamespace, 'vault'::regnamespace, 'core'::regnamespace)
        or c.oid in ('ops.file'::regclass, 'ops.file_table'::regclass, 'ops.slice'::regclass, 'ops.finding'::regclass))
      and pg_relation_size(c.oid) > 0
      and (c.reltuples < 0
        or abs(pg_relation_size(c.oid) / current_setting('block_size')::int - c.relpages) > c.relpages / 10)
  loop
    execute format('analyze %s', stale);
  end loop;
end
$$;
