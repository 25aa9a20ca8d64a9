-- The communes that have a club; every count is left to be written, for a figure of ours is no report of theirs.
-- grain: one row per commune
-- read: :clubs, :period

with standing as (
  select distinct on (d.club_key) d.club_key, coalesce(case when :period >= '2025-H2' then p.successor_name end, p.commune_name) as unit_name
  from core.dim_club d
    join core.dim_place p using (place_key)
  where d.club_key = any (:clubs)
  order by d.club_key, d.valid_from desc
)
select min(club_key) as club_key, unit_name
from standing
group by unit_name
order by unit_name collate "vi-x-icu"
