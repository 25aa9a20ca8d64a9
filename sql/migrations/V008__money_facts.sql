-- Facts about money, media, targets, reporting; and the figures of clubs and members at each as-of date.

create table core.fact_loan (
  loan_key bigint primary key,
  lender_key bigint not null references core.dim_lender, lender_source_value text,
  loan_no text,
  person_key bigint not null references core.person, person_match text not null,
  plan_district text not null references core.dim_plan_district,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  programme text, purpose text,
  disbursed_date_key int not null references core.dim_date, disbursed_on date not null,
  amount bigint not null check (amount >= 0),
  term_months numeric, interest_rate_year numeric,
  due_on date, settled_on date,
  repaid bigint not null, outstanding bigint not null, overdue bigint not null,
  state text not null check (state in ('running', 'overdue', 'settled')),
  ledger_as_of date not null,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null
);
create index on core.fact_loan (person_key);
create index on core.fact_loan (file_id);
comment on table core.fact_loan is 'One row per loan, as of the last word on it (accumulating).';
comment on column core.fact_loan.loan_key is 'Key of the loan, from lender and number, or from person, day and amount.';
comment on column core.fact_loan.lender_key is 'Kind of lender.';
comment on column core.fact_loan.lender_source_value is 'Code of the lender as staged.';
comment on column core.fact_loan.loan_no is 'Number of the loan as written.';
comment on column core.fact_loan.plan_district is 'Plan district of the club, or of the sender.';
comment on column core.fact_loan.programme is 'Loan programme.';
comment on column core.fact_loan.purpose is 'What the money is for.';
comment on column core.fact_loan.disbursed_date_key is 'Day the money was paid out.';
comment on column core.fact_loan.disbursed_on is 'The same as a date.';
comment on column core.fact_loan.amount is 'Amount lent, in đồng.';
comment on column core.fact_loan.term_months is 'Term, in months.';
comment on column core.fact_loan.interest_rate_year is 'Interest, in per cent per year.';
comment on column core.fact_loan.due_on is 'Day the loan is due.';
comment on column core.fact_loan.settled_on is 'Day the loan was paid back in full.';
comment on column core.fact_loan.repaid is 'Principal repaid, in đồng.';
comment on column core.fact_loan.outstanding is 'Principal outstanding as of the last word, in đồng.';
comment on column core.fact_loan.overdue is 'Principal overdue as of the last word, in đồng.';
comment on column core.fact_loan.state is 'running, overdue or settled, as of the last word.';
comment on column core.fact_loan.ledger_as_of is 'Day of the last ledger that lists it.';

create table core.fact_loan_period (
  period_key int not null references core.dim_period, period text not null, as_of date not null,
  loan_key bigint not null references core.fact_loan on delete cascade,
  person_key bigint not null references core.person,
  outstanding bigint not null, overdue bigint not null, overdue_stated bigint,
  outstanding_source text not null check (outstanding_source in ('ledger', 'repayments', 'settled')),
  primary key (period_key, loan_key)
);
create index on core.fact_loan_period (person_key);
create index on core.fact_loan_period (loan_key);
comment on table core.fact_loan_period is 'One row per loan disbursed by the end of a half-year, and that half-year.';
comment on column core.fact_loan_period.as_of is 'Last day of the half-year.';
comment on column core.fact_loan_period.loan_key is 'The loan.';
comment on column core.fact_loan_period.outstanding is 'Principal outstanding on that day, in đồng.';
comment on column core.fact_loan_period.overdue is 'The same when it was due before that day, else 0.';
comment on column core.fact_loan_period.overdue_stated is 'What the ledger itself calls overdue, in đồng; a tick counts as the whole outstanding.';
comment on column core.fact_loan_period.outstanding_source is 'Where the figure comes from: the ledger, amount less repayments, or settled.';

