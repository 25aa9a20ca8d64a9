-- vi: Ai đã thay đổi diện hộ (nghèo, cận nghèo, khác)?
-- en: Whose household changed its class?
-- grain: One row per person and change between two versions that follow each other.
-- read: since is the first day of the half-year that told it.

with version as (
  select person_key, valid_from, economic_class, lag(economic_class) over (partition by person_key order by valid_from) as class_before
  from core.dim_person
)
select i.person_id, v.class_before, v.economic_class as class_after, v.valid_from as since
from version v
  join core.person i using (person_key)
where v.class_before is distinct from v.economic_class and v.class_before is not null
  and 'unknown' not in (v.class_before, v.economic_class)
order by since, i.person_id;
