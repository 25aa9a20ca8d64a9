-- What districts and communes write against what their rows add up to, and why the two differ.

drop view if exists mart.reconciliation;
create view mart.reconciliation as
  with unit_report as (
    select *, bool_or(club_key = -1) over (partition by period_key, plan_district, commune_code) as has_unit_row
    from core.fact_unit_report
  ), measure as (
    select * from (values
      ('clubs', 'club-registry', 'clubs'), ('new_clubs', 'club-registry', 'clubs'),
      ('members', 'member-roster', 'members'), ('women', 'member-roster', 'members'), ('older', 'member-roster', 'members'),
      ('poor', 'member-roster', 'members'), ('near_poor', 'member-roster', 'members'), ('minority', 'member-roster', 'members'),
      ('borrowers', 'loan-ledger', 'members'), ('loans_outstanding', 'loan-ledger', 'money'),
      ('examined', 'health-check', 'members'), ('volunteers', 'member-roster', 'members'), ('trained', 'activity-log', 'events'),
      ('income_fund', 'club-registry', 'money'), ('operating_fund', 'club-registry', 'money')) as known (measure, feed, rests_on)
  ), reported as (
    select r.period, r.plan_district, m.measure, sum(m.reported) as reported
    from unit_report r,
      lateral (values ('clubs', r.clubs), ('new_clubs', r.new_clubs), ('members', r.members), ('women', r.women),
        ('older', r.older), ('poor', r.poor), ('near_poor', r.near_poor), ('minority', r.minority),
        ('borrowers', r.borrowers), ('loans_outstanding', r.loans_outstanding), ('examined', r.examined),
        ('volunteers', r.volunteers), ('trained', r.trained), ('income_fund', r.income_fund),
        ('operating_fund', r.operating_fund)) as m (measure, reported)
    where (r.club_key = -1) = r.has_unit_row and m.reported is not null
    group by r.period, r.plan_district, m.measure
  ), silent_commune as (
    -- Communes with a club that have not reported, where communes report themselves.
    select c.period, c.plan_district, count(distinct p.successor_code) as communes
    from core.fact_club_period c
      join core.dim_place p on p.place_key = c.place_key
    where core.period_start(c.period) >= '2025-07-01'
      and exists (select from core.fact_unit_report r where r.period = c.period and r.plan_district = c.plan_district and r.commune_code is not null)
      and not exists (
        select from core.fact_unit_report r
        where r.period = c.period and r.plan_district = c.plan_district and (r.commune_code is null or r.commune_code = p.successor_code))
    group by c.period, c.plan_district
  ), report_received as (
    select r.period, r.plan_district, max(f.received_at) as received_at
    from core.fact_unit_report r
      join ops.file f using (file_id)
    group by r.period, r.plan_district
  ), person as (
    select period_key, period, plan_district, person_key, count(*) as clubs, bool_or(woman) as woman, bool_or(older_60) as older,
      bool_or(poor) as poor, bool_or(near_poor) as near_poor, bool_or(minority) as minority,
      bool_or(borrowed_ever) as borrowed, max(outstanding) as outstanding
    from core.fact_member_period
    group by period_key, period, plan_district, person_key
  ), examined as (
    select distinct person_key, period_key from core.fact_health_check
  ), counted_persons as (
    select p.period, p.plan_district, m.measure, sum(m.counted) as counted, sum(m.counted * (p.clubs - 1)) as counted_twice
    from person p
      left join examined e using (person_key, period_key),
      lateral (values ('members', 1), ('women', p.woman::int), ('older', p.older::int), ('poor', p.poor::int),
        ('near_poor', p.near_poor::int), ('minority', p.minority::int), ('borrowers', p.borrowed::int),
        ('loans_outstanding', p.outstanding), ('examined', (e.person_key is not null)::int)) as m (measure, counted)
    group by p.period, p.plan_district, m.measure
  ), club as (
    select period, plan_district, count(*) as clubs,
      count(*) filter (where founded_on >= core.period_start(period)) as new_clubs,
      sum(volunteers) as volunteers, sum(income_fund) as income_fund, sum(operating_fund) as operating_fund,
      count(*) filter (where members is null) as without_roster, count(*) filter (where roster_carried_forward) as carried_forward
    from core.fact_club_period
    group by period, plan_district
  ), training as (
    select f.period, f.plan_district, sum(f.participants) as trained
    from core.fact_activity f
    where 'training' = any (f.activity_kinds)
    group by f.period, f.plan_district
  ), counted as (
    select period, plan_district, measure, counted, counted_twice from counted_persons
    union all
    select c.period, c.plan_district, m.measure, m.counted, 0
    from club c,
      lateral (values ('clubs', c.clubs), ('new_clubs', c.new_clubs), ('volunteers', c.volunteers),
        ('income_fund', c.income_fund), ('operating_fund', c.operating_fund)) as m (measure, counted)
    union all
    select period, plan_district, 'trained', trained, 0 from training
  ), on_roster as (
    -- Everybody the rosters of the half-year list, also those who had left or not yet joined on its last day.
    select f.period, c.plan_district, m.measure, count(distinct f.person_key) filter (where m.holds) as listed
    from core.fact_membership f
      join core.club c using (club_key),
      lateral (values ('members', true), ('women', f.sex = 'female'), ('poor', f.poor), ('near_poor', f.near_poor),
        ('minority', f.minority)) as m (measure, holds)
    group by f.period, c.plan_district, m.measure
  ), source as (
    select s.period, coalesce(s.plan_district, b.plan_district, p.plan_district_code) as plan_district, s.feed, max(f.received_at) as received_at
    from ops.slice s
      join ops.file f using (file_id)
      left join ops.submitter b using (submitter)
      left join core.dim_place p on p.frame_no = 4 and p.commune_code = coalesce(s.commune_code, b.commune_code)
    where s.in_force
    group by s.period, coalesce(s.plan_district, b.plan_district, p.plan_district_code), s.feed
  ), refused as (
    select t.period, coalesce(t.plan_district, b.plan_district, p.plan_district_code) as plan_district, t.feed, sum(t.rows_refused) as rows_refused
    from ops.file_table t
      join ops.file f using (file_id)
      left join ops.submitter b using (submitter)
      left join core.dim_place p on p.frame_no = 4 and p.commune_code = coalesce(t.commune_code, b.commune_code)
    where f.state in ('loaded', 'loaded_with_findings')
    group by t.period, coalesce(t.plan_district, b.plan_district, p.plan_district_code), t.feed
  ), compared as (
    select u.period, u.plan_district, m.measure, m.feed, m.rests_on, r.reported, coalesce(c.counted, 0) as counted,
      r.reported - coalesce(c.counted, 0) as difference, coalesce(c.counted_twice, 0) as counted_twice,
      coalesce(k.without_roster, 0) as without_roster, coalesce(k.carried_forward, 0) as carried_forward,
      l.listed, n.counted as counted_before, s.received_at > w.received_at as came_later, s.feed is null as no_source,
      coalesce(x.rows_refused, 0) as rows_refused, coalesce(q.communes, 0) as silent_communes
    from (select period, plan_district from club union select period, plan_district from reported) as u
      cross join measure m
      left join reported r on r.period = u.period and r.plan_district = u.plan_district and r.measure = m.measure
      left join counted c on c.period = u.period and c.plan_district = u.plan_district and c.measure = m.measure
      left join club k on k.period = u.period and k.plan_district = u.plan_district
      left join on_roster l on l.period = u.period and l.plan_district = u.plan_district and l.measure = m.measure
      left join source s on s.period = u.period and s.plan_district = u.plan_district and s.feed = m.feed
      left join refused x on x.period = u.period and x.plan_district = u.plan_district and x.feed = m.feed
      left join silent_commune q on q.period = u.period and q.plan_district = u.plan_district
      left join report_received w on w.period = u.period and w.plan_district = u.plan_district
      left join core.dim_period t on t.period = u.period
      left join core.dim_period b on b.ends_on = t.starts_on - 1
      left join counted n on n.period = b.period and n.plan_district = u.plan_district and n.measure = m.measure
  ), told_twice as (
    select f.period, case when f.scope = 'province' then '40' else f.plan_district end as plan_district,
      'received_' || s.fund_source as measure, f.scope, f.club_key, f.commune_code, f.fund,
      sum(f.received) filter (where not f.counted) as reported, sum(f.received) filter (where f.counted) as counted
    from core.fact_fund f
      join core.dim_fund_source s using (fund_source_key)
    group by f.period, f.plan_district, s.fund_source, f.scope, f.club_key, f.commune_code, f.fund
    having bool_or(f.counted) and bool_or(not f.counted)
  ), classed as (
    select period, plan_district, measure, reported, counted, difference, case
        when difference = 0 then 'agrees'
        when reported is null then 'not_reported'
        when rests_on = 'money' and counted > 0 and (reported between counted * 990 and counted * 1010
          or reported * 1000 between counted * 0.99 and counted * 1.01) then 'unit_error_1000'
        when rests_on = 'money' and counted > 0 and (reported between counted * 990000.0 and counted * 1010000.0
          or reported * 1000000 between counted * 0.99 and counted * 1.01) then 'unit_error_1000000'
        when no_source and counted = 0 then 'no_source'
        when silent_communes > 0 and difference < 0 then 'not_all_reported'
        when rests_on = 'members' and without_roster > 0 and difference > 0 then 'no_roster'
        when rests_on = 'members' and difference = counted_twice then 'double_membership'
        when difference > 0 and rests_on <> 'money' and difference <= rows_refused then 'refused_rows'
        when reported = listed or reported = counted_before then 'different_date'
        when rests_on = 'members' and carried_forward > 0 then 'carried_forward'
        when came_later then 'late_file'
        else 'unexplained'
      end as cause
    from compared
    where reported is not null or counted <> 0
    union all
    select period, plan_district, measure, sum(reported), sum(counted), sum(reported) - sum(counted),
      case when sum(reported) = sum(counted) then 'agrees' else 'told_twice' end
    from told_twice
    group by period, plan_district, measure
  ), worded as (
    select * from (values
      ('agrees', 'Khớp', 'Agrees'),
      ('not_reported', 'Đơn vị không báo cáo chỉ tiêu này', 'The unit does not report this measure'),
      ('not_all_reported', 'Có xã trong địa bàn chưa báo cáo', 'Some communes of the district have not reported'),
      ('unit_error_1000', 'Lệch đúng 1.000 lần: có thể nhầm đồng với nghìn đồng', 'A thousand times apart: đồng and thousand đồng may be confused'),
      ('unit_error_1000000', 'Lệch đúng 1.000.000 lần: có thể nhầm đồng với triệu đồng', 'A million times apart: đồng and million đồng may be confused'),
      ('no_source', 'Chưa nhận được danh sách hay sổ chi tiết của kỳ này', 'No list or ledger of this half-year has come in'),
      ('no_roster', 'Có CLB chưa có danh sách hội viên', 'Some clubs have no roster'),
      ('double_membership', 'Người ở hai CLB: báo cáo tính hai lần, ở đây tính một lần', 'Persons in two clubs: the report counts them twice, we count them once'),
      ('refused_rows', 'Có dòng bị từ chối, chưa được tính', 'Rows were refused and are not counted'),
      ('different_date', 'Báo cáo lấy số ở một ngày khác: tính cả người đã ra, chưa vào, hoặc là số của kỳ trước', 'The report speaks of another day: it includes those who left or had not joined, or repeats the half-year before'),
      ('carried_forward', 'Danh sách hội viên của kỳ trước được dùng tiếp', 'Rosters of an earlier half-year are carried forward'),
      ('late_file', 'Danh sách hay sổ chi tiết đến sau báo cáo', 'The list or ledger came in after the report'),
      ('told_twice', 'Hai đơn vị cùng báo một khoản tiền; số của đơn vị quản lý được tính', 'Two units tell of the same money; the word of its own reporter counts'),
      ('unexplained', 'Chưa rõ nguyên nhân; cần hỏi lại đơn vị', 'The cause is not known; the unit has to be asked')) as known (cause, cause_vi, cause_en)
  )
  select c.period, c.plan_district as district_code, c.measure, c.reported, c.counted, c.difference, c.cause, w.cause_vi, w.cause_en
  from classed c
    join worded w using (cause);
comment on view mart.reconciliation is 'One row per half-year, plan district and measure of the half-year report; and per source of money that two units tell of.';
comment on column mart.reconciliation.period is 'The half-year.';
comment on column mart.reconciliation.district_code is 'GSO code of the plan district; 40 for money of the province.';
comment on column mart.reconciliation.measure is 'What is measured: a column of the half-year report, or received_ and a source of money told twice.';
comment on column mart.reconciliation.reported is 'What the district (from 2025-H2 on its communes together) wrote; for money told twice the word that does not count. Empty when not reported.';
comment on column mart.reconciliation.counted is 'What its registries, rosters, ledgers and lists add up to; for money told twice the word that counts.';
comment on column mart.reconciliation.difference is 'Reported less counted.';
comment on column mart.reconciliation.cause is 'The likeliest cause, by rule from the evidence; agrees when there is no difference, unexplained when no rule fits.';
comment on column mart.reconciliation.cause_vi is 'The cause in Vietnamese.';
comment on column mart.reconciliation.cause_en is 'The cause in English.';
