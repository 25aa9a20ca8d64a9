-- The house tells persons of one name apart, and finds one whose name is written in two ways.
alter table vault.person_mention add column house_key text;
comment on column vault.person_mention.house_key is 'Number of the house and, behind a bar, lane and street, as far as the address tells them.';
alter table vault.person_profile add column house_key text;
comment on column vault.person_profile.house_key is 'The household: number of the house and, behind a bar, lane and street.';
comment on column vault.person_pair.agreement is
  'One sign each for name, birth, sex, commune, hamlet, club, phone, 12-digit, 9-digit, insurance number, loan, house: = same, x different, ? unknown; see linkage.md.';

create or replace function vault.erase_mentions(file text) returns void
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
  set full_name = null, name_key = null, address = null, house_key = null, writing_hash = null,
    national_id_hash = null, national_id_sealed = null, old_id_hash = null, old_id_sealed = null,
    insurance_no_hash = null, insurance_no_sealed = null, phone_hash = null, phone_sealed = null,
    birth = case when vault.coarse_birth(birth) = vault.coarse_birth(birth_to)
      then vault.coarse_birth(birth_to) - (birth_to - birth) else birth end,
    birth_to = case when vault.coarse_birth(birth) = vault.coarse_birth(birth_to) then vault.coarse_birth(birth_to) else birth_to end,
    erased_on = e.erased_on
  from vault.erased_mention e
  where e.file_id = file and m.file_id = e.file_id and m.mention_no = e.mention_no and m.erased_on is null
  $$;
