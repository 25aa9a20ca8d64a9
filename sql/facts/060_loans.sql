-- Loans and repayments, all of them again whenever a ledger, a book of repayments or the published half-years have changed. A loan is told by lender, district
-- and number; a number of fewer than five characters is only unique in its club; without number by person, day and amount.
-- Ledgers add up: the latest one as of a day speaks for that day. Where no column names the lender the name of the file does
-- (DS vay von NHCSXH, quy CLB), else the sender: a bank lends its own money, a district or commune sends the books of the clubs' funds.

create temp table loans_turn on commit drop as
  select changed or exists (
    select from changed_file x join ops.slice s using (file_id) where s.feed in ('loan-ledger', 'loan-repayment')) as is_on
  from span_changed;

create temp table loan_word on commit drop as
  with ledger as (
    select r.*, coalesce(r.lender, told.lender, case b.kind when 'bank' then 'vbsp' when 'district' then 'club_fund'
        when 'commune' then 'club_fund' else 'unknown' end) as lender_code, coalesce(r.ledger_as_of, core.period_end(r.period)) as as_of,
      coalesce(p.person_key, -1) as person_key, coalesce(p.person_match, 'none') as person_match,
      coalesce(c.plan_district, own.plan_district, unit.plan_district, '-1') as plan_district,
      coalesce(c.club_key, -1) as club_key, coalesce(m.club_match, 'none') as club_match, m.club_source_value,
      f.load_id, f.received_at, f.revision_rank, f.file_name
    from staging.loan_ledger r
      join accepted_file f using (file_id)
      join ops.slice s on s.file_id = r.file_id and s.slice_no = r.slice_no and s.in_force
      left join vault.person_mention p on p.file_id = r.file_id and p.mention_no = r.mention_no
      left join staging.club_mention m on m.file_id = r.file_id and m.club_no = r.club_no
      left join core.club c on c.club_key = m.club_key
      left join core.dim_plan_district own on own.plan_district = p.plan_district
      left join core.dim_plan_district unit on unit.plan_district = s.plan_district
      left join ops.submitter b on b.submitter = f.submitter,
      lateral (select normalize(lower(f.file_name), nfc) as file_name) n,
      lateral (select case when n.file_name ~ 'nhcs|csxh|ch[ií]nh s[aá]ch' then 'vbsp'
        when n.file_name ~ 'h[oộ]i nct|h[oộ]i ng[uư][oờ]i cao' then 'association'
        when n.file_name ~ 'qu[yỹ].{0,12}(clb|c[aâ]u l[aạ]c|t[aă]ng thu)|clb|lth' then 'club_fund' end as lender) told
    where r.duplicate_of_row is null and r.disbursed_on is not null and r.amount is not null
      and (select is_on from loans_turn)
  )
  select *, core.stable_key('loan|' || case
      when loan_no is null then concat_ws('|', person_key, disbursed_on, amount)
      when length(loan_no) < 5 then concat_ws('|', lender_code, plan_district, club_key, loan_no)
      else concat_ws('|', lender_code, plan_district, loan_no)
    end) as loan_key
  from ledger;
create index on loan_word (loan_key);
create index on loan_word (plan_district, loan_no);
analyze loan_word;

-- The books of repayments; each step a table of its own with figures about it, else the join of the last step goes row by row.
create temp table payment_book on commit drop as
  select r.*, coalesce(p.person_key, -1) as person_key, coalesce(p.person_match, 'none') as person_match,
    coalesce(c.plan_district, own.plan_district, unit.plan_district, '-1') as plan_district, c.club_key,
    f.load_id, f.received_at, f.revision_rank, f.file_name
  from staging.loan_repayment r
    join accepted_file f using (file_id)
    join ops.slice s on s.file_id = r.file_id and s.slice_no = r.slice_no and s.in_force
    left join vault.person_mention p on p.file_id = r.file_id and p.mention_no = r.mention_no
    left join staging.club_mention m on m.file_id = r.file_id and m.club_no = r.club_no
    left join core.club c on c.club_key = m.club_key
    left join core.dim_plan_district own on own.plan_district = p.plan_district
    left join core.dim_plan_district unit on unit.plan_district = s.plan_district
  where r.duplicate_of_row is null and r.paid_on is not null and r.principal is not null
    and (select is_on from loans_turn);
analyze payment_book;

-- The loan each row of a book means: the only one of its number in the district, else the one of the same person, else of the same club.
create temp table payment_choice on commit drop as
  with candidate as (
    select b.file_id, b.table_no, b.row_number, l.loan_key,
      bool_or(l.person_key = b.person_key) as same_person, bool_or(l.club_key = b.club_key) as same_club
    from payment_book b
      join loan_word l on l.plan_district = b.plan_district and l.loan_no = b.loan_no
    group by b.file_id, b.table_no, b.row_number, l.loan_key
  )
  select file_id, table_no, row_number,
    case
      when count(*) = 1 then min(loan_key)
      when count(*) filter (where same_person) = 1 then min(loan_key) filter (where same_person)
      when count(*) filter (where same_club) = 1 then min(loan_key) filter (where same_club)
    end as loan_key,
    case
      when count(*) = 1 then 'loan_no'
      when count(*) filter (where same_person) = 1 then 'person'
      when count(*) filter (where same_club) = 1 then 'club'
      else 'ambiguous'
    end as loan_match
  from candidate
  group by file_id, table_no, row_number;
analyze payment_choice;

