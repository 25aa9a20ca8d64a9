-- Who is who: the ways persons are written, which of them are held to be one person, why, and what somebody decided about it.

alter table vault.person_mention add column hamlet_key text;
comment on column vault.person_mention.hamlet_key is 'Folded name of the hamlet, from the address.';
comment on column vault.person_mention.person_key is 'The person meant; set by the linkage.';
comment on column vault.person_mention.person_match is
  'How the person was found: national_id, old_id, insurance_no, loan, decision, name_and_birth, or own where nothing else is written of the person.';

create table vault.person_witness (
  file_id text not null references ops.file on delete cascade,
  mention_no int not null,
  profile_key bigint not null,
  period text not null,
  roster_key bigint,
  loan text,
  primary key (file_id, mention_no)
);
create index on vault.person_witness (profile_key);
comment on table vault.person_witness is 'One row per mention of a person in a slice in force: how the person is written there.';
comment on column vault.person_witness.file_id is 'The file.';
comment on column vault.person_witness.mention_no is 'Number of the mention in the file.';
comment on column vault.person_witness.profile_key is 'The writing, see vault.person_profile.';
comment on column vault.person_witness.period is 'The half-year.';
comment on column vault.person_witness.roster_key is 'The roster of one club and half-year the row stands in; empty for other lists, where a person may stand twice.';
comment on column vault.person_witness.loan is 'The loan the row speaks of: district, club where the number is short, number and, behind a tab, the lender where the row tells it.';

create table vault.person_profile (
  profile_key bigint primary key,
  full_name text,
  name_key text,
  birth date, birth_to date,
  sex text,
  national_id text,
  old_id text,
  insurance_no text,
  phone text,
  hamlet_key text,
  successor_code text,
  club_key bigint,
  named_only boolean not null,
  first_period text not null,
  rosters bigint[] not null,
  loans text[] not null,
  anchor_key bigint,
  person_key bigint,
  person_match text
);
create index on vault.person_profile (person_key);
comment on table vault.person_profile is 'One row per distinct way in which files in force write a person.';
comment on column vault.person_profile.profile_key is 'Made of everything that is written: name, birth, sex, numbers, hamlet, commune, club.';
comment on column vault.person_profile.full_name is 'Name as one of the files writes it.';
comment on column vault.person_profile.name_key is 'Folded name, tones kept.';
comment on column vault.person_profile.birth is 'Birth date, its first possible day.';
comment on column vault.person_profile.birth_to is 'Its last possible day.';
comment on column vault.person_profile.sex is 'male or female.';
comment on column vault.person_profile.national_id is 'What stands for the 12-digit number; held against others for equality only.';
comment on column vault.person_profile.old_id is 'What stands for the 9-digit number.';
comment on column vault.person_profile.insurance_no is 'What stands for the social insurance number.';
comment on column vault.person_profile.phone is 'What stands for the phone number.';
comment on column vault.person_profile.hamlet_key is 'Folded name of the hamlet.';
comment on column vault.person_profile.successor_code is 'Commune of 2025 that the commune became: of the row, else of the club, else of the sender.';
comment on column vault.person_profile.club_key is 'The club; empty when none is told.';
comment on column vault.person_profile.named_only is 'Whether nothing but a name in a book of repayments is written.';
comment on column vault.person_profile.first_period is 'Earliest half-year in which the person is written so.';
comment on column vault.person_profile.rosters is 'Rosters that hold such a row, ascending: two writings of one roster are two persons.';
comment on column vault.person_profile.loans is 'Loans that such rows speak of.';
comment on column vault.person_profile.anchor_key is 'The writing that the person is known by: of the earliest half-year the smallest key.';
comment on column vault.person_profile.person_key is 'The person, made of the anchor; empty for a mere name, which is nobody in particular.';
comment on column vault.person_profile.person_match is 'How the person was found, as in vault.person_mention.';

create table vault.person_block (
  block_key bigint not null,
  profile_key bigint not null,
  primary key (block_key, profile_key)
);
create index on vault.person_block (profile_key);
comment on table vault.person_block is 'One row per writing and key under which it is looked up; only writings that share a key are held against each other.';
comment on column vault.person_block.block_key is 'The key: a number, or name with year, commune, club and so on, as 40 bits.';
comment on column vault.person_block.profile_key is 'The writing.';

create table vault.person_pair (
  left_profile bigint not null,
  right_profile bigint not null,
  weight double precision not null,
  zone text not null check (zone in ('link', 'grey')),
  may_join boolean not null,
  agreement text not null,
  scored_at timestamptz not null,
  primary key (left_profile, right_profile),
  check (left_profile < right_profile)
);
create index on vault.person_pair (right_profile);
comment on table vault.person_pair is 'One row per pair of writings that are or may be one person.';
comment on column vault.person_pair.left_profile is 'The writing with the smaller key.';
comment on column vault.person_pair.right_profile is 'The other writing.';
comment on column vault.person_pair.weight is 'Binary logarithm of the odds that both are one person.';
comment on column vault.person_pair.zone is 'link: one person unless something forbids it; grey: in doubt.';
comment on column vault.person_pair.may_join is 'Whether the pair may be one person: a grey pair only when neither side has another candidate.';
comment on column vault.person_pair.agreement is
  'One sign each for name, birth, sex, commune, hamlet, club, phone, 12-digit, 9-digit, insurance number, loan: = same, x different, ? unknown; see linkage.md.';
