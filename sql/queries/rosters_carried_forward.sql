-- vi: CLB nào đang dùng danh sách hội viên của kỳ trước?
-- en: Which clubs rest on a roster of an earlier half-year?
-- grain: One row per active club whose roster is carried forward.
-- read: half_years_old says how old the roster is.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.district_name, c.club_code, c.club_name, c.roster_period, c.members,
  (core.period_key(c.period) / 10 - core.period_key(c.roster_period) / 10) * 2
    + core.period_key(c.period) % 10 - core.period_key(c.roster_period) % 10 as half_years_old
from mart.club c
  join asked using (period)
where c.roster_carried_forward
order by half_years_old desc, c.club_code;
