-- vi: CLB nào không có đa số là người cao tuổi?
-- en: In which clubs are older members not the majority?
-- grain: One row per active club of which at most half the members have full 60 years.
-- read: The plan wants 60 to 70 %; below half the club is no longer one of older people.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.district_name, c.club_code, c.club_name, c.members, c.older_60, c.older_55,
  round(100.0 * c.older_60 / nullif(c.members, 0), 1) as older_percent
from mart.club c
  join asked using (period)
where c.members > 0 and c.older_60 * 2 <= c.members
order by older_percent, c.club_code;
