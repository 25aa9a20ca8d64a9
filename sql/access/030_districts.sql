-- A district's role sees the rows of its district. The rule stands on the tables, so that no way of asking goes round it; the
-- marts ask as the one who asks (security_invoker) and thereby obey it. What a table is not given here, a district does not see.
-- Province-level figures are for everybody: the indicators of the province, which the plan's reviews publish anyway and which
-- no subtraction leads back to another single district, and the published media items. Money, activities and files of the
-- province belong to no district and are shown to none.

create temp table district_rule on commit drop as
  select * from (values
    ('core.club', 'plan_district = any ((select core.plan_districts_of_role())::text[]) or club_key = -1'),
    ('core.dim_club', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_unit_report', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_activity', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_health_check', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_loan', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_fund', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_target', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_submission', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_member_period', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_club_period', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('core.fact_membership', 'club_key in (select club_key from core.club where club_key <> -1)'),
    ('core.fact_club_report', 'club_key in (select club_key from core.club where club_key <> -1)'),
    ('core.fact_home_care', 'club_key in (select club_key from core.club where club_key <> -1)'),
    ('core.fact_loan_period', 'loan_key in (select loan_key from core.fact_loan)'),
    ('core.fact_loan_repayment', 'loan_key in (select loan_key from core.fact_loan)'),
    ('core.bridge_activity_kind', '(file_id, table_no, row_number) in (select file_id, table_no, row_number from core.fact_activity)'),
    ('core.person', 'person_key in (select person_key from core.fact_membership union select person_key from core.fact_health_check'
      ' union select person_key from core.fact_loan union select volunteer_key from core.fact_home_care'
      ' union select recipient_key from core.fact_home_care union select -1)'),
    ('core.dim_person', 'person_key in (select person_key from core.person)'),
    ('core.person_alias', 'person_key in (select person_key from core.person)'),
    ('core.pending_link', 'person_key in (select person_key from core.person) and other_key in (select person_key from core.person)'),
    ('core.fact_indicator', 'area_level = ''province'' or area_level = ''district'' and area_code = any ((select core.plan_districts_of_role())::text[])'
      ' or area_level = ''club'' and area_code in (select club_code from core.club where club_key <> -1)'),
    ('core.fact_media_item', 'true'),
    ('ops.submitter', 'plan_district = any ((select core.plan_districts_of_role())::text[])'),
    ('ops.file', 'submitter in (select submitter from ops.submitter)'),
    ('ops.slice', 'file_id in (select file_id from ops.file)'),
    ('ops.file_table', 'file_id in (select file_id from ops.file)'),
    ('ops.finding', 'file_id in (select file_id from ops.file)')
  ) as r (table_name, rule);

-- Codes, days and places: the same for everybody.
create temp table for_everybody on commit drop as
  select * from (values ('core.dim_date'), ('core.dim_period'), ('core.dim_plan_district'), ('core.dim_place'),
    ('core.bridge_place_lineage'), ('core.dim_activity_kind'), ('core.dim_fund_source'), ('core.dim_lender'), ('core.dim_outlet'),
    ('core.dim_indicator')) as e (table_name);

do $$
declare
  each record;
  whole text;
begin
  for each in select format('%I.%I', n.nspname, c.relname) as view_name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and n.nspname = 'mart'
  loop
    execute format('alter view %s set (security_invoker = true)', each.view_name);
    -- Figures made to leave the house are made of the whole province; pairs in doubt are the association's to decide.
    if exists (select from pg_roles where rolname = 'ishc_district') and each.view_name not like 'mart.public\_%' and each.view_name <> 'mart.pending_link' then
      execute format('grant select on %s to ishc_district', each.view_name);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'ishc_district') then
    return;
  end if;
  grant usage on schema core, mart, ops to ishc_district;
  for each in select * from for_everybody loop
    execute format('grant select on %s to ishc_district', each.table_name);
  end loop;
  -- Rows are withheld from whoever no rule lets see them: those who may see all of a table need a rule that says so.
  select string_agg(quote_ident(rolname), ', ') into whole
  from pg_roles where rolname in ('ishc_loader', 'ishc_analyst', 'ishc_steward');
  for each in select * from district_rule loop
    execute format('drop policy if exists rows_of_the_district on %s', each.table_name);
    execute format('create policy rows_of_the_district on %s for select to ishc_district using (%s)', each.table_name, each.rule);
    execute format('drop policy if exists all_rows on %s', each.table_name);
    if whole is not null then
      execute format('create policy all_rows on %s to %s using (true) with check (true)', each.table_name, whole);
    end if;
    execute format('alter table %s enable row level security', each.table_name);
    execute format('grant select on %s to ishc_district', each.table_name);
  end loop;
end
$$;
