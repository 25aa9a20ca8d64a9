-- vi: Thành viên nào đang vay vốn mà trong năm chưa được khám sức khỏe?
-- en: Which members have a loan running but no check-up this year?
-- grain: One row per club and member with money outstanding and no check-up in the year.
-- read: person_id is pseudonymous; the steward can tell who it is.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.club_code, i.person_id, f.outstanding, f.overdue
from core.fact_member_period f
  join asked using (period)
  join core.club c using (club_key)
  join core.person i using (person_key)
where f.borrowing and not f.checked_in_year
order by c.club_code, f.outstanding desc, i.person_id;
