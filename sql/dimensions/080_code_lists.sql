-- Codes that the files use and no list names yet: they become members with the code as name, no row is lost for them.

insert into core.dim_activity_kind
  select distinct core.stable_key('activity kind|' || kind), kind, kind
  from staging.activity_log, unnest(activity_kinds) as kind
  where file_id in (select file_id from changed_file)
on conflict do nothing;

insert into core.dim_fund_source
  select distinct core.stable_key('fund source|' || source), source, source
  from staging.fund_ledger
  where source is not null and file_id in (select file_id from changed_file)
on conflict do nothing;

insert into core.dim_lender
  select distinct core.stable_key('lender|' || lender), lender, lender
  from staging.loan_ledger
  where lender is not null and file_id in (select file_id from changed_file)
on conflict do nothing;

insert into core.dim_outlet
  select core.stable_key('outlet|' || lower(outlet) || '|' || coalesce(outlet_kind, 'unknown')), lower(outlet),
    coalesce(outlet_kind, 'unknown'), min(outlet collate "C")
  from staging.media_item
  where outlet is not null and file_id in (select file_id from changed_file)
  group by lower(outlet), coalesce(outlet_kind, 'unknown')
on conflict (outlet_key) do update
  set outlet_name = least(dim_outlet.outlet_name collate "C", excluded.outlet_name collate "C");
