-- Days and half-years from 2010 to 2035. Due dates come from the calendar that Java has copied into the temporary table
-- due_date (period, due_on); without one reports are due on 20 June and 20 December.

insert into core.dim_period (period_key, period, year, half, first_quarter, last_quarter, starts_on, ends_on, due_on)
  select y * 10 + h, y || '-H' || h, y, h, y || '-Q' || h * 2 - 1, y || '-Q' || h * 2,
    make_date(y, h * 6 - 5, 1), (make_date(y, h * 6 - 5, 1) + interval '6 months - 1 day')::date,
    coalesce(d.due_on, make_date(y, h * 6, 20))
  from generate_series(2010, 2035) y cross join generate_series(1, 2) h
    left join due_date d on d.period = y || '-H' || h
on conflict (period_key) do update set due_on = excluded.due_on;

insert into core.dim_date (date_key, day, year, quarter, month, day_of_month, period_key)
  select to_char(day, 'YYYYMMDD')::int, day, extract(year from day), extract(quarter from day), extract(month from day),
    extract(day from day), extract(year from day)::int * 10 + case when extract(month from day) <= 6 then 1 else 2 end
  from (select day::date from generate_series(timestamp '2010-01-01', timestamp '2035-12-31', interval '1 day') day) days
on conflict do nothing;
