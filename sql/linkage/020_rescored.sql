-- Which writings have to be held against each other again: all that share a key with a touched one, unless the key is and was
-- too crowded. Expects profile_block: the keys of the touched writings.

create temp table touched_block on commit drop as
  with former as (
    select block_key, count(*) as n
    from vault.person_block
    where profile_key in (select profile_key from touched_profile)
    group by block_key
  ), present as (
    select block_key, count(*) as n from profile_block group by block_key
  )
  select block_key, coalesce(f.n, 0) as formerly, coalesce(p.n, 0) as presently
  from former f
    full join present p using (block_key);

delete from vault.person_block where profile_key in (select profile_key from touched_profile);

-- A first load brings more keys than there are: their indexes are then built at once, which takes a tenth of the time.
do $$
declare
  brought bigint := (select count(*) from profile_block);
  many constant bigint := 50000;
begin
  if brought > many and brought > (select count(*) from vault.person_block) then
    drop index vault.person_block_profile_key_idx;
    alter table vault.person_block drop constraint person_block_pkey;
    insert into vault.person_block (block_key, profile_key) select block_key, profile_key from profile_block;
    alter table vault.person_block add primary key (block_key, profile_key);
    create index person_block_profile_key_idx on vault.person_block (profile_key);
  else
    insert into vault.person_block (block_key, profile_key) select block_key, profile_key from profile_block order by block_key, profile_key;
  end if;
end
$$;
create unique index on touched_block (block_key);
analyze touched_block;
analyze vault.person_block;

create temp table rescored_profile (profile_key bigint primary key) on commit drop;
insert into rescored_profile
  with open_block as (
    select t.block_key
    from touched_block t
      join vault.person_block b using (block_key)
    group by t.block_key
    having count(*) <= (select most from linkage_setting) or count(*) - max(t.presently) + max(t.formerly) <= (select most from linkage_setting)
  )
  select distinct b.profile_key
  from open_block
    join vault.person_block b using (block_key)
  union
  select profile_key from touched_profile where not is_gone;
analyze rescored_profile;

-- Keys of theirs that are too crowded.
create temp table crowded_block on commit drop as
  with own as (
    select distinct block_key from vault.person_block where profile_key in (select profile_key from rescored_profile)
  )
  select block_key from vault.person_block join own using (block_key) group by block_key having count(*) > (select most from linkage_setting);

-- The pairs found among them; filled from outside.
create temp table scored_pair (left_profile bigint, right_profile bigint, weight double precision, zone text, may_join boolean, agreement text) on commit drop;
