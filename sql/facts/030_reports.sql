-- What districts and communes report: clubs one by one, and the half-year form; and what the plan asks for.

-- All clubs of the touched areas again; told by district and commune for one half-year, the commune speaks.
delete from core.fact_club_report
where club_key in (
  select club_key from core.club
  where case when plan_district in ('413', '429') then '412' else plan_district end in (select area from touched_area));
insert into core.fact_club_report
  select distinct on (period, club_key)
    core.period_key(period), period, club_key, match, club_source_value, place_key, commune_match, commune_source_value,
    founded_on, founded_on_precision, decision_no, head_filled, status, status_on,
    members, women, older, poor, near_poor, income_fund, operating_fund, fund_total,
    load_id, file_id, table_no, sheet, row_number
  from registry_row
  order by period, club_key, unit_kind, file_id, table_no, row_number;

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

delete from core.fact_target;
insert into core.fact_target
  select distinct on (r.plan_district, t.year, t.measure)
    r.plan_district, t.year, t.measure, t.target, f.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.plan_targets r
    join ops.slice s on s.file_id = r.file_id and s.slice_no = r.slice_no and s.in_force
    join accepted_file f on f.file_id = r.file_id
    join core.dim_plan_district d on d.plan_district = r.plan_district,
    lateral (values (2021, 'clubs_before', r.clubs_before), (2022, 'new_clubs', r.new_2022), (2023, 'new_clubs', r.new_2023),
      (2024, 'new_clubs', r.new_2024), (2025, 'new_clubs', r.new_2025), (2025, 'new_clubs_total', r.new_total),
      (2025, 'members', r.members), (2025, 'older', r.older)) as t (year, measure, target)
  where r.duplicate_of_row is null and t.target is not null
  order by r.plan_district, t.year, t.measure, s.period desc, f.received_at desc, f.revision_rank desc, f.file_name desc,
    r.file_id desc, r.table_no, r.row_number;