comment on column vault.person_pair.scored_at is 'Receipt of the file that brought this weight.';

create table vault.link_decision (
  left_profile bigint not null,
  right_profile bigint not null,
  same_person boolean not null,
  decided_on date not null,
  decided_by_sealed bytea,
  reason_sealed bytea,
  file_id text not null references ops.file on delete cascade,
  primary key (left_profile, right_profile),
  check (left_profile < right_profile)
);
comment on table vault.link_decision is 'One row per pair of writings that somebody decided about; the latest decision holds and wins over every weight.';
comment on column vault.link_decision.left_profile is 'The writing with the smaller key.';
comment on column vault.link_decision.right_profile is 'The other writing.';
comment on column vault.link_decision.same_person is 'Whether both are one person.';
comment on column vault.link_decision.decided_on is 'Day of the decision.';
comment on column vault.link_decision.decided_by_sealed is 'Who decided; AES-256-GCM.';
comment on column vault.link_decision.reason_sealed is 'Why; AES-256-GCM.';
comment on column vault.link_decision.file_id is 'The review file that holds it.';

create table core.person_alias (
  former_key bigint primary key,
  former_id text not null,
  person_key bigint not null,
  changed_at timestamptz not null,
  reason text not null check (reason in ('merged', 'split', 'rekeyed')),
  check (former_key <> person_key)
);
create index on core.person_alias (person_key);
comment on table core.person_alias is 'One row per key of a person that is no longer in use: where it leads today. Tells what happened, so it depends on the order of files.';
comment on column core.person_alias.former_key is 'The key that was in use.';
comment on column core.person_alias.former_id is 'The same as text, as the marts showed it.';
comment on column core.person_alias.person_key is 'The person it leads to today.';
comment on column core.person_alias.changed_at is 'Receipt of the file that brought the change.';
comment on column core.person_alias.reason is
  'merged: two persons turned out to be one; split: one person turned out to be several; rekeyed: the writing that the person is known by is now another one, because an earlier half-year came later or a file was corrected.';

create table core.pending_link (
  person_key bigint not null,
  other_key bigint not null,
  weight double precision not null,
  probability double precision not null,
  agreement text not null,
  primary key (person_key, other_key),
  check (person_key < other_key)
);
create index on core.pending_link (other_key);
comment on table core.pending_link is 'One row per pair of persons that may be one: they count as two until somebody decides or a file tells.';
comment on column core.pending_link.person_key is 'The person with the smaller key.';
comment on column core.pending_link.other_key is 'The other person.';
comment on column core.pending_link.weight is 'Binary logarithm of the odds, of their nearest pair of writings.';
comment on column core.pending_link.probability is 'Probability that both are one person, from that weight alone.';
comment on column core.pending_link.agreement is 'What agrees and what differs, signs as in vault.person_pair.';

create table staging.link_review (
  file_id text not null, table_no smallint not null, sheet text not null, row_number int not null,
  slice_no int not null, period text not null, club_no int, duplicate_of_row int, source_values jsonb,
  left_writing text, right_writing text,
  decision text check (decision in ('same', 'different')),
  decided_on date, decided_on_to date, decided_on_precision text,
  primary key (file_id, table_no, row_number)
);
comment on table staging.link_review is 'One row per pair of writings that a steward was asked about.';
comment on column staging.link_review.left_writing is 'Code of one writing: its key in hexadecimal digits.';
comment on column staging.link_review.right_writing is 'Code of the other writing.';
comment on column staging.link_review.decision is 'same or different; empty while nobody has decided.';
comment on column staging.link_review.decided_on is 'Day of the decision; empty: the day the file came.';
do $$
declare
  c record;
begin
  for c in select * from (values
      ('file_id', 'The file.'), ('table_no', 'Number of the table in the file.'), ('sheet', 'Sheet.'), ('row_number', 'Row as a person sees it.'),
      ('slice_no', 'Slice of the file the row belongs to.'), ('period', 'Half-year.'), ('club_no', 'Number of the club in the file.'),
      ('duplicate_of_row', 'Earlier row of the slice that says the same.'), ('source_values', 'What was written where no value could be read.'),
      ('decided_on_to', 'Last possible day of decided_on.'), ('decided_on_precision', 'How much of decided_on was written.')) as shared (name, words)
  loop
    execute format('comment on column staging.link_review.%I is %L', c.name, c.words);
  end loop;
end
$$;
