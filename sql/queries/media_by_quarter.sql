-- vi: Quý nào chưa đủ cả báo và đài đưa tin?
-- en: Which quarters lack an item of a newspaper or of radio and television?
-- grain: One row per quarter with any item.
-- read: complete is what the plan asks for in each quarter.

select to_char(published_on, 'YYYY"-Q"Q') as quarter, count(*) as items,
  count(*) filter (where outlet_kind = 'newspaper' or media_kind in ('print', 'online')) as newspaper_items,
  count(*) filter (where outlet_kind = 'radio_tv' or media_kind in ('television', 'radio')) as broadcast_items,
  bool_or(outlet_kind = 'newspaper' or media_kind in ('print', 'online'))
    and bool_or(outlet_kind = 'radio_tv' or media_kind in ('television', 'radio')) as complete
from mart.media_item
where published_on is not null
group by to_char(published_on, 'YYYY"-Q"Q')
order by quarter;
