-- vi: Đơn vị nào gửi chậm hoặc chưa gửi báo cáo?
-- en: Who sent late or not at all?
-- grain: One row per unit, feed and half-year that was late or is missing.
-- read: days_late is empty while nothing has come.

select period, unit_code, unit_name, feed, due_on, received_on, state, received_on - due_on as days_late
from mart.submission
where state <> 'on_time'
order by period, unit_code, feed;
