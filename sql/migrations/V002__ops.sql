-- What came in, what it speaks of, what was found in it.

create table ops.load (
  load_id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  state text not null check (state in ('running', 'done', 'failed')),
  check (finished_at >= started_at)
);
comment on table ops.load is 'One row per run of the load.';
comment on column ops.load.load_id is 'Number of the run.';
comment on column ops.load.started_at is 'When the run began.';
comment on column ops.load.finished_at is 'When the run ended; empty while it runs or when it was killed.';
comment on column ops.load.state is 'running, done or failed.';

create table ops.submitter (
  submitter text primary key,
  kind text not null,
  name text not null,
  plan_district text check (plan_district ~ '^\d{3}$'),
  commune_code text check (commune_code ~ '^\d{5}$')
);
comment on table ops.submitter is 'One row per sender of files, which is one folder of the inbox.';
comment on column ops.submitter.submitter is 'Name of the folder.';
comment on column ops.submitter.kind is 'district, commune, health_station, bank, department, media and so on.';
comment on column ops.submitter.name is 'Vietnamese name of the sender.';
comment on column ops.submitter.plan_district is 'GSO code of the plan district the sender belongs to; empty for the province.';
comment on column ops.submitter.commune_code is 'GSO code of the commune the sender belongs to; empty for districts and the province.';

create table ops.file (
  file_id text primary key check (file_id ~ '^[0-9a-f]{12}$'),
  content_sha256 text not null,
  rows_sha256 text,
  submitter text not null,
  file_name text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  received_at timestamptz not null,
  revision_rank int not null default 0,
  state text not null
    check (state in ('staged', 'loaded', 'loaded_with_findings', 'refused', 'duplicate', 'superseded')),
  feed text,
  period text,
  rows_read int not null default 0 check (rows_read >= 0),
  rows_accepted int not null default 0 check (rows_accepted >= 0),
  rows_refused int not null default 0 check (rows_refused >= 0),
  rows_not_data int not null default 0 check (rows_not_data >= 0),
  errors int not null default 0 check (errors >= 0),
  warnings int not null default 0 check (warnings >= 0),
  infos int not null default 0 check (infos >= 0),
  duplicate_of text references ops.file,
  load_id bigint references ops.load,
  archive_path text,
  constraint no_row_vanishes check (rows_read = rows_accepted + rows_refused + rows_not_data)
);
create index on ops.file (submitter);
create index on ops.file (content_sha256);
create index on ops.file (rows_sha256);
comment on table ops.file is 'One row per file that came in.';
comment on column ops.file.file_id is 'First 12 hexadecimal digits of the SHA-256 of content, submitter and name.';
comment on column ops.file.content_sha256 is 'SHA-256 of the bytes.';
comment on column ops.file.rows_sha256 is 'SHA-256 of the rows as read: the same for a file that was only saved again.';
comment on column ops.file.submitter is 'Folder of the inbox it lay in.';
comment on column ops.file.file_name is 'Name as the sender gave it.';
comment on column ops.file.size_bytes is 'Size in bytes.';
comment on column ops.file.received_at is 'When the warehouse first saw it; of two versions of a slice the later one counts.';
comment on column ops.file.revision_rank is 'Decides between files received at the same instant: a higher rank counts as later.';
comment on column ops.file.state is 'staged until published, then loaded, loaded_with_findings or superseded; or refused, or duplicate.';
comment on column ops.file.feed is 'Feeds in it, joined with + in alphabetical order; empty when none was recognised.';
comment on column ops.file.period is 'Half-years it speaks of, joined with + in order.';
comment on column ops.file.rows_read is 'Rows read, blank rows not counted; always accepted + refused + not data.';
comment on column ops.file.rows_accepted is 'Rows that went into staging.';
comment on column ops.file.rows_refused is 'Data rows with an error.';
comment on column ops.file.rows_not_data is 'Titles, headers, sections, totals and footers.';
comment on column ops.file.errors is 'Findings of severity error.';
comment on column ops.file.warnings is 'Findings of severity warning.';
comment on column ops.file.infos is 'Findings of severity info.';
comment on column ops.file.duplicate_of is 'The file whose bytes it repeats.';
comment on column ops.file.load_id is 'The run that took it in.';
comment on column ops.file.archive_path is 'Where the original lies, below the archive folder.';

