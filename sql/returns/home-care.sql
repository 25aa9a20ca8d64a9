-- Who last cared for whom at home in each club; the visits of the half-year are left to be written.
-- grain: one row per volunteer, recipient and club
-- read: :clubs, :period

with last_list as (
  select m.club_key, max(s.period) as period
  from ops.slice s
    join staging.club_mention m using (file_id, club_no)
  where s.feed = 'home-care' and s.in_force and s.period <= :period and m.club_key = any (:clubs)
  group by m.club_key
), care as (
  select m.club_key, h.*
  from last_list l
    join staging.club_mention m using (club_key)
    join ops.slice s on s.file_id = m.file_id and s.club_no = m.club_no and s.feed = 'home-care' and s.period = l.period and s.in_force
    join staging.home_care h on h.file_id = s.file_id and h.slice_no = s.slice_no
  where h.duplicate_of_row is null
)
select h.club_key, v.full_name as volunteer_name, v.birth as volunteer_birth, v.birth_precision as volunteer_birth_precision, v.sex as volunteer_sex,
  v.national_id_sealed as "volunteer_id:national_id", v.old_id_sealed as "volunteer_id:old_id", v.phone_sealed as "volunteer_phone:phone",
  h.trained_on, h.trained_on_precision,
  c.full_name as recipient_name, c.birth as recipient_birth, c.birth_precision as recipient_birth_precision
from care h
  join vault.person_mention v using (file_id, mention_no)
  left join vault.person_mention c on c.file_id = h.file_id and c.mention_no = h.recipient_mention_no
where v.full_name is not null and (h.recipient_mention_no is null or c.full_name is not null)
order by h.club_key, h.file_id, h.table_no, h.row_number
