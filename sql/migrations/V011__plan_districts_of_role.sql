-- Whose districts a session may see: those of the district roles it is or belongs to.

create function core.plan_districts_of_role() returns text[]
  language sql stable parallel safe
  return array(
    select right(rolname, 3) from pg_roles
    where rolname ~ '^ishc_district_\d{3}$' and pg_has_role(current_user, oid, 'usage'));

comment on function core.plan_districts_of_role() is 'GSO codes of the plan districts whose role (ishc_district_429) the session has.';
