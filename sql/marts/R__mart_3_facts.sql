-- The facts with their dimensions joined and labelled, pseudonymous.

drop view if exists mart.membership;
create view mart.membership as
  select f.period, c.club_code, v.club_name, c.plan_district as district_code, d.plan_district_name as district_name,
    p.commune_code, p.commune_name, i.person_id, h.sex, h.birth_year, h.ethnicity_group, h.economic_class,
    f.club_role, f.volunteer, f.care_recipient, f.joined_on, f.left_on, f.left_reason,
    f.poor, f.near_poor, f.minority, f.lone, f.disabled, f.hardship, f.priority,
    f.club_match, f.person_match, f.file_id, f.sheet, f.row_number
  from core.fact_membership f
    join core.dim_period t using (period_key)
    join core.club c using (club_key)
    join core.dim_plan_district d using (plan_district)
    join core.dim_place p on p.place_key = f.place_key
    join core.person i using (person_key)
    left join lateral (select x.club_name from core.dim_club x where x.club_key = f.club_key
      order by x.valid_from <= t.ends_on desc, abs(x.valid_from - t.ends_on) limit 1) v on true
    left join lateral (select x.* from core.dim_person x where x.person_key = f.person_key
      order by x.valid_from <= t.ends_on desc, abs(x.valid_from - t.ends_on) limit 1) h on true;
comment on view mart.membership is 'One row per person in a club in a half-year, as the roster in force says.';
comment on column mart.membership.period is 'The half-year.';
comment on column mart.membership.club_code is 'Code of the club.';
comment on column mart.membership.club_name is 'Name of the club in that half-year.';
comment on column mart.membership.district_code is 'GSO code of the plan district.';
comment on column mart.membership.district_name is 'Name of the plan district.';
comment on column mart.membership.commune_code is 'GSO code of the commune that the roster names.';
comment on column mart.membership.commune_name is 'Name of that commune.';
comment on column mart.membership.person_id is 'Pseudonymous, durable identity of the person.';
comment on column mart.membership.sex is 'male, female or unknown.';
comment on column mart.membership.birth_year is 'Year of birth.';
comment on column mart.membership.ethnicity_group is 'kinh, minority or unknown.';
comment on column mart.membership.economic_class is 'poor, near_poor, other or unknown.';
comment on column mart.membership.club_role is 'Role in the club.';
comment on column mart.membership.volunteer is 'Home-care volunteer.';
comment on column mart.membership.care_recipient is 'Is cared for at home.';
comment on column mart.membership.joined_on is 'Joined the club on.';
comment on column mart.membership.left_on is 'Left the club on.';
comment on column mart.membership.left_reason is 'Why the member left.';
comment on column mart.membership.poor is 'Member of a poor household.';
comment on column mart.membership.near_poor is 'Member of a near-poor household.';
comment on column mart.membership.minority is 'Member of an ethnic minority.';
comment on column mart.membership.lone is 'Lives alone (neo đơn).';
comment on column mart.membership.disabled is 'Disabled.';
comment on column mart.membership.hardship is 'In hardship.';
comment on column mart.membership.priority is 'In any of the six priority groups.';
comment on column mart.membership.club_match is 'How the club was found.';
comment on column mart.membership.person_match is 'How the person was found.';
comment on column mart.membership.file_id is 'The file.';
comment on column mart.membership.sheet is 'Name of the sheet.';
comment on column mart.membership.row_number is 'Row as a person sees it.';

drop view if exists mart.health_check;
create view mart.health_check as
  select f.exam_on, f.period, i.person_id, f.plan_district as district_code, d.plan_district_name as district_name,
    c.club_code, f.height_cm, f.weight_kg, f.bmi, f.pulse, f.systolic, f.diastolic, f.glucose, f.conditions,
    f.health_class, f.person_match, f.file_id, f.sheet, f.row_number
  from core.fact_health_check f
    join core.club c using (club_key)
    join core.dim_plan_district d on d.plan_district = f.plan_district
    join core.person i using (person_key);
