-- Who the persons are (vault) and what about them may be seen (core). Of several birth dates the most precise counts, of
-- equal ones the latest; the sex and name last written count. What a roster says holds for its half-year and the ones after it.

create temp table person_naming on commit drop as
  select m.*, f.received_at
  from changed_person c
    join vault.person_mention m using (person_key)
    join accepted_file f using (file_id);
create index on person_naming (person_key);
analyze person_naming;

delete from vault.person where person_key in (select person_key from changed_person);
insert into vault.person (person_key, full_name, national_id_hash, national_id_sealed, old_id_hash, old_id_sealed,
    insurance_no_hash, insurance_no_sealed, sex, birth, birth_to, birth_precision)
  with latest as (
    select person_key,
      (array_agg(full_name order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where full_name is not null))[1] as full_name,
      (array_agg(national_id_hash order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where national_id_hash is not null))[1] as national_id_hash,
      (array_agg(national_id_sealed order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where national_id_hash is not null))[1] as national_id_sealed,
      (array_agg(old_id_hash order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where old_id_hash is not null))[1] as old_id_hash,
      (array_agg(old_id_sealed order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where old_id_hash is not null))[1] as old_id_sealed,
      (array_agg(insurance_no_hash order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where insurance_no_hash is not null))[1] as insurance_no_hash,
      (array_agg(insurance_no_sealed order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where insurance_no_hash is not null))[1] as insurance_no_sealed,
      (array_agg(sex order by period desc, received_at desc, file_id desc, mention_no desc)
        filter (where sex is not null))[1] as sex
    from person_naming
    group by person_key
  ), best_birth as (
    select distinct on (person_key) person_key, birth, birth_to, birth_precision
    from person_naming
    where birth is not null
    order by person_key, birth_to - birth, period desc, received_at desc, file_id desc, mention_no desc
  )
  select l.person_key, l.full_name, l.national_id_hash, l.national_id_sealed, l.old_id_hash, l.old_id_sealed,
    l.insurance_no_hash, l.insurance_no_sealed, l.sex, b.birth, b.birth_to, b.birth_precision
  from latest l
    left join best_birth b using (person_key);

insert into core.person (person_key, person_id)
  select distinct person_key, 'P' || lpad(to_hex(person_key), 15, '0') from person_naming
on conflict do nothing;

create temp table person_version on commit drop as
  with said as (
    select distinct on (n.person_key, n.period) n.person_key, core.period_start(n.period) as starts_on,
      case when r.minority or r.minority is null and r.ethnicity is not null and lower(r.ethnicity) <> 'kinh' then 'minority'
        when r.ethnicity is not null or r.minority is not null then 'kinh' else 'unknown' end as ethnicity_group,
      case when r.poor then 'poor' when r.near_poor then 'near_poor' else 'other' end as economic_class
    from person_naming n
      join staging.member_roster r on r.file_id = n.file_id and r.table_no = n.table_no and r.row_number = n.row_number
        and r.mention_no = n.mention_no
    order by n.person_key, n.period, n.received_at desc, n.file_id desc, n.mention_no desc
  ), first_naming as (
    select person_key, core.period_start(min(period)) as starts_on from person_naming group by person_key
  ), every_word as (
    select person_key, starts_on, ethnicity_group, economic_class from said
    union all
    select f.person_key, f.starts_on, 'unknown', 'unknown'
    from first_naming f
    where not exists (select from said s where s.person_key = f.person_key and s.starts_on = f.starts_on)
  ), marked as (
    select *, (ethnicity_group || economic_class)
      is distinct from lag(ethnicity_group || economic_class) over (partition by person_key order by starts_on) as is_change
    from every_word
  )
  select m.person_key, coalesce(p.sex, 'unknown') as sex, extract(year from p.birth)::smallint as birth_year, p.birth_precision,
    m.ethnicity_group, m.economic_class, m.starts_on as valid_from,
    coalesce(lead(m.starts_on) over (partition by m.person_key order by m.starts_on), date '9999-12-31') as valid_to
  from marked m
    join vault.person p using (person_key)
  where m.is_change;

delete from core.dim_person where person_key in (select person_key from changed_person);
-- A first load brings more versions than there are: what keeps them apart in time is then built at once, over all of them.
do $$
declare
  brought bigint := (select count(*) from person_version);
  many constant bigint := 20000;
begin
  if brought > many and brought > (select count(*) from core.dim_person) then
    alter table core.dim_person drop constraint one_person_version_at_a_time;
  end if;
end
$$;
insert into core.dim_person
  select core.stable_key('person version|' || person_key || '|' || valid_from), person_key, sex, birth_year, birth_precision,
    ethnicity_group, economic_class, valid_from, valid_to
  from person_version;
do $$
begin
  if not exists (select from pg_constraint where conrelid = 'core.dim_person'::regclass and conname = 'one_person_version_at_a_time') then
    alter table core.dim_person add constraint one_person_version_at_a_time
      exclude using gist (int8range(person_key, person_key, '[]') with &&, daterange(valid_from, valid_to) with &&);
  end if;
end
$$;
