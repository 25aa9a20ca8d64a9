-- Accepted rows, typed, one table per feed. Java COPYs into them; columns that all of them share are commented at the end.

create table staging.club_mention (
  file_id text not null references ops.file on delete cascade,
  club_no int not null check (club_no > 0),
  table_no smallint not null,
  feed text not null,
  period text not null,
  plan_district text,
  commune_code text,
  commune_frame text check (commune_frame in ('v2017_480', 'v2020_460', 'v2024_412', 'v2025_130')),
  successor_code text,
  commune_match text not null default 'none'
    check (commune_match in ('exact', 'alias', 'toneless', 'successor', 'unit', 'none', 'ambiguous')),
  commune_source_value text,
  club_source_value text,
  club_name text,
  name_key text,
  hamlet_key text,
  founded_on date,
  founded_precision text,
  decision_key text,
  club_key bigint,
  club_match text check (club_match in
    ('exact', 'lineage', 'founding', 'decision', 'hamlet', 'renamed', 'district', 'new', 'ambiguous', 'inferred')),
  primary key (file_id, club_no)
);
comment on table staging.club_mention is 'One row per club that a file names.';
comment on column staging.club_mention.club_no is 'Number of the club in the file.';
comment on column staging.club_mention.feed is 'Feed of the table that names it.';
comment on column staging.club_mention.plan_district is 'GSO code of the plan district.';
comment on column staging.club_mention.commune_code is 'GSO code of the commune, in the frame given beside it.';
comment on column staging.club_mention.commune_frame is 'Administrative map the code belongs to: 480, 460, 412 or 130 communes.';
comment on column staging.club_mention.successor_code is 'GSO code of the commune of 2025 that it became.';
comment on column staging.club_mention.commune_match is 'How the commune was found.';
comment on column staging.club_mention.commune_source_value is 'What the file wrote for the commune.';
comment on column staging.club_mention.club_source_value is 'What the file wrote for the club.';
comment on column staging.club_mention.club_name is 'Name to show, without the words for club and without the commune.';
comment on column staging.club_mention.name_key is 'Folded name to match by; tone marks are kept.';
comment on column staging.club_mention.hamlet_key is 'Folded name of the hamlet.';
comment on column staging.club_mention.founded_on is 'Founding date, its first possible day.';
comment on column staging.club_mention.founded_precision is 'How much of the founding date was written.';
comment on column staging.club_mention.decision_key is 'Folded number of the founding decision.';
comment on column staging.club_mention.club_key is 'The club it means; set by publish.';
comment on column staging.club_mention.club_match is 'How the club was found; set by publish.';

create table staging.club_registry (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  founded_on date, founded_on_to date, founded_on_precision text,
  decision_no text,
  head_filled boolean,
  status text check (status in ('active', 'dissolved', 'merged', 'paused')),
  status_on date, status_on_to date, status_on_precision text,
  members bigint, women bigint, older bigint, poor bigint, near_poor bigint,
  income_fund bigint, operating_fund bigint, fund_total bigint,
  primary key (file_id, table_no, row_number)
);
comment on table staging.club_registry is 'One row per accepted row of a club registry.';
comment on column staging.club_registry.founded_on is 'Founding date.';
comment on column staging.club_registry.decision_no is 'Founding decision as written.';
comment on column staging.club_registry.head_filled is 'Whether the registry names a head.';
comment on column staging.club_registry.status is 'active, dissolved, merged or paused; empty counts as active.';
comment on column staging.club_registry.status_on is 'Since when the status holds.';
comment on column staging.club_registry.members is 'Members as reported.';
comment on column staging.club_registry.women is 'Women among them as reported.';
comment on column staging.club_registry.older is 'Older people among them as reported.';
comment on column staging.club_registry.poor is 'Members of poor households as reported.';
comment on column staging.club_registry.near_poor is 'Members of near-poor households as reported.';
comment on column staging.club_registry.income_fund is 'Income fund, in đồng.';
comment on column staging.club_registry.operating_fund is 'Operating fund, in đồng.';
comment on column staging.club_registry.fund_total is 'Both funds, in đồng.';

