-- Which mentions mean the same person, by plain rules. The 12-digit number decides, then the 9-digit one, then the social
-- insurance number, each led back to the stronger one where exactly one goes with it. A person with a weaker number, or with
-- none, is the only person of that name, birth, sex and commune whose numbers do not contradict; of several the only one of
-- the same club; the most precise of a person's births speaks. Else those written alike are one. Only slices in force bear witness;
-- who was erased keeps the key they had.

-- Names and numbers that a changed file may concern, by any chain of shared numbers and, where there is no 12-digit number
-- to decide, shared names.
create temp table touched_number (kind char(1), number bytea, primary key (kind, number)) on commit drop;
create temp table touched_name (name_key text primary key) on commit drop;

insert into touched_number
  select distinct n.kind, n.number
  from vault.person_mention m,
    lateral (values ('N', m.national_id_hash), ('O', m.old_id_hash), ('I', m.insurance_no_hash)) as n (kind, number)
  where m.file_id in (select file_id from changed_file) and n.number is not null;
insert into touched_name
  select distinct name_key from vault.person_mention
  where name_key is not null and file_id in (select file_id from changed_file);

do $$
declare
  more_names int;
  more_numbers int;
begin
  loop
    analyze touched_number;
    analyze touched_name;
    insert into touched_name
      select m.name_key from touched_number t join vault.person_mention m on t.kind = 'N' and m.national_id_hash = t.number
        where m.name_key is not null
      union
      select m.name_key from touched_number t join vault.person_mention m on t.kind = 'O' and m.old_id_hash = t.number
        where m.name_key is not null
      union
      select m.name_key from touched_number t join vault.person_mention m on t.kind = 'I' and m.insurance_no_hash = t.number
        where m.name_key is not null
    on conflict do nothing;
    get diagnostics more_names = row_count;
    insert into touched_number
      select distinct n.kind, n.number
      from touched_name t
        join vault.person_mention m using (name_key),
        lateral (values ('O', m.old_id_hash), ('I', m.insurance_no_hash)) as n (kind, number)
      where m.national_id_hash is null and n.number is not null
    on conflict do nothing;
    get diagnostics more_numbers = row_count;
    exit when more_names = 0 and more_numbers = 0;
  end loop;
end
$$;

-- All mentions that may concern each other. Who tells no commune lives where the club or the sender is.
create temp table person_witness on commit drop as
  with near as (
    select file_id, mention_no from vault.person_mention where file_id in (select file_id from changed_file)
    union
    select m.file_id, m.mention_no from touched_name t join vault.person_mention m using (name_key)
    union
    select m.file_id, m.mention_no from touched_number t join vault.person_mention m on t.kind = 'N' and m.national_id_hash = t.number
    union
    select m.file_id, m.mention_no from touched_number t join vault.person_mention m on t.kind = 'O' and m.old_id_hash = t.number
    union
    select m.file_id, m.mention_no from touched_number t join vault.person_mention m on t.kind = 'I' and m.insurance_no_hash = t.number
  ), file_place as (
    select s.file_id, s.feed, min(p.successor_code) as successor_code
    from ops.slice s
      join accepted_file f using (file_id)
      left join ops.submitter b using (submitter)
      join core.dim_place p on p.commune_code = coalesce(s.commune_code, b.commune_code)
        and core.period_end(s.period) >= p.valid_from and core.period_end(s.period) < p.valid_to
    group by s.file_id, s.feed
  )
  select m.file_id, m.mention_no, m.feed, m.name_key, m.birth, m.birth_to, m.sex, m.national_id_hash, m.old_id_hash, m.insurance_no_hash,
    b.club_key, coalesce(m.successor_code, p.successor_code, l.successor_code) as successor_code,
    m.role <> 'head' and exists (
      select from ops.slice s
      where s.file_id = m.file_id and s.feed = m.feed and s.in_force and (s.unit_kind <> 'club' or s.club_no = m.club_no)
    ) as in_force,
    null::text as identity, null::text as match
  from near
    join vault.person_mention m using (file_id, mention_no)
    left join staging.club_mention b on b.file_id = m.file_id and b.club_no = m.club_no
    left join core.club c on c.club_key = b.club_key
    left join core.dim_place p on p.place_key = c.place_key
    left join file_place l on l.file_id = m.file_id and l.feed = m.feed
  where m.erased_on is null;
create unique index on person_witness (file_id, mention_no);
create index on person_witness (old_id_hash) where old_id_hash is not null;
create index on person_witness (insurance_no_hash) where insurance_no_hash is not null;
create index on person_witness (name_key, successor_code);
create index on person_witness (identity);
analyze person_witness;

update person_witness set identity = 'N|' || encode(national_id_hash, 'hex'), match = 'national_id'
where in_force and national_id_hash is not null;

with led_back as (
  select old_id_hash, min(identity) as identity
  from person_witness
  where in_force and old_id_hash is not null and identity is not null
  group by old_id_hash
  having count(distinct identity) = 1
), found as (
  select m.file_id, m.mention_no, coalesce(l.identity, 'O|' || encode(m.old_id_hash, 'hex')) as identity
  from person_witness m
    left join led_back l using (old_id_hash)
  where m.in_force and m.identity is null and m.old_id_hash is not null
)
update person_witness m set identity = f.identity, match = 'old_id'
from found f
where f.file_id = m.file_id and f.mention_no = m.mention_no;

