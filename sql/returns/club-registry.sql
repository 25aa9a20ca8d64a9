-- Every club as its registry last described it; heads and counts of the half-year are left to be written where nobody told them.
-- grain: one row per club
-- read: :clubs, :period

with last_row as (
  select distinct on (m.club_key) m.club_key, r.*
  from staging.club_registry r
    join ops.slice s using (file_id, slice_no)
    join staging.club_mention m on m.file_id = r.file_id and m.club_no = r.club_no
  where s.in_force and r.period <= :period and m.club_key = any (:clubs) and r.duplicate_of_row is null
  order by m.club_key, r.period desc, r.file_id, r.table_no, r.row_number
)
select a.club_key, r.founded_on, r.founded_on_precision, r.decision_no, h.full_name as head_name, h.phone_sealed as "phone:phone", r.status
from unnest(:clubs) as a (club_key)
  left join last_row r using (club_key)
  left join vault.person_mention h
    on h.file_id = r.file_id and h.table_no = r.table_no and h.row_number = r.row_number and h.role = 'head' and h.full_name is not null
order by a.club_key
