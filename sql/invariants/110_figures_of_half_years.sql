-- vi: Mỗi ngày có chỉ tiêu là ngày cuối của một kỳ có số liệu câu lạc bộ
-- en: Figures are published for half-years with figures of clubs, and for no others

select 'figures as of ' || as_of as broken
from (select distinct as_of from core.fact_indicator where publication = 'current') f
where not exists (select from core.fact_club_period c where c.as_of = f.as_of)
union all
select 'no figures as of ' || as_of
from (select distinct as_of from core.fact_club_period) c
where not exists (select from core.fact_indicator f where f.publication = 'current' and f.as_of = c.as_of)
order by broken
