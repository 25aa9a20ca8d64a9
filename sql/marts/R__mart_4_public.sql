-- Figures fit to leave the association: every person counted once, no count of 1 to 4 persons shown, and none to be found by
-- subtraction. How and why it holds: src/docs/decisions/0007.

drop view if exists mart.public_member, mart.public_member_class, mart.public_member_ethnicity, mart.public_borrower, mart.public_health_check, mart.public_club;
drop view if exists core.public_count;
drop view if exists core.member_group;

create view core.member_group as
  with person as (
    -- A person in two clubs counts in the first of them, so that districts add up to the province.
    select distinct on (f.period_key, f.person_key) f.period_key, f.as_of, f.plan_district, f.person_key,
      f.woman, f.older_60, f.older_55, f.poor, f.near_poor, f.minority,
      f.borrowed_ever, f.borrowing, f.overdue, f.checked_in_year
    from core.fact_member_period f
      join core.club c using (club_key)
    order by f.period_key, f.person_key, c.club_code
  ), last_check as (
    select distinct on (p.period_key, p.person_key) p.period_key, p.person_key, h.health_class
    from person p
      join core.fact_health_check h on h.person_key = p.person_key
        and h.exam_on between date_trunc('year', p.as_of)::date and p.as_of
    where p.checked_in_year
    order by p.period_key, p.person_key, h.exam_on desc
  ), grouped as (
    select p.period_key, p.plan_district, g.classification, g.category, count(*) as persons
    from person p
      left join last_check h using (period_key, person_key),
      lateral (values
        ('sex_age', case when p.woman then 'female' else 'male_or_unknown' end
          || case when p.older_60 then ' 60_and_over' when p.older_55 then ' 55_to_59' else ' under_55_or_unknown' end),
        ('class', case when p.poor then 'poor' when p.near_poor then 'near_poor' else 'other_or_unknown' end),
        ('ethnicity', case when p.minority then 'minority' else 'kinh_or_unknown' end),
        ('loan', case when not p.borrowed_ever then 'never' when not p.borrowing then 'settled'
          when p.overdue > 0 then 'overdue' else 'running' end),
        ('check_up', case when not p.checked_in_year then 'not_checked' when h.health_class <= 2 then 'class_1_or_2'
          when h.health_class = 3 then 'class_3' when h.health_class >= 4 then 'class_4_or_5' else 'class_unknown' end)
        ) as g (classification, category)
    group by p.period_key, p.plan_district, g.classification, g.category
  ), category as (
    select * from (values
      ('sex_age', 'female 60_and_over'), ('sex_age', 'female 55_to_59'), ('sex_age', 'female under_55_or_unknown'),
      ('sex_age', 'male_or_unknown 60_and_over'), ('sex_age', 'male_or_unknown 55_to_59'),
      ('sex_age', 'male_or_unknown under_55_or_unknown'),
      ('class', 'poor'), ('class', 'near_poor'), ('class', 'other_or_unknown'),
      ('ethnicity', 'minority'), ('ethnicity', 'kinh_or_unknown'),
      ('loan', 'never'), ('loan', 'settled'), ('loan', 'running'), ('loan', 'overdue'),
      ('check_up', 'not_checked'), ('check_up', 'class_unknown'), ('check_up', 'class_1_or_2'), ('check_up', 'class_3'),
      ('check_up', 'class_4_or_5')) as known (classification, category)
  ), half_year as (
    select distinct period_key from core.fact_club_period
  )
  select h.period_key, c.classification, d.plan_district, c.category, coalesce(g.persons, 0) as persons
  from half_year h
    cross join category c
    cross join core.dim_plan_district d
    left join grouped g using (period_key, classification, plan_district, category);
comment on view core.member_group is
  'One row per half-year, classification, plan district and category of it. Each classification puts every member into exactly one category. Small counts are in it: not for publication.';
comment on column core.member_group.period_key is 'The half-year.';
comment on column core.member_group.classification is 'sex_age, class, ethnicity, loan or check_up.';
comment on column core.member_group.plan_district is 'Plan district of the club; for a person in two clubs of the one whose code comes first.';
comment on column core.member_group.category is 'Category of the classification.';
comment on column core.member_group.persons is 'Members in it at the end of the half-year, each person once.';