comment on view mart.health_check is 'One row per person''s check-up on a day.';
comment on column mart.health_check.exam_on is 'Day of the check-up.';
comment on column mart.health_check.period is 'Half-year of that day.';
comment on column mart.health_check.person_id is 'Pseudonymous, durable identity of the person.';
comment on column mart.health_check.district_code is 'GSO code of the plan district.';
comment on column mart.health_check.district_name is 'Name of the plan district.';
comment on column mart.health_check.club_code is 'Code of the club that the list names.';
comment on column mart.health_check.height_cm is 'Height, in cm.';
comment on column mart.health_check.weight_kg is 'Weight, in kg.';
comment on column mart.health_check.bmi is 'Body-mass index as written.';
comment on column mart.health_check.pulse is 'Pulse, per minute.';
comment on column mart.health_check.systolic is 'Upper blood pressure, in mmHg.';
comment on column mart.health_check.diastolic is 'Lower blood pressure, in mmHg.';
comment on column mart.health_check.glucose is 'Blood glucose, in mmol/L.';
comment on column mart.health_check.conditions is 'Conditions found, as codes.';
comment on column mart.health_check.health_class is 'Health class, 1 (best) to 5.';
comment on column mart.health_check.person_match is 'How the person was found.';
comment on column mart.health_check.file_id is 'The file.';
comment on column mart.health_check.sheet is 'Name of the sheet.';
comment on column mart.health_check.row_number is 'Row as a person sees it.';

drop view if exists mart.loan;
create view mart.loan as
  select l.lender, l.lender_name, f.loan_no, i.person_id, f.plan_district as district_code,
    d.plan_district_name as district_name, c.club_code, f.programme, f.purpose, f.disbursed_on, f.amount,
    f.term_months, f.interest_rate_year, f.due_on, f.settled_on, f.repaid, f.outstanding, f.overdue, f.state,
    f.ledger_as_of, f.person_match, f.file_id, f.sheet, f.row_number
  from core.fact_loan f
    join core.dim_lender l using (lender_key)
    join core.club c using (club_key)
    join core.dim_plan_district d on d.plan_district = f.plan_district
    join core.person i using (person_key);
comment on view mart.loan is 'One row per loan, as of the last word on it.';
comment on column mart.loan.lender is 'Code of the kind of lender.';
comment on column mart.loan.lender_name is 'Vietnamese name of the lender.';
comment on column mart.loan.loan_no is 'Number of the loan as written.';
comment on column mart.loan.person_id is 'Pseudonymous, durable identity of the borrower.';
comment on column mart.loan.district_code is 'GSO code of the plan district.';
comment on column mart.loan.district_name is 'Name of the plan district.';
comment on column mart.loan.club_code is 'Code of the club that the ledger names.';
comment on column mart.loan.programme is 'Loan programme.';
comment on column mart.loan.purpose is 'What the money is for.';
comment on column mart.loan.disbursed_on is 'Day the money was paid out.';
comment on column mart.loan.amount is 'Amount lent, in đồng.';
comment on column mart.loan.term_months is 'Term, in months.';
comment on column mart.loan.interest_rate_year is 'Interest, in per cent per year.';
comment on column mart.loan.due_on is 'Day the loan is due.';
comment on column mart.loan.settled_on is 'Day the loan was paid back in full.';
comment on column mart.loan.repaid is 'Principal repaid, in đồng.';
comment on column mart.loan.outstanding is 'Principal outstanding, in đồng.';
comment on column mart.loan.overdue is 'Principal overdue, in đồng.';
comment on column mart.loan.state is 'running, overdue or settled.';
comment on column mart.loan.ledger_as_of is 'Day of the last ledger that lists it.';
comment on column mart.loan.person_match is 'How the borrower was found.';
comment on column mart.loan.file_id is 'The file.';
comment on column mart.loan.sheet is 'Name of the sheet.';
comment on column mart.loan.row_number is 'Row as a person sees it.';

drop view if exists mart.activity;
create view mart.activity as
  select f.period, f.activity_on, f.activity_on_to, f.activity_on_precision, f.activity_kinds, f.areas,
    f.plan_district as district_code, d.plan_district_name as district_name, c.club_code, f.whole_district,
    f.title, f.place, f.partner, f.sessions, f.participants, f.women, f.older, f.cost,
    f.file_id, f.sheet, f.row_number
  from core.fact_activity f
    join core.club c using (club_key)
    join core.dim_plan_district d on d.plan_district = f.plan_district;
