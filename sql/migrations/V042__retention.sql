-- What is replaced need not be kept for ever: its rows can be read again from the original, and the original of what counts nowhere may go after years.

alter table ops.file add column rows_removed_at timestamptz, add column original_removed_at timestamptz,
  add constraint removed_with_its_rows check (original_removed_at is null or rows_removed_at is not null);
comment on column ops.file.rows_removed_at is 'When retention took its rows out of staging and vault; they are read again from the archive as soon as the file counts again. Empty while they are there.';
comment on column ops.file.original_removed_at is 'When retention took the original out of the archive; the file cannot count again since. Empty while it is there.';

-- Out of force are the versions of which a later one speaks for every slice; that one must be older than the cutoff as well, so that
-- a version can be returned to at least that long.
create function ops.replaced_before(cutoff timestamptz) returns table (file_id text)
  language sql stable
  as $$
  with slice_of_unit as (
    select s.file_id, s.feed, s.period, s.in_force, f.received_at,
      s.unit_kind || '|' || coalesce(m.club_key::text, s.unit_key || case when s.unit_kind = 'club' then '|' || f.submitter else '' end) as unit
    from ops.slice s
      join ops.file f using (file_id)
      left join staging.club_mention m on s.unit_kind = 'club' and m.file_id = s.file_id and m.club_no = s.club_no
  ), former as (
    select f.file_id
    from ops.file f
    where f.state = 'superseded' and f.received_at < cutoff and f.archive_path is not null and f.feed not like '%link-review%'
      and not exists (select from ops.slice s where s.file_id = f.file_id and s.in_force)
  )
  select w.file_id
  from former w
    join slice_of_unit o using (file_id)
    left join slice_of_unit n on n.in_force and n.feed = o.feed and n.period is not distinct from o.period and n.unit = o.unit
  group by w.file_id
  having bool_and(coalesce(n.received_at < cutoff, false))
  $$;
comment on function ops.replaced_before(timestamptz) is 'The files all of whose slices were replaced before a moment: nothing of them counts, and nothing of what replaced them came later.';

create function ops.remove_rows(file text, at timestamptz) returns void language plpgsql as $$
declare
  rows_of regclass;
begin
  for rows_of in
    select c.oid from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'file_id' and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relname not in ('club_mention', 'erased_mention', 'link_decision', 'confirmation')
      and c.relnamespace in ('staging'::regnamespace, 'vault'::regnamespace)
  loop
    execute format('delete from %s where file_id = $1', rows_of) using file;
  end loop;
  update ops.file set rows_removed_at = coalesce(rows_removed_at, $2) where file_id = $1;
end
$$;
comment on function ops.remove_rows(text, timestamptz) is 'Takes the rows of a file out of staging and vault. What it is, its slices, its clubs and its findings stay, but for the words of persons in them.';

-- What goes with the file when it is read again; the line about the file stays, others refer to it.
create function ops.forget_reading(file text) returns void language plpgsql as $$
begin
  perform ops.remove_rows(file, null);
  delete from vault.confirmation where file_id = file;
  delete from ops.finding where file_id = file;
  delete from staging.club_mention where file_id = file;
  delete from ops.slice where file_id = file;
  delete from ops.file_table where file_id = file;
end
$$;
comment on function ops.forget_reading(text) is 'Takes all that was read of a file away, so that it can be read again.';

-- A file that repeats another goes with it or before it, never alone left behind.
create function ops.remove_originals(at timestamptz, cutoff timestamptz) returns int language plpgsql as $$
declare
  gone text[];
begin
  with old as (
    select r.file_id from ops.replaced_before(cutoff) r
    union
    select f.file_id from ops.file f where f.state in ('refused', 'duplicate') and f.received_at < cutoff and f.archive_path is not null
  )
  select coalesce(array_agg(f.file_id), '{}') into gone
  from old
    join ops.file f using (file_id)
  where f.original_removed_at is null
    and not exists (
      select from ops.file d where d.duplicate_of = f.file_id and d.original_removed_at is null and d.file_id not in (select file_id from old));
  perform ops.remove_rows(file_id, at) from unnest(gone) as g (file_id);
  update ops.file set original_removed_at = at where file_id = any (gone);
  return cardinality(gone);
end
$$;
comment on function ops.remove_originals(timestamptz, timestamptz) is 'Notes which originals go: of files replaced, refused or received as duplicates before the cutoff. Their rows go at once; the files are deleted by whoever asks.';

-- A version without its original says nothing about any half-year; its replacement does.
create or replace view ops.published_span as
  select min(s.period) filter (where s.feed = 'club-registry') as first, max(s.period) as last
  from ops.slice s
    join ops.file f using (file_id)
  where f.state in ('staged', 'loaded', 'loaded_with_findings', 'superseded') and f.original_removed_at is null
    and s.feed <> 'link-review'
    and core.period_start(s.period) <= (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date;