create view core.public_count as
  with cell as materialized (
    select classification, period_key, plan_district, category, persons from core.member_group
  ), province as (
    select period_key, sum(persons) as persons
    from cell
    where classification = 'sex_age'
    group by period_key
  ), usable as (
    -- Half-years with 1 to 4 members in the whole province show nothing at all and bind nobody.
    select period_key from province where persons >= 5
  ), district_total as (
    select period_key, plan_district, sum(persons) as persons
    from cell
      join usable using (period_key)
    where classification = 'sex_age'
    group by period_key, plan_district
  ),
  -- 1. Districts whose own total is small in any half-year become one unit, with the next smallest if need be.
  district_order as (
    select plan_district, is_small, row_number() over (order by is_small desc, persons, plan_district) as position
    from (
      select plan_district, bool_or(persons between 1 and 4) as is_small, sum(persons) as persons
      from district_total
      group by plan_district
    ) as over_time
    where persons > 0
  ), district_prefix as (
    select p.position as length, t.period_key, sum(t.persons) as persons, count(*) filter (where t.persons > 0) as districts
    from district_order p
      join district_order o on o.position <= p.position
      join district_total t on t.plan_district = o.plan_district
    group by p.position, t.period_key
  ), district_count as (
    select period_key, count(*) filter (where persons > 0) as districts from district_total group by period_key
  ), district_length as (
    select min(length) as length
    from (
      -- One district alone is found by subtraction; where the province has but one, there is nothing to hide.
      select p.length, p.length >= 2 and bool_and(p.persons = 0 or p.persons >= 5 and (p.districts >= 2 or n.districts = 1)) as is_safe
      from district_prefix p
        join district_count n using (period_key)
      group by p.length
    ) as tried
    where is_safe
      and length >= (select count(*) from district_order where is_small)
      and exists (select from district_order where is_small)
  ), unit_of_district as (
    select d.plan_district, case when o.position <= l.length then 'pooled' else d.plan_district end as unit
    from core.dim_plan_district d
      left join district_order o using (plan_district)
      cross join district_length l
  ),
  -- 2. Categories that are small in the whole province in any half-year become one, with the next smallest if need be.
  category_total as (
    select classification, period_key, category, sum(persons) as persons
    from cell
      join usable using (period_key)
    group by classification, period_key, category
  ), category_order as (
    select classification, category, is_small,
      row_number() over (partition by classification order by is_small desc, persons, category) as position
    from (
      select classification, category, bool_or(persons between 1 and 4) as is_small, sum(persons) as persons
      from category_total
      group by classification, category
    ) as over_time
    where persons > 0
  ), category_prefix as (
    select p.classification, p.position as length, t.period_key, sum(t.persons) as persons
    from category_order p
      join category_order o on o.classification = p.classification and o.position <= p.position
      join category_total t on t.classification = o.classification and t.category = o.category
    group by p.classification, p.position, t.period_key
  ), category_length as (
    select classification, min(length) as length
    from (
      select classification, length, length >= 2 and bool_and(persons = 0 or persons >= 5) as is_safe
      from category_prefix
      group by classification, length
    ) as tried
    where is_safe
      and length >= (select count(*) from category_order o where o.classification = tried.classification and o.is_small)
      and exists (select from category_order o where o.classification = tried.classification and o.is_small)
    group by classification
  ), column_of_category as (
    select k.classification, k.category, case when o.position <= l.length then 'pooled' else k.category end as of_column
    from (select distinct classification, category from cell) as k
      left join category_order o using (classification, category)
      left join category_length l using (classification)
  ),
  -- 3. Units with a small count in any half-year show no breakdown, with the next smallest until what they hide together is not small.
  pooled_cell as (
    select c.classification, c.period_key, u.unit, k.of_column, sum(c.persons) as persons
    from cell c
      join usable using (period_key)
      join unit_of_district u using (plan_district)
      join column_of_category k using (classification, category)
    group by c.classification, c.period_key, u.unit, k.of_column
  ), unit_order as (
    select classification, unit, is_small,
      row_number() over (partition by classification order by is_small desc, persons, unit) as position
    from (
      select classification, unit, bool_or(persons between 1 and 4) as is_small, sum(persons) as persons
      from pooled_cell
      group by classification, unit
    ) as over_time
    where persons > 0
  ), unit_prefix as (
    select p.classification, p.position as length, c.period_key, c.of_column, sum(c.persons) as persons
    from unit_order p
      join unit_order o on o.classification = p.classification and o.position <= p.position
      join pooled_cell c on c.classification = o.classification and c.unit = o.unit
    group by p.classification, p.position, c.period_key, c.of_column
  ), unit_prefix_size as (
    select p.classification, p.position as length, s.period_key, count(*) filter (where s.persons > 0) as units
    from unit_order p
      join unit_order o on o.classification = p.classification and o.position <= p.position
      join (select classification, period_key, unit, sum(persons) as persons from pooled_cell group by classification, period_key, unit) s
        on s.classification = o.classification and s.unit = o.unit
    group by p.classification, p.position, s.period_key
  ), unit_count as (
    select classification, period_key, max(units) as units from unit_prefix_size group by classification, period_key
  ), safe_hiding as (
    select classification, length
    from unit_prefix
    group by classification, length
    having bool_and(persons = 0 or persons >= 5)
  ), wide_hiding as (
    select p.classification, p.length
    from unit_prefix_size p
      join unit_count n using (classification, period_key)
    group by p.classification, p.length
    having p.length >= 2 and bool_and(p.units <> 1 or n.units = 1)
  ), unit_length as (
    select tried.classification, min(tried.length) as length
    from (select * from safe_hiding intersect select * from wide_hiding) as tried
    where tried.length >= (select count(*) from unit_order o where o.classification = tried.classification and o.is_small)
      and exists (select from unit_order o where o.classification = tried.classification and o.is_small)
    group by tried.classification
  ), withheld_unit as (
    select o.classification, o.unit
    from unit_order o
      join unit_length l on l.classification = o.classification and o.position <= l.length
  ), withheld as (
    -- What the withheld units hide together, by column; nothing is hidden where one unit or one column is all there is.
    select p.classification, p.period_key, p.of_column, p.persons,
      z.units >= 2 and count(*) filter (where p.persons > 0) over (partition by p.classification, p.period_key) >= 2 as is_hidden
    from unit_prefix p
      join unit_length l using (classification, length)
      join unit_prefix_size z using (classification, length, period_key)
  ),
  -- 4. What is shown.
  detail as (
    select c.classification, c.period_key, c.plan_district, c.category, c.persons,
      case
        when v.persons between 1 and 4 then true
        when t.persons = 0 then false
        when w.unit is not null and h.is_hidden and h.persons > 0 then true
        else (k.of_column = 'pooled' or u.unit = 'pooled' and z.districts >= 2) and p.persons > 0
      end as suppressed
    from cell c
      join province v using (period_key)
      left join district_total t using (period_key, plan_district)
      join unit_of_district u using (plan_district)
      join column_of_category k using (classification, category)
      left join pooled_cell p on p.classification = c.classification and p.period_key = c.period_key and p.unit = u.unit
        and p.of_column = k.of_column
      left join withheld_unit w on w.classification = c.classification and w.unit = u.unit
      left join withheld h on h.classification = c.classification and h.period_key = c.period_key and h.of_column = k.of_column
      left join district_prefix z on z.period_key = c.period_key and z.length = (select length from district_length)
  ), district as (
    select y.classification, v.period_key, u.plan_district, 'all' as category, coalesce(t.persons, s.persons) as persons,
      case
        when v.persons between 1 and 4 then true
        when t.persons = 0 then false
        else u.unit = 'pooled' and z.districts >= 2
      end as suppressed
    from (select distinct classification from cell) as y
      cross join province v
      cross join unit_of_district u
      left join district_total t using (period_key, plan_district)
      left join (select period_key, plan_district, sum(persons) as persons from cell where classification = 'sex_age'
        group by period_key, plan_district) s using (period_key, plan_district)
      left join district_prefix z on z.period_key = v.period_key and z.length = (select length from district_length)
  ), whole as (
    select k.classification, c.period_key, '40' as plan_district, k.category, sum(c.persons) as persons,
      v.persons between 1 and 4 or k.of_column = 'pooled' and sum(sum(c.persons)) over (partition by k.classification, c.period_key, k.of_column) > 0
        as suppressed
    from cell c
      join province v using (period_key)
      join column_of_category k using (classification, category)
    group by k.classification, c.period_key, k.category, k.of_column, v.persons
    union all
    select y.classification, v.period_key, '40', 'all', v.persons, v.persons between 1 and 4
    from province v
      cross join (select distinct classification from cell) as y
  ), every_count as (
    select * from detail union all select * from district union all select * from whole
  )
  select e.classification, t.period, t.ends_on as as_of, e.plan_district as district_code,
    coalesce(d.plan_district_name, 'Nghệ An') as district_name, e.category,
    case when not e.suppressed then e.persons end as persons, e.suppressed
  from every_count e
    join core.dim_period t using (period_key)
    left join core.dim_plan_district d using (plan_district);