comment on view mart.activity is 'One row per activity.';
comment on column mart.activity.period is 'Half-year of the log.';
comment on column mart.activity.activity_on is 'First possible day.';
comment on column mart.activity.activity_on_to is 'Last possible day.';
comment on column mart.activity.activity_on_precision is 'How much of the date was written.';
comment on column mart.activity.activity_kinds is 'Kinds of activity, as codes.';
comment on column mart.activity.areas is 'Areas of a club that it serves, as codes.';
comment on column mart.activity.district_code is 'GSO code of the plan district; -1 for the province.';
comment on column mart.activity.district_name is 'Name of the plan district.';
comment on column mart.activity.club_code is 'Code of the club; unknown for whole districts.';
comment on column mart.activity.whole_district is 'For the whole district, not one club.';
comment on column mart.activity.title is 'What it was about.';
comment on column mart.activity.place is 'Where it was held.';
comment on column mart.activity.partner is 'Partner organisation.';
comment on column mart.activity.sessions is 'Number of sessions.';
comment on column mart.activity.participants is 'Participants.';
comment on column mart.activity.women is 'Women among them.';
comment on column mart.activity.older is 'Older people among them.';
comment on column mart.activity.cost is 'Cost, in đồng.';
comment on column mart.activity.file_id is 'The file.';
comment on column mart.activity.sheet is 'Name of the sheet.';
comment on column mart.activity.row_number is 'Row as a person sees it.';

drop view if exists mart.fund;
create view mart.fund as
  select f.period, f.scope, f.plan_district as district_code, d.plan_district_name as district_name, c.club_code,
    f.fund, s.fund_source, s.fund_source_name, f.planned, f.received, f.spent, f.balance, f.counted,
    f.file_id, f.sheet, f.row_number
  from core.fact_fund f
    join core.club c using (club_key)
    join core.dim_plan_district d on d.plan_district = f.plan_district
    join core.dim_fund_source s using (fund_source_key);
comment on view mart.fund is 'One row per scope, fund and source in a half-year and sender.';
comment on column mart.fund.period is 'The half-year.';
comment on column mart.fund.scope is 'Whose money: club, commune, district or province.';
comment on column mart.fund.district_code is 'GSO code of the plan district; -1 for the province.';
comment on column mart.fund.district_name is 'Name of the plan district.';
comment on column mart.fund.club_code is 'Code of the club; unknown for districts and the province.';
comment on column mart.fund.fund is 'Which fund, as a code.';
comment on column mart.fund.fund_source is 'Code of the source.';
comment on column mart.fund.fund_source_name is 'Vietnamese name of the source.';
comment on column mart.fund.planned is 'Planned, in đồng.';
comment on column mart.fund.received is 'Received, in đồng.';
comment on column mart.fund.spent is 'Spent, in đồng.';
comment on column mart.fund.balance is 'Balance, in đồng.';
comment on column mart.fund.counted is 'Whether it counts: what is told twice counts once.';
comment on column mart.fund.file_id is 'The file.';
comment on column mart.fund.sheet is 'Name of the sheet.';
comment on column mart.fund.row_number is 'Row as a person sees it.';

drop view if exists mart.media_item;
create view mart.media_item as
  select f.period, f.published_on, o.outlet_name as outlet, o.outlet_kind, f.media_kind, f.title, f.url,
    f.file_id, f.sheet, f.row_number
  from core.fact_media_item f
    join core.dim_outlet o using (outlet_key);
comment on view mart.media_item is 'One row per published item.';
comment on column mart.media_item.period is 'Half-year of the list.';
comment on column mart.media_item.published_on is 'Day of publication.';
comment on column mart.media_item.outlet is 'Newspaper, station or portal.';
comment on column mart.media_item.outlet_kind is 'Kind of outlet, as a code.';
comment on column mart.media_item.media_kind is 'Kind of item, as a code.';
comment on column mart.media_item.title is 'Title.';
comment on column mart.media_item.url is 'Address on the web.';
comment on column mart.media_item.file_id is 'The file.';
comment on column mart.media_item.sheet is 'Name of the sheet.';
comment on column mart.media_item.row_number is 'Row as a person sees it.';
