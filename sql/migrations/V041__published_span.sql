-- One definition for the publication, the figures and the check of them. A half-year that had not begun when its file came is a slip
-- of the pen: it moves nothing.
create view ops.published_span as
  select min(s.period) filter (where s.feed = 'club-registry') as first, max(s.period) as last
  from ops.slice s
    join ops.file f using (file_id)
  where f.state in ('staged', 'loaded', 'loaded_with_findings', 'superseded')
    and s.feed <> 'link-review'
    and core.period_start(s.period) <= (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date;
comment on view ops.published_span is 'One row per warehouse: the half-years that figures are published for, from the first registry to the last half-year with any data.';
comment on column ops.published_span.first is 'The half-year of the first registry; empty before one has come.';
comment on column ops.published_span.last is 'The last half-year with any data.';
