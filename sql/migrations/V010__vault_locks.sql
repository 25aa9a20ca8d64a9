-- Numbers are sealed with a key that the database does not have, and found again through a keyed hash. The key takes the
-- place of the pepper that stood here. What was loaded in the clear cannot be sealed from inside the database.

do $$
begin
  if exists (select from vault.person_mention) then
    raise exception 'this warehouse holds numbers in the clear: make a new one (another --home or database) and load the archive into it';
  end if;
end
$$;

drop table vault.pepper;

create table vault.key_check (
  only_row boolean primary key default true check (only_row),
  check_value bytea not null check (length(check_value) = 16)
);
comment on table vault.key_check is 'One row per warehouse: tells the key of the vault from any other, and nothing else about it.';
comment on column vault.key_check.only_row is 'Always true, so that there is one row.';
comment on column vault.key_check.check_value is 'First 16 bytes of HMAC-SHA-256 of a fixed label under the key.';

create function vault.pepper() returns text
  language plpgsql stable parallel safe
  as $$
begin
  if coalesce(current_setting('ishc.pepper', true), '') = '' then
    raise exception 'no key of the vault in this transaction';
  end if;
  return current_setting('ishc.pepper');
end
$$;
comment on function vault.pepper() is 'What person keys depend on besides the files; told by the loader for one transaction, derived from the key of the vault.';

create function vault.person_key(identity text) returns bigint
  language sql stable strict parallel safe
  return core.stable_key(vault.pepper() || '|' || identity);
comment on function vault.person_key(text) is 'Key of the person with that identity: the same for the same key of the vault, not to be guessed without it.';

alter table vault.person_mention
  drop column national_id, drop column old_id, drop column insurance_no, drop column phone,
  add column national_id_hash bytea, add column national_id_sealed bytea,
  add column old_id_hash bytea, add column old_id_sealed bytea,
  add column insurance_no_hash bytea, add column insurance_no_sealed bytea,
  add column phone_hash bytea, add column phone_sealed bytea,
  add column writing_hash bytea,
  add column erased_on date;
create index on vault.person_mention (national_id_hash) where national_id_hash is not null;
create index on vault.person_mention (old_id_hash) where old_id_hash is not null;
create index on vault.person_mention (insurance_no_hash) where insurance_no_hash is not null;

alter table vault.person
  drop column national_id, drop column old_id, drop column insurance_no,
  add column national_id_hash bytea, add column national_id_sealed bytea,
  add column old_id_hash bytea, add column old_id_sealed bytea,
  add column insurance_no_hash bytea, add column insurance_no_sealed bytea;

comment on column vault.person_mention.writing_hash is 'Keyed hash of how a person is written who has no number: folded name, birth, sex, plan district; without a birth folded name and phone. Finds erased persons again.';
comment on column vault.person_mention.erased_on is 'When the person was erased: from then on no name, number or address stands here, and person_key is kept as it is.';

do $$
declare
  subject record;
begin
  for subject in
    select t.name as table_name, n.name, n.words
    from (values ('person_mention'), ('person')) as t (name),
      (values ('national_id', 'Identity number of 12 digits'), ('old_id', 'Identity number of 9 digits'),
        ('insurance_no', 'Social insurance number, the last 10 digits of the health card'), ('phone', 'Phone number of 10 digits')) as n (name, words)
    where t.name = 'person_mention' or n.name <> 'phone'
  loop
    execute format('comment on column vault.%I.%I is %L', subject.table_name, subject.name || '_hash',
      subject.words || ': HMAC-SHA-256 under a key of its own, first 16 bytes; equal numbers have equal hashes.');
    execute format('comment on column vault.%I.%I is %L', subject.table_name, subject.name || '_sealed',
      subject.words || ': AES-256-GCM, opened with the key of the vault only.');
  end loop;
end
$$;
