-- The job repository of Spring Batch 6.0 (org/springframework/batch/core/schema-postgresql.sql), with the prefix ops.batch_.

create table ops.batch_job_instance (
  job_instance_id bigint not null primary key,
  version bigint,
  job_name varchar(100) not null,
  job_key varchar(32) not null,
  constraint job_inst_un unique (job_name, job_key)
);

create table ops.batch_job_execution (
  job_execution_id bigint not null primary key,
  version bigint,
  job_instance_id bigint not null,
  create_time timestamp not null,
  start_time timestamp default null,
  end_time timestamp default null,
  status varchar(10),
  exit_code varchar(2500),
  exit_message varchar(2500),
  last_updated timestamp,
  constraint job_inst_exec_fk foreign key (job_instance_id)
  references ops.batch_job_instance(job_instance_id)
);

create table ops.batch_job_execution_params (
  job_execution_id bigint not null,
  parameter_name varchar(100) not null,
  parameter_type varchar(100) not null,
  parameter_value varchar(2500),
  identifying char(1) not null,
  constraint job_exec_params_fk foreign key (job_execution_id)
  references ops.batch_job_execution(job_execution_id)
);

create table ops.batch_step_execution (
  step_execution_id bigint not null primary key,
  version bigint not null,
  step_name varchar(100) not null,
  job_execution_id bigint not null,
  create_time timestamp not null,
  start_time timestamp default null,
  end_time timestamp default null,
  status varchar(10),
  commit_count bigint,
  read_count bigint,
  filter_count bigint,
  write_count bigint,
  read_skip_count bigint,
  write_skip_count bigint,
  process_skip_count bigint,
  rollback_count bigint,
  exit_code varchar(2500),
  exit_message varchar(2500),
  last_updated timestamp,
  constraint job_exec_step_fk foreign key (job_execution_id)
  references ops.batch_job_execution(job_execution_id)
);

create table ops.batch_step_execution_context (
  step_execution_id bigint not null primary key,
  short_context varchar(2500) not null,
  serialized_context text,
  constraint step_exec_ctx_fk foreign key (step_execution_id)
  references ops.batch_step_execution(step_execution_id)
);

create table ops.batch_job_execution_context (
  job_execution_id bigint not null primary key,
  short_context varchar(2500) not null,
  serialized_context text,
  constraint job_exec_ctx_fk foreign key (job_execution_id)
  references ops.batch_job_execution(job_execution_id)
);

create sequence ops.batch_step_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence ops.batch_job_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence ops.batch_job_instance_seq maxvalue 9223372036854775807 no cycle;

comment on table ops.batch_job_instance is 'One row per job and identifying parameters.';
comment on column ops.batch_job_instance.job_instance_id is 'Number of the job instance.';
comment on column ops.batch_job_instance.version is 'Optimistic lock.';
comment on column ops.batch_job_instance.job_name is 'Name of the job.';
comment on column ops.batch_job_instance.job_key is 'Hash of the identifying parameters.';
comment on table ops.batch_job_execution is 'One row per run of a job instance.';
comment on column ops.batch_job_execution.job_execution_id is 'Number of the run.';
comment on column ops.batch_job_execution.version is 'Optimistic lock.';
comment on column ops.batch_job_execution.job_instance_id is 'Number of the job instance.';
comment on column ops.batch_job_execution.create_time is 'When the record was made.';
comment on column ops.batch_job_execution.start_time is 'When it began.';
comment on column ops.batch_job_execution.end_time is 'When it ended.';
comment on column ops.batch_job_execution.status is 'State of the run.';
comment on column ops.batch_job_execution.exit_code is 'How it ended.';
comment on column ops.batch_job_execution.exit_message is 'What is known about a failure.';
comment on column ops.batch_job_execution.last_updated is 'When the record last changed.';
comment on table ops.batch_job_execution_params is 'One row per parameter of a run.';
comment on column ops.batch_job_execution_params.job_execution_id is 'Number of the run.';
comment on column ops.batch_job_execution_params.parameter_name is 'Name of the parameter.';
comment on column ops.batch_job_execution_params.parameter_type is 'Java class of the parameter.';
comment on column ops.batch_job_execution_params.parameter_value is 'Value of the parameter.';
comment on column ops.batch_job_execution_params.identifying is 'Y when it belongs to the identity of the job instance.';
comment on table ops.batch_step_execution is 'One row per run of a step.';
comment on column ops.batch_step_execution.step_execution_id is 'Number of the step run.';
comment on column ops.batch_step_execution.version is 'Optimistic lock.';
comment on column ops.batch_step_execution.step_name is 'Name of the step.';
comment on column ops.batch_step_execution.job_execution_id is 'Number of the run.';
comment on column ops.batch_step_execution.create_time is 'When the record was made.';
comment on column ops.batch_step_execution.start_time is 'When it began.';
comment on column ops.batch_step_execution.end_time is 'When it ended.';
comment on column ops.batch_step_execution.status is 'State of the run.';
comment on column ops.batch_step_execution.commit_count is 'Transactions committed.';
comment on column ops.batch_step_execution.read_count is 'Items read.';
comment on column ops.batch_step_execution.filter_count is 'Items left out.';
comment on column ops.batch_step_execution.write_count is 'Items written.';
comment on column ops.batch_step_execution.read_skip_count is 'Items skipped in reading.';
comment on column ops.batch_step_execution.write_skip_count is 'Items skipped in writing.';
comment on column ops.batch_step_execution.process_skip_count is 'Items skipped in processing.';
comment on column ops.batch_step_execution.rollback_count is 'Transactions rolled back.';
comment on column ops.batch_step_execution.exit_code is 'How it ended.';
comment on column ops.batch_step_execution.exit_message is 'What is known about a failure.';
comment on column ops.batch_step_execution.last_updated is 'When the record last changed.';
comment on table ops.batch_step_execution_context is 'One row per run of a step: what it must remember to restart.';
comment on column ops.batch_step_execution_context.step_execution_id is 'Number of the step run.';
comment on column ops.batch_step_execution_context.short_context is 'The context, shortened.';
comment on column ops.batch_step_execution_context.serialized_context is 'The context in full, when it is longer.';
comment on table ops.batch_job_execution_context is 'One row per run of a job: what it must remember to restart.';
comment on column ops.batch_job_execution_context.job_execution_id is 'Number of the run.';
comment on column ops.batch_job_execution_context.short_context is 'The context, shortened.';
comment on column ops.batch_job_execution_context.serialized_context is 'The context in full, when it is longer.';
