-- vi: Dư nợ không âm và không quá số tiền vay; nợ quá hạn không quá dư nợ
-- en: What is owed is between nothing and the loan; what is overdue is part of it

select 'loan ' || loan_key || ' ' || period || ': ' || p.outstanding || ' / ' || l.amount as broken
from core.fact_loan_period p
  join core.fact_loan l using (loan_key)
where p.outstanding < 0 or p.outstanding_source = 'repayments' and p.outstanding > l.amount or p.overdue > p.outstanding
order by broken