create table ops.file_table (
  file_id text not null references ops.file on delete cascade,
  table_no smallint not null,
  sheet text not null,
  sheet_hidden boolean not null default false,
  feed text,
  period text,
  period_source text,
  plan_district text,
  commune_code text,
  header_row int,
  rows_read int not null default 0,
  rows_accepted int not null default 0,
  rows_refused int not null default 0,
  rows_not_data int not null default 0,
  primary key (file_id, table_no),
  constraint no_row_vanishes_here check (rows_read = rows_accepted + rows_refused + rows_not_data)
);
comment on table ops.file_table is 'One row per table found on a sheet of a file.';
comment on column ops.file_table.file_id is 'The file.';
comment on column ops.file_table.table_no is 'Number of the table in the file, in reading order.';
comment on column ops.file_table.sheet is 'Name of the sheet.';
comment on column ops.file_table.sheet_hidden is 'Whether the sheet is hidden.';
comment on column ops.file_table.feed is 'The feed its header tells.';
comment on column ops.file_table.period is 'The half-year it speaks of.';
comment on column ops.file_table.period_source is 'Where the half-year was found: title, file name, folder or the day received.';
comment on column ops.file_table.plan_district is 'Plan district it speaks of.';
comment on column ops.file_table.commune_code is 'Commune it speaks of.';
comment on column ops.file_table.header_row is 'Row number of the last header row.';
comment on column ops.file_table.rows_read is 'Rows read of this table.';
comment on column ops.file_table.rows_accepted is 'Rows that went into staging.';
comment on column ops.file_table.rows_refused is 'Data rows with an error.';
comment on column ops.file_table.rows_not_data is 'Titles, headers, sections, totals and footers.';

create table ops.finding (
  file_id text not null references ops.file on delete cascade,
  finding_no int not null,
  sheet text not null default '',
  row_number int,
  cell text,
  column_name text,
  code text not null check (code ~ '^[FCRLW]\d{2}$'),
  severity text not null check (severity in ('error', 'warning', 'info')),
  found text,
  message_vi text not null,
  message_en text not null,
  raised_by text not null default 'walk' check (raised_by in ('walk', 'publish')),
  primary key (file_id, finding_no)
);
create index on ops.finding (code);
comment on table ops.finding is 'One row per finding in a file.';
comment on column ops.finding.file_id is 'The file.';
comment on column ops.finding.finding_no is 'Number of the finding in the file.';
comment on column ops.finding.sheet is 'Name of the sheet; empty for the file as a whole.';
comment on column ops.finding.row_number is 'Row as a person sees it; empty for the sheet or the file as a whole.';
comment on column ops.finding.cell is 'Cell as a person names it, for example F118.';
comment on column ops.finding.column_name is 'Column of the contract.';
comment on column ops.finding.code is 'Stable code: F file, C value, R rule, L link, W warehouse.';
comment on column ops.finding.severity is 'error: the row is refused; warning: it loads; info: a silent correction.';
comment on column ops.finding.found is 'What the file says there; masked when personal.';
comment on column ops.finding.message_vi is 'What is wrong and what to do, in Vietnamese; masked when personal.';
comment on column ops.finding.message_en is 'The same in English.';
comment on column ops.finding.raised_by is 'walk: found in the file alone; publish: found when files met, and withdrawn when another file answers it.';

create table ops.slice (
  file_id text not null references ops.file on delete cascade,
  slice_no int not null,
  feed text not null,
  period text not null check (period ~ '^\d{4}-H[12]$'),
  unit_kind text not null check (unit_kind in ('plan', 'district', 'commune', 'submitter', 'club')),
  unit_key text not null,
  plan_district text,
  commune_code text,
  club_no int,
  rows_accepted int not null default 0 check (rows_accepted >= 0),
  in_force boolean not null default false,
  primary key (file_id, slice_no)
);
create index on ops.slice (feed, period, unit_key);
comment on table ops.slice is 'One row per thing a file speaks of: feed, half-year and unit.';
comment on column ops.slice.file_id is 'The file.';
comment on column ops.slice.slice_no is 'Number of the slice in the file.';
comment on column ops.slice.feed is 'The feed.';
comment on column ops.slice.period is 'The half-year.';
comment on column ops.slice.unit_kind is 'What kind of unit speaks: plan, district, commune, submitter or club.';
comment on column ops.slice.unit_key is 'Which one: district code, commune code, submitter; for a club its number in the file.';
comment on column ops.slice.plan_district is 'Plan district of the unit.';
comment on column ops.slice.commune_code is 'Commune of the unit.';
comment on column ops.slice.club_no is 'Number of the club mention in the file, for slices of one club.';
comment on column ops.slice.rows_accepted is 'Accepted rows of the slice.';
comment on column ops.slice.in_force is 'Whether it is the last word on its feed, half-year and unit; set by publish.';

create table ops.due_feed (
  feed text primary key
);
comment on table ops.due_feed is 'One row per feed that every reporting unit owes each half-year.';
comment on column ops.due_feed.feed is 'The feed.';
insert into ops.due_feed (feed) values
  ('activity-log'), ('club-registry'), ('fund-ledger'), ('half-year-report'), ('home-care'), ('member-roster');

create table ops.reference_data (
  name text primary key,
  sha256 text not null
);
comment on table ops.reference_data is 'One row per set of reference data seeded into the dimensions.';
comment on column ops.reference_data.name is 'Which set.';
comment on column ops.reference_data.sha256 is 'SHA-256 of what was seeded last; another one means seed again.';