create temp table payment_word on commit drop as
  select distinct on (loan_key, told_as, b.paid_on, receipt) b.*, coalesce(c.loan_key, -1) as loan_key,
    coalesce(c.loan_match, 'none') as loan_match,
    case when c.loan_key is null then concat_ws('|', b.plan_district, b.loan_no, b.person_key) end as told_as,
    coalesce(b.receipt_no, concat_ws('/', b.principal, b.interest)) as receipt
  from payment_book b
    left join payment_choice c using (file_id, table_no, row_number)
  order by loan_key, told_as, b.paid_on, receipt,
    b.received_at desc, b.revision_rank desc, b.file_name desc, b.file_id desc, b.table_no, b.row_number;
create index on payment_word (loan_key);
analyze payment_word;

-- All loans go when any ledger or book has changed; the borrowers' figures with them, where they differ (below).
create temp table former_loan on commit drop as
  select person_key, period_key, outstanding, overdue, loan_key from core.fact_loan_period where (select is_on from loans_turn);
delete from core.fact_loan_repayment where (select is_on from loans_turn);
delete from core.fact_loan where (select is_on from loans_turn);

create temp table loan_as_of on commit drop as
  with latest as (
    select distinct on (loan_key) *
    from loan_word
    order by loan_key, as_of desc, received_at desc, revision_rank desc, file_name desc, file_id desc, table_no, row_number
  ), settlement as (
    select distinct on (loan_key) loan_key, settled_on
    from loan_word
    where settled_on is not null
    order by loan_key, as_of desc, received_at desc, revision_rank desc, file_name desc, file_id desc, table_no, row_number
  ), as_of_day as (
    select period_key, period, as_of from published_period
    union all
    select null, null, date '9999-12-31'
  )
  select d.period_key, d.period, d.as_of, l.loan_key, l.person_key, l.amount, l.due_on, s.settled_on, repaid.principal as repaid,
    case when s.settled_on <= d.as_of then 0 else coalesce(w.outstanding, greatest(l.amount - repaid.principal, 0)) end as outstanding,
    case when s.settled_on <= d.as_of then 'settled' when w.outstanding is not null then 'ledger' else 'repayments' end as source,
    case when w.overdue is not null then w.overdue when w.overdue_flag is not null then
      case when w.overdue_flag then coalesce(w.outstanding, greatest(l.amount - repaid.principal, 0)) else 0 end end as overdue_stated
  from latest l
    join as_of_day d on l.disbursed_on <= d.as_of
    left join settlement s using (loan_key)
    left join lateral (
      select x.outstanding, x.overdue, x.overdue_flag
      from loan_word x
      where x.loan_key = l.loan_key and x.as_of <= d.as_of
      order by x.as_of desc, x.received_at desc, x.revision_rank desc, x.file_name desc, x.file_id desc, x.table_no, x.row_number
      limit 1) w on true,
    lateral (select coalesce(sum(p.principal), 0)::bigint as principal
      from payment_word p where p.loan_key = l.loan_key and p.paid_on <= d.as_of) repaid;
create index on loan_as_of (loan_key);

insert into core.fact_loan
  select distinct on (l.loan_key) l.loan_key, coalesce(b.lender_key, -1), l.lender, l.loan_no, l.person_key, l.person_match,
    l.plan_district, l.club_key, l.club_match, l.club_source_value, l.programme, l.purpose,
    coalesce(d.date_key, -1), l.disbursed_on, l.amount, l.term_months, l.interest_rate_year, l.due_on, a.settled_on,
    a.repaid, a.outstanding, coalesce(a.overdue_stated, case when l.due_on < l.as_of then a.outstanding else 0 end),
    case when a.outstanding = 0 then 'settled' when l.due_on < l.as_of then 'overdue' else 'running' end,
    l.as_of, l.load_id, l.file_id, l.table_no, l.sheet, l.row_number
  from loan_word l
    join loan_as_of a on a.loan_key = l.loan_key and a.period_key is null
    left join core.dim_lender b on b.lender = l.lender_code
    left join core.dim_date d on d.day = l.disbursed_on
  order by l.loan_key, l.as_of desc, l.received_at desc, l.revision_rank desc, l.file_name desc, l.file_id desc, l.table_no, l.row_number;

insert into core.fact_loan_period
  select period_key, period, as_of, loan_key, person_key, outstanding,
    case when due_on < as_of then outstanding else 0 end, overdue_stated, source
  from loan_as_of
  where period_key is not null;

insert into core.fact_loan_repayment
  select p.loan_key, p.loan_match, p.loan_no,
    case when p.loan_key = -1 then p.person_key else l.person_key end,
    case when p.loan_key = -1 then p.person_match else 'loan' end,
    coalesce(d.date_key, -1), p.paid_on, p.principal, p.interest, p.receipt_no,
    p.load_id, p.file_id, p.table_no, p.sheet, p.row_number
  from payment_word p
    left join core.fact_loan l using (loan_key)
    left join core.dim_date d on d.day = p.paid_on;

insert into touched_person
  select person_key from (
    (select person_key, period_key, outstanding, overdue, loan_key from former_loan
      except select person_key, period_key, outstanding, overdue, loan_key from core.fact_loan_period)
    union
    (select person_key, period_key, outstanding, overdue, loan_key from core.fact_loan_period where (select is_on from loans_turn)
      except select person_key, period_key, outstanding, overdue, loan_key from former_loan)) as differing
on conflict do nothing;
