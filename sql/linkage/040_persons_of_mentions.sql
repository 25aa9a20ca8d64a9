-- The persons that the writings turned out to be. Expects person_membership. A person's key is made of the anchor, the earliest
-- writing: files that come later never change it, a file of an earlier half-year may, and then the former key leads on.

analyze person_membership;

create temp table moved_profile on commit drop as
  select p.profile_key, m.anchor_key, m.person_match,
    case when not m.nameless then vault.person_key('person|' || m.anchor_key) end as person_key
  from person_membership m
    join vault.person_profile p using (profile_key);
delete from moved_profile m
using vault.person_profile p
where p.profile_key = m.profile_key and (m.anchor_key, m.person_key, m.person_match) is not distinct from (p.anchor_key, p.person_key, p.person_match);
create unique index on moved_profile (profile_key);
analyze moved_profile;

update vault.person_profile p set anchor_key = m.anchor_key, person_key = m.person_key, person_match = m.person_match
from moved_profile m
where m.profile_key = p.profile_key;

-- Mentions that mean another person than before, or are known in another way.
create temp table moved_mention on commit drop as
  with concerned as (
    select w.file_id, w.mention_no, w.profile_key
    from moved_profile
      join vault.person_witness w using (profile_key)
    union
    select file_id, mention_no, profile_key from written_mention
    union
    select m.file_id, m.mention_no, null
    from vault.person_mention m
    where m.person_key is not null and m.erased_on is null and m.file_id in (select file_id from changed_file)
      and not exists (select from written_mention w where w.file_id = m.file_id and w.mention_no = m.mention_no)
  )
  select c.file_id, c.mention_no, c.profile_key, m.period, m.person_key as former_key, p.person_key,
    case when p.person_key is not null then p.person_match end as person_match,
    (m.person_key, m.person_match) is distinct from (p.person_key, case when p.person_key is not null then p.person_match end) as is_changed
  from concerned c
    join vault.person_mention m using (file_id, mention_no)
    left join vault.person_profile p using (profile_key);

update vault.person_mention m set person_key = n.person_key, person_match = n.person_match
from moved_mention n
where n.is_changed and n.file_id = m.file_id and n.mention_no = m.mention_no;
insert into changed_file select distinct file_id from moved_mention where is_changed on conflict do nothing;

create temp table changed_person (person_key bigint primary key) on commit drop;
insert into changed_person
  select person_key from moved_mention where person_key is not null
  union
  select former_key from moved_mention where former_key is not null;
analyze changed_person;
analyze vault.person_mention;
