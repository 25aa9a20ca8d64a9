-- Which clubs are known at the end of each half-year, and what about them. A district's registry holds until its next one.
-- From 2025-H2 a commune's registry takes over its own part of what its district said last, the other communes carry on.

create temp table registry_row on commit drop as
  select distinct on (s.file_id, s.slice_no, c.club_key)
    c.club_key, c.plan_district, m.period, m.unit_kind, s.plan_district as slice_district,
    coalesce(s.unit_key, '') as unit_key, m.place_key, m.successor_code,
    coalesce(m.club_name, m.name_key) as club_name, m.match,
    r.founded_on, r.founded_on_precision, coalesce(r.status, 'active') as status, r.status_on, r.head_filled,
    r.decision_no, r.members, r.women, r.older, r.poor, r.near_poor, r.income_fund, r.operating_fund, r.fund_total,
    m.club_source_value, m.commune_match, m.commune_source_value,
    f.load_id, r.file_id, r.table_no, r.sheet, r.row_number, r.club_no
  from registry_mention m
    join named_club c on c.root = m.root_id::text
    join staging.club_registry r on r.file_id = m.file_id and r.club_no = m.club_no and r.duplicate_of_row is null
    join ops.slice s on s.file_id = r.file_id and s.slice_no = r.slice_no and s.in_force
    join accepted_file f on f.file_id = r.file_id
  order by s.file_id, s.slice_no, c.club_key, r.table_no, r.row_number;
analyze registry_row;

-- The last registry of each district and commune at the end of each half-year, also of those that list no club.
create temp table registry_in_force on commit drop as
  select p.period_key, s.unit_kind, s.unit_key, max(s.period) as period
  from published_period p
    join ops.slice s on s.period <= p.period
    join accepted_file f using (file_id)
  where s.feed = 'club-registry' and s.in_force
  group by p.period_key, s.unit_kind, s.unit_key;
create unique index on registry_in_force (period_key, unit_kind, unit_key);
analyze registry_in_force;

create temp table known_club on commit drop as
  with listed as (
    select p.period_key, p.period as known_period, p.starts_on, p.as_of, p.frame_no, r.*
    from published_period p
      join registry_in_force i using (period_key)
      join registry_row r on r.unit_kind = i.unit_kind and r.unit_key = i.unit_key and r.period = i.period
  ), spoken as (
    select l.*
    from listed l
      left join registry_in_force district on district.period_key = l.period_key and l.unit_kind = 'commune'
        and district.unit_kind = 'district' and district.unit_key = l.slice_district
      left join registry_in_force commune on commune.period_key = l.period_key and l.unit_kind = 'district'
        and commune.unit_kind = 'commune' and commune.unit_key = l.successor_code
    where (district.period is null or district.period <= l.period)
      and (commune.period is null or commune.period < l.period)
  ), last_word as (
    select distinct on (period_key, club_key) *
    from spoken
    order by period_key, club_key, period desc, unit_kind, file_id, table_no, row_number
  )
  select w.period_key, w.known_period as period, w.starts_on, w.as_of, w.club_key, w.plan_district, w.club_name, w.match,
    coalesce(b.later_place_key, w.place_key) as place_key,
    w.founded_on, w.founded_on_precision as founded_precision,
    case when w.founded_on is null then 'unknown' when w.founded_on < '2021-01-01' then 'baseline' else 'new' end as cohort,
    w.status, w.status_on, w.head_filled, w.income_fund, w.operating_fund,
    coalesce(w.founded_on <= w.as_of, true)
      and not (w.status in ('dissolved', 'merged') and coalesce(w.status_on, core.period_end(w.period)) <= w.as_of) as is_active,
    w.load_id, w.file_id, w.table_no, w.sheet, w.row_number
  from last_word w
    left join core.bridge_place_lineage b on b.place_key = w.place_key and b.later_frame_no = w.frame_no;
create unique index on known_club (club_key, period_key);
analyze known_club;

-- Versions: half-years in a row in which nothing changed are one. A club that the registry dropped is unlisted.
create temp table club_version on commit drop as
  with span as (
    select club_key, min(period_key) as first_key from known_club group by club_key
  ), filled as (
    select distinct on (s.club_key, p.period_key) s.club_key, p.period_key, p.starts_on,
      k.club_name, k.plan_district, coalesce(b.later_place_key, k.place_key) as place_key,
      k.founded_on, k.founded_precision, k.cohort, k.head_filled,
      case when k.period_key = p.period_key then k.status else 'unlisted' end as status,
      case when k.period_key = p.period_key then k.status_on end as status_on
    from span s
      join published_period p on p.period_key >= s.first_key
      join known_club k on k.club_key = s.club_key and k.period_key <= p.period_key
      left join core.bridge_place_lineage b on b.place_key = k.place_key and b.later_frame_no = p.frame_no
    order by s.club_key, p.period_key, k.period_key desc
  ), marked as (
    select *, attributes is distinct from lag(attributes) over (partition by club_key order by period_key) as is_change
    from filled, lateral (select jsonb_build_array(club_name, plan_district, place_key, founded_on, founded_precision, cohort,
      status, status_on, head_filled) as attributes) a
  ), versions as (
    select *, coalesce(lead(starts_on) over (partition by club_key order by period_key), date '9999-12-31') as valid_to
    from marked
    where is_change
  )
  select v.club_key, c.club_code, v.club_name, v.plan_district, v.place_key, v.founded_on, v.founded_precision, v.cohort,
    v.status, v.status_on, v.head_filled, false as inferred, v.starts_on as valid_from, v.valid_to
  from versions v
    join named_club c using (club_key)
  union all
  -- Named by no registry in force at any published half-year's end.
  select c.club_key, c.club_code, c.club_name, c.plan_district, c.place_key, c.founded_on, null,
    case when c.founded_on is null then 'unknown' when c.founded_on < '2021-01-01' then 'baseline' else 'new' end,
    'unknown', null, null, c.inferred, core.period_start(c.first_period), date '9999-12-31'
  from named_club c
  where not exists (select from known_club k where k.club_key = c.club_key);
update club_version set plan_district = '-1'
  where plan_district not in (select plan_district from core.dim_plan_district);

delete from core.dim_club d
where d.club_key <> -1
  and d.club_key in (
    select club_key from core.club
    where case when plan_district in ('413', '429') then '412' else plan_district end in (select area from touched_area))
  and not exists (
    select from club_version v
    where (v.club_key, v.club_code, v.club_name, v.plan_district, v.place_key, v.cohort, v.status, v.inferred, v.valid_from, v.valid_to)
      = (d.club_key, d.club_code, d.club_name, d.plan_district, d.place_key, d.cohort, d.status, d.inferred, d.valid_from, d.valid_to)
      and (v.founded_on, v.founded_precision, v.status_on, v.head_filled)
        is not distinct from (d.founded_on, d.founded_precision, d.status_on, d.head_filled));
insert into core.dim_club (club_version_key, club_key, club_code, club_name, plan_district, place_key, founded_on,
    founded_precision, cohort, status, status_on, head_filled, inferred, valid_from, valid_to)
  select core.stable_key('club version|' || club_code || '|' || valid_from), club_key, club_code, club_name, plan_district,
    place_key, founded_on, founded_precision, cohort, status, status_on, head_filled, inferred, valid_from, valid_to
  from club_version v
  where not exists (select from core.dim_club d where d.club_key = v.club_key and d.valid_from = v.valid_from);
