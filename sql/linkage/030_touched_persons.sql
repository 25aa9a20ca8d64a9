-- What has changed among the pairs, and which writings must be sorted into persons again: all that hang together with a changed
-- pair, writing or decision. Expects scored_pair.

create unique index on scored_pair (left_profile, right_profile);
analyze scored_pair;

create temp table touched_member (profile_key bigint primary key, wave int not null) on commit drop;
create temp table changed_end (profile_key bigint) on commit drop;

with gone as (
  delete from vault.person_pair p
  where left_profile in (select profile_key from touched_profile where is_gone)
    or right_profile in (select profile_key from touched_profile where is_gone)
  returning left_profile, right_profile
)
insert into changed_end select unnest(array[left_profile, right_profile]) from gone;

with gone as (
  delete from vault.person_pair p
  using rescored_profile l, rescored_profile r
  where l.profile_key = p.left_profile and r.profile_key = p.right_profile
    and not exists (select from scored_pair s where s.left_profile = p.left_profile and s.right_profile = p.right_profile)
  returning left_profile, right_profile
)
insert into changed_end select unnest(array[left_profile, right_profile]) from gone;

with present as (
  insert into vault.person_pair as p (left_profile, right_profile, weight, zone, may_join, agreement, scored_at)
    select left_profile, right_profile, weight, zone, may_join, agreement, (select at from linkage_setting) from scored_pair
  on conflict (left_profile, right_profile) do update
    set weight = excluded.weight, zone = excluded.zone, may_join = excluded.may_join, agreement = excluded.agreement, scored_at = excluded.scored_at
    where (p.weight, p.zone, p.may_join, p.agreement) is distinct from (excluded.weight, excluded.zone, excluded.may_join, excluded.agreement)
  returning left_profile, right_profile
)
insert into changed_end select unnest(array[left_profile, right_profile]) from present;
analyze vault.person_pair;

-- Decisions: the latest one about a pair holds. Districts, communes and banks are not asked.
create temp table decision_now on commit drop as
  with told as (
    select ('x' || lpad(lower(r.left_writing), 16, '0'))::bit(64)::bigint as a, ('x' || lpad(lower(r.right_writing), 16, '0'))::bit(64)::bigint as b,
      r.decision = 'same' as same_person,
      coalesce(r.decided_on, (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date) as decided_on, w.value_sealed as decided_by_sealed, t.value_sealed as reason_sealed,
      r.file_id, f.received_at, r.table_no, r.row_number
    from staging.link_review r
      join accepted_file f using (file_id)
      left join vault.row_text t on t.file_id = r.file_id and t.table_no = r.table_no and t.row_number = r.row_number and t.column_name = 'reason'
      left join vault.row_text w on w.file_id = r.file_id and w.table_no = r.table_no and w.row_number = r.row_number and w.column_name = 'decided_by'
      join ops.submitter b on b.submitter = f.submitter and b.kind = 'department'
    where r.decision is not null and r.left_writing ~* '^[0-9a-f]{1,15}$' and r.right_writing ~* '^[0-9a-f]{1,15}$'
  )
  select distinct on (least(a, b), greatest(a, b)) least(a, b) as left_profile, greatest(a, b) as right_profile,
    same_person, decided_on, decided_by_sealed, reason_sealed, file_id
  from told
  where a <> b
  order by least(a, b), greatest(a, b), decided_on desc, received_at desc, file_id desc, table_no desc, row_number desc;

with gone as (
  delete from vault.link_decision d
  where not exists (select from decision_now n where n.left_profile = d.left_profile and n.right_profile = d.right_profile)
  returning left_profile, right_profile
)
insert into changed_end select unnest(array[left_profile, right_profile]) from gone;
with present as (
  insert into vault.link_decision as d (left_profile, right_profile, same_person, decided_on, decided_by_sealed, reason_sealed, file_id)
    select left_profile, right_profile, same_person, decided_on, decided_by_sealed, reason_sealed, file_id from decision_now
  on conflict (left_profile, right_profile) do update
    set same_person = excluded.same_person, decided_on = excluded.decided_on, decided_by_sealed = excluded.decided_by_sealed, reason_sealed = excluded.reason_sealed,
      file_id = excluded.file_id
    where (d.same_person, d.decided_on, d.decided_by_sealed, d.reason_sealed, d.file_id)
      is distinct from (excluded.same_person, excluded.decided_on, excluded.decided_by_sealed, excluded.reason_sealed, excluded.file_id)
  returning left_profile, right_profile
)
insert into changed_end select unnest(array[left_profile, right_profile]) from present;

-- The whole of what hangs together with a change, step by step.
insert into touched_member
  select profile_key, 0
  from (
    select profile_key from touched_profile where not is_gone
    union
    select profile_key from changed_end
    union
    select p.profile_key
    from vault.person_profile p
      join former_person f using (person_key)
  ) as seed
    join vault.person_profile using (profile_key);
do $$
declare
  current_wave int := 0;
  more int;
begin
  loop
    analyze touched_member;
    insert into touched_member
      select p.right_profile, current_wave + 1
        from touched_member t join vault.person_pair p on p.left_profile = t.profile_key and p.may_join where t.wave = current_wave
      union
      select p.left_profile, current_wave + 1
        from touched_member t join vault.person_pair p on p.right_profile = t.profile_key and p.may_join where t.wave = current_wave
      union
      select n.profile_key, current_wave + 1
        from touched_member t
          join vault.link_decision d on d.same_person and t.profile_key in (d.left_profile, d.right_profile)
          join vault.person_profile n on n.profile_key in (d.left_profile, d.right_profile)
        where t.wave = current_wave
    on conflict do nothing;
    get diagnostics more = row_count;
    exit when more = 0;
    current_wave := current_wave + 1;
  end loop;
end
$$;

-- Who they turn out to be; filled from outside.
create temp table person_membership (profile_key bigint primary key, anchor_key bigint not null, person_match text not null, nameless boolean not null) on commit drop;
