-- Who was erased keeps the key that their mentions had; it counts while the slice that names them is in force.

with kept as (
  select m.file_id, m.mention_no, e.person_key as erased_key, m.person_key as former_key,
    case when m.role <> 'head' and exists (
      select from ops.slice s
      where s.file_id = m.file_id and s.feed = m.feed and s.in_force and (s.unit_kind <> 'club' or s.club_no = m.club_no)
    ) then e.person_key end as person_key,
    e.person_match
  from vault.erased_mention e
    join vault.person_mention m using (file_id, mention_no)
), changed as (
  update vault.person_mention m set person_key = k.person_key, person_match = case when k.person_key is not null then k.person_match end
  from kept k
  where k.file_id = m.file_id and k.mention_no = m.mention_no
    and (m.person_key, m.person_match)
      is distinct from (k.person_key, case when k.person_key is not null then k.person_match end)
  returning m.file_id, k.erased_key, k.former_key
), of_file as (
  insert into changed_file select distinct file_id from changed on conflict do nothing
)
insert into changed_person
  select erased_key from changed
  union
  select former_key from changed where former_key is not null
on conflict do nothing;
