-- vi: CLB nào có số thành viên giảm so với kỳ trước?
-- en: Which clubs have fewer members than in the half-year before?
-- grain: One row per club and half-year in which its own new roster is shorter than the one before.
-- read: Only rosters of the half-year itself are compared, none that is carried forward.

with roster as (
  select period, club_code, club_name, members, lag(members) over (partition by club_code order by period) as members_before
  from mart.club
  where members is not null and not roster_carried_forward
)
select period, club_code, club_name, members_before, members, members - members_before as change,
  round(100.0 * (members - members_before) / nullif(members_before, 0), 1) as change_percent
from roster
where members < members_before
order by period, change_percent, club_code;
