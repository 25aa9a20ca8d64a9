-- vi: Mỗi năm nhận được bao nhiêu tiền từ từng nguồn?
-- en: How much money came in by source and year?
-- grain: One row per year and source.
-- read: Money told twice counts once; planned and spent are beside it.

select left(period, 4)::int as year, fund_source, fund_source_name, sum(planned) as planned, sum(received) as received, sum(spent) as spent
from mart.fund
where counted
group by left(period, 4), fund_source, fund_source_name
order by year, received desc nulls last, fund_source;
