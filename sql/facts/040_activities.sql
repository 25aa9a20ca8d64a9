-- Activities, home care, media items: rows of slices, one to one.

insert into core.fact_activity
  select s.period_key, s.period, coalesce(d.date_key, -1), r.activity_on, r.activity_on_to, r.activity_on_precision,
    coalesce(c.plan_district, s.plan_district), coalesce(c.club_key, -1), coalesce(c.club_match, 'none'), c.club_source_value,
    r.whole_district, coalesce(r.activity_kinds, '{}'), coalesce(r.areas, a.areas), r.title, r.place, r.partner,
    r.sessions, r.participants, r.women, r.older, r.cost,
    s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.activity_log r
    join live_slice s using (file_id, slice_no)
    left join live_club c using (file_id, club_no)
    left join core.dim_date d on d.day = r.activity_on,
    -- The eight areas of Decision 1336 that the kinds stand for; training, supervision, meetings are of no area by themselves.
    lateral (select coalesce(array_agg(distinct area order by area), '{}') as areas
      from unnest(coalesce(r.activity_kinds, '{}')) as kind,
        lateral (select case when kind in ('income', 'health', 'home_care', 'self_help', 'rights', 'communication', 'resources') then kind
          when kind = 'farm_extension' then 'income'
          when kind in ('culture', 'sport') then 'culture' end as area) of_kind
      where area is not null) a
  where r.duplicate_of_row is null;

insert into core.bridge_activity_kind
  select distinct f.file_id, f.table_no, f.row_number, k.activity_kind_key
  from core.fact_activity f, unnest(f.activity_kinds) as kind
    join core.dim_activity_kind k on k.activity_kind = kind
  where f.file_id in (select file_id from changed_file);

insert into core.fact_home_care
  select s.period_key, s.period, coalesce(c.club_key, -1), coalesce(c.club_match, 'none'), c.club_source_value,
    coalesce(v.person_key, -1), coalesce(v.person_match, 'none'), coalesce(p.person_key, -1), coalesce(p.person_match, 'none'),
    r.trained_on, r.visits, s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.home_care r
    join live_slice s using (file_id, slice_no)
    left join live_club c using (file_id, club_no)
    left join vault.person_mention v on v.file_id = r.file_id and v.mention_no = r.mention_no
    left join vault.person_mention p on p.file_id = r.file_id and p.mention_no = r.recipient_mention_no
  where r.duplicate_of_row is null;
insert into touched_club
  select distinct club_key from core.fact_home_care where file_id in (select file_id from changed_file)
on conflict do nothing;

insert into core.fact_media_item
  select s.period_key, s.period, coalesce(d.date_key, -1), r.published_on, coalesce(o.outlet_key, -1), r.outlet,
    r.media_kind, r.title, r.url, s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.media_item r
    join live_slice s using (file_id, slice_no)
    left join core.dim_outlet o on o.outlet = lower(r.outlet) and o.outlet_kind = coalesce(r.outlet_kind, 'unknown')
    left join core.dim_date d on d.day = r.published_on
  where r.duplicate_of_row is null;
