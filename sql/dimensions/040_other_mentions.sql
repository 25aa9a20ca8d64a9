-- Which club the other files mean: a club of some registry with the same name in the same place, or in the place that its
-- own became; where the file tells no commune, the only one of that name in the district. Who finds none is given an
-- inferred club, which the registry completes as soon as it arrives. Founding days tell clubs of one name apart: our own templates tell them.

create temp table other_mention on commit drop as
  select m.*, row_number() over (order by m.period, m.plan_district, m.successor_code, m.name_key, m.file_id, m.club_no)::int as other_id,
    null::text as root, null::text as match
  from placed_mention m
  where m.feed <> 'club-registry' and m.area in (select area from touched_area);
create unique index on other_mention (other_id);
create index on other_mention (area, name_key);
analyze other_mention;

with compared as (
  select m.other_id, k.root_id, k.period = m.period as same_period,
    coalesce(k.hamlet_key = m.hamlet_key, false) as same_hamlet,
    coalesce(k.founded_on = m.founded_on, false) as same_founding,
    case
      when m.place_key = k.place_key and m.place_key <> -1 then 1
      when case when m.frame_no >= k.frame_no then m.codes[m.frame_no] = k.codes[m.frame_no]
        else m.codes[k.frame_no] = k.codes[k.frame_no] end then 2
      when (m.place_key = -1 or k.place_key = -1) and m.plan_district = k.plan_district then 3
    end as distance
  from other_mention m
    join registry_mention k on k.area = m.area and k.name_key = m.name_key
), candidate as (
  select other_id, root_id, min(distance) as distance, bool_or(same_period) as same_period, bool_or(same_hamlet) as same_hamlet,
    bool_or(same_founding) as same_founding
  from compared
  where distance is not null
  group by other_id, root_id
), nearest as (
  select *, distance = min(distance) over (partition by other_id) as is_nearest from candidate
), chosen as (
  select other_id, min(distance) as distance, count(*) as choices, min(root_id) as only_root,
    count(*) filter (where same_period) as choices_now, min(root_id) filter (where same_period) as only_root_now,
    count(*) filter (where same_hamlet) as choices_hamlet, min(root_id) filter (where same_hamlet) as only_root_hamlet,
    count(*) filter (where same_founding) as choices_founding, min(root_id) filter (where same_founding) as only_root_founding
  from nearest
  where is_nearest
  group by other_id
)
update other_mention m set
  root = case
    when choices = 1 then only_root
    when choices_founding = 1 then only_root_founding
    when choices_hamlet = 1 then only_root_hamlet
    when choices_now = 1 then only_root_now
  end::text,
  match = case
    when choices = 1 then (array['exact', 'lineage', 'district'])[distance]
    when choices_founding = 1 then 'founding'
    when choices_hamlet = 1 then 'hamlet'
    when choices_now = 1 then 'exact'
    else 'ambiguous'
  end
from chosen c
where c.other_id = m.other_id;

-- The rest, told apart by name and place; a place of 2025 joins the one older place of that name, if it is the only one.
with orphan as (
  select other_id, area, plan_district, name_key, successor_code, codes[3] as older_code
  from other_mention
  where root is null
), older as (
  select area, plan_district, name_key, successor_code, min(older_code) as older_code
  from orphan
  where older_code is not null
  group by area, plan_district, name_key, successor_code
  having count(distinct older_code) = 1
)
update other_mention m set match = coalesce(m.match, 'inferred'),
  root = concat_ws('|', 'inferred', o.plan_district, coalesce(o.older_code, w.older_code, o.successor_code, '-'), o.name_key)
from orphan o
  left join older w using (area, plan_district, name_key, successor_code)
where o.other_id = m.other_id;
