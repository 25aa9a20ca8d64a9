-- The dimensions. Every one has a member -1, the unknown. Validity intervals are half-open: from the first day to the day before valid_to.

create table core.dim_date (
  date_key int primary key,
  day date unique,
  year smallint, quarter smallint, month smallint, day_of_month smallint,
  period_key int not null,
  check ((day is null) = (date_key = -1))
);
comment on table core.dim_date is 'One row per day.';
comment on column core.dim_date.date_key is 'The day as a number, 20250630; -1 is the unknown day.';
comment on column core.dim_date.day is 'The day.';
comment on column core.dim_date.year is 'Calendar year.';
comment on column core.dim_date.quarter is 'Quarter of the year, 1 to 4.';
comment on column core.dim_date.month is 'Month of the year, 1 to 12.';
comment on column core.dim_date.day_of_month is 'Day of the month.';
comment on column core.dim_date.period_key is 'Half-year the day lies in.';

create table core.dim_period (
  period_key int primary key,
  period text not null unique,
  year smallint, half smallint,
  first_quarter text, last_quarter text,
  starts_on date, ends_on date, due_on date,
  check (period_key = -1 or (starts_on < ends_on and due_on between starts_on and ends_on + 365))
);
comment on table core.dim_period is 'One row per half-year.';
comment on column core.dim_period.period_key is 'The year, then 1 or 2: 20251; -1 is the unknown half-year.';
comment on column core.dim_period.period is 'The half-year as written, 2025-H1.';
comment on column core.dim_period.year is 'Calendar year.';
comment on column core.dim_period.half is '1 (January to June) or 2 (July to December).';
comment on column core.dim_period.first_quarter is 'Its first quarter, 2025-Q1.';
comment on column core.dim_period.last_quarter is 'Its last quarter, 2025-Q2.';
comment on column core.dim_period.starts_on is 'First day.';
comment on column core.dim_period.ends_on is 'Last day, the as-of date of its figures.';
comment on column core.dim_period.due_on is 'Day on which its reports are due.';
alter table core.dim_date add foreign key (period_key) references core.dim_period;

create table core.dim_plan_district (
  plan_district text primary key,
  plan_district_name text not null
);
comment on table core.dim_plan_district is 'One row per district of the plan: the 21 of 2022, fixed.';
comment on column core.dim_plan_district.plan_district is 'GSO code, 412 to 432; -1 is the unknown district.';
comment on column core.dim_plan_district.plan_district_name is 'Vietnamese name.';

create table core.dim_place (
  place_key bigint primary key,
  commune_code text not null,
  frame text not null,
  frame_no smallint not null,
  commune_name text not null,
  commune_type text,
  district_code text, district_name text,
  plan_district_code text not null references core.dim_plan_district,
  plan_district_name text not null,
  valid_from date not null, valid_to date not null,
  successor_code text, successor_name text,
  unique (frame, commune_code),
  check (valid_from < valid_to),
  constraint one_map_at_a_time exclude using gist
    (int4range(commune_code::int, commune_code::int, '[]') with &&, daterange(valid_from, valid_to) with &&)
);
comment on table core.dim_place is 'One row per commune-level unit and administrative map (480, 460, 412, 130 communes).';
comment on column core.dim_place.place_key is 'Number of the map, then the code; -1 is the unknown place.';
comment on column core.dim_place.commune_code is 'GSO code of the unit.';
comment on column core.dim_place.frame is 'The map: v2017_480, v2020_460, v2024_412 or v2025_130.';
comment on column core.dim_place.frame_no is 'Number of the map, 1 to 4.';
comment on column core.dim_place.commune_name is 'Name with its type, Xã Nghi Vạn.';
comment on column core.dim_place.commune_type is 'Xã, Phường or Thị trấn.';
comment on column core.dim_place.district_code is 'GSO code of the district of the day; empty after 1 July 2025.';
comment on column core.dim_place.district_name is 'Name of the district of the day.';
comment on column core.dim_place.plan_district_code is 'GSO code of the plan district, which never changes.';
comment on column core.dim_place.plan_district_name is 'Name of the plan district.';
comment on column core.dim_place.valid_from is 'First day of the map.';
comment on column core.dim_place.valid_to is 'First day of the next map; 9999-12-31 while it holds.';
comment on column core.dim_place.successor_code is 'GSO code of the commune of 2025 it became.';
comment on column core.dim_place.successor_name is 'Name of the commune of 2025 it became.';

create table core.bridge_place_lineage (
  place_key bigint not null references core.dim_place,
  later_frame_no smallint not null,
  later_place_key bigint not null references core.dim_place,
  primary key (place_key, later_frame_no)
);
comment on table core.bridge_place_lineage is 'One row per place and map from its own on: what it became there.';
comment on column core.bridge_place_lineage.place_key is 'The place.';
comment on column core.bridge_place_lineage.later_frame_no is 'Number of the same or a later map.';
comment on column core.bridge_place_lineage.later_place_key is 'What the place is on that map; itself on its own.';

