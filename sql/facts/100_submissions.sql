-- What was due and when it came: from the 21 plan districts until 2025-H1, from 2025-H2 on from every commune that had an
-- active club on the first day of the half-year. On time means that the first accepted file came by the due date.

create temp table due_unit on commit drop as
  select p.period_key, p.period, 'district' as unit_kind, d.plan_district as unit_code, d.plan_district_name as unit_name, d.plan_district
  from published_period p, core.dim_plan_district d
  where p.period < '2025-H2' and d.plan_district <> '-1'
  union all
  select distinct p.period_key, p.period, 'commune', c.commune_code, c.commune_name, c.plan_district_code
  from published_period p
    join core.dim_period before on before.ends_on = p.starts_on - 1
    join core.fact_club_period f on f.period_key = before.period_key
    join core.bridge_place_lineage b on b.place_key = f.place_key and b.later_frame_no = 4
    join core.dim_place c on c.place_key = b.later_place_key
  where p.period >= '2025-H2';

create temp table told_by_unit on commit drop as
  select s.file_id, s.slice_no, s.feed, s.period, s.in_force, s.rows_accepted,
    case when s.period < '2025-H2' then coalesce(s.plan_district, b.plan_district) else coalesce(s.commune_code, b.commune_code) end
      as unit_code,
    (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date as received_on
  from ops.slice s
    join accepted_file f using (file_id)
    left join ops.submitter b using (submitter)
  where s.feed in (select feed from ops.due_feed) and coalesce(b.kind, '') in ('', 'district', 'commune');
create index on told_by_unit (feed, period, unit_code);

delete from core.fact_submission;
insert into core.fact_submission
  with came as (
    select feed, period, unit_code, min(received_on) as received_on,
      coalesce(sum(rows_accepted) filter (where in_force), 0)::int as rows_accepted
    from told_by_unit
    group by feed, period, unit_code
  ), refused as (
    select feed, period, unit_code, sum(rows_refused)::int as rows_refused, min(file_id) as file_id
    from (
      select t.feed, t.period, t.unit_code, t.file_id,
        coalesce((select sum(x.rows_refused) from ops.file_table x
          where x.file_id = t.file_id and x.feed = t.feed and x.period = t.period), 0) as rows_refused
      from told_by_unit t
      where t.in_force
      group by t.feed, t.period, t.unit_code, t.file_id
    ) as files
    group by feed, period, unit_code
  )
  select u.period_key, u.period, u.unit_kind, u.unit_code, u.unit_name, u.plan_district, d.feed, p.due_on, c.received_on,
    case when c.received_on is null then 'missing' when c.received_on <= p.due_on then 'on_time' else 'late' end,
    coalesce(c.rows_accepted, 0), coalesce(r.rows_refused, 0), r.file_id
  from due_unit u
    cross join ops.due_feed d
    join core.dim_period p using (period_key)
    left join came c on c.feed = d.feed and c.period = u.period and c.unit_code = u.unit_code
    left join refused r on r.feed = d.feed and r.period = u.period and r.unit_code = u.unit_code;