create table staging.member_roster (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  mention_no int not null,
  birth date, birth_to date, birth_precision text,
  sex text check (sex in ('male', 'female')),
  ethnicity text,
  minority boolean,
  economic_class text[],
  poor boolean, near_poor boolean, lone boolean, disabled boolean, hardship boolean,
  club_role text,
  volunteer boolean,
  care_recipient boolean,
  joined_on date, joined_on_to date, joined_on_precision text,
  left_on date, left_on_to date, left_on_precision text,
  left_reason text,
  primary key (file_id, table_no, row_number)
);
create index on staging.member_roster (file_id, mention_no);
comment on table staging.member_roster is 'One row per accepted row of a roster of members.';
comment on column staging.member_roster.birth is 'Birth date.';
comment on column staging.member_roster.sex is 'male or female.';
comment on column staging.member_roster.ethnicity is 'Ethnic group as written.';
comment on column staging.member_roster.minority is 'Whether the member belongs to an ethnic minority.';
comment on column staging.member_roster.economic_class is 'Classes of need, as codes.';
comment on column staging.member_roster.poor is 'Member of a poor household.';
comment on column staging.member_roster.near_poor is 'Member of a near-poor household.';
comment on column staging.member_roster.lone is 'Lives alone (neo đơn).';
comment on column staging.member_roster.disabled is 'Disabled.';
comment on column staging.member_roster.hardship is 'In hardship.';
comment on column staging.member_roster.club_role is 'Role in the club.';
comment on column staging.member_roster.volunteer is 'Home-care volunteer.';
comment on column staging.member_roster.care_recipient is 'Is cared for at home.';
comment on column staging.member_roster.joined_on is 'Joined the club on.';
comment on column staging.member_roster.left_on is 'Left the club on.';
comment on column staging.member_roster.left_reason is 'Why the member left, as a code.';

create table staging.plan_targets (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  plan_district text,
  clubs_before bigint, new_2022 bigint, new_2023 bigint, new_2024 bigint, new_2025 bigint, new_total bigint,
  members bigint, older bigint,
  primary key (file_id, table_no, row_number)
);
comment on table staging.plan_targets is 'One row per accepted row of the annex of targets.';
comment on column staging.plan_targets.plan_district is 'GSO code of the plan district.';
comment on column staging.plan_targets.clubs_before is 'Clubs before the plan.';
comment on column staging.plan_targets.new_2022 is 'Clubs to be founded in 2022.';
comment on column staging.plan_targets.new_2023 is 'Clubs to be founded in 2023.';
comment on column staging.plan_targets.new_2024 is 'Clubs to be founded in 2024.';
comment on column staging.plan_targets.new_2025 is 'Clubs to be founded in 2025.';
comment on column staging.plan_targets.new_total is 'Clubs to be founded in all.';
comment on column staging.plan_targets.members is 'Members of the new clubs.';
comment on column staging.plan_targets.older is 'Older members of the new clubs.';

create table staging.activity_log (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  activity_on date, activity_on_to date, activity_on_precision text,
  activity_kinds text[],
  areas text[],
  whole_district boolean not null default false,
  title text, place text,
  sessions bigint, participants bigint, women bigint, older bigint,
  partner text,
  cost bigint,
  primary key (file_id, table_no, row_number)
);
comment on table staging.activity_log is 'One row per accepted row of an activity log.';
comment on column staging.activity_log.activity_on is 'Day, month or range of the activity.';
comment on column staging.activity_log.activity_kinds is 'Kinds of activity, as codes.';
comment on column staging.activity_log.areas is 'Which of the eight areas of a club it serves, as codes.';
comment on column staging.activity_log.whole_district is 'For the whole district, not one club.';
comment on column staging.activity_log.title is 'What it was about.';
comment on column staging.activity_log.place is 'Where it was held.';
comment on column staging.activity_log.sessions is 'Number of sessions.';
comment on column staging.activity_log.participants is 'Participants.';
comment on column staging.activity_log.women is 'Women among them.';
comment on column staging.activity_log.older is 'Older people among them.';
comment on column staging.activity_log.partner is 'Partner organisation.';
comment on column staging.activity_log.cost is 'Cost, in đồng.';

create table staging.health_check (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  mention_no int not null,
  birth date, birth_to date, birth_precision text,
  sex text check (sex in ('male', 'female')),
  exam_on date, exam_on_to date, exam_on_precision text,
  height_cm numeric, weight_kg numeric, bmi numeric,
  pulse numeric, systolic numeric, diastolic numeric, glucose numeric,
  conditions text[],
  diagnosis_source text,
  health_class smallint,
  primary key (file_id, table_no, row_number)
);
create index on staging.health_check (file_id, mention_no);
comment on table staging.health_check is 'One row per accepted row of a list of health checks.';
comment on column staging.health_check.birth is 'Birth date.';
comment on column staging.health_check.sex is 'male or female.';
comment on column staging.health_check.exam_on is 'Day of the check-up.';
comment on column staging.health_check.height_cm is 'Height, in cm.';
comment on column staging.health_check.weight_kg is 'Weight, in kg.';
comment on column staging.health_check.bmi is 'Body-mass index as written.';
comment on column staging.health_check.pulse is 'Pulse, per minute.';
comment on column staging.health_check.systolic is 'Upper blood pressure, in mmHg.';
comment on column staging.health_check.diastolic is 'Lower blood pressure, in mmHg.';
comment on column staging.health_check.glucose is 'Blood glucose, in mmol/L.';
comment on column staging.health_check.conditions is 'Conditions found, as codes.';
comment on column staging.health_check.diagnosis_source is 'Diagnosis as written.';
comment on column staging.health_check.health_class is 'Health class, 1 (best) to 5.';

