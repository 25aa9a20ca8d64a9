-- Every club of a touched area with its durable code: plan district, earliest known commune, name; a short hash follows
-- only where two clubs would share it. The key is made from the code.

create temp table named_club on commit drop as
  with naming as (
    select root_id::text as root, false as inferred, mention_id as rank, period, plan_district, place_key, commune_code,
      club_name, name_key, founded_on, decision_key, hamlet_key, file_id, club_no
    from registry_mention
    union all
    select root, true, other_id, period, plan_district, place_key, commune_code,
      club_name, name_key, founded_on, decision_key, hamlet_key, file_id, club_no
    from other_mention
    where root like 'inferred|%'
  ), first_naming as (
    select distinct on (root) * from naming order by root, rank
  ), first_place as (
    select distinct on (root) root, plan_district, place_key, commune_code
    from naming
    where place_key <> -1
    order by root, rank
  ), base as (
    select n.root, n.inferred, n.period as first_period, coalesce(p.plan_district, n.plan_district) as plan_district,
      coalesce(p.place_key, -1) as place_key, n.name_key, n.founded_on, n.decision_key, n.hamlet_key, n.file_id, n.club_no,
      coalesce(n.club_name, n.name_key) as club_name,
      concat_ws('-', nullif(coalesce(p.plan_district, n.plan_district), '-1'), p.commune_code,
        coalesce(nullif(core.slug(coalesce(n.name_key, n.club_name)), ''), 'clb')) as code
    from first_naming n
      left join first_place p using (root)
  ), numbered as (
    select *, row_number() over (partition by code
      order by inferred, first_period, founded_on, decision_key, hamlet_key, name_key, file_id, club_no) as n
    from base
  ), hashed as (
    select *, case when n = 1 then code
      else code || '-' || left(md5(concat_ws('|', name_key, founded_on, decision_key, hamlet_key)), 4) end as short_code
    from numbered
  ), told_apart as (
    select *, row_number() over (partition by short_code order by n) as m from hashed
  )
  select root, inferred, first_period, plan_district, place_key, club_name, founded_on,
    case when m = 1 then short_code else short_code || m end as club_code
  from told_apart;
alter table named_club add column club_key bigint;
update named_club set club_key = core.stable_key('club|' || club_code);
create unique index on named_club (root);
create unique index on named_club (club_key);
analyze named_club;

insert into core.club (club_key, club_code, plan_district, place_key, inferred, first_period)
  select club_key, club_code, case when plan_district in (select plan_district from core.dim_plan_district) then plan_district else '-1' end,
    place_key, inferred, first_period
  from named_club
on conflict (club_key) do update set
  plan_district = excluded.plan_district, place_key = excluded.place_key, inferred = excluded.inferred,
  first_period = excluded.first_period
where (club.plan_district, club.place_key, club.inferred, club.first_period)
  is distinct from (excluded.plan_district, excluded.place_key, excluded.inferred, excluded.first_period);

-- The mentions learn their clubs. A registry row that is not in force means none.
with resolved as (
  select m.file_id, m.club_no, coalesce(c.club_key, d.club_key) as club_key, coalesce(r.match, o.match) as club_match
  from placed_mention m
    left join registry_mention r on r.file_id = m.file_id and r.club_no = m.club_no
    left join named_club c on c.root = r.root_id::text
    left join other_mention o on o.file_id = m.file_id and o.club_no = m.club_no
    left join named_club d on d.root = o.root
  where m.area in (select area from touched_area)
), changed as (
  update staging.club_mention m set club_key = r.club_key, club_match = r.club_match
  from resolved r
  where r.file_id = m.file_id and r.club_no = m.club_no
    and (m.club_key, m.club_match) is distinct from (r.club_key, r.club_match)
  returning m.file_id
)
insert into changed_file select distinct file_id from changed on conflict do nothing;
