-- vi: Số dòng của tệp = nhận + không nhận + không phải dữ liệu; cả tệp bằng tổng các bảng của nó
-- en: Rows of a file = accepted + refused + not data, and the whole is the sum of its tables

select f.file_id || ': ' || f.rows_read || ' <> ' || f.rows_accepted || ' + ' || f.rows_refused || ' + ' || f.rows_not_data as broken
from ops.file f
where f.rows_read <> f.rows_accepted + f.rows_refused + f.rows_not_data
union all
select f.file_id || ': ' || f.rows_accepted || ' + ' || f.rows_refused || ' <> ' || sum(t.rows_accepted) || ' + ' || sum(t.rows_refused)
from ops.file f
  join ops.file_table t using (file_id)
group by f.file_id
having f.rows_accepted <> sum(t.rows_accepted) or f.rows_refused <> sum(t.rows_refused)
order by broken
