-- The engine: which workers there are, and who may run which job.

-- A process that runs cycles. What it has claimed is its own for as long as it is alive.
create table workers (
  id              bigint generated always as identity primary key,
  name            text        not null,              -- host and process
  started         timestamptz not null default clock_timestamp(),
  seen            timestamptz not null default clock_timestamp(),
  lease_until     timestamptz not null,              -- by this server's clock
  ended           timestamptz,                       -- it went in good order
  mode            text        not null,
  mode_origin     text        not null,              -- where the mode was said
  mode_since      timestamptz not null default clock_timestamp(),
  draining        boolean     not null default false,
  stuck           text[]      not null default '{}'  -- threads that ignore being stopped, with their stacks
);

-- Alive is who renews its lease and holds its lock; the server releases that with the connection,
-- so that after a kill on the same network nobody has to wait for the lease to pass.
create function is_alive(w workers) returns boolean language sql stable as $$
  select w.ended is null and w.lease_until > clock_timestamp() and exists (
    select 1 from pg_locks
    where locktype = 'advisory' and classid = 28275 and objid = w.id::bigint and granted
      and database = (select oid from pg_database where datname = current_database()))
$$;

alter table cycles add worker_id bigint references workers on delete set null;
alter table cycles alter started set default clock_timestamp();

alter table runs add worker_id bigint references workers on delete set null;
alter table runs add bytes bigint not null default 0;
alter table runs add progressed timestamptz;         -- when the job last said how far it is
alter table runs alter cycle_id drop not null;       -- periodic jobs belong to no cycle
alter table runs alter started drop not null;        -- null while it waits for a slot
alter table runs alter queued set default clock_timestamp();
alter table runs alter state set default 'WAITING';
alter table runs drop constraint runs_state_check;
alter table runs add constraint runs_state_check check (state in
  ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'TIMED_OUT', 'STOPPED', 'SKIPPED', 'LOST'));

-- What is left of before this table of workers has no worker, and so nobody who could end it.
update runs set state = 'LOST', ended = clock_timestamp() where state = 'RUNNING';
update cycles set state = 'LOST', ended = clock_timestamp() where state = 'RUNNING';

-- One job never runs twice at once, whatever happens anywhere.
create unique index runs_one_at_once on runs (job) where state in ('WAITING', 'RUNNING');
create index runs_by_job on runs (job, queued desc);
create index cycles_running on cycles (state) where state = 'RUNNING';

-- The mode that an operator switched the running workers to; one row at most.
create table mode_switch (
  only_one        boolean     primary key default true check (only_one),
  mode            text        not null,
  switched        timestamptz not null default clock_timestamp()
);
