-- vi: Ai có tên trong hai CLB trở lên?
-- en: Who is on the roster of two clubs or more?
-- grain: One row per person in more than one active club.
-- read: District and province count such a person once; ask the clubs which of them it is.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select i.person_id, count(*) as clubs, string_agg(c.club_code, ', ' order by c.club_code) as club_codes
from core.fact_member_period f
  join asked using (period)
  join core.club c using (club_key)
  join core.person i using (person_key)
group by i.person_id
having count(*) > 1
order by clubs desc, i.person_id;
