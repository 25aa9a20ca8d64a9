-- The five rooms of the warehouse, and three functions that every later step leans on.

create schema ops;
create schema staging;
create schema vault;
create schema core;
create schema mart;

comment on schema ops is 'What came in and what became of it: loads, files, findings, slices, job runs.';
comment on schema staging is 'Accepted rows as the files gave them, typed, one table per feed; kept for every loaded file.';
comment on schema vault is 'Names, numbers and other personal data; closed to analysts.';
comment on schema core is 'The star: dimensions and facts, pseudonymous.';
comment on schema mart is 'Views for people; names and columns are a public contract.';

-- A key that depends on the text alone, so that any order of arrival gives the same one. Positive, 60 bits.
create function core.stable_key(identity text) returns bigint
  language sql immutable strict parallel safe
  return ('x' || substr(encode(sha256(convert_to(identity, 'UTF8')), 'hex'), 1, 15))::bit(60)::bigint;

comment on function core.stable_key(text) is 'Positive key of 60 bits that depends on the text alone.';

-- 'xóm 6' becomes 'xom-6': readable, without tone marks, fit for a code.
create function core.slug(name text) returns text
  language sql immutable strict parallel safe
  return trim(both '-' from regexp_replace(
    replace(lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd'),
    '[^a-z0-9]+', '-', 'g'));

comment on function core.slug(text) is 'Name in lower case without tone marks, words joined by hyphens.';

-- '2025-H1' becomes 2025-06-30: the as-of date of a half-year.
create function core.period_end(period text) returns date
  language sql immutable strict parallel safe
  return case right(period, 1)
    when '1' then make_date(left(period, 4)::int, 6, 30)
    else make_date(left(period, 4)::int, 12, 31)
  end;

comment on function core.period_end(text) is 'Last day of a half-year, the as-of date of its figures.';

create function core.period_start(period text) returns date
  language sql immutable strict parallel safe
  return case right(period, 1)
    when '1' then make_date(left(period, 4)::int, 1, 1)
    else make_date(left(period, 4)::int, 7, 1)
  end;

comment on function core.period_start(text) is 'First day of a half-year.';

-- '2025-H1' becomes 20251.
create function core.period_key(period text) returns int
  language sql immutable strict parallel safe
  return left(period, 4)::int * 10 + right(period, 1)::int;

comment on function core.period_key(text) is 'Key of a half-year: the year, then 1 or 2.';
