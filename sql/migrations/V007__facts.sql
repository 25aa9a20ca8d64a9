-- The facts. Lineage (load_id, file_id, table_no, sheet, row_number) and matches are commented at the end.

create table core.fact_membership (
  period_key int not null references core.dim_period, period text not null,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  person_key bigint not null references core.person, person_match text not null,
  place_key bigint not null references core.dim_place, place_match text not null, place_source_value text,
  sex text, club_role text,
  volunteer boolean not null, care_recipient boolean not null,
  joined_on date, left_on date, left_reason text,
  poor boolean not null, near_poor boolean not null, minority boolean not null, lone boolean not null,
  disabled boolean not null, hardship boolean not null, priority boolean not null,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (period_key, club_key, person_key)
);
create index on core.fact_membership (club_key);
create index on core.fact_membership (person_key);
create index on core.fact_membership (file_id);
comment on table core.fact_membership is 'One row per person in a club in a half-year, as the roster in force says.';
comment on column core.fact_membership.sex is 'Sex as the row says; empty when it does not.';
comment on column core.fact_membership.club_role is 'Role in the club.';
comment on column core.fact_membership.volunteer is 'Home-care volunteer.';
comment on column core.fact_membership.care_recipient is 'Is cared for at home.';
comment on column core.fact_membership.joined_on is 'Joined the club on, the first possible day.';
comment on column core.fact_membership.left_on is 'Left the club on, the first possible day.';
comment on column core.fact_membership.left_reason is 'Why the member left.';
comment on column core.fact_membership.poor is 'Member of a poor household.';
comment on column core.fact_membership.near_poor is 'Member of a near-poor household.';
comment on column core.fact_membership.minority is 'Member of an ethnic minority.';
comment on column core.fact_membership.lone is 'Lives alone (neo đơn).';
comment on column core.fact_membership.disabled is 'Disabled.';
comment on column core.fact_membership.hardship is 'In hardship.';
comment on column core.fact_membership.priority is 'In any of the six priority groups.';

create table core.fact_club_report (
  period_key int not null references core.dim_period, period text not null,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  place_key bigint not null references core.dim_place, place_match text not null, place_source_value text,
  founded_on date, founded_precision text, decision_no text, head_filled boolean,
  status text not null, status_on date,
  members bigint, women bigint, older bigint, poor bigint, near_poor bigint,
  income_fund bigint, operating_fund bigint, fund_total bigint,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (period_key, club_key)
);
create index on core.fact_club_report (club_key);
comment on table core.fact_club_report is 'One row per club in a half-year as its district or commune reported it.';
comment on column core.fact_club_report.founded_on is 'Founding date as reported.';
comment on column core.fact_club_report.founded_precision is 'How much of the founding date was written.';
comment on column core.fact_club_report.decision_no is 'Founding decision as written.';
comment on column core.fact_club_report.head_filled is 'Whether a head is named.';
comment on column core.fact_club_report.status is 'Status as reported; active when nothing was written.';
comment on column core.fact_club_report.status_on is 'Since when the status holds.';
comment on column core.fact_club_report.members is 'Members as reported.';
comment on column core.fact_club_report.women is 'Women as reported.';
comment on column core.fact_club_report.older is 'Older members as reported.';
comment on column core.fact_club_report.poor is 'Members of poor households as reported.';
comment on column core.fact_club_report.near_poor is 'Members of near-poor households as reported.';
comment on column core.fact_club_report.income_fund is 'Income fund as reported, in đồng.';
comment on column core.fact_club_report.operating_fund is 'Operating fund as reported, in đồng.';
comment on column core.fact_club_report.fund_total is 'Both funds as reported, in đồng.';

create table core.fact_unit_report (
  period_key int not null references core.dim_period, period text not null,
  plan_district text not null references core.dim_plan_district, commune_code text,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  clubs bigint, new_clubs bigint, members bigint, women bigint, older bigint, poor bigint, near_poor bigint,
  minority bigint, borrowers bigint, loans_outstanding bigint, examined bigint, volunteers bigint, trained bigint,
  income_fund bigint, operating_fund bigint,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (file_id, table_no, row_number)
);
create index on core.fact_unit_report (period_key, plan_district);
comment on table core.fact_unit_report is 'One row per unit in a half-year as the 6-month form reports it: a district, a commune or one of its clubs.';
comment on column core.fact_unit_report.plan_district is 'Plan district of the unit.';
comment on column core.fact_unit_report.commune_code is 'Commune of the unit, from 2025-H2 on.';
comment on column core.fact_unit_report.clubs is 'Clubs as reported.';
comment on column core.fact_unit_report.new_clubs is 'New clubs as reported.';
comment on column core.fact_unit_report.members is 'Members as reported.';
comment on column core.fact_unit_report.women is 'Women as reported.';
comment on column core.fact_unit_report.older is 'Older members as reported.';
comment on column core.fact_unit_report.poor is 'Members of poor households as reported.';
comment on column core.fact_unit_report.near_poor is 'Members of near-poor households as reported.';
comment on column core.fact_unit_report.minority is 'Members of ethnic minorities as reported.';
comment on column core.fact_unit_report.borrowers is 'Borrowers as reported.';
comment on column core.fact_unit_report.loans_outstanding is 'Outstanding loans as reported, in đồng.';
comment on column core.fact_unit_report.examined is 'Persons with a check-up as reported.';
comment on column core.fact_unit_report.volunteers is 'Home-care volunteers as reported.';
comment on column core.fact_unit_report.trained is 'Persons trained as reported.';
comment on column core.fact_unit_report.income_fund is 'Income funds as reported, in đồng.';
comment on column core.fact_unit_report.operating_fund is 'Operating funds as reported, in đồng.';

