-- The places on the four maps, from the lists that Java has copied into temporary tables: communes_pre2025, communes_2025,
-- commune_mapping, districts (columns as in the files of those names). Keys are the number of the map and the code.

insert into core.dim_plan_district (plan_district, plan_district_name)
  select gso_district_code, name_full from districts
on conflict (plan_district) do update set plan_district_name = excluded.plan_district_name;

create temp table place_step on commit drop as
  select f.frame_no, f.frame_no * 100000 + old_code::int as place_key, t.frame_no * 100000 + new_code::int as next_key
  from commune_mapping
    join (values ('v2017_480', 1), ('v2020_460', 2), ('v2024_412', 3)) as f (frame, frame_no) on f.frame = from_version
    join (values ('v2020_460', 2), ('v2024_412', 3), ('v2025_130', 4)) as t (frame, frame_no) on t.frame = to_version;

create temp table place_lineage on commit drop as
  with recursive named as (
    select f.frame_no * 100000 + gso_commune_code::int as place_key, f.frame_no
    from communes_pre2025
      join (values ('v2017_480', 1), ('v2020_460', 2), ('v2024_412', 3)) as f (frame, frame_no) on f.frame = version
    union all
    select 400000 + gso_commune_code::int, 4 from communes_2025
  ), lineage as (
    select place_key, frame_no as later_frame_no, place_key as later_key from named
    union all
    select l.place_key, l.later_frame_no + 1, s.next_key
    from lineage l
      join place_step s on s.place_key = l.later_key
  )
  select * from lineage;

-- The plan district is that of the map of 2020, on which the plan was made: for older places of what they became, for
-- later ones of what became them. Phường Vinh Lộc came from two, its own code from Vinh.
create temp table place_plan_district on commit drop as
  with district_2020 as (
    select 200000 + gso_commune_code::int as place_key, gso_district_code as plan_district
    from communes_pre2025
    where version = 'v2020_460'
  ), candidate as (
    select l.place_key, d.plan_district
    from place_lineage l
      join district_2020 d on d.place_key = l.later_key
    where l.place_key < 300000
    union
    select l.later_key, d.plan_district
    from district_2020 d
      join place_lineage l using (place_key)
    where l.later_frame_no > 2
  )
  select place_key, min(plan_district) as plan_district from candidate group by place_key;

insert into core.dim_place (place_key, commune_code, frame, frame_no, commune_name, commune_type, district_code, district_name,
    plan_district_code, plan_district_name, valid_from, valid_to, successor_code, successor_name)
  with place as (
    select f.frame_no * 100000 + gso_commune_code::int as place_key, gso_commune_code as commune_code, version as frame, f.frame_no,
      name_full as commune_name, type as commune_type, gso_district_code as district_code, district_name_full as district_name,
      coalesce(version_valid_from, date '1900-01-01') as valid_from, version_valid_to_exclusive as valid_to
    from communes_pre2025
      join (values ('v2017_480', 1), ('v2020_460', 2), ('v2024_412', 3)) as f (frame, frame_no) on f.frame = version
    union all
    select 400000 + gso_commune_code::int, gso_commune_code, 'v2025_130', 4, name_full, type, null, null, valid_from, date '9999-12-31'
    from communes_2025
  )
  select p.place_key, p.commune_code, p.frame, p.frame_no, p.commune_name, p.commune_type, p.district_code, p.district_name,
    d.plan_district, n.plan_district_name, p.valid_from, p.valid_to, s.gso_commune_code, s.name_full
  from place p
    join place_plan_district d using (place_key)
    join core.dim_plan_district n on n.plan_district = d.plan_district
    join place_lineage l on l.place_key = p.place_key and l.later_frame_no = 4
    join communes_2025 s on 400000 + s.gso_commune_code::int = l.later_key
on conflict (place_key) do update set
  commune_name = excluded.commune_name, commune_type = excluded.commune_type, district_code = excluded.district_code,
  district_name = excluded.district_name, plan_district_code = excluded.plan_district_code,
  plan_district_name = excluded.plan_district_name, successor_code = excluded.successor_code, successor_name = excluded.successor_name;

insert into core.bridge_place_lineage (place_key, later_frame_no, later_place_key)
  select place_key, later_frame_no, later_key from place_lineage
on conflict (place_key, later_frame_no) do update set later_place_key = excluded.later_place_key;
