-- vi: Mỗi người được nhắc trong dữ liệu đang dùng đều có trong danh mục người
-- en: Every person a mention means is a person of the star

select m.file_id || ' #' || m.mention_no as broken
from vault.person_mention m
  left join core.person p using (person_key)
where m.person_key is not null and p.person_key is null
order by broken
