-- The schedule: when a cycle or a periodic job is due, agreed on by all workers of one database.
--
-- These tables are Quartz's (its names, its columns): nobody else writes them. Times in them are
-- milliseconds since 1970.

create table schedule_job_details (
  sched_name        text        not null,
  job_name          text        not null,
  job_group         text        not null,
  description       text,
  job_class_name    text        not null,
  is_durable        boolean     not null,
  is_nonconcurrent  boolean     not null,
  is_update_data    boolean     not null,
  requests_recovery boolean     not null,
  job_data          bytea,
  primary key (sched_name, job_name, job_group)
);

create table schedule_triggers (
  sched_name        text        not null,
  trigger_name      text        not null,
  trigger_group     text        not null,
  job_name          text        not null,
  job_group         text        not null,
  description       text,
  next_fire_time    bigint,
  prev_fire_time    bigint,
  priority          integer,
  trigger_state     text        not null,
  trigger_type      text        not null,
  start_time        bigint      not null,
  end_time          bigint,
  calendar_name     text,
  misfire_instr     smallint,
  job_data          bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, job_name, job_group) references schedule_job_details
);

create table schedule_simple_triggers (
  sched_name        text        not null,
  trigger_name      text        not null,
  trigger_group     text        not null,
  repeat_count      bigint      not null,
  repeat_interval   bigint      not null,
  times_triggered   bigint      not null,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references schedule_triggers
);

create table schedule_cron_triggers (
  sched_name        text        not null,
  trigger_name      text        not null,
  trigger_group     text        not null,
  cron_expression   text        not null,
  time_zone_id      text,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references schedule_triggers
);

create table schedule_simprop_triggers (
  sched_name        text        not null,
  trigger_name      text        not null,
  trigger_group     text        not null,
  str_prop_1        text,
  str_prop_2        text,
  str_prop_3        text,
  int_prop_1        integer,
  int_prop_2        integer,
  long_prop_1       bigint,
  long_prop_2       bigint,
  dec_prop_1        numeric(13, 4),
  dec_prop_2        numeric(13, 4),
  bool_prop_1       boolean,
  bool_prop_2       boolean,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references schedule_triggers
);

create table schedule_blob_triggers (
  sched_name        text        not null,
  trigger_name      text        not null,
  trigger_group     text        not null,
  blob_data         bytea,
  primary key (sched_name, trigger_name, trigger_group),
  foreign key (sched_name, trigger_name, trigger_group) references schedule_triggers
);

create table schedule_calendars (
  sched_name        text        not null,
  calendar_name     text        not null,
  calendar          bytea       not null,
  primary key (sched_name, calendar_name)
);

create table schedule_paused_trigger_grps (
  sched_name        text        not null,
  trigger_group     text        not null,
  primary key (sched_name, trigger_group)
);

create table schedule_fired_triggers (
  sched_name        text        not null,
  entry_id          text        not null,
  trigger_name      text        not null,
  trigger_group     text        not null,
  instance_name     text        not null,
  fired_time        bigint      not null,
  sched_time        bigint      not null,
  priority          integer     not null,
  state             text        not null,
  job_name          text,
  job_group         text,
  is_nonconcurrent  boolean,
  requests_recovery boolean,
  primary key (sched_name, entry_id)
);

create table schedule_scheduler_state (
  sched_name        text        not null,
  instance_name     text        not null,
  last_checkin_time bigint      not null,
  checkin_interval  bigint      not null,
  primary key (sched_name, instance_name)
);

create table schedule_locks (
  sched_name        text        not null,
  lock_name         text        not null,
  primary key (sched_name, lock_name)
);

-- There are a handful of rows; these two are for what is asked every few seconds.
create index schedule_triggers_due on schedule_triggers (sched_name, trigger_state, next_fire_time);
create index schedule_fired_by_instance on schedule_fired_triggers (sched_name, instance_name);

-- What the clean-up, statistics and health ask for ----------------------------------------------

create index articles_by_arrival on articles (first_seen);
create index publications_by_time on publications (published) where published is not null;
create index runs_by_time on runs (queued);
create index runs_open on runs (state) where state in ('WAITING', 'RUNNING');
create index cycles_by_end on cycles (ended desc) where state = 'DONE';

-- The row stays when the file goes: it says that the rendering was made, so that it is not made again.
alter table renderings add removed timestamptz;
create index renderings_by_age on renderings (made) where removed is null;

-- The same with texts: null as long as the article still has its own.
alter table articles add text_removed timestamptz;
create index articles_with_text on articles (first_seen) where text_removed is null;
create index article_versions_with_text on article_versions (seen) where body <> '';
create index reports_by_time on reports (written);
