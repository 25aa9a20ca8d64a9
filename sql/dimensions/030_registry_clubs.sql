-- Which rows of the registries in force speak of the same club. Half-year by half-year each row looks for the club it
-- continues among those of earlier half-years, from the strongest evidence to the weakest; a link is made only where row and
-- club have no other choice. What stays open starts a club of its own. No clock, no order of arrival: only the files count.

create temp table registry_mention on commit drop as
  with listed as (
    select r.file_id, r.club_no, min(r.slice_no) as slice_no
    from staging.club_registry r
      join ops.slice s on s.file_id = r.file_id and s.slice_no = r.slice_no and s.in_force
      join accepted_file f on f.file_id = r.file_id
    where r.duplicate_of_row is null and r.club_no > 0
    group by r.file_id, r.club_no
  )
  select row_number() over (order by m.period, s.unit_kind desc, m.plan_district, m.successor_code, m.name_key,
      m.founded_on, m.decision_key, m.hamlet_key, m.file_id, m.club_no)::int as mention_id,
    m.file_id, m.club_no, m.area, m.period, s.unit_kind, l.file_id || l.slice_no as slice_id,
    m.plan_district, m.place_key, m.frame_no, m.codes, m.commune_code, m.successor_code,
    m.club_name, m.name_key, m.hamlet_key, m.founded_on, m.founded_precision, m.decision_key,
    m.club_source_value, m.commune_match, m.commune_source_value,
    null::int as root_id, null::text as match
  from listed l
    join placed_mention m on m.file_id = l.file_id and m.club_no = l.club_no
    join ops.slice s on s.file_id = l.file_id and s.slice_no = l.slice_no
  where m.area in (select area from touched_area);
create unique index on registry_mention (mention_id);
create index on registry_mention (area, name_key);
create index on registry_mention (decision_key, founded_on);
create index on registry_mention (period, unit_kind);
analyze registry_mention;

-- A row and a club it may continue; fits holds the rounds (below) in which the two may be linked.
create temp table club_pair (mention_id int, slice_id text, root_id int, fits int[]) on commit drop;

do $$
declare
  step record;
  evidence int;
  name_of_round constant text[] := array['exact', 'founding', 'decision', 'hamlet', 'exact', 'exact', 'renamed', 'district', 'moved'];
begin
  for step in
    select distinct period, unit_kind from registry_mention order by period, unit_kind desc
  loop
    truncate club_pair;
    insert into club_pair
      with touching as (
        select m.mention_id, k.mention_id as known_id
        from registry_mention m
          join registry_mention k on k.area = m.area and k.name_key = m.name_key and k.root_id is not null
        where m.period = step.period and m.unit_kind = step.unit_kind
        union
        select m.mention_id, k.mention_id
        from registry_mention m
          join registry_mention k on k.decision_key = m.decision_key and k.founded_on = m.founded_on and k.area = m.area
            and k.root_id is not null
        where m.period = step.period and m.unit_kind = step.unit_kind
          and m.founded_precision = 'day' and k.founded_precision = 'day'
      ), compared as (
        select m.mention_id, m.slice_id, k.root_id, k.period,
          coalesce(case when m.frame_no >= k.frame_no then m.codes[m.frame_no] = k.codes[m.frame_no]
            else m.codes[k.frame_no] = k.codes[k.frame_no] end, false) as same_place,
          m.place_key = -1 or k.place_key = -1 as place_unknown,
          k.name_key = m.name_key as same_name,
          coalesce(k.founded_on = m.founded_on and k.founded_precision = m.founded_precision, false) as same_founding,
          coalesce(k.founded_on = m.founded_on and k.founded_precision = 'day' and m.founded_precision = 'day', false) as same_day,
          coalesce(k.decision_key = m.decision_key, false) as same_decision,
          coalesce(k.hamlet_key = m.hamlet_key, false) as same_hamlet
        from touching t
          join registry_mention m on m.mention_id = t.mention_id
          join registry_mention k on k.mention_id = t.known_id
      ), paired as (
        select mention_id, slice_id, root_id, max(period) as last_period,
          bool_or(same_place and same_name) as by_name,
          bool_or(same_place and same_founding) as by_founding,
          bool_or(same_place and same_decision) as by_decision,
          bool_or(same_place and same_hamlet) as by_hamlet,
          bool_or(same_place and same_day and same_decision) as by_birth,
          bool_or(place_unknown and same_name) as by_bare_name,
          bool_or(same_name and same_day and same_decision) as by_move
        from compared
        group by mention_id, slice_id, root_id
      ), recent as (
        select *, last_period = max(last_period) filter (where by_name) over (partition by mention_id) as is_recent from paired
      )
      select mention_id, slice_id, root_id, array_remove(array[
          case when by_name and by_founding and by_decision then 1 end,
          case when by_name and by_founding then 2 end,
          case when by_name and by_decision then 3 end,
          case when by_name and by_hamlet then 4 end,
          case when by_name and is_recent then 5 end,
          case when by_name then 6 end,
          case when by_birth then 7 end,
          case when by_bare_name then 8 end,
          case when by_move then 9 end], null)
      from recent
      where by_name or by_birth or by_bare_name or by_move;
    for evidence in 1..9 loop
      with open_pair as (
        select p.mention_id, p.root_id,
          count(*) over (partition by p.mention_id) as choices,
          count(*) over (partition by case when evidence < 9 then p.slice_id end, p.root_id) as rivals
        from club_pair p
          join registry_mention m on m.mention_id = p.mention_id and m.root_id is null
        where evidence = any (p.fits)
          -- A decision may have founded several clubs of one name: one has moved only where its former place lists it no more.
          and not exists (
            select from registry_mention taken
            where taken.root_id = p.root_id
              and (taken.slice_id = p.slice_id or evidence = 9 and taken.period = step.period))
      )
      update registry_mention m set root_id = p.root_id, match = name_of_round[evidence]
      from open_pair p
      where p.mention_id = m.mention_id and p.choices = 1 and p.rivals = 1;
    end loop;
    update registry_mention m set root_id = m.mention_id,
      match = case
        when exists (
          select from club_pair p
          where p.mention_id = m.mention_id and p.fits && array[6, 7, 8]
            and not exists (select from registry_mention t where t.slice_id = p.slice_id and t.root_id = p.root_id))
        then 'ambiguous' else 'new'
      end
    where m.period = step.period and m.unit_kind = step.unit_kind and m.root_id is null;
  end loop;
end
$$;

-- A club known from an older map, found again under the place that its own became.
update registry_mention m set match = 'lineage'
from registry_mention k
where m.match = 'exact' and k.mention_id = m.root_id and k.place_key <> m.place_key;
