-- What only shows when files meet: clubs that no registry names, clubs that cannot be told apart, persons in two clubs,
-- versions that replace each other.
-- Written again at every publication, so that a registry which arrives later withdraws what it answers.

create temp table former_count on commit drop as
  select file_id, count(*) filter (where severity = 'warning' and not confirmed)::int as warnings,
    count(*) filter (where severity = 'info')::int as infos
  from ops.finding where raised_by = 'publish' group by file_id;
-- What is said of a row that retention took away stands as it was: nobody can find it anew.
delete from ops.finding f
where f.raised_by = 'publish'
  and not (f.code in ('L03', 'L04') and exists (select from ops.file w where w.file_id = f.file_id and w.rows_removed_at is not null));

create temp table open_mention on commit drop as
  select m.file_id, m.club_no, m.feed, m.club_match, m.club_source_value
  from staging.club_mention m
    join accepted_file using (file_id)
  where m.club_match in ('inferred', 'ambiguous');
analyze open_mention;

create temp table open_row on commit drop as
  with named as (
    select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.club_registry r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.member_roster r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.activity_log r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.health_check r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.loan_ledger r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.loan_repayment r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.fund_ledger r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.home_care r using (file_id, club_no)
    union all select o.file_id, o.club_no, r.table_no, r.sheet, r.row_number
      from open_mention o join staging.half_year_report r using (file_id, club_no)
  )
  select distinct on (file_id, club_no) * from named order by file_id, club_no, table_no, row_number;

