-- Facts of changed files go, to be written again below. Whose figures they fed is remembered first.

create temp table touched_club (club_key bigint primary key) on commit drop;
insert into touched_club
  select club_key from core.club
  where case when plan_district in ('413', '429') then '412' else plan_district end in (select area from touched_area)
  union
  select club_key from core.fact_membership where file_id in (select file_id from changed_file)
  union
  select club_key from core.fact_home_care where file_id in (select file_id from changed_file);

create temp table touched_person (person_key bigint primary key) on commit drop;
insert into touched_person
  select person_key from changed_person
  union
  select person_key from core.fact_health_check where file_id in (select file_id from changed_file)
  union
  select person_key from core.fact_loan where file_id in (select file_id from changed_file);

create temp table touched_check (person_key bigint, exam_on date, primary key (person_key, exam_on)) on commit drop;
insert into touched_check
  select person_key, exam_on from core.fact_health_check where file_id in (select file_id from changed_file);

delete from core.fact_membership where file_id in (select file_id from changed_file);
delete from core.fact_unit_report where file_id in (select file_id from changed_file);
delete from core.fact_activity where file_id in (select file_id from changed_file);
delete from core.fact_health_check where file_id in (select file_id from changed_file);
delete from core.fact_fund where file_id in (select file_id from changed_file);
delete from core.fact_home_care where file_id in (select file_id from changed_file);
delete from core.fact_media_item where file_id in (select file_id from changed_file);

-- Slices in force of the changed files, and what each club in them is.
create temp table live_slice on commit drop as
  select s.file_id, s.slice_no, s.feed, s.period, core.period_key(s.period) as period_key, s.unit_kind,
    coalesce(d.plan_district, '-1') as plan_district, s.commune_code, f.load_id, f.submitter, f.received_at
  from ops.slice s
    join accepted_file f using (file_id)
    left join core.dim_plan_district d on d.plan_district = s.plan_district
  where s.in_force and s.file_id in (select file_id from changed_file);
create unique index on live_slice (file_id, slice_no);
analyze live_slice;

create temp table live_club on commit drop as
  select m.file_id, m.club_no, m.club_key, m.club_match, m.club_source_value, m.commune_match, m.commune_source_value,
    p.place_key, c.plan_district
  from staging.club_mention m
    join placed_mention p using (file_id, club_no)
    join core.club c on c.club_key = m.club_key
  where m.file_id in (select file_id from changed_file);
create unique index on live_club (file_id, club_no);
analyze live_club;
