-- vi: Khoản vay nào lớn hơn gấp đôi mức trung bình của CLB?
-- en: Which loans are above twice the mean of their club?
-- grain: One row per such loan.
-- read: A club with fewer than three loans has no mean to speak of and is left out.

with loan as (
  select *, avg(amount) over (partition by club_code) as mean_amount, count(*) over (partition by club_code) as loans_of_club
  from mart.loan
  where club_code <> 'unknown'
)
select club_code, lender, loan_no, person_id, disbursed_on, amount, round(mean_amount) as mean_amount, round(amount / mean_amount, 2) as times
from loan
where loans_of_club >= 3 and amount > 2 * mean_amount
order by times desc, club_code, loan_no;
