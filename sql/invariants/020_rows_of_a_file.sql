-- vi: Số dòng của tệp = nhận + không nhận + không phải dữ liệu, trong từng bảng và cả tệp
-- en: Rows of a file = accepted + refused + not data, in each table and in the whole

select f.file_id || ': ' || f.rows_read || ' <> ' || f.rows_accepted || ' + ' || f.rows_refused || ' + ' || f.rows_not_data as broken
from ops.file f
where f.rows_read <> f.rows_accepted + f.rows_refused + f.rows_not_data
union all
select t.file_id || ' #' || t.table_no || ': ' || t.rows_accepted || ' > ' || t.rows_read
from ops.file_table t
where t.rows_accepted > t.rows_read
order by broken