create table core.fact_loan_repayment (
  loan_key bigint not null, loan_match text not null, loan_source_value text,
  person_key bigint not null references core.person, person_match text not null,
  date_key int not null references core.dim_date, paid_on date not null,
  principal bigint not null, interest bigint,
  receipt_no text,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (file_id, table_no, row_number)
);
create index on core.fact_loan_repayment (loan_key);
create index on core.fact_loan_repayment (person_key);
comment on table core.fact_loan_repayment is 'One row per repayment.';
comment on column core.fact_loan_repayment.loan_key is 'The loan; -1 when no ledger lists it.';
comment on column core.fact_loan_repayment.loan_match is 'How the loan was found.';
comment on column core.fact_loan_repayment.loan_source_value is 'Number of the loan as written.';
comment on column core.fact_loan_repayment.date_key is 'Day of the payment.';
comment on column core.fact_loan_repayment.paid_on is 'The same as a date.';
comment on column core.fact_loan_repayment.principal is 'Principal paid, in đồng.';
comment on column core.fact_loan_repayment.interest is 'Interest paid, in đồng.';
comment on column core.fact_loan_repayment.receipt_no is 'Number of the receipt.';

create table core.fact_fund (
  period_key int not null references core.dim_period, period text not null,
  scope text not null check (scope in ('club', 'district', 'province', 'unknown')),
  plan_district text not null references core.dim_plan_district, commune_code text,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  fund text not null,
  fund_source_key bigint not null references core.dim_fund_source, fund_source_source_value text,
  counted boolean not null,
  planned bigint, received bigint, spent bigint, balance bigint,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (file_id, table_no, row_number)
);
create index on core.fact_fund (period_key, plan_district);
comment on table core.fact_fund is 'One row per scope, fund and source in a half-year and sender; counted marks the one that counts.';
comment on column core.fact_fund.scope is 'Whose money: club, district or province.';
comment on column core.fact_fund.plan_district is 'Plan district; -1 for money of the province.';
comment on column core.fact_fund.commune_code is 'Commune of the sender, from 2025-H2 on.';
comment on column core.fact_fund.fund is 'Which fund, as a code.';
comment on column core.fact_fund.fund_source_key is 'Which of the five sources of the plan.';
comment on column core.fact_fund.fund_source_source_value is 'Code of the source as staged.';
comment on column core.fact_fund.counted is 'Whether it counts: what is told twice counts as the scope''s own reporter tells it.';
comment on column core.fact_fund.planned is 'Planned, in đồng.';
comment on column core.fact_fund.received is 'Received, in đồng.';
comment on column core.fact_fund.spent is 'Spent, in đồng.';
comment on column core.fact_fund.balance is 'Balance, in đồng.';

create table core.fact_home_care (
  period_key int not null references core.dim_period, period text not null,
  club_key bigint not null references core.club, club_match text not null, club_source_value text,
  volunteer_key bigint not null references core.person, volunteer_match text not null,
  recipient_key bigint not null references core.person, recipient_match text not null,
  trained_on date, visits bigint,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (file_id, table_no, row_number)
);
create index on core.fact_home_care (club_key);
create index on core.fact_home_care (volunteer_key);
create index on core.fact_home_care (recipient_key);
comment on table core.fact_home_care is 'One row per volunteer and recipient of home care in a half-year.';
comment on column core.fact_home_care.volunteer_key is 'The volunteer.';
comment on column core.fact_home_care.volunteer_match is 'How the volunteer was found.';
comment on column core.fact_home_care.recipient_key is 'The person cared for; -1 when none is named.';
comment on column core.fact_home_care.recipient_match is 'How the person cared for was found.';
comment on column core.fact_home_care.trained_on is 'Day the volunteer was trained.';
comment on column core.fact_home_care.visits is 'Visits in the half-year.';

