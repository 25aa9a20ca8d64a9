-- vi: Bao nhiêu thành viên ra khỏi CLB, vì lý do gì?
-- en: How many members left, and why?
-- grain: One row per half-year, club and reason.
-- read: Reason empty: the roster gives a leaving day only.

select period, club_code, left_reason, count(*) as members
from mart.membership
where left_on is not null
group by period, club_code, left_reason
order by period, club_code, left_reason nulls last;
