-- What districts and communes report: clubs one by one, and the half-year form; and what the plan asks for.

insert into core.fact_club_report
  select distinct on (s.period_key, c.club_key)
    s.period_key, s.period, c.club_key, c.club_match, c.club_source_value,
    c.place_key, c.commune_match, c.commune_source_value,
    r.founded_on, r.founded_on_precision, r.decision_no, r.head_filled, coalesce(r.status, 'active'), r.status_on,
    r.members, r.women, r.older, r.poor, r.near_poor, r.income_fund, r.operating_fund, r.fund_total,
    s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.club_registry r
    join live_slice s using (file_id, slice_no)
    join live_club c using (file_id, club_no)
  where r.duplicate_of_row is null
  order by s.period_key, c.club_key, s.unit_kind, r.file_id, r.table_no, r.row_number
on conflict (period_key, club_key) do nothing;

insert into core.fact_unit_report
  select s.period_key, s.period, case when s.plan_district = '-1' then coalesce(c.plan_district, '-1') else s.plan_district end,
    s.commune_code, coalesce(c.club_key, -1), coalesce(c.club_match, 'none'), c.club_source_value,
    r.clubs, r.new_clubs, r.members, r.women, r.older, r.poor, r.near_poor, r.minority, r.borrowers, r.loans_outstanding,
    r.examined, r.volunteers, r.trained, r.income_fund, r.operating_fund,
    s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.half_year_report r
    join live_slice s using (file_id, slice_no)
    left join live_club c using (file_id, club_no)
  where r.duplicate_of_row is null;

insert into core.fact_target
  select distinct on (r.plan_district, t.year, t.measure)
    r.plan_district, t.year, t.measure, t.target, s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.plan_targets r
    join live_slice s using (file_id, slice_no)
    join core.dim_plan_district using (plan_district),
    lateral (values (2021, 'clubs_before', r.clubs_before), (2022, 'new_clubs', r.new_2022), (2023, 'new_clubs', r.new_2023),
      (2024, 'new_clubs', r.new_2024), (2025, 'new_clubs', r.new_2025), (2025, 'new_clubs_total', r.new_total),
      (2025, 'members', r.members), (2025, 'older', r.older)) as t (year, measure, target)
  where r.duplicate_of_row is null and t.target is not null
  order by r.plan_district, t.year, t.measure, s.period desc, r.file_id, r.table_no, r.row_number
on conflict do nothing;