create table staging.loan_ledger (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  mention_no int not null,
  loan_no text,
  lender text, programme text, purpose text,
  disbursed_on date, disbursed_on_to date, disbursed_on_precision text,
  amount bigint check (amount >= 0),
  term_months numeric,
  interest_rate_year numeric,
  due_on date, due_on_to date, due_on_precision text,
  outstanding bigint, overdue bigint,
  overdue_flag boolean,
  settled_on date, settled_on_to date, settled_on_precision text,
  ledger_as_of date,
  primary key (file_id, table_no, row_number)
);
create index on staging.loan_ledger (file_id, mention_no);
comment on table staging.loan_ledger is 'One row per accepted row of a loan ledger.';
comment on column staging.loan_ledger.loan_no is 'Number of the loan as written.';
comment on column staging.loan_ledger.lender is 'Lender, as a code.';
comment on column staging.loan_ledger.programme is 'Loan programme.';
comment on column staging.loan_ledger.purpose is 'What the money is for.';
comment on column staging.loan_ledger.disbursed_on is 'Day the money was paid out.';
comment on column staging.loan_ledger.amount is 'Amount lent, in đồng.';
comment on column staging.loan_ledger.term_months is 'Term, in months.';
comment on column staging.loan_ledger.interest_rate_year is 'Interest, in per cent per year.';
comment on column staging.loan_ledger.due_on is 'Day the loan is due.';
comment on column staging.loan_ledger.outstanding is 'Principal outstanding as of the ledger, in đồng.';
comment on column staging.loan_ledger.overdue is 'Principal overdue as of the ledger, in đồng.';
comment on column staging.loan_ledger.overdue_flag is 'Whether the ledger ticks the loan as overdue.';
comment on column staging.loan_ledger.settled_on is 'Day the loan was paid back in full.';
comment on column staging.loan_ledger.ledger_as_of is 'Day the ledger speaks of; empty means the end of its half-year.';

create table staging.loan_repayment (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  loan_no text,
  mention_no int,
  paid_on date, paid_on_to date, paid_on_precision text,
  principal bigint, interest bigint,
  receipt_no text,
  primary key (file_id, table_no, row_number)
);
create index on staging.loan_repayment (file_id, mention_no);
comment on table staging.loan_repayment is 'One row per accepted row of a book of repayments.';
comment on column staging.loan_repayment.loan_no is 'Number of the loan as written.';
comment on column staging.loan_repayment.paid_on is 'Day of the payment.';
comment on column staging.loan_repayment.principal is 'Principal paid, in đồng.';
comment on column staging.loan_repayment.interest is 'Interest paid, in đồng.';
comment on column staging.loan_repayment.receipt_no is 'Number of the receipt.';

create table staging.fund_ledger (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  scope text,
  plan_district text,
  fund text, source text,
  planned bigint, received bigint, spent bigint, balance bigint,
  primary key (file_id, table_no, row_number)
);
comment on table staging.fund_ledger is 'One row per accepted row of a ledger of funds.';
comment on column staging.fund_ledger.scope is 'Whose money: club, district or province.';
comment on column staging.fund_ledger.plan_district is 'GSO code of the plan district.';
comment on column staging.fund_ledger.fund is 'Which fund, as a code.';
comment on column staging.fund_ledger.source is 'Which of the five sources of the plan, as a code.';
comment on column staging.fund_ledger.planned is 'Planned, in đồng.';
comment on column staging.fund_ledger.received is 'Received, in đồng.';
comment on column staging.fund_ledger.spent is 'Spent, in đồng.';
comment on column staging.fund_ledger.balance is 'Balance, in đồng.';

