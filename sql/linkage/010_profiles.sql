-- How persons are written in the changed files, and which writings that concerns. The only place that reads the numbers of a
-- mention: their keyed hashes are held against each other for equality, nothing else is known of them. Only slices in force bear witness.

-- What a mention is looked up in: tables with figures of their own, else their join with the mentions goes row by row.
create temp table place_of_file on commit drop as
  select s.file_id, s.feed, min(p.successor_code) as successor_code
  from ops.slice s
    join accepted_file f using (file_id)
    left join ops.submitter b using (submitter)
    join core.dim_place p on p.commune_code = coalesce(s.commune_code, b.commune_code)
      and core.period_end(s.period) >= p.valid_from and core.period_end(s.period) < p.valid_to
  where s.file_id in (select file_id from changed_file)
  group by s.file_id, s.feed;
analyze place_of_file;

create temp table live_part on commit drop as
  select file_id, feed, bool_or(unit_kind <> 'club') as whole, array_agg(club_no) filter (where unit_kind = 'club') as clubs
  from ops.slice
  where in_force and file_id in (select file_id from changed_file)
  group by file_id, feed;
analyze live_part;

create temp table roster_row on commit drop as
  select r.file_id, r.mention_no, core.stable_key('roster|' || r.file_id || '|' || r.slice_no) as roster_key
  from staging.member_roster r
  where r.duplicate_of_row is null and r.file_id in (select file_id from changed_file);
analyze roster_row;

create temp table loan_row on commit drop as
  select file_id, mention_no, slice_no, loan_no, coalesce(lender, 'unknown') as lender
  from staging.loan_ledger
  where loan_no is not null and file_id in (select file_id from changed_file)
  union all
  select file_id, mention_no, slice_no, loan_no, null
  from staging.loan_repayment
  where loan_no is not null and mention_no is not null and file_id in (select file_id from changed_file);
analyze loan_row;

create temp table written_mention on commit drop as
  with told as (
    select m.file_id, m.mention_no, m.period, m.full_name, m.name_key, m.birth, m.birth_to, m.sex,
      encode(m.national_id_hash, 'hex') as national_id, encode(m.old_id_hash, 'hex') as old_id,
      encode(m.insurance_no_hash, 'hex') as insurance_no, encode(m.phone_hash, 'hex') as phone, m.hamlet_key, m.house_key,
      coalesce(m.successor_code, p.successor_code, l.successor_code) as successor_code, b.club_key, r.roster_key,
      m.feed = 'loan-repayment' and m.birth is null and coalesce(m.national_id_hash, m.old_id_hash, m.insurance_no_hash) is null as named_only,
      case when length(o.loan_no) >= 5 or o.loan_no is not null and b.club_key is not null then
        concat_ws('|', coalesce(c.plan_district, own.plan_district, unit.plan_district, '-1'),
          case when length(o.loan_no) < 5 then b.club_key end, o.loan_no) || coalesce(E'\t' || o.lender, '') end as loan
    from vault.person_mention m
      join live_part v on v.file_id = m.file_id and v.feed = m.feed and (v.whole or m.club_no = any (v.clubs))
      left join staging.club_mention b on b.file_id = m.file_id and b.club_no = m.club_no
      left join core.club c on c.club_key = b.club_key
      left join core.dim_place p on p.place_key = c.place_key
      left join place_of_file l on l.file_id = m.file_id and l.feed = m.feed
      left join roster_row r on r.file_id = m.file_id and r.mention_no = m.mention_no and m.feed = 'member-roster'
      left join loan_row o on o.file_id = m.file_id and o.mention_no = m.mention_no and m.feed in ('loan-ledger', 'loan-repayment')
      left join ops.slice s on s.file_id = o.file_id and s.slice_no = o.slice_no
      left join core.dim_plan_district own on own.plan_district = m.plan_district
      left join core.dim_plan_district unit on unit.plan_district = s.plan_district
    where m.role <> 'head' and m.erased_on is null and m.file_id in (select file_id from changed_file)
  )
  select *, core.stable_key('writing|' || (name_key, birth, birth_to, sex, national_id, old_id, insurance_no, phone, hamlet_key,
      successor_code, club_key, case when named_only then loan end)::text
      || coalesce('|house|' || house_key, '')) as profile_key
  from told;
create unique index on written_mention (file_id, mention_no);
create index on written_mention (profile_key);
analyze written_mention;

create temp table near_profile (profile_key bigint primary key) on commit drop;
with former as (
  delete from vault.person_witness where file_id in (select file_id from changed_file) returning profile_key
)
insert into near_profile
  select profile_key from former
  union
  select profile_key from written_mention;
insert into vault.person_witness (file_id, mention_no, profile_key, period, roster_key, loan)
  select file_id, mention_no, profile_key, period, roster_key, loan from written_mention;
analyze near_profile;

-- What all witnesses together say of each writing.
create temp table profile_now on commit drop as
  select profile_key, min(period) as first_period,
    coalesce(array_agg(distinct roster_key order by roster_key) filter (where roster_key is not null), '{}') as rosters,
    coalesce(array_agg(distinct loan order by loan) filter (where loan is not null), '{}') as loans
  from vault.person_witness
    join near_profile using (profile_key)
  group by profile_key;
create unique index on profile_now (profile_key);
analyze profile_now;

create temp table touched_profile on commit drop as
  select profile_key, n.profile_key is null as is_gone
  from near_profile
    left join profile_now n using (profile_key)
    left join vault.person_profile p using (profile_key)
  where (n.first_period, n.rosters, n.loans) is distinct from (p.first_period, p.rosters, p.loans);
create unique index on touched_profile (profile_key);
analyze touched_profile;

-- Whom the touched writings were held to be until now.
create temp table former_person on commit drop as
  select distinct person_key
  from vault.person_profile
  where profile_key in (select profile_key from touched_profile);

delete from vault.person_profile where profile_key in (select profile_key from touched_profile where is_gone);
insert into vault.person_profile (profile_key, full_name, name_key, birth, birth_to, sex, national_id, old_id, insurance_no, phone,
    hamlet_key, house_key, successor_code, club_key, named_only, first_period, rosters, loans)
  with content as (
    select distinct on (profile_key) * from written_mention order by profile_key, full_name collate "C"
  )
  select n.profile_key, c.full_name, c.name_key, c.birth, c.birth_to, c.sex, c.national_id, c.old_id, c.insurance_no, c.phone,
    c.hamlet_key, c.house_key, c.successor_code, c.club_key, c.named_only, n.first_period, n.rosters, n.loans
  from touched_profile t
    join profile_now n using (profile_key)
    join content c using (profile_key)
  union all
  select p.profile_key, p.full_name, p.name_key, p.birth, p.birth_to, p.sex, p.national_id, p.old_id, p.insurance_no, p.phone,
    p.hamlet_key, p.house_key, p.successor_code, p.club_key, p.named_only, n.first_period, n.rosters, n.loans
  from touched_profile t
    join profile_now n using (profile_key)
    join vault.person_profile p using (profile_key)
  where not exists (select from written_mention c where c.profile_key = t.profile_key)
on conflict (profile_key) do update set first_period = excluded.first_period, rosters = excluded.rosters, loans = excluded.loans;
analyze vault.person_profile;

-- Keys under which the touched writings are looked up; filled from outside.
create temp table profile_block (block_key bigint, profile_key bigint) on commit drop;
