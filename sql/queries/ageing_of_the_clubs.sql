-- vi: Các CLB đang già đi thế nào?
-- en: How do the clubs age?
-- grain: One row per half-year and cohort of clubs.
-- read: older_percent is the share of members with full 60 years, of clubs with a roster.

select period, cohort, count(*) as clubs, sum(members) as members, sum(older_60) as older_60,
  round(100.0 * sum(older_60) / nullif(sum(members), 0), 1) as older_percent,
  round(100.0 * sum(older_55 - older_60) / nullif(sum(members), 0), 1) as from_55_to_59_percent
from mart.club
where members is not null
group by period, cohort
order by period, cohort;
