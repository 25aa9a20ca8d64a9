-- vi: Mỗi năm có bao nhiêu hoạt động, bao nhiêu người tham gia, theo loại?
-- en: How many activities and participants by kind and year?
-- grain: One row per year and kind.
-- read: An activity of several kinds counts in each of them.

select extract(year from f.activity_on)::int as year, k.activity_kind, k.activity_kind_name, count(*) as activities, sum(f.participants) as participants
from core.fact_activity f
  join core.bridge_activity_kind b using (file_id, table_no, row_number)
  join core.dim_activity_kind k using (activity_kind_key)
group by extract(year from f.activity_on), k.activity_kind, k.activity_kind_name
order by year, activities desc, k.activity_kind;
