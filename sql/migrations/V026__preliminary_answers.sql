-- A watch that only checks answers every content once.
create table ops.preliminary_answer (
  file_id text primary key,
  path text not null,
  size_bytes bigint not null,
  modified_ms bigint not null,
  begun_at timestamptz not null,
  answered_at timestamptz
);
comment on table ops.preliminary_answer is 'One row per file that was checked and answered before it is loaded, where the watch of jobs/schedule.yml only checks.';
comment on column ops.preliminary_answer.file_id is 'The file, as in ops.file.';
comment on column ops.preliminary_answer.path is 'Where it lies below the inbox.';
comment on column ops.preliminary_answer.size_bytes is 'Its size when it was checked.';
comment on column ops.preliminary_answer.modified_ms is 'When it was last written when it was checked, milliseconds since 1970.';
comment on column ops.preliminary_answer.begun_at is 'When its check began.';
comment on column ops.preliminary_answer.answered_at is 'When its answer lay in the outbox; empty when the check failed, then the load answers.';
