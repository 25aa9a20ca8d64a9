-- vi: CLB nào không đạt quy định nào về quy mô, tỷ lệ nữ, người cao tuổi, người trẻ, vay vốn?
-- en: Which clubs miss which rule on size, women, older and younger members, loans?
-- grain: One row per active club that misses at least one rule.
-- read: missed lists the rules; the figures beside it say by how much. Clubs without roster are not judged.
-- set: period= (kỳ, để trống là kỳ mới nhất / half-year, empty for the latest)

with asked as (
  select coalesce(nullif(:period, ''), max(period)) as period from mart.club
)
select c.district_name, c.club_code, c.club_name, c.members,
  round(100.0 * c.women / nullif(c.members, 0), 1) as women_percent,
  round(100.0 * c.older_60 / nullif(c.members, 0), 1) as older_percent,
  round(100.0 * c.borrowers_ever / nullif(c.members, 0), 1) as borrowers_percent,
  concat_ws(', ', case when not c.meets_size then 'size' end, case when not c.meets_women then 'women' end,
    case when not c.meets_older then 'older' end, case when not c.meets_younger then 'younger' end,
    case when not c.meets_loans then 'loans' end) as missed
from mart.club c
  join asked using (period)
where not (c.meets_size and c.meets_women and c.meets_older and c.meets_younger and c.meets_loans)
order by c.club_code;
