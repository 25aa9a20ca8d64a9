-- Rows that a file brings are written by COPY, in the transaction that writes their file, and go with it. A foreign key would look the
-- same file up once more for each of them, which takes as long as the COPY itself; a trigger on the file keeps the promise at no cost per row.

create function ops.forget_rows() returns trigger language plpgsql as $$
declare
  rows_of regclass;
begin
  for rows_of in
    select c.oid from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'file_id' and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relname not in ('erased_mention', 'link_decision')
      and (c.relnamespace in ('staging'::regnamespace, 'vault'::regnamespace) or c.oid = 'ops.finding'::regclass)
  loop
    execute format('delete from %s where file_id = $1', rows_of) using old.file_id;
  end loop;
  return old;
end
$$;
comment on function ops.forget_rows() is 'Takes what a file brought into staging, vault and findings along when the file goes.';
create trigger forget_rows after delete on ops.file for each row execute function ops.forget_rows();

do $$
declare
  target record;
begin
  for target in
    select k.conrelid::regclass as of_table, k.conname
    from pg_constraint k
      join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.confrelid in ('ops.file'::regclass, 'ops.finding'::regclass)
      and (c.relnamespace in ('staging'::regnamespace, 'vault'::regnamespace) or c.oid = 'ops.finding'::regclass)
  loop
    execute format('alter table %s drop constraint %I', target.of_table, target.conname);
  end loop;
end
$$;

-- A person named in a row is found by the row (file, table, row), which has its key already.
drop index staging.member_roster_file_id_mention_no_idx;
drop index staging.health_check_file_id_mention_no_idx;
drop index staging.loan_ledger_file_id_mention_no_idx;
drop index staging.loan_repayment_file_id_mention_no_idx;
drop index staging.home_care_file_id_mention_no_idx;

-- Nobody is known when a mention is written.
drop index vault.person_mention_person_key_idx;
create index on vault.person_mention (person_key) where person_key is not null;