create table core.fact_media_item (
  period_key int not null references core.dim_period, period text not null,
  date_key int not null references core.dim_date, published_on date,
  outlet_key bigint not null references core.dim_outlet, outlet_source_value text,
  media_kind text, title text, url text,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (file_id, table_no, row_number)
);
comment on table core.fact_media_item is 'One row per published item.';
comment on column core.fact_media_item.date_key is 'Day of publication.';
comment on column core.fact_media_item.published_on is 'The same as a date.';
comment on column core.fact_media_item.outlet_key is 'Newspaper, station or portal.';
comment on column core.fact_media_item.outlet_source_value is 'Outlet as written.';
comment on column core.fact_media_item.media_kind is 'Kind of item, as a code.';
comment on column core.fact_media_item.title is 'Title.';
comment on column core.fact_media_item.url is 'Address on the web.';

create table core.fact_target (
  plan_district text not null references core.dim_plan_district,
  year smallint not null check (year between 2020 and 2030),
  measure text not null check (measure in ('clubs_before', 'new_clubs', 'new_clubs_total', 'members', 'older')),
  target bigint not null,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (plan_district, year, measure)
);
comment on table core.fact_target is 'One row per target of a plan district and year.';
comment on column core.fact_target.plan_district is 'The plan district.';
comment on column core.fact_target.year is 'Year it is meant for; 2025 for those of the plan as a whole, 2021 for clubs before it.';
comment on column core.fact_target.measure is 'clubs_before, new_clubs (of the year), new_clubs_total, members or older (of the plan as a whole).';
comment on column core.fact_target.target is 'How many.';

create table core.fact_submission (
  period_key int not null references core.dim_period, period text not null,
  unit_kind text not null check (unit_kind in ('district', 'commune')),
  unit_code text not null, unit_name text not null,
  plan_district text not null references core.dim_plan_district,
  feed text not null,
  due_on date not null,
  received_on date,
  state text not null check (state in ('on_time', 'late', 'missing')),
  rows_accepted int not null, rows_refused int not null,
  file_id text,
  primary key (period_key, unit_code, feed),
  check ((received_on is null) = (state = 'missing'))
);
comment on table core.fact_submission is 'One row per reporting unit, feed and half-year that is due.';
comment on column core.fact_submission.unit_kind is 'district until 2025-H1, commune from 2025-H2 on.';
comment on column core.fact_submission.unit_code is 'GSO code of the unit.';
comment on column core.fact_submission.unit_name is 'Name of the unit.';
comment on column core.fact_submission.plan_district is 'Plan district of the unit.';
comment on column core.fact_submission.feed is 'The feed.';
comment on column core.fact_submission.due_on is 'Day on which it is due.';
comment on column core.fact_submission.received_on is 'Day on which the first accepted file came, in Vietnam; empty when none came.';
comment on column core.fact_submission.state is 'on_time, late or missing.';
comment on column core.fact_submission.rows_accepted is 'Accepted rows of the files in force.';
comment on column core.fact_submission.rows_refused is 'Refused rows of the same files.';

create table core.fact_indicator (
  indicator_key bigint not null references core.dim_indicator,
  as_of date not null,
  area_level text not null check (area_level in ('province', 'district', 'club')),
  area_code text not null, area_name text not null,
  publication text not null default 'current',
  numerator numeric, denominator numeric, value double precision,
  target double precision, met boolean,
  load_id bigint references ops.load,
  primary key (publication, indicator_key, as_of, area_level, area_code)
);
comment on table core.fact_indicator is 'One row per indicator, area, as-of date and publication.';
comment on column core.fact_indicator.indicator_key is 'The indicator.';
comment on column core.fact_indicator.as_of is 'Day on which the figure is taken.';
comment on column core.fact_indicator.area_level is 'province, district or club.';
comment on column core.fact_indicator.area_code is '40, the GSO code of the plan district, or the code of the club.';
comment on column core.fact_indicator.area_name is 'Name of the area.';
comment on column core.fact_indicator.publication is 'current, or the name of the report whose figures are kept.';
comment on column core.fact_indicator.numerator is 'What is counted.';
comment on column core.fact_indicator.denominator is 'What it is a share of; empty for counts and amounts.';
comment on column core.fact_indicator.value is 'Numerator over denominator for shares, numerator for counts and amounts; empty where nothing is known.';
comment on column core.fact_indicator.target is 'Target at 31 December 2025.';
comment on column core.fact_indicator.met is 'Whether the target is met; empty without target or where nothing is known.';

