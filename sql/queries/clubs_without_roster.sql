-- vi: CLB nào chưa từng gửi danh sách hội viên?
-- en: Which active clubs have no roster?
-- grain: One row per active club without any roster.
-- read: Their figures are empty and add nothing to shares.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.district_name, c.commune_name, c.club_code, c.club_name, c.founded_on
from mart.club c
  join asked using (period)
where c.members is null
order by c.club_code;
