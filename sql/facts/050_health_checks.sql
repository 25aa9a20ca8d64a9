-- Check-ups are told apart by person and day, whichever file brings them; the file received last speaks.

insert into touched_check
  select distinct p.person_key, r.exam_on
  from staging.health_check r
    join vault.person_mention p using (file_id, mention_no)
  where r.file_id in (select file_id from changed_file) and p.person_key is not null and r.exam_on is not null
on conflict do nothing;
analyze touched_check;

delete from core.fact_health_check f using touched_check t where t.person_key = f.person_key and t.exam_on = f.exam_on;
insert into core.fact_health_check
  select distinct on (t.person_key, t.exam_on)
    t.person_key, p.person_match, coalesce(d.date_key, -1), t.exam_on, r.exam_on_precision,
    coalesce(d.period_key, -1), coalesce(h.period, 'unknown'),
    coalesce(c.plan_district, own.plan_district, unit.plan_district, '-1'),
    coalesce(c.club_key, -1), coalesce(m.club_match, 'none'), m.club_source_value,
    r.height_cm, r.weight_kg, r.bmi, r.pulse, r.systolic, r.diastolic, r.glucose, coalesce(r.conditions, '{}'), r.health_class,
    f.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from touched_check t
    join vault.person_mention p using (person_key)
    join staging.health_check r on r.file_id = p.file_id and r.table_no = p.table_no and r.row_number = p.row_number
      and r.mention_no = p.mention_no and r.exam_on = t.exam_on
    join accepted_file f on f.file_id = r.file_id
    join ops.slice s on s.file_id = r.file_id and s.slice_no = r.slice_no and s.in_force
    left join staging.club_mention m on m.file_id = r.file_id and m.club_no = r.club_no
    left join core.club c on c.club_key = m.club_key
    left join core.dim_plan_district own on own.plan_district = p.plan_district
    left join core.dim_plan_district unit on unit.plan_district = s.plan_district
    left join core.dim_date d on d.day = t.exam_on
    left join core.dim_period h on h.period_key = d.period_key
  where r.duplicate_of_row is null
  order by t.person_key, t.exam_on, f.received_at desc, f.revision_rank desc, f.file_name desc, r.file_id desc, r.table_no, r.row_number;

insert into touched_person select person_key from touched_check on conflict do nothing;
