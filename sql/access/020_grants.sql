-- Who may see what. Nobody but the owner has a right that is not given here.
--   loader    writes files, staging, vault and star
--   analyst   reads core and mart, and of ops what mart.file and mart.finding show; neither vault nor staging
--   steward   reads everything, the vault too: the sealed numbers stay sealed without the key
--   district  reads the marts, of the star only what they stand on, of both only the rows of its district (030_districts.sql)

create temp table granted on commit drop as
  select * from (values
    ('ishc_loader', 'ops', 'select, insert, update, delete'), ('ishc_loader', 'staging', 'select, insert, update, delete'),
    ('ishc_loader', 'vault', 'select, insert, update, delete'), ('ishc_loader', 'core', 'select, insert, update, delete'),
    ('ishc_loader', 'mart', 'select'),
    ('ishc_analyst', 'core', 'select'), ('ishc_analyst', 'mart', 'select'),
    ('ishc_steward', 'core', 'select'), ('ishc_steward', 'mart', 'select'), ('ishc_steward', 'ops', 'select'),
    ('ishc_steward', 'staging', 'select'), ('ishc_steward', 'vault', 'select')
  ) as g (grantee, room, rights)
  where exists (select from pg_roles where rolname = grantee);

do $$
declare
  each record;
begin
  revoke all on schema ops, staging, vault, core, mart from public;
  revoke execute on all functions in schema vault from public;
  for each in select * from granted loop
    execute format('grant usage on schema %I to %I', each.room, each.grantee);
    execute format('grant %s on all tables in schema %I to %I', each.rights, each.room, each.grantee);
    execute format('alter default privileges in schema %I grant %s on tables to %I', each.room, each.rights, each.grantee);
  end loop;
  if exists (select from granted where grantee = 'ishc_loader') then
    grant usage on all sequences in schema ops to ishc_loader;
    alter default privileges in schema ops grant usage on sequences to ishc_loader;
    grant execute on all functions in schema vault to ishc_loader;
  end if;
  if exists (select from granted where grantee = 'ishc_analyst') then
    grant usage on schema ops to ishc_analyst;
    grant select on ops.file, ops.file_table, ops.finding, ops.slice, ops.submitter to ishc_analyst;
  end if;
end
$$;