create table staging.home_care (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  mention_no int not null,
  recipient_mention_no int,
  trained_on date, trained_on_to date, trained_on_precision text,
  visits bigint,
  primary key (file_id, table_no, row_number)
);
create index on staging.home_care (file_id, mention_no);
comment on table staging.home_care is 'One row per accepted row of a list of home care.';
comment on column staging.home_care.recipient_mention_no is 'The person cared for, as numbered in the vault.';
comment on column staging.home_care.trained_on is 'Day the volunteer was trained.';
comment on column staging.home_care.visits is 'Visits in the half-year.';

create table staging.media_item (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  published_on date, published_on_to date, published_on_precision text,
  outlet text, outlet_kind text, media_kind text,
  title text, url text,
  primary key (file_id, table_no, row_number)
);
comment on table staging.media_item is 'One row per accepted row of a list of media items.';
comment on column staging.media_item.published_on is 'Day of publication.';
comment on column staging.media_item.outlet is 'Newspaper, station or portal as written.';
comment on column staging.media_item.outlet_kind is 'Kind of outlet, as a code.';
comment on column staging.media_item.media_kind is 'Kind of item, as a code.';
comment on column staging.media_item.title is 'Title.';
comment on column staging.media_item.url is 'Address on the web.';

create table staging.half_year_report (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  clubs bigint, new_clubs bigint, members bigint, women bigint, older bigint, poor bigint, near_poor bigint,
  minority bigint, borrowers bigint, loans_outstanding bigint, examined bigint, volunteers bigint, trained bigint,
  income_fund bigint, operating_fund bigint,
  primary key (file_id, table_no, row_number)
);
comment on table staging.half_year_report is 'One row per accepted row of a half-year report.';
comment on column staging.half_year_report.clubs is 'Clubs as reported.';
comment on column staging.half_year_report.new_clubs is 'New clubs as reported.';
comment on column staging.half_year_report.members is 'Members as reported.';
comment on column staging.half_year_report.women is 'Women as reported.';
comment on column staging.half_year_report.older is 'Older members as reported.';
comment on column staging.half_year_report.poor is 'Members of poor households as reported.';
comment on column staging.half_year_report.near_poor is 'Members of near-poor households as reported.';
comment on column staging.half_year_report.minority is 'Members of ethnic minorities as reported.';
comment on column staging.half_year_report.borrowers is 'Borrowers as reported.';
comment on column staging.half_year_report.loans_outstanding is 'Outstanding loans as reported, in đồng.';
comment on column staging.half_year_report.examined is 'Persons with a check-up as reported.';
comment on column staging.half_year_report.volunteers is 'Home-care volunteers as reported.';
comment on column staging.half_year_report.trained is 'Persons trained as reported.';
comment on column staging.half_year_report.income_fund is 'Income funds as reported, in đồng.';
comment on column staging.half_year_report.operating_fund is 'Operating funds as reported, in đồng.';

-- Columns that every feed table shares, and the two that stand beside every date.
do $$
declare
  target record;
begin
  for target in
    with shared (name, words) as (values
      ('file_id', 'The file.'),
      ('table_no', 'Number of the table in the file.'),
      ('sheet', 'Name of the sheet.'),
      ('row_number', 'Row as a person sees it.'),
      ('slice_no', 'The slice the row belongs to.'),
      ('period', 'The half-year.'),
      ('club_no', 'Number of the club in the file; empty or 0 for none.'),
      ('mention_no', 'The person, as numbered in the vault.'),
      ('duplicate_of_row', 'The row it repeats; such a row is not counted again.'),
      ('source_values', 'What was written for optional values that could not be read; never personal.'))
    select a.attrelid::regclass as of_table, a.attname as of_column, coalesce(s.words, case
        when a.attname like '%\_to' then 'Last possible day of ' || left(a.attname, -3) || '.'
        else 'How much of ' || left(a.attname, -10) || ' was written: day, range, month, quarter, half_year or year.'
      end) as words
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid and c.relnamespace = 'staging'::regnamespace and c.relkind = 'r'
      left join shared s on s.name = a.attname
    where a.attnum > 0 and col_description(a.attrelid, a.attnum) is null
      and (s.name is not null or a.attname like '%\_to' or a.attname like '%\_precision')
  loop
    execute format('comment on column %s.%I is %L', target.of_table, target.of_column, target.words);
  end loop;
  for target in
    select c.oid::regclass as of_table from pg_class c
    where c.relnamespace = 'staging'::regnamespace and c.relkind = 'r' and c.relname <> 'club_mention'
  loop
    execute format('alter table %s add foreign key (file_id) references ops.file on delete cascade', target.of_table);
  end loop;
end
$$;
