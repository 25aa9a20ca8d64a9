-- vi: Sau sắp xếp đơn vị hành chính 2025, CLB nào thuộc xã nào?
-- en: Which clubs came to another commune by the reform of 2025?
-- grain: One row per active club whose commune changed its code or name on 1 July 2025.
-- read: The plan district stays; the commune of today reports for the club.

with before as (
  select club_code, commune_code, commune_name from mart.club where period = '2025-H1'
), after as (
  select club_code, club_name, district_name, commune_code, commune_name from mart.club where period = '2025-H2'
)
select a.district_name, a.club_code, a.club_name, b.commune_code as commune_code_before, b.commune_name as commune_before,
  a.commune_code as commune_code_after, a.commune_name as commune_after
from after a
  join before b using (club_code)
where (a.commune_code, a.commune_name) <> (b.commune_code, b.commune_name)
order by a.club_code;
