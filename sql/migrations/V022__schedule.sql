-- The store of Quartz 2.5 (org/quartz/impl/jdbcjobstore/tables_postgres.sql), with the prefix ops.qrtz_; times in it are milliseconds since 1970.

create table ops.qrtz_job_details
(
  sched_name        varchar(120) not null,
  job_name          varchar(200) not null,
  job_group         varchar(200) not null,
  description       varchar(250) null,
  job_class_name    varchar(250) not null,
  is_durable        bool         not null,
  is_nonconcurrent  bool         not null,
  is_update_data    bool         not null,
  requests_recovery bool         not null,
  job_data          bytea        null,
  primary key (sched_name, job_name, job_group)
);

create table ops.qrtz_triggers
(
  sched_name     varchar(120) not null,
  trigger_name   varchar(200) not null,
  trigger_group  varchar(200) not null,
  job_name       varchar(200) not null,
  job_group      varchar(200) not null,
  description    varchar(250) null,
  next_fire_time bigint       null,
  prev_fire_time bigint       null,
  priority       integer      null,
  trigger_state  varchar(16)  not null,
  trigger_type   varchar(8)   not null,
  start_time     bigint       not null,
  end_time       bigint       null,
  calendar_name  varchar(200) null,
  misfire_instr  smallint     null,
  job_data       bytea        null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group)
  references ops.qrtz_job_details (sched_name, job_name, job_group)
);

