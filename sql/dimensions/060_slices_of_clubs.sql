-- Of several rosters or home-care lists of one club and half-year the one received last is in force.

create temp table club_slice_in_force on commit drop as
  select s.file_id, s.slice_no, f.can_count and s.file_id = first_value(s.file_id) over (
      partition by s.feed, s.period, coalesce(m.club_key::text, s.unit_key || '|' || f.submitter)
      order by f.can_count desc, f.received_at desc, f.revision_rank desc, f.file_name desc, f.file_id desc) as in_force
  from ops.slice s
    join accepted_file f using (file_id)
    left join staging.club_mention m on m.file_id = s.file_id and m.club_no = s.club_no
    left join placed_mention p on p.file_id = s.file_id and p.club_no = s.club_no
  where s.unit_kind = 'club' and (p.area is null or p.area in (select area from touched_area));

with changed as (
  update ops.slice s set in_force = n.in_force
  from club_slice_in_force n
  where n.file_id = s.file_id and n.slice_no = s.slice_no and n.in_force <> s.in_force
  returning s.file_id
)
insert into changed_file select distinct file_id from changed on conflict do nothing;
