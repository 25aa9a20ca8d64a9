-- vi: Các chỉ tiêu toàn tỉnh thay đổi thế nào qua các kỳ?
-- en: How do the indicators of the province develop?
-- grain: One row per indicator; a column per as-of date would grow, so the series is an array.
-- read: series holds date = value in the order of the days.

select indicator_code, indicator_name_vi, unit, max(target) as target,
  string_agg(as_of || ' = ' || coalesce(round(value::numeric, 4)::text, '–'), ', ' order by as_of) as series
from mart.indicator
where area_level = 'province'
group by indicator_code, indicator_name_vi, unit
order by indicator_code;
