-- A file can be taken back: it stays on record and in the archive, and counts no more.
alter table ops.file drop constraint file_state_check;
alter table ops.file add constraint file_state_check
  check (state in ('staged', 'loaded', 'loaded_with_findings', 'refused', 'duplicate', 'superseded', 'reverted'));
comment on column ops.file.state is 'staged until published, then loaded, loaded_with_findings or superseded; or refused, or duplicate; or reverted: taken back.';