comment on view core.public_count is
  'One row per classification, half-year, plan district (40: the province) and category (all: their sum). Behind mart.public_*.';
comment on column core.public_count.classification is 'sex_age, class, ethnicity, loan or check_up.';
comment on column core.public_count.period is 'The half-year.';
comment on column core.public_count.as_of is 'Its last day.';
comment on column core.public_count.district_code is 'GSO code of the plan district; 40 is the province.';
comment on column core.public_count.district_name is 'Name of the plan district or of the province.';
comment on column core.public_count.category is 'Category of the classification; all is the sum of them.';
comment on column core.public_count.persons is 'Members at the end of the half-year, each person once; empty when suppressed.';
comment on column core.public_count.suppressed is 'Whether the count is withheld: it is small, or would give a small one away.';

create view mart.public_member as
  select period, as_of, district_code, district_name, split_part(category, ' ', 1) as sex,
    case when category = 'all' then 'all' else split_part(category, ' ', 2) end as age_group, persons as members, suppressed
  from core.public_count
  where classification = 'sex_age';
comment on view mart.public_member is 'One row per half-year, plan district (40: the province), sex and age group: how many members. Fit to leave the association.';
comment on column mart.public_member.period is 'The half-year.';
comment on column mart.public_member.as_of is 'Its last day.';
comment on column mart.public_member.district_code is 'GSO code of the plan district; 40 is the province.';
comment on column mart.public_member.district_name is 'Name of the plan district or of the province.';
comment on column mart.public_member.sex is 'female, male_or_unknown, or all.';
comment on column mart.public_member.age_group is '60_and_over, 55_to_59, under_55_or_unknown, or all.';
comment on column mart.public_member.members is 'Members at the end of the half-year, each person once; empty when suppressed.';
comment on column mart.public_member.suppressed is 'Whether the count is withheld: it is 1 to 4, or would give such a count away.';

