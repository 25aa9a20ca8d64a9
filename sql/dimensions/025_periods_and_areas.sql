-- Half-years that figures are published for.
create temp table published_period on commit drop as
  with span as (
    select * from ops.published_span
  )
  select p.period_key, p.period, p.starts_on, p.ends_on as as_of,
    case when p.ends_on < '2020-02-01' then 1 when p.ends_on < '2024-12-01' then 2 when p.ends_on < '2025-07-01' then 3 else 4 end
      as frame_no
  from core.dim_period p, span
  where p.period between span.first and span.last and p.period_key <> -1;
create unique index on published_period (period_key);
analyze published_period;

-- Whether there are more or fewer of them than last time.
create temp table span_changed on commit drop as
  select coalesce(min(period_key), 0) is distinct from (select coalesce(min(period_key), 0) from core.fact_club_period)
    or coalesce(max(period_key), 0) is distinct from (select coalesce(max(period_key), 0) from core.fact_club_period) as changed
  from published_period;

-- Areas of which some file has changed. A half-year more or less concerns everybody: clubs are carried forward into it.
create temp table touched_area on commit drop as
  select area
  from placed_mention, span_changed
  where changed or file_id in (select file_id from changed_file)
  union
  select case when plan_district in ('413', '429') then '412' else coalesce(plan_district, '-1') end
  from ops.slice, span_changed
  where changed or file_id in (select file_id from changed_file);
create unique index on touched_area (area);
analyze touched_area;
