-- Which mentions mean the same person, by plain rules: the 12-digit number decides, then the 9-digit one, then the social
-- insurance number, each led back to the stronger one when exactly one goes with it. Who has no number joins the only
-- person of that name, birth, sex and commune; else those written alike are one. Only slices in force bear witness.

-- Numbers and names that reach a changed file, by any chain of shared numbers.
create temp table touched_number (kind char(1), number text, primary key (kind, number)) on commit drop;

do $$
declare
  added int;
begin
  insert into touched_number
    select distinct n.kind, n.number
    from vault.person_mention m,
      lateral (values ('N', m.national_id), ('O', m.old_id), ('I', m.insurance_no)) as n (kind, number)
    where m.file_id in (select file_id from changed_file) and n.number is not null;
  loop
    analyze touched_number;
    insert into touched_number
      with reached as (
        select m.* from touched_number t join vault.person_mention m on t.kind = 'N' and m.national_id = t.number
        union all
        select m.* from touched_number t join vault.person_mention m on t.kind = 'O' and m.old_id = t.number
        union all
        select m.* from touched_number t join vault.person_mention m on t.kind = 'I' and m.insurance_no = t.number
      )
      select distinct n.kind, n.number
      from reached m,
        lateral (values ('N', m.national_id), ('O', m.old_id), ('I', m.insurance_no)) as n (kind, number)
      where n.number is not null and not exists (
        select from touched_number known where known.kind = n.kind and known.number = n.number);
    get diagnostics added = row_count;
    exit when added = 0;
  end loop;
end
$$;

create temp table person_witness on commit drop as
  with reached as (
    select file_id, mention_no from vault.person_mention where file_id in (select file_id from changed_file)
    union
    select m.file_id, m.mention_no from touched_number t join vault.person_mention m on t.kind = 'N' and m.national_id = t.number
    union
    select m.file_id, m.mention_no from touched_number t join vault.person_mention m on t.kind = 'O' and m.old_id = t.number
    union
    select m.file_id, m.mention_no from touched_number t join vault.person_mention m on t.kind = 'I' and m.insurance_no = t.number
  ), named as (
    select distinct m.name_key from reached join vault.person_mention m using (file_id, mention_no) where m.name_key is not null
  ), namesakes as (
    select m.file_id, m.mention_no
    from named join vault.person_mention m using (name_key)
    where coalesce(m.national_id, m.old_id, m.insurance_no) is null
  )
  select m.file_id, m.mention_no, m.name_key, m.birth, m.birth_to, m.sex, m.successor_code,
    m.national_id, m.old_id, m.insurance_no,
    m.role <> 'head' and exists (
      select from ops.slice s
      where s.file_id = m.file_id and s.feed = m.feed and s.in_force and (s.unit_kind <> 'club' or s.club_no = m.club_no)
    ) as in_force,
    null::text as identity, null::text as match
  from (select * from reached union select * from namesakes) r
    join vault.person_mention m using (file_id, mention_no);
create index on person_witness (old_id) where old_id is not null;
create index on person_witness (insurance_no) where insurance_no is not null;
create index on person_witness (name_key);
analyze person_witness;

update person_witness set identity = 'N|' || national_id, match = 'national_id'
where in_force and national_id is not null;

with led_back as (
  select old_id, min(national_id) as national_id
  from person_witness
  where in_force and old_id is not null and national_id is not null
  group by old_id
  having count(distinct national_id) = 1
)
update person_witness m set identity = coalesce('N|' || l.national_id, 'O|' || m.old_id), match = 'old_id'
from person_witness self
  left join led_back l on l.old_id = self.old_id
where self.file_id = m.file_id and self.mention_no = m.mention_no
  and m.in_force and m.identity is null and m.old_id is not null;

