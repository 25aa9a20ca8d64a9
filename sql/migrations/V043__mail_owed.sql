-- A mail whose process is killed on the way to the server must not be forgotten: the line says that it is to go, its mark that it went.
alter table ops.reminder rename column sent_on to reminded_on;
alter table ops.reminder add column mailed_at timestamptz;
-- Until now a line stayed only where the mail had gone.
update ops.reminder set mailed_at = reminded_on::timestamp at time zone 'Asia/Ho_Chi_Minh';
create unique index one_mail_owed on ops.reminder (submitter) where mailed_at is null;
comment on table ops.reminder is 'One row per sender and day on which a mail is to go or went; of those that are to go, one per sender.';
comment on column ops.reminder.reminded_on is 'The day of the reminder, in Viet Nam; of one that went later, the day on which it went.';
comment on column ops.reminder.mailed_at is 'When the server had taken the mail; empty while it is to be sent.';