create table ops.qrtz_simple_triggers
(
  sched_name      varchar(120) not null,
  trigger_name    varchar(200) not null,
  trigger_group   varchar(200) not null,
  repeat_count    bigint       not null,
  repeat_interval bigint       not null,
  times_triggered bigint       not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references ops.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table ops.qrtz_cron_triggers
(
  sched_name      varchar(120) not null,
  trigger_name    varchar(200) not null,
  trigger_group   varchar(200) not null,
  cron_expression varchar(120) not null,
  time_zone_id    varchar(80),
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references ops.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table ops.qrtz_simprop_triggers
(
  sched_name    varchar(120)   not null,
  trigger_name  varchar(200)   not null,
  trigger_group varchar(200)   not null,
  str_prop_1    varchar(512)   null,
  str_prop_2    varchar(512)   null,
  str_prop_3    varchar(512)   null,
  int_prop_1    int            null,
  int_prop_2    int            null,
  long_prop_1   bigint         null,
  long_prop_2   bigint         null,
  dec_prop_1    numeric(13, 4) null,
  dec_prop_2    numeric(13, 4) null,
  bool_prop_1   bool           null,
  bool_prop_2   bool           null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references ops.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table ops.qrtz_blob_triggers
(
  sched_name    varchar(120) not null,
  trigger_name  varchar(200) not null,
  trigger_group varchar(200) not null,
  blob_data     bytea        null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group)
  references ops.qrtz_triggers (sched_name, trigger_name, trigger_group)
);

create table ops.qrtz_calendars
(
  sched_name    varchar(120) not null,
  calendar_name varchar(200) not null,
  calendar      bytea        not null,
  primary key (sched_name, calendar_name)
);

create table ops.qrtz_paused_trigger_grps
(
  sched_name    varchar(120) not null,
  trigger_group varchar(200) not null,
  primary key (sched_name, trigger_group)
);

create table ops.qrtz_fired_triggers
(
  sched_name        varchar(120) not null,
  entry_id          varchar(95)  not null,
  trigger_name      varchar(200) not null,
  trigger_group     varchar(200) not null,
  instance_name     varchar(200) not null,
  fired_time        bigint       not null,
  sched_time        bigint       not null,
  priority          integer      not null,
  state             varchar(16)  not null,
  job_name          varchar(200) null,
  job_group         varchar(200) null,
  is_nonconcurrent  bool         null,
  requests_recovery bool         null,
  primary key (sched_name, entry_id)
);

create table ops.qrtz_scheduler_state
(
  sched_name        varchar(120) not null,
  instance_name     varchar(200) not null,
  last_checkin_time bigint       not null,
  checkin_interval  bigint       not null,
  primary key (sched_name, instance_name)
);

create table ops.qrtz_locks
(
  sched_name varchar(120) not null,
  lock_name  varchar(40)  not null,
  primary key (sched_name, lock_name)
);

create index idx_qrtz_j_req_recovery
  on ops.qrtz_job_details (sched_name, requests_recovery);
create index idx_qrtz_j_grp
  on ops.qrtz_job_details (sched_name, job_group);

create index idx_qrtz_t_j
  on ops.qrtz_triggers (sched_name, job_name, job_group);
create index idx_qrtz_t_jg
  on ops.qrtz_triggers (sched_name, job_group);
create index idx_qrtz_t_c
  on ops.qrtz_triggers (sched_name, calendar_name);
create index idx_qrtz_t_g
  on ops.qrtz_triggers (sched_name, trigger_group);
create index idx_qrtz_t_state
  on ops.qrtz_triggers (sched_name, trigger_state);
create index idx_qrtz_t_n_state
  on ops.qrtz_triggers (sched_name, trigger_name, trigger_group, trigger_state);
create index idx_qrtz_t_n_g_state
  on ops.qrtz_triggers (sched_name, trigger_group, trigger_state);
create index idx_qrtz_t_next_fire_time
  on ops.qrtz_triggers (sched_name, next_fire_time);
create index idx_qrtz_t_nft_st
  on ops.qrtz_triggers (sched_name, trigger_state, next_fire_time);
create index idx_qrtz_t_nft_misfire
  on ops.qrtz_triggers (sched_name, misfire_instr, next_fire_time);
create index idx_qrtz_t_nft_st_misfire
  on ops.qrtz_triggers (sched_name, misfire_instr, next_fire_time, trigger_state);
create index idx_qrtz_t_nft_st_misfire_grp
  on ops.qrtz_triggers (sched_name, misfire_instr, next_fire_time, trigger_group, trigger_state);

create index idx_qrtz_ft_trig_inst_name
  on ops.qrtz_fired_triggers (sched_name, instance_name);
create index idx_qrtz_ft_inst_job_req_rcvry
  on ops.qrtz_fired_triggers (sched_name, instance_name, requests_recovery);
create index idx_qrtz_ft_j_g
  on ops.qrtz_fired_triggers (sched_name, job_name, job_group);
create index idx_qrtz_ft_jg
  on ops.qrtz_fired_triggers (sched_name, job_group);
create index idx_qrtz_ft_t_g
  on ops.qrtz_fired_triggers (sched_name, trigger_name, trigger_group);
create index idx_qrtz_ft_tg
  on ops.qrtz_fired_triggers (sched_name, trigger_group);

comment on table ops.qrtz_job_details is 'One row per job that Quartz knows.';
comment on table ops.qrtz_triggers is 'One row per trigger: when a job is to run next.';
comment on table ops.qrtz_simple_triggers is 'One row per trigger that repeats after so many milliseconds.';
comment on table ops.qrtz_cron_triggers is 'One row per trigger with a cron expression.';
comment on table ops.qrtz_simprop_triggers is 'One row per trigger of another built-in kind.';
comment on table ops.qrtz_blob_triggers is 'One row per trigger of a foreign kind; none of ours.';
comment on table ops.qrtz_calendars is 'One row per calendar of excluded days; none of ours.';
comment on table ops.qrtz_paused_trigger_grps is 'One row per paused group of triggers.';
comment on table ops.qrtz_fired_triggers is 'One row per job that runs at the moment.';
comment on table ops.qrtz_scheduler_state is 'One row per node that takes part, with its last sign of life.';
comment on table ops.qrtz_locks is 'One row per lock that the nodes share.';

do $$
declare
  told record;
begin
  for told in
    select a.attrelid::regclass as of_table, a.attname
    from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'ops'::regnamespace and c.relkind = 'r' and c.relname like 'qrtz\_%'
  loop
    execute format('comment on column %s.%I is %L', told.of_table, told.attname,
      'Kept by Quartz: ' || replace(told.attname, '_', ' ') || '.');
  end loop;
end
$$;

-- What the schedule ran: Quartz only pokes, this is the truth about it.
create table ops.scheduled_run (
  entry text not null,
  due_at timestamptz not null,
  node text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('done', 'nothing', 'busy', 'failed')),
  said text,
  primary key (entry, due_at)
);
comment on table ops.scheduled_run is 'One row per entry of jobs/schedule.yml and moment it was due: who ran it and how it ended. The key keeps two nodes from running it twice.';
comment on column ops.scheduled_run.entry is 'Name in jobs/schedule.yml.';
comment on column ops.scheduled_run.due_at is 'When it was due.';
comment on column ops.scheduled_run.node is 'Machine and process that ran it.';
comment on column ops.scheduled_run.started_at is 'When it began.';
comment on column ops.scheduled_run.finished_at is 'When it ended; NULL while it runs, and for ever when its node was killed.';
comment on column ops.scheduled_run.outcome is 'done; nothing: there was nothing to do; busy: another load was running; failed.';
comment on column ops.scheduled_run.said is 'Figures of the run or the place of the fault; never a name or number of a person.';
create index on ops.scheduled_run (started_at);