with led_back as (
  select insurance_no, min(identity) as identity
  from person_witness
  where in_force and insurance_no is not null and identity is not null
  group by insurance_no
  having count(distinct identity) = 1
)
update person_witness m set identity = coalesce(l.identity, 'I|' || m.insurance_no), match = 'insurance_no'
from person_witness self
  left join led_back l on l.insurance_no = self.insurance_no
where self.file_id = m.file_id and self.mention_no = m.mention_no
  and m.in_force and m.identity is null and m.insurance_no is not null;

-- Persons with a number, told by their names: those reached above, and the namesakes whose links did not change.
create temp table numbered_person on commit drop as
  select distinct identity, name_key, birth, birth_to, sex, successor_code
  from person_witness
  where identity is not null
  union
  select distinct 'K|' || m.person_key, m.name_key, m.birth, m.birth_to, m.sex, m.successor_code
  from vault.person_mention m
  where m.name_key in (select name_key from person_witness where identity is null and in_force)
    and coalesce(m.national_id, m.old_id, m.insurance_no) is not null and m.person_key is not null
    and not exists (select from person_witness w where w.file_id = m.file_id and w.mention_no = m.mention_no);
create index on numbered_person (name_key);
analyze numbered_person;

with joined as (
  select m.file_id, m.mention_no, min(p.identity) as identity
  from person_witness m
    join numbered_person p on p.name_key = m.name_key and p.successor_code = m.successor_code
      and p.birth <= m.birth_to and m.birth <= p.birth_to and coalesce(p.sex = m.sex, true)
  where m.in_force and m.identity is null
  group by m.file_id, m.mention_no
  having count(distinct p.identity) = 1
)
update person_witness m set identity = j.identity, match = 'name_and_birth'
from joined j
where j.file_id = m.file_id and j.mention_no = m.mention_no;

-- Without any number: who is written less precisely joins the only one written more precisely.
with written as (
  select distinct name_key, birth, birth_to, sex, successor_code,
    concat_ws('|', 'W', name_key, birth, birth_to, coalesce(sex, '-'), coalesce(successor_code, '-')) as identity
  from person_witness
  where in_force and identity is null
), joined as (
  select w.identity, min(p.identity) as better
  from written w
    join written p on p.name_key = w.name_key and p.successor_code = w.successor_code
      and p.birth >= w.birth and p.birth_to <= w.birth_to and coalesce(p.sex = w.sex, true)
      and (p.birth_to - p.birth < w.birth_to - w.birth or (w.sex is null and p.sex is not null))
      and not (p.sex is null and w.sex is not null)
  group by w.identity
  having count(distinct p.identity) = 1
)
update person_witness m set match = case when j.better is null then 'own' else 'name_and_birth' end,
  identity = coalesce(j.better, w.identity)
from written w
  left join joined j using (identity)
where m.in_force and m.identity is null
  and (m.name_key, m.birth, m.birth_to, m.sex, m.successor_code)
    is not distinct from (w.name_key, w.birth, w.birth_to, w.sex, w.successor_code);

create temp table changed_person (person_key bigint primary key) on commit drop;
create temp table person_link on commit drop as
  select w.file_id, w.mention_no, m.person_key as former_key,
    case
      when not w.in_force then null
      when w.identity like 'K|%' then substr(w.identity, 3)::bigint
      else core.stable_key(pepper.pepper || '|' || w.identity)
    end as person_key,
    case when w.in_force then w.match end as person_match
  from person_witness w
    join vault.person_mention m using (file_id, mention_no),
    vault.pepper;

with changed as (
  update vault.person_mention m set person_key = l.person_key, person_match = l.person_match
  from person_link l
  where l.file_id = m.file_id and l.mention_no = m.mention_no
    and (m.person_key, m.person_match) is distinct from (l.person_key, l.person_match)
  returning m.file_id
)
insert into changed_file select distinct file_id from changed on conflict do nothing;

insert into changed_person
  select person_key from person_link where person_key is not null
  union
  select former_key from person_link where former_key is not null;
analyze changed_person;
