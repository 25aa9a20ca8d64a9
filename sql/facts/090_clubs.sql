-- The figures of every active club at the end of each half-year. A club without roster has none.

create temp table club_figure on commit drop as
  with members as (
    select period_key, club_key, count(*)::int as members, count(*) filter (where woman)::int as women,
      count(*) filter (where older_60)::int as older_60, count(*) filter (where older_55)::int as older_55,
      count(*) filter (where not older_60)::int as younger,
      count(*) filter (where poor)::int as poor, count(*) filter (where near_poor)::int as near_poor,
      count(*) filter (where minority)::int as minority, count(*) filter (where lone)::int as lone,
      count(*) filter (where priority)::int as priority,
      count(*) filter (where borrowed_ever)::int as borrowers_ever, count(*) filter (where borrowing)::int as borrowers_current,
      count(*) filter (where checked_in_year)::int as checked_this_year
    from core.fact_member_period
    where club_key in (select club_key from touched_club)
    group by period_key, club_key
  ), volunteers as (
    select period_key, club_key, count(*)::int as volunteers
    from (
      select period_key, club_key, person_key from care_volunteer
      union
      select period_key, club_key, person_key from core.fact_member_period
      where volunteer and club_key in (select club_key from touched_club)
    ) as together
    group by period_key, club_key
  )
  select r.period_key, r.club_key, r.roster_key,
    coalesce(m.members, 0) as members, coalesce(m.women, 0) as women, coalesce(m.older_60, 0) as older_60,
    coalesce(m.older_55, 0) as older_55, coalesce(m.younger, 0) as younger, coalesce(m.poor, 0) as poor,
    coalesce(m.near_poor, 0) as near_poor, coalesce(m.minority, 0) as minority, coalesce(m.lone, 0) as lone,
    coalesce(m.priority, 0) as priority, coalesce(m.borrowers_ever, 0) as borrowers_ever,
    coalesce(m.borrowers_current, 0) as borrowers_current, coalesce(m.checked_this_year, 0) as checked_this_year,
    coalesce(v.volunteers, 0) as volunteers
  from roster_in_force r
    left join members m using (period_key, club_key)
    left join volunteers v using (period_key, club_key);

delete from core.fact_club_period where club_key in (select club_key from touched_club);
insert into core.fact_club_period
  select a.period_key, a.period, a.as_of, a.club_key, c.club_code, a.club_name, c.plan_district, a.place_key,
    a.founded_on, a.cohort, a.status,
    f.members, f.women, f.older_60, f.older_55, f.younger, f.poor, f.near_poor, f.minority, f.lone, f.priority,
    f.borrowers_ever, f.borrowers_current, f.checked_this_year, f.volunteers,
    f.members between 50 and 70,
    f.members > 0 and f.women * 100 between 60 * f.members and 70 * f.members,
    f.members > 0 and f.older_60 * 100 between 60 * f.members and 70 * f.members,
    f.members > 0 and f.younger * 100 between 30 * f.members and 40 * f.members,
    f.members > 0 and f.borrowers_ever * 2 >= f.members,
    t.period, f.roster_key <> a.period_key,
    a.income_fund, a.operating_fund, a.load_id, a.file_id, a.table_no, a.sheet, a.row_number
  from active_club a
    join core.club c using (club_key)
    left join club_figure f using (period_key, club_key)
    left join core.dim_period t on t.period_key = f.roster_key;
