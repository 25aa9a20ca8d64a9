-- vi: Mỗi câu lạc bộ, mỗi người tại một ngày chỉ có một phiên bản
-- en: One version of a club and of a person on any day

select 'dim_club ' || a.club_key || ': ' || a.valid_from as broken
from core.dim_club a
  join core.dim_club b on b.club_key = a.club_key and b.club_version_key > a.club_version_key
    and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)
where a.club_key <> -1
union all
select 'dim_person ' || a.person_key || ': ' || a.valid_from
from core.dim_person a
  join core.dim_person b on b.person_key = a.person_key and b.person_version_key > a.person_version_key
    and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)
where a.person_key <> -1
order by broken
