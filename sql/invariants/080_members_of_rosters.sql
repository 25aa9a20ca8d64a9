-- vi: Hội viên của một kỳ lấy từ danh sách mới nhất của câu lạc bộ đến kỳ ấy
-- en: The members of a half-year stand on the club's latest roster up to it

with latest as (
  select p.club_key, p.period_key, max(m.period_key) as roster_key
  from (select distinct club_key, period_key from core.fact_member_period) p
    join (select distinct club_key, period_key from core.fact_membership) m on m.club_key = p.club_key and m.period_key <= p.period_key
  group by p.club_key, p.period_key
)
select 'club ' || f.club_key || ' ' || f.period || ' person ' || f.person_key as broken
from core.fact_member_period f
  left join latest l using (club_key, period_key)
  left join core.fact_membership m on m.club_key = f.club_key and m.person_key = f.person_key and m.period_key = l.roster_key
where m.person_key is null
order by broken