create view mart.public_member_class as
  select period, as_of, district_code, district_name, category as economic_class, persons as members, suppressed
  from core.public_count
  where classification = 'class';
comment on view mart.public_member_class is 'One row per half-year, plan district (40: the province) and economic class: how many members. Fit to leave the association.';
comment on column mart.public_member_class.period is 'The half-year.';
comment on column mart.public_member_class.as_of is 'Its last day.';
comment on column mart.public_member_class.district_code is 'GSO code of the plan district; 40 is the province.';
comment on column mart.public_member_class.district_name is 'Name of the plan district or of the province.';
comment on column mart.public_member_class.economic_class is 'poor, near_poor, other_or_unknown, or all.';
comment on column mart.public_member_class.members is 'Members at the end of the half-year, each person once; empty when suppressed.';
comment on column mart.public_member_class.suppressed is 'Whether the count is withheld: it is 1 to 4, or would give such a count away.';

create view mart.public_member_ethnicity as
  select period, as_of, district_code, district_name, category as ethnicity_group, persons as members, suppressed
  from core.public_count
  where classification = 'ethnicity';
comment on view mart.public_member_ethnicity is 'One row per half-year, plan district (40: the province) and ethnicity group: how many members. Fit to leave the association.';
comment on column mart.public_member_ethnicity.period is 'The half-year.';
comment on column mart.public_member_ethnicity.as_of is 'Its last day.';
comment on column mart.public_member_ethnicity.district_code is 'GSO code of the plan district; 40 is the province.';
comment on column mart.public_member_ethnicity.district_name is 'Name of the plan district or of the province.';
comment on column mart.public_member_ethnicity.ethnicity_group is 'minority, kinh_or_unknown, or all.';
comment on column mart.public_member_ethnicity.members is 'Members at the end of the half-year, each person once; empty when suppressed.';
comment on column mart.public_member_ethnicity.suppressed is 'Whether the count is withheld: it is 1 to 4, or would give such a count away.';

