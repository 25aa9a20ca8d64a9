-- What became of the files; and nobody stays in the star whom no file names.

with settled as (
  select f.file_id, case
      when exists (select from ops.slice s where s.file_id = f.file_id)
        and not exists (select from ops.slice s where s.file_id = f.file_id and s.in_force) then 'superseded'
      when f.errors + f.warnings > 0 then 'loaded_with_findings'
      else 'loaded'
    end as state
  from ops.file f
    join accepted_file using (file_id)
)
update ops.file f set state = s.state from settled s where s.file_id = f.file_id and s.state <> f.state;

delete from core.club c
where c.club_key <> -1
  and case when c.plan_district in ('413', '429') then '412' else c.plan_district end in (select area from touched_area)
  and not exists (select from named_club n where n.club_key = c.club_key);

delete from core.person p
where p.person_key <> -1 and p.person_key in (select person_key from changed_person)
  and not exists (select from vault.person v where v.person_key = p.person_key);
