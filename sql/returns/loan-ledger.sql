-- The loans in the books that districts and communes keep themselves, still running at the last word on them; what is owed now is left to be written.
-- A loan that a bank speaks of is the bank's own return and no unit's. The lender is the one the loan is counted under, so that it is the same loan when it comes back.
-- grain: one row per loan
-- read: :clubs, :period

select f.club_key, l.loan_no, p.full_name, p.birth, p.birth_precision, p.sex,
  p.national_id_sealed as "national_id:national_id", p.old_id_sealed as "national_id:old_id", p.phone_sealed as "phone:phone", p.address,
  nullif(d.lender, 'unknown') as lender, l.programme, l.purpose, l.disbursed_on, l.disbursed_on_precision, l.amount, l.term_months, l.interest_rate_year,
  l.due_on, l.due_on_precision
from core.fact_loan f
  join core.dim_lender d using (lender_key)
  join staging.loan_ledger l using (file_id, table_no, row_number)
  join vault.person_mention p using (file_id, mention_no)
  join ops.file x on x.file_id = f.file_id
  join ops.submitter s on s.submitter = x.submitter and s.kind in ('district', 'commune')
where f.club_key = any (:clubs) and f.state <> 'settled' and l.period <= :period and p.full_name is not null
order by f.club_key, f.disbursed_on, f.file_id, f.table_no, f.row_number
