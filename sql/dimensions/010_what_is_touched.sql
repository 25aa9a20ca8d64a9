-- Which files and which areas this publication has to look at again. Expects the temporary table touched_file (file_id):
-- the newly staged files, or every file for a recomputation from scratch. An area is a plan district; 412, 413 and 429 are
-- one area, because the map of 2025 mixes them. Clubs are told apart within an area, never across.

-- Files whose facts must be written again. Grows as slices, clubs and persons turn out to have changed.
create temp table changed_file (file_id text primary key) on commit drop;
insert into changed_file select file_id from touched_file;

-- Files that take part at all.
create temp table accepted_file on commit drop as
  select file_id, submitter, file_name, received_at, revision_rank, load_id, original_removed_at is null as can_count
  from ops.file
  where state in ('staged', 'loaded', 'loaded_with_findings', 'superseded');
create unique index on accepted_file (file_id);
analyze accepted_file;

-- What each place is on each of the four maps; empty before its own.
create temp table place_code on commit drop as
  select p.place_key, p.frame, p.frame_no, p.commune_code, p.plan_district_code, p.successor_code,
    (select array_agg(later.commune_code order by n)
      from generate_series(1, 4) n
        left join core.bridge_place_lineage b on b.place_key = p.place_key and b.later_frame_no = n
        left join core.dim_place later on later.place_key = b.later_place_key) as codes
  from core.dim_place p
  where p.place_key <> -1;
create unique index on place_code (frame, commune_code);
analyze place_code;

-- Every club that an accepted file names, with its place. The place decides the plan district; only phường Vinh Lộc, which
-- two of them share, believes the file.
create temp table placed_mention on commit drop as
  with placed as (
    select m.file_id, m.club_no, m.feed, m.period, coalesce(p.place_key, -1) as place_key, p.frame_no, p.codes,
      p.commune_code, p.successor_code,
      case
        when p.commune_code = '16708' and p.frame_no = 4 and m.plan_district in ('412', '429') then m.plan_district
        else coalesce(p.plan_district_code, m.plan_district, '-1')
      end as plan_district,
      m.club_source_value, m.commune_match, m.commune_source_value, m.club_name, coalesce(m.name_key, '') as name_key, m.hamlet_key, m.founded_on, m.founded_precision, m.decision_key
    from staging.club_mention m
      join accepted_file using (file_id)
      left join place_code p on p.frame = m.commune_frame and p.commune_code = m.commune_code
  )
  select *, case when plan_district in ('413', '429') then '412' else plan_district end as area
  from placed;
create unique index on placed_mention (file_id, club_no);
analyze placed_mention;
