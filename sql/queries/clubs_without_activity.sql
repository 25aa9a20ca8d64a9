-- vi: CLB nào cả năm không có hoạt động nào được ghi?
-- en: Which clubs have no activity in the year?
-- grain: One row per active club without an activity of its own in the year of the half-year.
-- read: Activities of a whole district are nobody’s own.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.district_name, c.club_code, c.club_name
from mart.club c
  join asked using (period)
where not exists (
  select from mart.activity a
  where a.club_code = c.club_code and extract(year from a.activity_on) = left(c.period, 4)::int and a.activity_on <= c.as_of)
order by c.club_code;
