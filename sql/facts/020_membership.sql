-- A person counts once in a club and half-year; the first row of the roster speaks.

insert into core.fact_membership
  select distinct on (s.period_key, club_key, person_key)
    s.period_key, s.period,
    coalesce(c.club_key, -1) as club_key, coalesce(c.club_match, 'none'), c.club_source_value,
    coalesce(p.person_key, -1) as person_key, coalesce(p.person_match, 'none'),
    coalesce(c.place_key, -1), coalesce(c.commune_match, 'none'), c.commune_source_value,
    r.sex, r.club_role, coalesce(r.volunteer, false), coalesce(r.care_recipient, false),
    r.joined_on, r.left_on, r.left_reason,
    g.poor, g.near_poor, g.minority, g.lone, g.disabled, g.hardship,
    g.poor or g.near_poor or g.minority or g.lone or g.disabled or g.hardship,
    s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.member_roster r
    join live_slice s using (file_id, slice_no)
    left join live_club c using (file_id, club_no)
    left join vault.person_mention p using (file_id, mention_no),
    lateral (select coalesce(r.economic_class, '{}') as said) e,
    -- A group is told by its own tick, by a word in the column of classes, or (minority) by the ethnic group.
    lateral (select coalesce(r.poor, false) or 'poor' = any (e.said) as poor,
      coalesce(r.near_poor, false) or 'near_poor' = any (e.said) as near_poor,
      coalesce(r.minority, false) or 'minority' = any (e.said) or coalesce(r.ethnicity <> 'kinh', false) as minority,
      coalesce(r.lone, false) or 'lone' = any (e.said) as lone,
      coalesce(r.disabled, false) or 'disabled' = any (e.said) as disabled,
      coalesce(r.hardship, false) or 'hardship' = any (e.said) as hardship) g
  where r.duplicate_of_row is null
  order by s.period_key, club_key, person_key, r.file_id, r.table_no, r.row_number
on conflict do nothing;

insert into touched_club
  select distinct club_key from core.fact_membership where file_id in (select file_id from changed_file)
on conflict do nothing;