create table core.fact_member_period (
  period_key int not null references core.dim_period, period text not null, as_of date not null,
  club_key bigint not null references core.club,
  person_key bigint not null references core.person,
  plan_district text not null references core.dim_plan_district,
  cohort text not null,
  woman boolean not null, older_60 boolean not null, older_55 boolean not null,
  poor boolean not null, near_poor boolean not null, minority boolean not null, lone boolean not null,
  disabled boolean not null, hardship boolean not null, priority boolean not null, volunteer boolean not null,
  borrowed_ever boolean not null, borrowing boolean not null, outstanding bigint not null, overdue bigint not null,
  checked_in_year boolean not null,
  roster_period text not null, roster_carried_forward boolean not null,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (period_key, club_key, person_key)
);
create index on core.fact_member_period (club_key);
create index on core.fact_member_period (person_key);
comment on table core.fact_member_period is 'One row per person who is a member of an active club at the end of a half-year.';
comment on column core.fact_member_period.as_of is 'Last day of the half-year.';
comment on column core.fact_member_period.plan_district is 'Plan district of the club.';
comment on column core.fact_member_period.cohort is 'Cohort of the club.';
comment on column core.fact_member_period.woman is 'Sex is female.';
comment on column core.fact_member_period.older_60 is 'Has full 60 years; with a year alone, the difference of the years counts.';
comment on column core.fact_member_period.older_55 is 'The same with 55.';
comment on column core.fact_member_period.poor is 'Member of a poor household.';
comment on column core.fact_member_period.near_poor is 'Member of a near-poor household.';
comment on column core.fact_member_period.minority is 'Member of an ethnic minority.';
comment on column core.fact_member_period.lone is 'Lives alone (neo đơn).';
comment on column core.fact_member_period.disabled is 'Disabled.';
comment on column core.fact_member_period.hardship is 'In hardship.';
comment on column core.fact_member_period.priority is 'In any of the six priority groups.';
comment on column core.fact_member_period.volunteer is 'Home-care volunteer, by roster or home-care list.';
comment on column core.fact_member_period.borrowed_ever is 'Has had a loan disbursed by that day, from any lender.';
comment on column core.fact_member_period.borrowing is 'Has money outstanding on that day.';
comment on column core.fact_member_period.outstanding is 'How much, in đồng.';
comment on column core.fact_member_period.overdue is 'How much of it was due before that day, in đồng.';
comment on column core.fact_member_period.checked_in_year is 'Had a check-up in the calendar year up to that day.';
comment on column core.fact_member_period.roster_period is 'Half-year of the roster that names the member.';
comment on column core.fact_member_period.roster_carried_forward is 'Whether that roster is of an earlier half-year.';

