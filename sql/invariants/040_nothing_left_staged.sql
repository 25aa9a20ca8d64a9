-- vi: Không còn tệp nào dừng giữa chừng
-- en: No file has stopped half way

select file_id || ': staged' as broken
from ops.file
where state = 'staged'
union all
select file_id || ': ' || state || ', no archive'
from ops.file
where state <> 'refused' and archive_path is null
order by broken
