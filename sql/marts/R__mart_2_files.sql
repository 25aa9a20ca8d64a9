-- What came in, and what was found in it.

drop view if exists mart.file;
create view mart.file as
  select file_id, submitter, file_name, feed, period, received_at, state,
    rows_read, rows_accepted, rows_refused, rows_not_data, errors, warnings
  from ops.file;
comment on view mart.file is 'One row per file that came in.';
comment on column mart.file.file_id is 'The file.';
comment on column mart.file.submitter is 'Folder it lay in.';
comment on column mart.file.file_name is 'Name as the sender gave it.';
comment on column mart.file.feed is 'Feeds in it, joined with + in alphabetical order.';
comment on column mart.file.period is 'Half-years it speaks of.';
comment on column mart.file.received_at is 'When the warehouse first saw it.';
comment on column mart.file.state is 'loaded, loaded_with_findings, refused, duplicate, superseded, or reverted: taken back by an officer.';
comment on column mart.file.rows_read is 'Rows read, blank rows not counted; always accepted + refused + not data.';
comment on column mart.file.rows_accepted is 'Rows that went in.';
comment on column mart.file.rows_refused is 'Data rows with an error.';
comment on column mart.file.rows_not_data is 'Titles, headers, sections, totals and footers.';
comment on column mart.file.errors is 'Findings of severity error.';
comment on column mart.file.warnings is 'Findings of severity warning.';

drop view if exists mart.finding;
create view mart.finding as
  select file_id, sheet, cell, row_number, column_name, code, severity, found, message_vi, message_en
  from ops.finding
  where not confirmed;
comment on view mart.finding is 'One row per finding in a file; personal texts are masked. What its sender has confirmed is told no more.';
comment on column mart.finding.file_id is 'The file.';
comment on column mart.finding.sheet is 'Name of the sheet; empty for the file as a whole.';
comment on column mart.finding.cell is 'Cell as a person names it, for example F118.';
comment on column mart.finding.row_number is 'Row as a person sees it.';
comment on column mart.finding.column_name is 'Column of the contract.';
comment on column mart.finding.code is 'Stable code: F file, C value, R rule, L link, W warehouse.';
comment on column mart.finding.severity is 'error, warning or info.';
comment on column mart.finding.found is 'What the file says there.';
comment on column mart.finding.message_vi is 'What is wrong and what to do, in Vietnamese.';
comment on column mart.finding.message_en is 'The same in English.';
