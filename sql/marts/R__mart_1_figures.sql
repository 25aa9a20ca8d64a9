-- What reports are made of: indicators, clubs, submissions.

drop view if exists mart.indicator;
create view mart.indicator as
  select i.indicator_code, i.indicator_name_vi, f.as_of, f.area_level, f.area_code, f.area_name,
    f.numerator, f.denominator, f.value, f.target, i.unit, f.met
  from core.fact_indicator f
    join core.dim_indicator i using (indicator_key)
  where f.publication = 'current';
comment on view mart.indicator is 'One row per indicator, area and as-of date.';
comment on column mart.indicator.indicator_code is 'Code, I01 to I31; other readings I13b and so on.';
comment on column mart.indicator.indicator_name_vi is 'Vietnamese name.';
comment on column mart.indicator.as_of is 'Day on which the figure is taken: the end of a half-year.';
comment on column mart.indicator.area_level is 'province, district or club.';
comment on column mart.indicator.area_code is '40, the GSO code of the plan district, or the code of the club.';
comment on column mart.indicator.area_name is 'Name of the area.';
comment on column mart.indicator.numerator is 'What is counted.';
comment on column mart.indicator.denominator is 'What it is a share of; empty for counts and amounts.';
comment on column mart.indicator.value is 'Numerator over denominator (0 to 1) for shares, numerator for counts and amounts.';
comment on column mart.indicator.target is 'Target at 31 December 2025.';
comment on column mart.indicator.unit is 'Unit of the figure.';
comment on column mart.indicator.met is 'Whether the target is met; empty without target or where nothing is known.';

drop view if exists mart.club;
create view mart.club as
  select f.club_code, f.club_name,
    f.plan_district as district_code, d.plan_district_name as district_name,
    p.commune_code, p.commune_name,
    f.founded_on, f.cohort, f.status, f.period, f.as_of,
    f.members, f.women, f.older_60, f.older_55, f.younger,
    f.poor, f.near_poor, f.minority, f.lone, f.priority,
    f.borrowers_ever, f.borrowers_current, f.checked_this_year, f.volunteers,
    f.meets_size, f.meets_women, f.meets_older, f.meets_younger, f.meets_loans,
    f.roster_period, f.roster_carried_forward
  from core.fact_club_period f
    join core.dim_plan_district d using (plan_district)
    join core.dim_place p using (place_key);
comment on view mart.club is 'One row per active club and half-year.';
comment on column mart.club.club_code is 'Code of the club.';
comment on column mart.club.club_name is 'Name of the club on that day.';
comment on column mart.club.district_code is 'GSO code of the plan district.';
comment on column mart.club.district_name is 'Name of the plan district.';
comment on column mart.club.commune_code is 'GSO code of the commune, of the map in force on that day.';
comment on column mart.club.commune_name is 'Name of the commune on that day.';
comment on column mart.club.founded_on is 'Founding date; a year alone counts from 1 January.';
comment on column mart.club.cohort is 'baseline: founded before 2021-01-01; new: since.';
comment on column mart.club.status is 'Status as the registry in force tells.';
comment on column mart.club.period is 'The half-year.';
comment on column mart.club.as_of is 'Its last day.';
comment on column mart.club.members is 'Members; like all figures empty when no roster is known.';
comment on column mart.club.women is 'Women among the members.';
comment on column mart.club.older_60 is 'Members with full 60 years.';
comment on column mart.club.older_55 is 'Members with full 55 years.';
comment on column mart.club.younger is 'Members without full 60 years.';
comment on column mart.club.poor is 'Members of poor households.';
comment on column mart.club.near_poor is 'Members of near-poor households.';
comment on column mart.club.minority is 'Members of ethnic minorities.';
comment on column mart.club.lone is 'Members who live alone.';
comment on column mart.club.priority is 'Members in any of the six priority groups.';
comment on column mart.club.borrowers_ever is 'Members who ever had a loan by that day.';
comment on column mart.club.borrowers_current is 'Members with money outstanding on that day.';
comment on column mart.club.checked_this_year is 'Members with a check-up in the calendar year up to that day.';
comment on column mart.club.volunteers is 'Home-care volunteers of roster and home-care list together, persons once.';
comment on column mart.club.meets_size is '50 to 70 members.';
comment on column mart.club.meets_women is '60 to 70 % women.';
comment on column mart.club.meets_older is '60 to 70 % older members.';
comment on column mart.club.meets_younger is '30 to 40 % younger members.';
comment on column mart.club.meets_loans is 'At least 50 % of the members ever had a loan.';
comment on column mart.club.roster_period is 'Half-year of the roster that the figures rest on.';
comment on column mart.club.roster_carried_forward is 'Whether that roster is of an earlier half-year.';

drop view if exists mart.submission;
create view mart.submission as
  select period, unit_code, unit_name, feed, due_on, received_on, state, rows_accepted, rows_refused
  from core.fact_submission;
comment on view mart.submission is 'One row per reporting unit, feed and half-year that is due.';
comment on column mart.submission.period is 'The half-year.';
comment on column mart.submission.unit_code is 'GSO code of the district, from 2025-H2 on of the commune.';
comment on column mart.submission.unit_name is 'Name of the unit.';
comment on column mart.submission.feed is 'The feed.';
comment on column mart.submission.due_on is 'Day on which it is due.';
comment on column mart.submission.received_on is 'Day on which the first accepted file came.';
comment on column mart.submission.state is 'on_time, late or missing.';
comment on column mart.submission.rows_accepted is 'Accepted rows of the files in force.';
comment on column mart.submission.rows_refused is 'Refused rows of the same files.';
