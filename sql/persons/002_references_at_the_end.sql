-- A foreign key looks up the other table once for every row, which is two thirds of what a first load spends on the facts. When the changed
-- files bring more than a tenth of what is known already, references are not asked row by row but all together at the end
-- (facts/900_references.sql). Needs a right that the owner of the server has; without it the keys work as ever.

do $$
begin
  if has_parameter_privilege('session_replication_role', 'set')
    and (select coalesce(sum(rows_accepted), 0) from ops.file join changed_file using (file_id))
      > greatest(10000, (select 0.1 * greatest(reltuples, 0) from pg_class where oid = 'core.fact_membership'::regclass))
  then
    set local session_replication_role = replica;
  end if;
end
$$;
