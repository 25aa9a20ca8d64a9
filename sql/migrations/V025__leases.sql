-- Several nodes load side by side: each holds a lease that it renews, and claims files one by one under it.

create table ops.lease (
  token bigint generated always as identity primary key,
  holder text not null unique,
  node text not null,
  load_id bigint not null references ops.load,
  taken_at timestamptz not null,
  until timestamptz not null
);
comment on table ops.lease is 'One row per load that is at work. A lease that was not renewed in time is lost: whoever sees it ends the sessions of its holder and takes over what it had claimed.';
comment on column ops.lease.token is 'Grows with every lease; what is written under a lease asks for its token first, so that a node that was thought dead writes nothing any more.';
comment on column ops.lease.holder is 'Random name of the load, which its database sessions carry (ishc and the name).';
comment on column ops.lease.node is 'Machine and process.';
comment on column ops.lease.load_id is 'The load.';
comment on column ops.lease.taken_at is 'When it began.';
comment on column ops.lease.until is 'Until when it holds, unless it is renewed; by the clock of the database.';

create table ops.claim (
  file_id text primary key,
  content_sha256 text not null,
  path text not null,
  size_bytes bigint not null,
  modified_ms bigint not null,
  received_at timestamptz not null,
  token bigint references ops.lease on delete set null,
  attempts int not null default 0,
  not_before timestamptz,
  program text not null,
  fault text
);
create unique index claimed_by_content on ops.claim (content_sha256) where token is not null;
create index on ops.claim (token);
comment on table ops.claim is 'One row per file that waits in the inbox or is being read; it goes in the transaction that stages the file.';
comment on column ops.claim.file_id is 'The file, as in ops.file.';
comment on column ops.claim.content_sha256 is 'SHA-256 of the bytes; of files with the same bytes one is read at a time.';
comment on column ops.claim.path is 'Where it lies below the inbox.';
comment on column ops.claim.size_bytes is 'Its size when it was seen.';
comment on column ops.claim.modified_ms is 'When it was last written when it was seen, milliseconds since 1970; another time is another drop.';
comment on column ops.claim.received_at is 'When the first node saw it; all nodes go by this.';
comment on column ops.claim.token is 'The lease under which it is being read; empty while it waits.';
comment on column ops.claim.attempts is 'How often reading it ended in a fault of the program.';
comment on column ops.claim.not_before is 'When it may be tried again after a fault; infinity: not before the program changes, it is dropped anew, or somebody loads by hand.';
comment on column ops.claim.program is 'The version of the program that last tried it.';
comment on column ops.claim.fault is 'Where the last fault happened; never a word of the file.';
