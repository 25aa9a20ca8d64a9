-- vi: Kết quả khám sức khỏe theo huyện, kỳ và loại sức khỏe?
-- en: Check-ups by district, half-year and health class?
-- grain: One row per half-year, plan district and health class.
-- read: Counts check-ups, not persons; class empty where the station did not tell.

select period, district_code, health_class, count(*) as check_ups, count(distinct person_id) as persons,
  count(*) filter (where 'hypertension' = any (conditions)) as with_hypertension
from mart.health_check
group by period, district_code, health_class
order by period, district_code, health_class nulls last;
