-- vi: Mỗi năm mỗi huyện thành lập bao nhiêu CLB?
-- en: How many clubs were founded by district and year?
-- grain: One row per plan district and founding year of clubs that are active.
-- read: Years before 2021 are the baseline.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.district_code, c.district_name, extract(year from c.founded_on)::int as founded_in, c.cohort, count(*) as clubs
from mart.club c
  join asked using (period)
group by c.district_code, c.district_name, extract(year from c.founded_on), c.cohort
order by c.district_code, founded_in nulls last;