with led_back as (
  select insurance_no_hash, min(identity) as identity
  from person_witness
  where in_force and insurance_no_hash is not null and identity is not null
  group by insurance_no_hash
  having count(distinct identity) = 1
), found as (
  select m.file_id, m.mention_no, coalesce(l.identity, 'I|' || encode(m.insurance_no_hash, 'hex')) as identity
  from person_witness m
    left join led_back l using (insurance_no_hash)
  where m.in_force and m.identity is null and m.insurance_no_hash is not null
)
update person_witness m set identity = f.identity, match = 'insurance_no'
from found f
where f.file_id = m.file_id and f.mention_no = m.mention_no;

-- A person known by a weaker number only joins the only person with a stronger one, unless both have a number of one kind.
do $$
declare
  weaker text;
begin
  foreach weaker in array array['O', 'I'] loop
    with best_birth as (
      select distinct identity, birth, birth_to
      from (select *, rank() over (partition by identity order by birth_to - birth) as imprecision
        from person_witness where identity is not null) ranked
      where imprecision = 1
    ), spelling as (
      select distinct w.identity, w.name_key, b.birth, b.birth_to, w.sex, w.successor_code, w.club_key
      from person_witness w
        join best_birth b using (identity)
    ), numbers as (
      select w.identity, bool_or(m.old_id_hash is not null) as has_old_id, bool_or(m.insurance_no_hash is not null) as has_insurance_no
      from (select distinct identity, national_id_hash from person_witness where identity is not null) w
        join vault.person_mention m on m.national_id_hash = w.national_id_hash
      group by w.identity
      union all
      select identity, bool_or(old_id_hash is not null), bool_or(insurance_no_hash is not null)
      from person_witness
      where identity is not null
      group by identity
    ), known as (
      select identity, bool_or(has_old_id) as has_old_id, bool_or(has_insurance_no) as has_insurance_no
      from numbers
      group by identity
    ), candidate as (
      select w.identity, p.identity as stronger, bool_or(coalesce(p.club_key = w.club_key, false)) as same_club
      from spelling w
        join spelling p on p.name_key = w.name_key and p.successor_code = w.successor_code
          and p.birth <= w.birth_to and w.birth <= p.birth_to and coalesce(p.sex = w.sex, true)
        join known a on a.identity = w.identity
        join known b on b.identity = p.identity
      where w.identity like weaker || '|%' and (p.identity like 'N|%' or weaker = 'I' and p.identity like 'O|%')
        and not (a.has_old_id and b.has_old_id) and not (a.has_insurance_no and b.has_insurance_no)
      group by w.identity, p.identity
    ), chosen as (
      select identity, case when count(*) = 1 then min(stronger)
          when count(*) filter (where same_club) = 1 then min(stronger) filter (where same_club) end as stronger
      from candidate
      group by identity
    ), agreed as (
      select identity, stronger, count(*) over (partition by stronger) as rivals from chosen where stronger is not null
    )
    update person_witness m set identity = c.stronger, match = 'name_and_birth'
    from agreed c
    where c.identity = m.identity and c.rivals = 1;
  end loop;
end
$$;

-- Without any number: the only person with one who is called so.
with best_birth as (
  select distinct identity, birth, birth_to
  from (select *, rank() over (partition by identity order by birth_to - birth) as imprecision
    from person_witness where identity is not null) ranked
  where imprecision = 1
), numbered_person as (
  select distinct w.identity, w.name_key, b.birth, b.birth_to, w.sex, w.successor_code, w.club_key
  from person_witness w
    join best_birth b using (identity)
), candidate as (
  select m.file_id, m.mention_no, p.identity, bool_or(coalesce(p.club_key = m.club_key, false)) as same_club
  from person_witness m
    join numbered_person p on p.name_key = m.name_key and p.successor_code = m.successor_code
      and coalesce(p.birth <= m.birth_to and m.birth <= p.birth_to, true) and coalesce(p.sex = m.sex, true)
  where m.in_force and m.identity is null
  group by m.file_id, m.mention_no, p.identity
), chosen as (
  select file_id, mention_no, case when count(*) = 1 then min(identity)
      when count(*) filter (where same_club) = 1 then min(identity) filter (where same_club) end as identity
  from candidate
  group by file_id, mention_no
)
update person_witness m set identity = c.identity, match = 'name_and_birth'
from chosen c
where c.file_id = m.file_id and c.mention_no = m.mention_no and c.identity is not null;

-- Still nobody: who is written less precisely joins the only one written more precisely.
with written as (
  select distinct name_key, birth, birth_to, sex, successor_code,
    concat_ws('|', 'W', coalesce(name_key, '-'), coalesce(birth::text, '-'), coalesce(birth_to::text, '-'), coalesce(sex, '-'),
      coalesce(successor_code, '-')) as identity
  from person_witness
  where in_force and identity is null
), joined as (
  select w.identity, min(p.identity) as better
  from written w
    join written p on p.name_key = w.name_key and p.successor_code = w.successor_code
      and coalesce(p.birth >= w.birth and p.birth_to <= w.birth_to, w.birth is null) and coalesce(p.sex = w.sex, true)
      and (p.birth_to - p.birth < w.birth_to - w.birth or (w.birth is null and p.birth is not null)
        or (w.sex is null and p.sex is not null))
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

-- A book of repayments tells names alone: whom it means is known by the loan, not by a person of that name.
update person_witness set identity = null, match = null
where feed = 'loan-repayment' and match = 'own' and birth is null;

create temp table changed_person (person_key bigint primary key) on commit drop;
create temp table person_link on commit drop as
  select w.file_id, w.mention_no, m.person_key as former_key,
    vault.person_key(w.identity) as person_key, w.match as person_match
  from person_witness w
    join vault.person_mention m using (file_id, mention_no);

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