insert into ops.finding (file_id, finding_no, sheet, row_number, column_name, code, severity, found, message_vi, message_en, raised_by, question_mark)
  with open_finding as (
    select r.file_id, r.table_no, r.sheet, r.row_number, r.club_no::text as within,
      case when o.club_match = 'ambiguous' then 'L04' else 'L03' end as code, 'warning' as severity,
      coalesce(o.club_source_value, '') as found
    from open_row r
      join open_mention o using (file_id, club_no)
  ), two_clubs as (
    -- The other club is named to whoever sent its roster too; where else a person is a member is nobody's business but that sender's.
    select f.file_id, f.table_no, f.sheet, f.row_number, f.club_key::text as within, 'L05' as code, 'info' as severity,
      coalesce(string_agg(distinct c.club_code, ', ' order by c.club_code) filter (where there.submitter = here.submitter), '') as found,
      bool_or(there.submitter <> here.submitter) as elsewhere
    from core.fact_membership f
      join (select period_key, person_key from core.fact_membership where person_key <> -1
        group by period_key, person_key having count(*) > 1) twice using (period_key, person_key)
      join ops.file here on here.file_id = f.file_id
      join core.fact_membership x on x.period_key = f.period_key and x.person_key = f.person_key and x.club_key <> f.club_key
      join ops.file there on there.file_id = x.file_id
      join core.club c on c.club_key = x.club_key
    group by f.file_id, f.table_no, f.sheet, f.row_number, f.club_key
  ), roster_size as (
    select club_key, period_key, min(file_id) as file_id, min(table_no) as table_no, min(sheet) as sheet, count(*) as members,
      array_agg(distinct f.submitter) as senders,
      lag(count(*)) over (partition by club_key order by period_key) as members_before,
      lag(array_agg(distinct f.submitter)) over (partition by club_key order by period_key) as senders_before
    from core.fact_membership
      join ops.file f using (file_id)
    where club_key <> -1
    group by club_key, period_key
  ), jumped as (
    -- A size is told to whoever sent all of it: how many others listed is nobody's business but theirs. Sizes name nobody.
    select r.file_id, r.table_no, r.sheet, null::int as row_number, r.club_key::text as within, 'R15' as code, 'warning' as severity,
      (select d.club_name from core.dim_club d where d.club_key = r.club_key order by d.valid_from desc limit 1)
        || ': ' || case when r.senders_before = array[h.submitter] then r.members_before::text else '…' end
        || ' → ' || case when r.senders = array[h.submitter] then r.members::text else '…' end as found
    from roster_size r
      join ops.file h using (file_id)
    where r.members * 2 > r.members_before * 3 or r.members * 2 < r.members_before
  ), listed as (
    select r.file_id, r.table_no, r.sheet, r.row_number, r.members as reported, sum(c.members) as members
    from core.fact_unit_report r
      join core.fact_club_period c on c.period_key = r.period_key and c.plan_district = r.plan_district
      join core.dim_place p on p.place_key = c.place_key
    where r.club_key = -1 and r.members is not null and (r.commune_code is null or r.commune_code = p.successor_code)
    group by r.file_id, r.table_no, r.sheet, r.row_number, r.members
  ), report_differs as (
    -- A tenth is within what refused rows and late lists explain; both numbers are the unit's own.
    select file_id, table_no, sheet, row_number, 'members' as within, 'W03' as code, 'info' as severity, reported || ' ≠ ' || members as found
    from listed
    where abs(reported - members) * 10 > greatest(reported, members)
  ), slice_of_unit as (
    select s.file_id, s.feed, s.period, s.in_force, f.received_at,
      s.unit_kind || '|' || coalesce(m.club_key::text, s.unit_key || case when s.unit_kind = 'club' then '|' || f.submitter else '' end) as unit
    from ops.slice s
      join accepted_file f using (file_id)
      left join staging.club_mention m on s.unit_kind = 'club' and m.file_id = s.file_id and m.club_no = s.club_no
  ), replacement as (
    -- Told once per file, feed and half-year, by the day of the other version: whose file it was is nobody else's business.
    select o.file_id as older_file, n.file_id as newer_file, o.feed, o.period, max(o.received_at) as older_at, max(n.received_at) as newer_at
    from slice_of_unit o
      join slice_of_unit n on n.feed = o.feed and n.period = o.period and n.unit = o.unit and n.in_force
    where not o.in_force and o.file_id <> n.file_id
    group by o.file_id, n.file_id, o.feed, o.period
  ), replaced as (
    select newer_file as file_id, 0::smallint as table_no, '' as sheet, null::int as row_number, feed || period as within, 'W01' as code,
      'info' as severity, to_char(max(older_at) at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as found
    from replacement
    group by newer_file, feed, period
    union all
    select older_file, 0::smallint, '', null::int, feed || period, 'W02', 'info',
      to_char(max(newer_at) at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')
    from replacement
    group by older_file, feed, period
  ), every_finding as (
    select *, false as elsewhere from open_finding union all select * from two_clubs
      union all select *, false from jumped union all select *, false from replaced union all select *, false from report_differs
  )
  select e.file_id,
    coalesce((select max(w.finding_no) from ops.finding w where w.file_id = e.file_id), 0)
      + row_number() over (partition by e.file_id order by e.table_no, e.row_number, e.code, e.within),
    e.sheet, e.row_number, case when e.code in ('L03', 'L04') then 'club' when e.code = 'W03' then 'members' end, e.code, e.severity, e.found,
    -- The words of jobs/findings.md.
    case e.code
      when 'L03' then '“' || e.found || '” chưa có trong danh sách CLB nào; dòng được nhận nhưng chưa được tính. '
        || 'Kiểm tra tên CLB và xã, hoặc gửi danh sách CLB có tên này.'
      when 'L04' then 'Không rõ “' || e.found || '” là CLB nào trong các CLB cùng tên; ghi thêm ngày thành lập, số quyết định '
        || 'hoặc thôn/xóm/bản.'
      when 'W01' then 'Thay cho số liệu đã nhận ngày ' || e.found || ' về cùng đơn vị và kỳ.'
      when 'W02' then 'Đã có bản nhận ngày ' || e.found || ' cho cùng đơn vị và kỳ; bản đó được tính.'
      when 'W03' then 'Số thành viên trong báo cáo khác số cộng từ các danh sách đã nhận của đơn vị (' || e.found
        || '); kiểm tra lại, hoặc gửi danh sách còn thiếu.'
      when 'R15' then 'Số thành viên của CLB thay đổi quá một nửa so với danh sách kỳ trước (' || e.found || '); kiểm tra lại.'
      else 'Người này cũng có tên trong danh sách của '
        || concat_ws(' và ', 'CLB ' || nullif(e.found, ''), case when e.elsewhere then 'một CLB khác' end)
        || '; toàn huyện, toàn tỉnh chỉ tính một lần.'
    end,
    case e.code
      when 'L03' then '“' || e.found || '” is in no club registry yet; the row is accepted, but counts nowhere so far. '
        || 'Check the names of club and commune, or send a registry that lists it.'
      when 'L04' then 'It is not clear which club of this name “' || e.found || '” means; add the founding date, the decision '
        || 'number or the hamlet.'
      when 'W01' then 'Replaces what was received on ' || e.found || ' about the same unit and half-year.'
      when 'W02' then 'A version received on ' || e.found || ' about the same unit and half-year is in force.'
      when 'W03' then 'The members of the report are not those of the rosters of the unit that have come (' || e.found
        || '); please check, or send the rosters that are missing.'
      when 'R15' then 'The roster of the club changed by more than half against the one before (' || e.found || '); please check.'
      else 'This person is also on the roster of '
        || concat_ws(' and ', 'club ' || nullif(e.found, ''), case when e.elsewhere then 'another club' end)
        || '; district and province count the person once.'
    end,
    'publish',
    -- Sizes of rosters name nobody: the question is known by club and sizes.
    case e.code when 'R15' then 'p' || left(encode(sha256(convert_to(concat_ws('|', e.code, e.within, e.found), 'UTF8')), 'hex'), 32) end
  from every_finding e;

with now_counted as (
  select file_id, count(*) filter (where severity = 'warning')::int as warnings, count(*) filter (where severity = 'info')::int as infos
  from ops.finding where raised_by = 'publish' group by file_id
)
update ops.file f set
  warnings = f.warnings + coalesce(n.warnings, 0) - coalesce(o.warnings, 0),
  infos = f.infos + coalesce(n.infos, 0) - coalesce(o.infos, 0)
from accepted_file a
  left join former_count o using (file_id)
  left join now_counted n using (file_id)
where a.file_id = f.file_id
  and (coalesce(n.warnings, 0), coalesce(n.infos, 0)) is distinct from (coalesce(o.warnings, 0), coalesce(o.infos, 0));

-- What its sender has confirmed is quiet, whichever of the files came first; a file that was taken back confirms nothing.
with answered as (
  select distinct o.submitter, c.mark
  from vault.confirmation c
    join ops.file o using (file_id)
  where o.state <> 'reverted'
), settled as (
  select f.file_id, f.finding_no, a.mark is not null as confirmed
  from ops.finding f
    join ops.file l using (file_id)
    left join answered a on a.submitter = l.submitter and a.mark = f.question_mark
  where f.question_mark is not null
), changed as (
  update ops.finding f set confirmed = s.confirmed
  from settled s
  where s.file_id = f.file_id and s.finding_no = f.finding_no and f.confirmed <> s.confirmed
  returning f.file_id, f.confirmed
)
update ops.file f set warnings = f.warnings - c.quiet
from (select file_id, sum(case when confirmed then 1 else -1 end)::int as quiet from changed group by file_id) c
where c.file_id = f.file_id;
