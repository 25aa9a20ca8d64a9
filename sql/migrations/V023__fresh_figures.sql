-- Fresh figures for the planner: a load brings more rows than autovacuum has seen, and a plan made for an empty table goes row by row.
create function ops.analyze_grown() returns void language plpgsql as $$
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
comment on function ops.analyze_grown() is 'Analyses the tables of staging, vault, core and files whose size is more than a tenth away from the last figures.';
