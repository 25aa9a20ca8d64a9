-- vi: Nợ quá hạn theo huyện là bao nhiêu?
-- en: How much is overdue by district?
-- grain: One row per plan district with loans of members on the last day of the half-year.
-- read: Each member once, though in two clubs; overdue is what was due before that day and is still outstanding.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
), borrower as (
  select distinct f.plan_district, f.person_key, f.outstanding, f.overdue
  from core.fact_member_period f
    join asked using (period)
  where f.outstanding > 0
)
select d.plan_district as district_code, d.plan_district_name as district_name, count(*) as borrowers,
  sum(b.outstanding) as outstanding, count(*) filter (where b.overdue > 0) as overdue_borrowers, sum(b.overdue) as overdue,
  round(100.0 * sum(b.overdue) / sum(b.outstanding), 1) as overdue_percent
from borrower b
  join core.dim_plan_district d using (plan_district)
group by d.plan_district, d.plan_district_name
order by overdue desc, d.plan_district;