create table core.club (
  club_key bigint primary key,
  club_code text not null unique,
  plan_district text not null references core.dim_plan_district,
  place_key bigint not null references core.dim_place,
  inferred boolean not null,
  first_period text not null
);
comment on table core.club is 'One row per club, whatever its history; facts point here.';
comment on column core.club.club_key is 'Key of the club, made from its code; -1 is the unknown club.';
comment on column core.club.club_code is 'Plan district, earliest known commune, name: 429-17911-xom-5.';
comment on column core.club.plan_district is 'Plan district it counts in.';
comment on column core.club.place_key is 'Earliest known place.';
comment on column core.club.inferred is 'Named by some file, but by no registry yet: it counts nowhere.';
comment on column core.club.first_period is 'First half-year whose registry (if inferred: whose file) names it.';

create table core.dim_club (
  club_version_key bigint primary key,
  club_key bigint not null references core.club,
  club_code text not null,
  club_name text not null,
  plan_district text not null references core.dim_plan_district,
  place_key bigint not null references core.dim_place,
  founded_on date, founded_precision text,
  cohort text not null check (cohort in ('baseline', 'new', 'unknown')),
  status text not null check (status in ('active', 'paused', 'dissolved', 'merged', 'unlisted', 'unknown')),
  status_on date,
  head_filled boolean,
  inferred boolean not null,
  valid_from date not null, valid_to date not null,
  unique (club_key, valid_from),
  check (valid_from < valid_to),
  constraint one_version_at_a_time exclude using gist
    (int8range(club_key, club_key, '[]') with &&, daterange(valid_from, valid_to) with &&)
);
comment on table core.dim_club is 'One row per club and stretch of half-years in which nothing about it changed (type 2).';
comment on column core.dim_club.club_version_key is 'Key of this version; -1 is the unknown club.';
comment on column core.dim_club.club_key is 'The club.';
comment on column core.dim_club.club_code is 'Code of the club, the same in all versions.';
comment on column core.dim_club.club_name is 'Name in these half-years.';
comment on column core.dim_club.plan_district is 'Plan district it counts in.';
comment on column core.dim_club.place_key is 'Place, on the map of these half-years.';
comment on column core.dim_club.founded_on is 'Founding date; a year alone counts from 1 January.';
comment on column core.dim_club.founded_precision is 'How much of the founding date is known.';
comment on column core.dim_club.cohort is 'baseline: founded before 2021-01-01; new: since; unknown without a founding date.';
comment on column core.dim_club.status is 'active, paused, dissolved or merged; unlisted when the registry dropped it; unknown when no registry names it.';
comment on column core.dim_club.status_on is 'Since when the status holds.';
comment on column core.dim_club.head_filled is 'Whether the registry names a head.';
comment on column core.dim_club.inferred is 'Named by some file, but by no registry yet.';
comment on column core.dim_club.valid_from is 'First day of the half-year from which this holds.';
comment on column core.dim_club.valid_to is 'First day of the half-year from which something else holds; 9999-12-31 while it holds.';

create table core.person (
  person_key bigint primary key,
  person_id text not null unique
);
comment on table core.person is 'One row per person, pseudonymous; facts point here.';
comment on column core.person.person_key is 'Key of the person; -1 is the unknown person.';
comment on column core.person.person_id is 'The same as text, as the marts show it.';

create table core.dim_person (
  person_version_key bigint primary key,
  person_key bigint not null references core.person,
  sex text not null check (sex in ('male', 'female', 'unknown')),
  birth_year smallint, birth_precision text,
  ethnicity_group text not null check (ethnicity_group in ('kinh', 'minority', 'unknown')),
  economic_class text not null check (economic_class in ('poor', 'near_poor', 'other', 'unknown')),
  valid_from date not null, valid_to date not null,
  unique (person_key, valid_from),
  check (valid_from < valid_to),
  constraint one_person_version_at_a_time exclude using gist
    (int8range(person_key, person_key, '[]') with &&, daterange(valid_from, valid_to) with &&)
);
comment on table core.dim_person is 'One row per person and stretch of half-years in which nothing about them changed (type 2); no name, no number.';
comment on column core.dim_person.person_version_key is 'Key of this version; -1 is the unknown person.';
comment on column core.dim_person.person_key is 'The person.';
comment on column core.dim_person.sex is 'male, female or unknown.';
comment on column core.dim_person.birth_year is 'Year of birth.';
comment on column core.dim_person.birth_precision is 'How much of the birth date is known in the vault.';
comment on column core.dim_person.ethnicity_group is 'kinh, minority or unknown.';
comment on column core.dim_person.economic_class is 'poor, near_poor, other or unknown, as the roster of the half-year says.';
comment on column core.dim_person.valid_from is 'First day of the half-year from which this holds.';
comment on column core.dim_person.valid_to is 'First day of the half-year from which something else holds; 9999-12-31 while it holds.';

