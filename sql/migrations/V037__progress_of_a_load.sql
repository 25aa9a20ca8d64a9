alter table ops.load add column files_to_stage integer not null default 0 check (files_to_stage >= 0);
comment on column ops.load.files_to_stage is 'How many files the load found to read; with the files it has staged so far this tells how far it is.';
