-- vi: Huyện nào còn thiếu bao nhiêu CLB mới so với chỉ tiêu 2025?
-- en: How many new clubs does each district lack to its target for 2025?
-- grain: One row per plan district with a target.
-- read: founded are clubs founded since 2021 that are active; missing is never below zero.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
), founded as (
  select district_code, count(*) as founded
  from mart.club
    join asked using (period)
  where cohort = 'new'
  group by district_code
)
select t.plan_district as district_code, d.plan_district_name as district_name, t.target, coalesce(f.founded, 0) as founded,
  greatest(t.target - coalesce(f.founded, 0), 0) as missing
from core.fact_target t
  join core.dim_plan_district d using (plan_district)
  left join founded f on f.district_code = t.plan_district
where t.measure = 'new_clubs_total' and t.year = 2025
order by missing desc, district_code;
