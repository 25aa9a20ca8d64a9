-- Where keys lead that are no longer in use, and which persons are in doubt.

create temp table retired_person on commit drop as
  select distinct former_key
  from moved_mention m
  where former_key is not null and not exists (select from vault.person_profile p where p.person_key = m.former_key);

-- A former key follows the earliest of its writings that is left.
insert into core.person_alias (former_key, former_id, person_key, changed_at, reason)
  with heir as (
    select distinct on (former_key) former_key, m.person_key
    from retired_person
      join moved_mention m using (former_key)
    where m.person_key is not null
    order by former_key, m.period, m.profile_key
  ), parts as (
    select former_key, count(distinct m.person_key) as n
    from retired_person
      join moved_mention m using (former_key)
    group by former_key
  )
  select h.former_key, 'P' || lpad(to_hex(h.former_key), 15, '0'), h.person_key, (select at from linkage_setting),
    case when p.n > 1 then 'split' when exists (select from core.person c where c.person_key = h.person_key) then 'merged' else 'rekeyed' end
  from heir h
    join parts p using (former_key)
on conflict (former_key) do update set person_key = excluded.person_key, changed_at = excluded.changed_at, reason = excluded.reason;

-- No alias for a key that is in use again; an alias of an alias leads straight on.
delete from core.person_alias a where exists (select from vault.person_profile p where p.person_key = a.former_key);
do $$
declare
  more int;
begin
  loop
    update core.person_alias a set person_key = n.person_key
    from core.person_alias n
    where n.former_key = a.person_key and n.person_key <> a.former_key;
    get diagnostics more = row_count;
    exit when more = 0;
  end loop;
end
$$;

create temp table doubtful_person on commit drop as
  select person_key from changed_person
  union
  select p.person_key from vault.person_profile p join rescored_profile using (profile_key) where p.person_key is not null
  union
  select p.person_key from vault.person_profile p join touched_member using (profile_key) where p.person_key is not null
  union
  select former_key from retired_person;
create unique index on doubtful_person (person_key);
analyze doubtful_person;

delete from core.pending_link
where person_key in (select person_key from doubtful_person) or other_key in (select person_key from doubtful_person);

-- The best pair of writings of each two persons, and the 12-digit numbers of the persons in question; tables with figures of their own.
create temp table near_person on commit drop as
  with near as (
    select l.person_key as a, r.person_key as b, l.profile_key as left_profile, r.profile_key as right_profile, p.weight, p.agreement
    from vault.person_pair p
      join vault.person_profile l on l.profile_key = p.left_profile
      join vault.person_profile r on r.profile_key = p.right_profile
    where l.person_key <> r.person_key
      and (l.person_key in (select person_key from doubtful_person) or r.person_key in (select person_key from doubtful_person))
  )
  select distinct on (least(a, b), greatest(a, b)) least(a, b) as person_key, greatest(a, b) as other_key, weight, agreement
  from near
  order by least(a, b), greatest(a, b), weight desc, left_profile, right_profile;
analyze near_person;

create temp table number_of_person on commit drop as
  with involved as (
    select person_key from near_person union select other_key from near_person
  )
  select i.person_key, array_agg(distinct p.national_id) filter (where p.national_id is not null) as national_ids
  from involved i
    join vault.person_profile p using (person_key)
  group by i.person_key;
create unique index on number_of_person (person_key);
analyze number_of_person;

insert into core.pending_link (person_key, other_key, weight, probability, agreement)
  select b.person_key, b.other_key, b.weight, 1 / (1 + power(2, -b.weight)), b.agreement
  from near_person b
    join number_of_person l on l.person_key = b.person_key
    join number_of_person r on r.person_key = b.other_key
  where not coalesce(not l.national_ids && r.national_ids and substr(b.agreement, 8, 1) <> 'x', false)
    and not exists (
      select
      from vault.person_profile x
        join vault.person_profile y on y.person_key = b.other_key and y.rosters && x.rosters
      where x.person_key = b.person_key)
    and not exists (
      select
      from vault.person_profile x
        join vault.link_decision d on not d.same_person and x.profile_key in (d.left_profile, d.right_profile)
        join vault.person_profile y on y.person_key = b.other_key and y.profile_key in (d.left_profile, d.right_profile)
      where x.person_key = b.person_key);
