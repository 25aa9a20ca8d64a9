-- vi: Số báo cáo khác số đếm được ở đâu, vì sao?
-- en: Where does the report differ from what is counted, and why?
-- grain: One row per half-year, plan district and measure that differ.
-- read: cause is by rule from the evidence; unexplained means: ask.

select period, district_code, measure, reported, counted, difference, cause
from mart.reconciliation
where cause not in ('agrees', 'not_reported')
order by period, district_code, measure;