create table core.dim_activity_kind (
  activity_kind_key bigint primary key,
  activity_kind text not null unique,
  activity_kind_name text not null
);
comment on table core.dim_activity_kind is 'One row per kind of activity.';
comment on column core.dim_activity_kind.activity_kind_key is 'Key of the kind; -1 is the unknown kind.';
comment on column core.dim_activity_kind.activity_kind is 'Code of the kind.';
comment on column core.dim_activity_kind.activity_kind_name is 'Vietnamese name.';

create table core.dim_fund_source (
  fund_source_key bigint primary key,
  fund_source text not null unique,
  fund_source_name text not null
);
comment on table core.dim_fund_source is 'One row per source of money that the plan knows.';
comment on column core.dim_fund_source.fund_source_key is 'Key of the source; -1 is the unknown source.';
comment on column core.dim_fund_source.fund_source is 'Code of the source.';
comment on column core.dim_fund_source.fund_source_name is 'Vietnamese name.';

create table core.dim_lender (
  lender_key bigint primary key,
  lender text not null unique,
  lender_name text not null
);
comment on table core.dim_lender is 'One row per kind of lender.';
comment on column core.dim_lender.lender_key is 'Key of the lender; -1 is the unknown lender.';
comment on column core.dim_lender.lender is 'Code of the lender.';
comment on column core.dim_lender.lender_name is 'Vietnamese name.';

create table core.dim_outlet (
  outlet_key bigint primary key,
  outlet text not null,
  outlet_kind text not null,
  outlet_name text not null,
  unique (outlet, outlet_kind)
);
comment on table core.dim_outlet is 'One row per newspaper, station or portal.';
comment on column core.dim_outlet.outlet_key is 'Key of the outlet; -1 is the unknown outlet.';
comment on column core.dim_outlet.outlet is 'Name as written, in lower case.';
comment on column core.dim_outlet.outlet_kind is 'Kind of outlet, as a code.';
comment on column core.dim_outlet.outlet_name is 'Name to show.';

create table core.dim_indicator (
  indicator_key bigint primary key,
  indicator_code text not null unique,
  indicator_name_vi text not null,
  indicator_name_en text not null,
  definition text not null,
  unit text not null,
  target numeric,
  target_rule text check (target_rule in ('at_least', 'more_than', 'between', 'falls')),
  target_upper numeric,
  clause text,
  reading_of text,
  per_club boolean not null default false
);
comment on table core.dim_indicator is 'One row per indicator, other readings counted as their own.';
comment on column core.dim_indicator.indicator_key is 'Key of the indicator; -1 is the unknown indicator.';
comment on column core.dim_indicator.indicator_code is 'Code, I01 to I31; other readings I13b and so on.';
comment on column core.dim_indicator.indicator_name_vi is 'Vietnamese name.';
comment on column core.dim_indicator.indicator_name_en is 'English name.';
comment on column core.dim_indicator.definition is 'What is divided by what.';
comment on column core.dim_indicator.unit is 'share, clubs, persons, districts, quarters or đồng.';
comment on column core.dim_indicator.target is 'Target at 31 December 2025, where it is the same for all; shares from 0 to 1.';
comment on column core.dim_indicator.target_rule is 'How the target is compared.';
comment on column core.dim_indicator.target_upper is 'Upper bound of a target between two values.';
comment on column core.dim_indicator.clause is 'Clause of the plan.';
comment on column core.dim_indicator.reading_of is 'The official indicator that this is another reading of.';
comment on column core.dim_indicator.per_club is 'Whether it is defined for a single club.';

insert into core.dim_period (period_key, period) values (-1, 'unknown');
insert into core.dim_date (date_key, period_key) values (-1, -1);
insert into core.dim_plan_district values ('-1', 'không rõ');
insert into core.dim_place values
  (-1, '0', 'unknown', 0, 'không rõ', null, null, null, '-1', 'không rõ', '1900-01-01', '9999-12-31', null, null);
insert into core.club values (-1, 'unknown', '-1', -1, true, 'unknown');
insert into core.dim_club (club_version_key, club_key, club_code, club_name, plan_district, place_key, cohort, status,
    inferred, valid_from, valid_to)
  values (-1, -1, 'unknown', 'không rõ', '-1', -1, 'unknown', 'unknown', true, '1900-01-01', '9999-12-31');
insert into core.person values (-1, 'unknown');
insert into core.dim_person (person_version_key, person_key, sex, ethnicity_group, economic_class, valid_from, valid_to)
  values (-1, -1, 'unknown', 'unknown', 'unknown', '1900-01-01', '9999-12-31');
insert into core.dim_activity_kind values (-1, 'unknown', 'không rõ');
insert into core.dim_fund_source values (-1, 'unknown', 'không rõ');
insert into core.dim_lender values (-1, 'unknown', 'không rõ');
insert into core.dim_outlet values (-1, 'unknown', 'unknown', 'không rõ');
insert into core.dim_indicator (indicator_key, indicator_code, indicator_name_vi, indicator_name_en, definition, unit)
  values (-1, 'unknown', 'không rõ', 'unknown', '', '');
