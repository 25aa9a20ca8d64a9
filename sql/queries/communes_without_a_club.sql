-- vi: Xã, phường nào chưa có CLB?
-- en: Which communes have no club?
-- grain: One row per commune of the map of the last day of the half-year without an active club.
-- read: Communes of today (130) from 2025-H2 on, of the older maps before.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
), frame as (
  select p.* from core.dim_place p, asked
  where p.place_key <> -1 and core.period_end(asked.period) >= p.valid_from and core.period_end(asked.period) < p.valid_to
)
select f.plan_district_name as district_name, f.commune_code, f.commune_name
from frame f
where not exists (select from mart.club c join asked using (period) where c.commune_code = f.commune_code)
order by f.plan_district_code, f.commune_code;
