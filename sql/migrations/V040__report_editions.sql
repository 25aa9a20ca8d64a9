-- What was published stays published: the files of an edition, the inputs it rested on. Its figures are rows of core.fact_indicator
-- whose publication is the name of the edition.

create table ops.report_edition (
  edition text primary key check (edition ~ '^(half-year|annual|final)-\d{4}-\d{2}-\d{2}-\d{2,3}-\d+$'),
  kind text not null check (kind in ('half-year', 'annual', 'final')),
  as_of date not null,
  area_code text not null check (area_code ~ '^\d{2,3}$'),
  edition_no int not null check (edition_no > 0),
  written_on date not null,
  published_at timestamptz not null,
  unique (kind, as_of, area_code, edition_no)
);
comment on table ops.report_edition is 'One row per published report.';
comment on column ops.report_edition.edition is 'Its name: kind, day of the figures, area, number; final-2025-12-31-40-1.';
comment on column ops.report_edition.kind is 'half-year, annual or final.';
comment on column ops.report_edition.as_of is 'Day on which its figures are taken.';
comment on column ops.report_edition.area_code is '40, or the GSO code of a plan district.';
comment on column ops.report_edition.edition_no is 'Number among the editions of the same kind, day and area.';
comment on column ops.report_edition.written_on is 'Day that the paper carries.';
comment on column ops.report_edition.published_at is 'When it was published.';

create table ops.report_file (
  edition text not null references ops.report_edition on delete cascade,
  language text not null check (language in ('vi', 'en')),
  format text not null check (format in ('docx', 'xlsx', 'html')),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  primary key (edition, language, format)
);
comment on table ops.report_file is 'One row per file of a published report.';
comment on column ops.report_file.edition is 'The edition.';
comment on column ops.report_file.language is 'vi or en.';
comment on column ops.report_file.format is 'docx, xlsx or html.';
comment on column ops.report_file.file_name is 'Name under which it is written.';
comment on column ops.report_file.sha256 is 'Hash of its bytes.';
comment on column ops.report_file.content is 'Its bytes, so that it can be written again bit for bit.';

create table ops.report_input (
  edition text not null references ops.report_edition on delete cascade,
  file_id text not null,
  content_sha256 text not null,
  primary key (edition, file_id)
);
comment on table ops.report_input is 'One row per file that was in force when a report was published.';
comment on column ops.report_input.edition is 'The edition.';
comment on column ops.report_input.file_id is 'The file.';
comment on column ops.report_input.content_sha256 is 'Hash of its bytes.';
