-- Equipment: rows of slices in force, one to one.

delete from core.fact_equipment where file_id in (select file_id from changed_file);
insert into core.fact_equipment
  select s.period_key, s.period, coalesce(c.plan_district, s.plan_district), coalesce(c.club_key, -1), coalesce(c.club_match, 'none'),
    c.club_source_value, r.item, r.pieces, r.received_on, r.worth, s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.equipment_list r
    join live_slice s using (file_id, slice_no)
    left join live_club c using (file_id, club_no)
  where r.duplicate_of_row is null;