create table core.fact_club_period (
  period_key int not null references core.dim_period, period text not null, as_of date not null,
  club_key bigint not null references core.club,
  club_code text not null, club_name text not null,
  plan_district text not null references core.dim_plan_district,
  place_key bigint not null references core.dim_place,
  founded_on date, cohort text not null, status text not null,
  members int, women int, older_60 int, older_55 int, younger int,
  poor int, near_poor int, minority int, lone int, priority int,
  borrowers_ever int, borrowers_current int, checked_this_year int, volunteers int,
  meets_size boolean, meets_women boolean, meets_older boolean, meets_younger boolean, meets_loans boolean,
  roster_period text, roster_carried_forward boolean,
  income_fund bigint, operating_fund bigint,
  load_id bigint, file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  primary key (period_key, club_key)
);
create index on core.fact_club_period (club_key);
comment on table core.fact_club_period is 'One row per active club and half-year: its figures at the end of the half-year.';
comment on column core.fact_club_period.as_of is 'Last day of the half-year.';
comment on column core.fact_club_period.club_code is 'Code of the club.';
comment on column core.fact_club_period.club_name is 'Name of the club on that day.';
comment on column core.fact_club_period.plan_district is 'Plan district it counts in.';
comment on column core.fact_club_period.founded_on is 'Founding date; a year alone counts from 1 January.';
comment on column core.fact_club_period.cohort is 'baseline: founded before 2021-01-01; new: since; unknown without a founding date.';
comment on column core.fact_club_period.status is 'active or paused, or a status that begins only later.';
comment on column core.fact_club_period.members is 'Members; like all figures empty when no roster is known.';
comment on column core.fact_club_period.women is 'Women among the members.';
comment on column core.fact_club_period.older_60 is 'Members with full 60 years.';
comment on column core.fact_club_period.older_55 is 'Members with full 55 years.';
comment on column core.fact_club_period.younger is 'Members without full 60 years.';
comment on column core.fact_club_period.poor is 'Members of poor households.';
comment on column core.fact_club_period.near_poor is 'Members of near-poor households.';
comment on column core.fact_club_period.minority is 'Members of ethnic minorities.';
comment on column core.fact_club_period.lone is 'Members who live alone.';
comment on column core.fact_club_period.priority is 'Members in any of the six priority groups.';
comment on column core.fact_club_period.borrowers_ever is 'Members who ever had a loan by that day.';
comment on column core.fact_club_period.borrowers_current is 'Members with money outstanding on that day.';
comment on column core.fact_club_period.checked_this_year is 'Members with a check-up in the calendar year up to that day.';
comment on column core.fact_club_period.volunteers is 'Home-care volunteers of roster and home-care list together, persons once.';
comment on column core.fact_club_period.meets_size is '50 to 70 members.';
comment on column core.fact_club_period.meets_women is '60 to 70 % women.';
comment on column core.fact_club_period.meets_older is '60 to 70 % older members.';
comment on column core.fact_club_period.meets_younger is '30 to 40 % younger members.';
comment on column core.fact_club_period.meets_loans is 'At least 50 % of the members ever had a loan.';
comment on column core.fact_club_period.roster_period is 'Half-year of the roster that the figures rest on; empty when none is known.';
comment on column core.fact_club_period.roster_carried_forward is 'Whether that roster is of an earlier half-year.';
comment on column core.fact_club_period.income_fund is 'Income fund as the registry in force tells, in đồng.';
comment on column core.fact_club_period.operating_fund is 'Operating fund as the registry in force tells, in đồng.';

-- Columns that facts share.
do $$
declare
  target record;
begin
  for target in
    with shared (name, words) as (values
      ('period_key', 'The half-year.'),
      ('period', 'The half-year as written, 2025-H1.'),
      ('club_key', 'The club; -1 when none is meant.'),
      ('club_match', 'How the club was found; none when none is meant.'),
      ('club_source_value', 'What the file wrote for the club.'),
      ('person_key', 'The person; -1 when unknown.'),
      ('person_match', 'How the person was found.'),
      ('place_key', 'The place; -1 when unknown.'),
      ('place_match', 'How the commune was found.'),
      ('place_source_value', 'What the file wrote for the commune.'),
      ('load_id', 'The run that took the row in.'),
      ('file_id', 'The file the row came in.'),
      ('table_no', 'Number of the table in the file.'),
      ('sheet', 'Name of the sheet.'),
      ('row_number', 'Row as a person sees it.'))
    select a.attrelid::regclass as of_table, a.attname as of_column, s.words
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relnamespace = 'core'::regnamespace and c.relkind = 'r'
      join shared s on s.name = a.attname
    where a.attnum > 0 and col_description(a.attrelid, a.attnum) is null
  loop
    execute format('comment on column %s.%I is %L', target.of_table, target.of_column, target.words);
  end loop;
  for target in
    select c.oid::regclass as of_table from pg_class c
    where c.relnamespace = 'core'::regnamespace and c.relkind = 'r' and c.relname like 'fact\_%'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'file_id')
  loop
    execute format('alter table %s add foreign key (file_id) references ops.file', target.of_table);
  end loop;
end
$$;
