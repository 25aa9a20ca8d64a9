-- Free texts of the vault are sealed like the numbers, for they quote them. And a person may be erased: what remains are keyed
-- hashes by which the person is known again when a file names them once more.

alter table vault.finding_text
  drop column found, drop column message_vi, drop column message_en,
  add column found_sealed bytea, add column message_vi_sealed bytea, add column message_en_sealed bytea;
comment on column vault.finding_text.found_sealed is 'What the file says there; AES-256-GCM.';
comment on column vault.finding_text.message_vi_sealed is 'What is wrong and what to do, in Vietnamese; AES-256-GCM.';
comment on column vault.finding_text.message_en_sealed is 'The same in English; AES-256-GCM.';

alter table vault.row_text drop column value, add column value_sealed bytea not null;
comment on column vault.row_text.value_sealed is 'What was written; AES-256-GCM.';

create table vault.erased_mention (
  file_id text not null,
  mention_no int not null,
  person_key bigint not null,
  person_match text,
  erased_on date not null,
  primary key (file_id, mention_no)
);
create index on vault.erased_mention (person_key);
comment on table vault.erased_mention is 'One row per mention of an erased person, kept longer than the file, so that loading the archive again erases it again and gives the same figures.';
comment on column vault.erased_mention.file_id is 'The file; it need not be loaded.';
comment on column vault.erased_mention.mention_no is 'Number of the mention in the file.';
comment on column vault.erased_mention.person_key is 'The pseudonymous key that the mention keeps.';
comment on column vault.erased_mention.person_match is 'How the person was found before the erasure, or by which hash since.';
comment on column vault.erased_mention.erased_on is 'When the person was erased.';

create table vault.erased_hash (
  kind text not null check (kind in ('national_id', 'old_id', 'insurance_no', 'writing')),
  hash bytea not null,
  person_key bigint not null,
  erased_on date not null,
  primary key (kind, hash)
);
comment on table vault.erased_hash is 'One row per keyed hash of an erased person, by which a new file''s mention of them is erased on arrival.';
comment on column vault.erased_hash.kind is 'What was hashed: an identity number, or how a person without one is written.';
comment on column vault.erased_hash.hash is 'HMAC-SHA-256, first 16 bytes, as in vault.person_mention.';
comment on column vault.erased_hash.person_key is 'The pseudonymous key of the erased person.';
comment on column vault.erased_hash.erased_on is 'When the person was erased.';

-- All mentions of one person: those the links gave the key, those with one of their numbers or written like them that no link
-- gave to somebody else (of replaced files, say), and the head of one of their clubs who has their name.
create function vault.mentions_of(person bigint) returns table (file_id text, mention_no int)
  language sql stable
  as $$
  with own as (
    select m.*, c.club_key
    from vault.person_mention m
      left join staging.club_mention c on c.file_id = m.file_id and c.club_no = m.club_no
    where m.person_key = person
  ), number as (
    select 'N' as kind, national_id_hash as hash from own where national_id_hash is not null
    union select 'O', old_id_hash from own where old_id_hash is not null
    union select 'I', insurance_no_hash from own where insurance_no_hash is not null
    union select 'W', writing_hash from own where writing_hash is not null
  )
  select o.file_id, o.mention_no from own o
  union
  select m.file_id, m.mention_no
  from vault.person_mention m
  where m.person_key is null and (
    m.national_id_hash in (select hash from number where kind = 'N') or m.old_id_hash in (select hash from number where kind = 'O')
    or m.insurance_no_hash in (select hash from number where kind = 'I') or m.writing_hash in (select hash from number where kind = 'W'))
  union
  select m.file_id, m.mention_no
  from vault.person_mention m
    join staging.club_mention c on c.file_id = m.file_id and c.club_no = m.club_no
  where m.role = 'head' and (m.name_key, c.club_key) in (select name_key, club_key from own)
  $$;
comment on function vault.mentions_of(bigint) is 'Every mention of a person, also where links say nothing: replaced files, heads of clubs.';

-- The last day of the half-year of a birth: all that a figure asks of it is on which half-year's end an age is reached.
create function vault.coarse_birth(birth_to date) returns date
  language sql immutable strict parallel safe
  return make_date(extract(year from birth_to)::int, case when extract(month from birth_to) <= 6 then 6 else 12 end,
    case when extract(month from birth_to) <= 6 then 30 else 31 end);
comment on function vault.coarse_birth(date) is 'Last day of the half-year: what remains of the birth date of an erased person, enough for every age at a half-year''s end.';

-- Takes from the vault what it holds of the erased mentions of a file: texts of their rows, then names, numbers, addresses.
create function vault.erase_mentions(file text) returns void
  language sql
  as $$
  delete from vault.row_text t
  using vault.erased_mention e join vault.person_mention m using (file_id, mention_no)
  where e.file_id = file and t.file_id = m.file_id and t.table_no = m.table_no and t.row_number = m.row_number;

  delete from vault.finding_text t
  using vault.erased_mention e join vault.person_mention m using (file_id, mention_no)
    join ops.file_table b on b.file_id = m.file_id and b.table_no = m.table_no
    join ops.finding f on f.file_id = m.file_id and f.sheet = b.sheet and f.row_number = m.row_number
  where e.file_id = file and t.file_id = f.file_id and t.finding_no = f.finding_no;

  update vault.person_mention m
  set full_name = null, name_key = null, address = null, writing_hash = null,
    national_id_hash = null, national_id_sealed = null, old_id_hash = null, old_id_sealed = null,
    insurance_no_hash = null, insurance_no_sealed = null, phone_hash = null, phone_sealed = null,
    birth = case when vault.coarse_birth(birth) = vault.coarse_birth(birth_to)
      then vault.coarse_birth(birth_to) - (birth_to - birth) else birth end,
    birth_to = case when vault.coarse_birth(birth) = vault.coarse_birth(birth_to) then vault.coarse_birth(birth_to) else birth_to end,
    erased_on = e.erased_on
  from vault.erased_mention e
  where e.file_id = file and m.file_id = e.file_id and m.mention_no = e.mention_no and m.erased_on is null
  $$;
comment on function vault.erase_mentions(text) is 'Takes names, numbers, addresses and texts of the erased persons of a file out of the vault.';

-- A file that has just been staged may name persons who were erased: known by the mention itself, by a number, or by the writing.
create function vault.erase_on_arrival(file text) returns void
  language sql
  as $$
  insert into vault.erased_mention (file_id, mention_no, person_key, person_match, erased_on)
    select distinct on (m.mention_no) m.file_id, m.mention_no, h.person_key,
      case when h.kind = 'writing' then 'own' else h.kind end, h.erased_on
    from vault.person_mention m
      cross join lateral (values ('national_id', m.national_id_hash), ('old_id', m.old_id_hash), ('insurance_no', m.insurance_no_hash),
        ('writing', m.writing_hash)) as n (kind, hash)
      join vault.erased_hash h on h.kind = n.kind and h.hash = n.hash
    where m.file_id = file and exists (select from vault.erased_hash)
    order by m.mention_no, array_position(array['national_id', 'old_id', 'insurance_no', 'writing'], h.kind), h.person_key
  on conflict do nothing;
  select vault.erase_mentions(file) where exists (select from vault.erased_mention e where e.file_id = file);
  $$;
comment on function vault.erase_on_arrival(text) is 'Erases, in a file just staged, what concerns persons who were erased before.';
