-- vi: CLB nào chưa đủ 5 tình nguyện viên chăm sóc tại nhà?
-- en: Which clubs have fewer than five home-care volunteers?
-- grain: One row per active club with a roster and fewer than five volunteers.
-- read: Volunteers of roster and home-care list together, persons once.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.district_name, c.club_code, c.club_name, c.members, c.volunteers, 5 - c.volunteers as missing
from mart.club c
  join asked using (period)
where c.volunteers < 5
order by c.volunteers, c.club_code;
