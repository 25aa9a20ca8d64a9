-- Of several files about one feed, half-year and unit the one received last is in force. Slices of single clubs wait until
-- the clubs are told apart (060). A version whose original has gone cannot come back. Event feeds add up: all their files stay in force, and their rows are told apart by key.

create temp table slice_in_force on commit drop as
  with spoken_of as (
    select distinct s.feed, s.period, s.unit_kind, s.unit_key
    from ops.slice s
      join touched_file using (file_id)
    where s.unit_kind <> 'club'
  )
  select s.file_id, s.slice_no,
    s.feed in ('health-check', 'loan-ledger', 'loan-repayment') or f.can_count and s.file_id = first_value(s.file_id) over (
      partition by s.feed, s.period, s.unit_kind, s.unit_key
      order by f.can_count desc, f.received_at desc, f.revision_rank desc, f.file_name desc, f.file_id desc) as in_force
  from ops.slice s
    join spoken_of using (feed, period, unit_kind, unit_key)
    join accepted_file f using (file_id);

with changed as (
  update ops.slice s set in_force = n.in_force
  from slice_in_force n
  where n.file_id = s.file_id and n.slice_no = s.slice_no and n.in_force <> s.in_force
  returning s.file_id
)
insert into changed_file select distinct file_id from changed on conflict do nothing;

-- Event rows without unit of their own.
with changed as (
  update ops.slice s set in_force = true
  where s.feed in ('health-check', 'loan-ledger', 'loan-repayment') and not s.in_force
    and s.file_id in (select file_id from touched_file join accepted_file using (file_id))
  returning s.file_id
)
insert into changed_file select distinct file_id from changed on conflict do nothing;
