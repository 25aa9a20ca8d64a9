-- The loans of members that were still running at the last word on them; what is owed now is left to be written.
-- grain: one row per loan
-- read: :clubs, :period

select f.club_key, l.loan_no, p.full_name, p.birth, p.birth_precision, p.sex,
  p.national_id_sealed as "national_id:national_id", p.old_id_sealed as "national_id:old_id", p.phone_sealed as "phone:phone", p.address,
  l.lender, l.programme, l.purpose, l.disbursed_on, l.disbursed_on_precision, l.amount, l.term_months, l.interest_rate_year, l.due_on, l.due_on_precision
from core.fact_loan f
  join staging.loan_ledger l using (file_id, table_no, row_number)
  join vault.person_mention p using (file_id, mention_no)
where f.club_key = any (:clubs) and f.state <> 'settled' and l.period <= :period and p.full_name is not null
order by f.club_key, f.disbursed_on, f.file_id, f.table_no, f.row_number