create view mart.public_borrower as
  select period, as_of, district_code, district_name, category as loan_state, persons as members, suppressed
  from core.public_count
  where classification = 'loan';
comment on view mart.public_borrower is 'One row per half-year, plan district (40: the province) and state of borrowing: how many members. Fit to leave the association.';
comment on column mart.public_borrower.period is 'The half-year.';
comment on column mart.public_borrower.as_of is 'Its last day.';
comment on column mart.public_borrower.district_code is 'GSO code of the plan district; 40 is the province.';
comment on column mart.public_borrower.district_name is 'Name of the plan district or of the province.';
comment on column mart.public_borrower.loan_state is 'never (no loan by that day), settled (nothing outstanding), running, overdue, or all.';
comment on column mart.public_borrower.members is 'Members at the end of the half-year, each person once; empty when suppressed.';
comment on column mart.public_borrower.suppressed is 'Whether the count is withheld: it is 1 to 4, or would give such a count away.';

create view mart.public_health_check as
  select period, as_of, district_code, district_name, category as check_up, persons as members, suppressed
  from core.public_count
  where classification = 'check_up';
comment on view mart.public_health_check is 'One row per half-year, plan district (40: the province) and result of the last check-up of the year: how many members. Fit to leave the association.';
comment on column mart.public_health_check.period is 'The half-year.';
comment on column mart.public_health_check.as_of is 'Its last day.';
comment on column mart.public_health_check.district_code is 'GSO code of the plan district; 40 is the province.';
comment on column mart.public_health_check.district_name is 'Name of the plan district or of the province.';
comment on column mart.public_health_check.check_up is 'not_checked (in the calendar year up to that day), class_1_or_2, class_3, class_4_or_5, class_unknown, or all.';
comment on column mart.public_health_check.members is 'Members at the end of the half-year, each person once; empty when suppressed.';
comment on column mart.public_health_check.suppressed is 'Whether the count is withheld: it is 1 to 4, or would give such a count away.';

create view mart.public_club as
  select f.period, f.as_of, coalesce(f.plan_district, '40') as district_code,
    case when grouping(f.plan_district) = 1 then 'Nghệ An' else min(d.plan_district_name) end as district_name,
    count(*) as clubs, count(*) filter (where f.cohort = 'baseline') as baseline_clubs,
    count(*) filter (where f.cohort = 'new') as new_clubs, count(f.roster_period) as clubs_with_roster
  from core.fact_club_period f
    join core.dim_plan_district d using (plan_district)
  group by grouping sets ((f.period, f.as_of, f.plan_district), (f.period, f.as_of));
comment on view mart.public_club is 'One row per half-year and plan district (40: the province) with active clubs: how many clubs. Counts of clubs, not of persons. Fit to leave the association.';
comment on column mart.public_club.period is 'The half-year.';
comment on column mart.public_club.as_of is 'Its last day.';
comment on column mart.public_club.district_code is 'GSO code of the plan district; 40 is the province.';
comment on column mart.public_club.district_name is 'Name of the plan district or of the province.';
comment on column mart.public_club.clubs is 'Active clubs.';
comment on column mart.public_club.baseline_clubs is 'Those founded before 2021-01-01.';
comment on column mart.public_club.new_clubs is 'Those founded since.';
comment on column mart.public_club.clubs_with_roster is 'Those whose members are known.';
