-- Who is a member of an active club at the end of each half-year, and what holds for them on that day. The latest roster
-- is carried forward. Clubs of untouched areas keep what is known of them and are only counted again.

-- The figures below stand on the facts above.
select ops.analyze_grown();

insert into touched_club
  select distinct club_key from core.fact_membership where person_key in (select person_key from touched_person)
  union
  select distinct club_key from core.fact_home_care where volunteer_key in (select person_key from touched_person)
on conflict do nothing;
analyze touched_club;

create temp table active_club on commit drop as
  select period_key, period, as_of, club_key, plan_district, club_name, place_key, founded_on, cohort, status,
    income_fund, operating_fund, load_id, file_id, table_no, sheet, row_number
  from known_club
  where is_active
  union all
  select f.period_key, f.period, f.as_of, f.club_key, f.plan_district, f.club_name, f.place_key, f.founded_on, f.cohort, f.status,
    f.income_fund, f.operating_fund, f.load_id, f.file_id, f.table_no, f.sheet, f.row_number
  from core.fact_club_period f
    join touched_club using (club_key)
  where case when f.plan_district in ('413', '429') then '412' else f.plan_district end not in (select area from touched_area);
create unique index on active_club (club_key, period_key);
analyze active_club;

create temp table roster_in_force on commit drop as
  select a.period_key, a.club_key, max(r.period_key) as roster_key
  from active_club a
    join (select distinct club_key, period_key from core.fact_membership) r
      on r.club_key = a.club_key and r.period_key <= a.period_key
  group by a.period_key, a.club_key;
create unique index on roster_in_force (club_key, period_key);
analyze roster_in_force;

-- Volunteers of the latest home-care list.
create temp table care_volunteer on commit drop as
  with list_in_force as (
    select a.period_key, a.club_key, max(h.period_key) as list_key
    from active_club a
      join (select distinct club_key, period_key from core.fact_home_care) h
        on h.club_key = a.club_key and h.period_key <= a.period_key
    group by a.period_key, a.club_key
  )
  select distinct i.period_key, i.club_key, h.volunteer_key as person_key
  from list_in_force i
    join core.fact_home_care h on h.club_key = i.club_key and h.period_key = i.list_key
  where h.volunteer_key <> -1;
create unique index on care_volunteer (club_key, period_key, person_key);
analyze care_volunteer;

create temp table borrower on commit drop as
  select person_key, period_key, sum(outstanding)::bigint as outstanding, sum(overdue)::bigint as overdue
  from core.fact_loan_period
  group by person_key, period_key;
create unique index on borrower (person_key, period_key);
analyze borrower;

create temp table checked_person on commit drop as
  select distinct f.person_key, p.period_key
  from published_period p
    join core.fact_health_check f on f.exam_on between date_trunc('year', p.as_of)::date and p.as_of;
create unique index on checked_person (person_key, period_key);
analyze checked_person;

delete from core.fact_member_period where club_key in (select club_key from touched_club);
insert into core.fact_member_period
  select a.period_key, a.period, a.as_of, a.club_key, m.person_key, a.plan_district, a.cohort,
    coalesce(m.sex, p.sex, '') = 'female', age.reached_60, age.reached_55,
    m.poor, m.near_poor, m.minority, m.lone, m.disabled, m.hardship, m.priority,
    m.volunteer or v.person_key is not null,
    b.person_key is not null, coalesce(b.outstanding > 0, false), coalesce(b.outstanding, 0), coalesce(b.overdue, 0),
    h.person_key is not null,
    m.period, m.period_key <> a.period_key,
    m.load_id, m.file_id, m.table_no, m.sheet, m.row_number
  from active_club a
    join roster_in_force r using (club_key, period_key)
    join core.fact_membership m on m.club_key = a.club_key and m.period_key = r.roster_key
    left join vault.person p on p.person_key = m.person_key
    left join care_volunteer v on v.club_key = a.club_key and v.period_key = a.period_key and v.person_key = m.person_key
    left join borrower b on b.person_key = m.person_key and b.period_key = a.period_key
    left join checked_person h on h.person_key = m.person_key and h.period_key = a.period_key,
    -- Full years; with a year alone the difference of the years counts, with a month its last day.
    lateral (select
      coalesce(case when p.birth_precision = 'year' then extract(year from a.as_of) - extract(year from p.birth) >= 60
        else p.birth_to + interval '60 years' <= a.as_of end, false) as reached_60,
      coalesce(case when p.birth_precision = 'year' then extract(year from a.as_of) - extract(year from p.birth) >= 55
        else p.birth_to + interval '55 years' <= a.as_of end, false) as reached_55) age
  where coalesce(m.joined_on <= a.as_of, true) and coalesce(m.left_on > a.as_of, true);
