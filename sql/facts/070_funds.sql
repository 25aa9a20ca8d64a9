-- Money. Told twice, the scope's own reporter counts: for clubs and districts the district or commune, for the province a
-- department; the others are kept beside it.

insert into core.fact_fund
  select s.period_key, s.period, coalesce(r.scope, 'unknown'),
    case when r.scope = 'province' then '-1' else coalesce(c.plan_district, own.plan_district, s.plan_district) end,
    s.commune_code, coalesce(c.club_key, -1), coalesce(c.club_match, 'none'), c.club_source_value, coalesce(r.fund, 'unknown'),
    coalesce(k.fund_source_key, -1), r.source, true, r.planned, r.received, r.spent, r.balance,
    s.load_id, r.file_id, r.table_no, r.sheet, r.row_number
  from staging.fund_ledger r
    join live_slice s using (file_id, slice_no)
    left join live_club c using (file_id, club_no)
    left join core.dim_plan_district own on own.plan_district = r.plan_district
    left join core.dim_fund_source k on k.fund_source = r.source
  where r.duplicate_of_row is null;

with told as (
  select f.file_id, f.table_no, f.row_number, f.counted,
    first_value(f.file_id) over (
      partition by f.period_key, f.scope, f.club_key, f.plan_district,
        case when b.kind = 'commune' and f.scope <> 'province' then b.commune_code end, f.fund, f.fund_source_key
      order by case
          when f.scope = 'province' then case when b.kind = 'department' then 0 else 1 end
          when b.kind in ('commune', 'district') then 0
          else 1
        end, x.received_at desc, x.file_name desc, x.file_id desc) as speaker
  from core.fact_fund f
    join accepted_file x using (file_id)
    left join ops.submitter b on b.submitter = x.submitter
)
update core.fact_fund f set counted = t.file_id = t.speaker
from told t
where (t.file_id, t.table_no, t.row_number) = (f.file_id, f.table_no, f.row_number) and f.counted <> (t.file_id = t.speaker);