create table core.fact_activity (
  period_key int not null references core.dim_period, period text not null,
  date_key int not null references core.dim_date,
  activity_on date, activity_on_to date, activity_on_precision text,
  plan_district text not null references core.dim_plan_district,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  whole_district boolean not null,
  activity_kinds text[] not null, areas text[] not null,
  title text, place text, partner text,
  sessions bigint, participants bigint, women bigint, older bigint, cost bigint,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (file_id, table_no, row_number)
);
create index on core.fact_activity (club_key);
comment on table core.fact_activity is 'One row per activity.';
comment on column core.fact_activity.date_key is 'Day of the activity, its first possible one.';
comment on column core.fact_activity.activity_on is 'The same as a date.';
comment on column core.fact_activity.activity_on_to is 'Its last possible day.';
comment on column core.fact_activity.activity_on_precision is 'How much of the date was written.';
comment on column core.fact_activity.plan_district is 'Plan district of the club, or of the sender; -1 for the province.';
comment on column core.fact_activity.whole_district is 'For the whole district, not one club.';
comment on column core.fact_activity.activity_kinds is 'Kinds of activity, as codes; each one is in bridge_activity_kind too.';
comment on column core.fact_activity.areas is 'Which of the eight areas of a club it serves, as codes.';
comment on column core.fact_activity.title is 'What it was about.';
comment on column core.fact_activity.place is 'Where it was held.';
comment on column core.fact_activity.partner is 'Partner organisation.';
comment on column core.fact_activity.sessions is 'Number of sessions.';
comment on column core.fact_activity.participants is 'Participants.';
comment on column core.fact_activity.women is 'Women among them.';
comment on column core.fact_activity.older is 'Older people among them.';
comment on column core.fact_activity.cost is 'Cost, in đồng.';

create table core.bridge_activity_kind (
  file_id text not null, table_no smallint not null, row_number int not null,
  activity_kind_key bigint not null references core.dim_activity_kind,
  primary key (file_id, table_no, row_number, activity_kind_key),
  foreign key (file_id, table_no, row_number) references core.fact_activity on delete cascade
);
comment on table core.bridge_activity_kind is 'One row per activity and kind it belongs to.';
comment on column core.bridge_activity_kind.activity_kind_key is 'The kind.';

create table core.fact_health_check (
  person_key bigint not null references core.person, person_match text not null,
  date_key int not null references core.dim_date, exam_on date not null, exam_on_precision text not null,
  period_key int not null references core.dim_period, period text not null,
  plan_district text not null references core.dim_plan_district,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  height_cm numeric, weight_kg numeric, bmi numeric, pulse numeric, systolic numeric, diastolic numeric,
  glucose numeric, conditions text[] not null, health_class smallint,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (person_key, exam_on)
);
create index on core.fact_health_check (file_id);
comment on table core.fact_health_check is 'One row per person''s check-up on a day.';
comment on column core.fact_health_check.date_key is 'Day of the check-up.';
comment on column core.fact_health_check.exam_on is 'The same as a date.';
comment on column core.fact_health_check.exam_on_precision is 'How much of the date was written.';
comment on column core.fact_health_check.plan_district is 'Plan district of the club, or of the sender.';
comment on column core.fact_health_check.height_cm is 'Height, in cm.';
comment on column core.fact_health_check.weight_kg is 'Weight, in kg.';
comment on column core.fact_health_check.bmi is 'Body-mass index as written.';
comment on column core.fact_health_check.pulse is 'Pulse, per minute.';
comment on column core.fact_health_check.systolic is 'Upper blood pressure, in mmHg.';
comment on column core.fact_health_check.diastolic is 'Lower blood pressure, in mmHg.';
comment on column core.fact_health_check.glucose is 'Blood glucose, in mmol/L.';
comment on column core.fact_health_check.conditions is 'Conditions found, as codes.';
comment on column core.fact_health_check.health_class is 'Health class, 1 (best) to 5.';
