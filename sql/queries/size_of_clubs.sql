-- vi: Các CLB lớn nhỏ thế nào?
-- en: How large are the clubs?
-- grain: One row per half-year and class of size.
-- read: The plan wants 50 to 70 members.

select period, case when members is null then 'no roster' when members < 50 then 'below 50' when members <= 70 then '50 to 70' else 'above 70' end as size_class,
  count(*) as clubs, min(members) as smallest, max(members) as largest
from mart.club
group by 1, 2
order by 1, 2;
