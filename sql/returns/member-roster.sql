-- Who was last on the roster of each club and has not left since.
-- grain: one row per member and club
-- read: :clubs, :period

with last_roster as (
  select m.club_key, max(s.period) as period
  from ops.slice s
    join staging.club_mention m using (file_id, club_no)
  where s.feed = 'member-roster' and s.in_force and s.period <= :period and m.club_key = any (:clubs)
  group by m.club_key
), roster as (
  select m.club_key, r.*
  from last_roster l
    join staging.club_mention m using (club_key)
    join ops.slice s on s.file_id = m.file_id and s.club_no = m.club_no and s.feed = 'member-roster' and s.period = l.period and s.in_force
    join staging.member_roster r on r.file_id = s.file_id and r.slice_no = s.slice_no
  where r.left_on is null and r.left_reason is null and r.duplicate_of_row is null
)
select r.club_key, p.full_name, r.birth, r.birth_precision, r.sex,
  p.national_id_sealed as "national_id:national_id", p.old_id_sealed as "national_id:old_id", p.insurance_no_sealed as "insurance_no:insurance_no",
  p.phone_sealed as "phone:phone", p.address,
  r.ethnicity, coalesce(r.minority, false) or coalesce('minority' = any (r.economic_class), false) as minority,
  coalesce(r.poor, false) or coalesce('poor' = any (r.economic_class), false) as poor,
  coalesce(r.near_poor, false) or coalesce('near_poor' = any (r.economic_class), false) as near_poor,
  coalesce(r.lone, false) or coalesce('lone' = any (r.economic_class), false) as lone,
  coalesce(r.disabled, false) or coalesce('disabled' = any (r.economic_class), false) as disabled,
  coalesce(r.hardship, false) or coalesce('hardship' = any (r.economic_class), false) as hardship,
  r.club_role, r.volunteer, r.care_recipient, r.joined_on, r.joined_on_precision
from roster r
  join vault.person_mention p using (file_id, mention_no)
where p.full_name is not null
order by r.club_key, r.file_id, r.table_no, r.row_number
