-- Names, numbers and other personal data. Nothing outside this schema holds them.

create table vault.pepper (
  only_row boolean primary key default true check (only_row),
  pepper text not null
);
comment on table vault.pepper is 'One row per warehouse: the secret that keeps person keys from being guessed from identity numbers.';
comment on column vault.pepper.only_row is 'Always true, so that there is one row.';
comment on column vault.pepper.pepper is 'Secret text; change it before the first load, for it decides every person key.';
insert into vault.pepper (pepper) values ('ishc');

create table vault.finding_text (
  file_id text not null,
  finding_no int not null,
  found text,
  message_vi text,
  message_en text,
  primary key (file_id, finding_no),
  foreign key (file_id, finding_no) references ops.finding on delete cascade
);
comment on table vault.finding_text is 'One row per finding that quotes personal data: its unmasked words.';
comment on column vault.finding_text.file_id is 'The file.';
comment on column vault.finding_text.finding_no is 'Number of the finding in the file.';
comment on column vault.finding_text.found is 'What the file says there.';
comment on column vault.finding_text.message_vi is 'What is wrong and what to do, in Vietnamese.';
comment on column vault.finding_text.message_en is 'The same in English.';

create table vault.person_mention (
  file_id text not null references ops.file on delete cascade,
  mention_no int not null,
  table_no smallint not null,
  row_number int not null,
  feed text not null,
  role text not null check (role in ('member', 'volunteer', 'recipient', 'patient', 'borrower', 'head')),
  period text not null,
  full_name text,
  name_key text,
  birth date, birth_to date, birth_precision text,
  sex text check (sex in ('male', 'female')),
  national_id text,
  old_id text,
  insurance_no text,
  phone text,
  address text,
  plan_district text,
  commune_code text,
  successor_code text,
  club_no int,
  person_key bigint,
  person_match text,
  primary key (file_id, mention_no)
);
create index on vault.person_mention (national_id) where national_id is not null;
create index on vault.person_mention (old_id) where old_id is not null;
create index on vault.person_mention (insurance_no) where insurance_no is not null;
create index on vault.person_mention (name_key);
create index on vault.person_mention (person_key);
comment on table vault.person_mention is 'One row per person that a row of a file names.';
comment on column vault.person_mention.file_id is 'The file.';
comment on column vault.person_mention.mention_no is 'Number of the mention in the file.';
comment on column vault.person_mention.table_no is 'Number of the table in the file.';
comment on column vault.person_mention.row_number is 'Row as a person sees it.';
comment on column vault.person_mention.feed is 'The feed.';
comment on column vault.person_mention.role is 'As what the person is named: member, volunteer, recipient, patient, borrower or head.';
comment on column vault.person_mention.period is 'The half-year.';
comment on column vault.person_mention.full_name is 'Name as repaired.';
comment on column vault.person_mention.name_key is 'Folded name to match by.';
comment on column vault.person_mention.birth is 'Birth date, its first possible day.';
comment on column vault.person_mention.birth_to is 'Its last possible day.';
comment on column vault.person_mention.birth_precision is 'How much of it was written: day, month, year and so on.';
comment on column vault.person_mention.sex is 'male or female as written.';
comment on column vault.person_mention.national_id is 'Identity number of 12 digits.';
comment on column vault.person_mention.old_id is 'Identity number of 9 digits.';
comment on column vault.person_mention.insurance_no is 'Social insurance number, the last 10 digits of the health card.';
comment on column vault.person_mention.phone is 'Phone number of 10 digits.';
comment on column vault.person_mention.address is 'Address or hamlet.';
comment on column vault.person_mention.plan_district is 'Plan district of the row.';
comment on column vault.person_mention.commune_code is 'Commune of the row.';
comment on column vault.person_mention.successor_code is 'Commune of 2025 that it became.';
comment on column vault.person_mention.club_no is 'Number of the club in the file.';
comment on column vault.person_mention.person_key is 'The person meant; set by publish.';
comment on column vault.person_mention.person_match is 'How the person was found; set by publish.';

create table vault.person (
  person_key bigint primary key,
  full_name text,
  national_id text,
  old_id text,
  insurance_no text,
  sex text,
  birth date, birth_to date, birth_precision text
);
comment on table vault.person is 'One row per person: who stands behind a pseudonymous key.';
comment on column vault.person.person_key is 'The pseudonymous key.';
comment on column vault.person.full_name is 'Name as last written.';
comment on column vault.person.national_id is 'Identity number of 12 digits.';
comment on column vault.person.old_id is 'Identity number of 9 digits.';
comment on column vault.person.insurance_no is 'Social insurance number.';
comment on column vault.person.sex is 'male or female.';
comment on column vault.person.birth is 'Birth date, its first possible day: the most precise that any file in force tells, of equal ones the latest.';
comment on column vault.person.birth_to is 'Its last possible day.';
comment on column vault.person.birth_precision is 'How much of it is known.';

create table vault.row_text (
  file_id text not null references ops.file on delete cascade,
  table_no smallint not null,
  row_number int not null,
  column_name text not null,
  value text not null,
  primary key (file_id, table_no, row_number, column_name)
);
comment on table vault.row_text is 'One row per free text of a row, such as a note.';
comment on column vault.row_text.file_id is 'The file.';
comment on column vault.row_text.table_no is 'Number of the table in the file.';
comment on column vault.row_text.row_number is 'Row as a person sees it.';
comment on column vault.row_text.column_name is 'Column of the contract.';
comment on column vault.row_text.value is 'What was written.';
