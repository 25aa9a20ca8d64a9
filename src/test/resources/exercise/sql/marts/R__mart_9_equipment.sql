drop view if exists mart.equipment;
create view mart.equipment as
  select f.period, c.club_code, f.item, f.pieces, f.received_on, f.worth, f.file_id, f.sheet, f.row_number
  from core.fact_equipment f
    join core.club c using (club_key);
comment on view mart.equipment is 'One row per kind of equipment that a club was given on a day.';
