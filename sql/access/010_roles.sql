-- The roles, made where they are missing and we may make them: the server's, not this database's alone. They cannot log in
-- until somebody gives them a password. Where we may not, they are named by `ishc db roles`, and everything else goes on.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['ishc_loader', 'ishc_analyst', 'ishc_steward', 'ishc_district']
    || array(select 'ishc_district_' || plan_district from core.dim_plan_district where plan_district <> '-1' order by 1) loop
    continue when exists (select from pg_roles where rolname = wanted);
    begin
      execute format('create role %I nologin', wanted);
      if wanted <> 'ishc_loader' then
        execute format('alter role %I set default_transaction_read_only = on', wanted);
      end if;
    exception when insufficient_privilege or duplicate_object or unique_violation then
      raise notice 'role % is not made', wanted;
    end;
  end loop;
  for wanted in
    select r.rolname from pg_roles r
    where r.rolname ~ '^ishc_district_\d{3}$' and exists (select from pg_roles where rolname = 'ishc_district')
      and not pg_has_role(r.oid, (select oid from pg_roles where rolname = 'ishc_district'), 'usage')
  loop
    begin
      execute format('grant ishc_district to %I', wanted);
    exception when insufficient_privilege then
      raise notice 'role % is not in ishc_district', wanted;
    end;
  end loop;
end
$$;
