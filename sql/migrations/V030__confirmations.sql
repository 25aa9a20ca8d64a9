-- A doubt that may be true is a question. Its sender's answer is kept by a keyed hash of who and what it is about, and silences that doubt about that value.

create table vault.confirmation (
  file_id text not null,
  mark text not null check (mark ~ '^[kp][0-9a-f]{32}$'),
  primary key (file_id, mark)
);
create index on vault.confirmation (mark);
comment on table vault.confirmation is 'One row per question that a file answers with yes, on the page of an answer that came back.';
comment on column vault.confirmation.file_id is 'The file that answers; its sender alone is heard.';
comment on column vault.confirmation.mark is 'k and a keyed hash of feed, unit, person or row, code and value; or p and a hash of a question that the publication asked, which names nobody.';

alter table ops.finding
  add column question_mark text,
  add column confirmed boolean not null default false;
create index on ops.finding (question_mark) where question_mark is not null;
comment on column ops.finding.question_mark is 'The mark by which an answer to the question is known; empty when the finding is no question.';
comment on column ops.finding.confirmed is 'Its sender has said that the value is right: it is told and counted no more. Set by publish.';

alter table vault.finding_text add column question_sealed bytea;
comment on column vault.finding_text.question_sealed is 'What the answer writes beside the question, to know it again; AES-256-GCM.';
