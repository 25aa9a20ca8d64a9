create table ops.reminder (
  submitter text not null,
  sent_on date not null,
  primary key (submitter, sent_on)
);
comment on table ops.reminder is 'One row per sender and day on which a mail went, so that none goes twice.';
comment on column ops.reminder.submitter is 'The folder of the sender.';
comment on column ops.reminder.sent_on is 'The day of the mail, in Viet Nam.';
