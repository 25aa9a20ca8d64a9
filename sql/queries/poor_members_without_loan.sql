-- vi: Hội viên nghèo, cận nghèo nào chưa từng được vay?
-- en: How many poor and near-poor members never had a loan?
-- grain: One row per active club with such members.
-- read: The plan wants loans to reach the poor first.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.club_code, count(*) filter (where f.poor) as poor_without_loan, count(*) filter (where f.near_poor and not f.poor) as near_poor_without_loan
from core.fact_member_period f
  join asked using (period)
  join core.club c using (club_key)
where (f.poor or f.near_poor) and not f.borrowed_ever
group by c.club_code
order by count(*) desc, c.club_code;
