-- vi: CLB nào chưa có đủ quỹ tăng thu nhập và quỹ hoạt động?
-- en: Which clubs lack an income fund or an operating fund?
-- grain: One row per active club whose registry tells no amount above zero for one of the two.
-- read: The fund ledger may know more; see indicator I26.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select f.club_code, f.club_name, f.income_fund, f.operating_fund,
  concat_ws(', ', case when coalesce(f.income_fund, 0) = 0 then 'income' end, case when coalesce(f.operating_fund, 0) = 0 then 'operating' end) as missing
from core.fact_club_period f
  join asked using (period)
where coalesce(f.income_fund, 0) = 0 or coalesce(f.operating_fund, 0) = 0
order by f.club_code;
