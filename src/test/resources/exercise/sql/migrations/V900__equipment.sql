create table staging.equipment_list (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  item text, pieces bigint, received_on date, received_on_to date, received_on_precision text, worth bigint,
  primary key (file_id, table_no, row_number)
);
comment on table staging.equipment_list is 'One row per accepted row of a list of equipment.';

create table core.fact_equipment (
  period_key int not null references core.dim_period, period text not null,
  plan_district text not null references core.dim_plan_district,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  item text not null, pieces bigint not null, received_on date, worth bigint,
  load_id bigint, file_id text not null references ops.file, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (file_id, table_no, row_number)
);
comment on table core.fact_equipment is 'One row per kind of equipment that a club was given on a day.';
