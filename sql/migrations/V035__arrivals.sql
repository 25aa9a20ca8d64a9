-- When a file came is decided once, for all files that wait together, before anything is read of them. A load that is cut off and begun again would otherwise
-- give its files two moments, and of two versions of one slice the moment decides.
create table ops.arrival (
  file_id text primary key check (file_id ~ '^[0-9a-f]{12}$'),
  received_at timestamptz not null
);
comment on table ops.arrival is 'One row per file that a load has taken from the inbox and not finished with.';
comment on column ops.arrival.file_id is 'The file, as it will be in ops.file.';
comment on column ops.arrival.received_at is 'When the warehouse first saw it; goes into ops.file.received_at.';
