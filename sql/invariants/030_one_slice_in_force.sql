-- vi: Mỗi nguồn dữ liệu, kỳ và đơn vị chỉ có một bản đang có hiệu lực
-- en: One version in force for each feed, half-year and unit

select concat_ws(' ', feed, period, unit_kind, plan_district, commune_code, unit_key) || ': ' || string_agg(file_id, ', ' order by file_id) as broken
from ops.slice
where in_force
group by feed, period, unit_kind, plan_district, commune_code, unit_key
having count(distinct file_id) > 1
order by broken
