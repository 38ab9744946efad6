-- The durable task queues. Words and states are those of docs/vocabulary.md; the design is the prose
-- of package queue. Every time is the database's own (clock_timestamp()), so that machines whose
-- clocks differ agree about leases and delays.

-- live tasks -----------------------------------------------------------------------------------

-- Only what is still to be done: finished tasks move away, so that this table and its indexes stay
-- small and in memory however many tasks there have been.
create table tasks (
  id              bigint generated always as identity primary key,
  queue           text        not null,
  kind            text        not null,
  payload         text        not null,              -- JSON, read by the handler; text, so that a bad one can be kept
  state           text        not null check (state in ('SCHEDULED', 'READY', 'WAITING', 'RUNNING')),
  position        timestamptz not null,              -- the order: when it was due, less a minute per priority
  run_at          timestamptz not null,              -- not before
  priority        smallint    not null default 0,
  unique_key      text,                              -- one live task of this kind has it
  owner           text,                              -- such as bot:7/chat:-100: in order, one at a time, under limits
  max_attempts    smallint,                          -- null: the queue's
  timeout_ms      bigint,                            -- null: the queue's
  attempt         integer     not null default 0,    -- claims so far: the fencing token
  failures        smallint    not null default 0,    -- attempts that the handler failed
  surprises       smallint    not null default 0,    -- of these, by exceptions that nobody expected
  rescues         smallint    not null default 0,    -- attempts that died with their worker
  worker          bigint,                            -- who runs it; null unless it is RUNNING
  started         timestamptz,                       -- when it was last claimed
  created         timestamptz not null
) with (
  fillfactor = 80,
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_scale_factor = 0.5,
  autovacuum_analyze_scale_factor = 0.1,
  autovacuum_vacuum_cost_delay = 0
);
create index tasks_ready on tasks (queue, position, id) where state = 'READY';
create index tasks_scheduled on tasks (run_at) where state = 'SCHEDULED';
create index tasks_waiting on tasks (queue, owner, position, id) where state = 'WAITING';
-- Not "where state = 'RUNNING'": whoever asks for tasks by their numbers must not be led here.
create index tasks_held on tasks (worker) where worker is not null;
create index tasks_running_owner on tasks (owner) where state = 'RUNNING' and owner is not null;
create unique index tasks_unique on tasks (kind, unique_key) where unique_key is not null;

-- finished tasks -------------------------------------------------------------------------------

create table finished_tasks (
  id              bigint      primary key,
  queue           text        not null,
  kind            text        not null,
  payload         text        not null,
  state           text        not null check (state in ('DONE', 'DEAD', 'CANCELLED')),
  priority        smallint    not null,
  unique_key      text,
  owner           text,
  max_attempts    smallint,
  timeout_ms      bigint,
  attempt         integer     not null,
  failures        smallint    not null,
  rescues         smallint    not null,
  worker          bigint,
  started         timestamptz,
  created         timestamptz not null,
  ended           timestamptz not null,
  note            text                               -- what it came to, or why it died
) with (
  autovacuum_vacuum_scale_factor = 0.05,
  autovacuum_vacuum_insert_scale_factor = 0.5
);
create index finished_tasks_by_end on finished_tasks (ended) where state <> 'DEAD';
create index dead_tasks on finished_tasks (kind, ended) where state = 'DEAD';

-- Every attempt that failed, with its stack.
create table task_errors (
  task_id         bigint      not null,
  attempt         integer     not null,
  worker          bigint,
  occurred        timestamptz not null,
  error           text        not null,
  primary key (task_id, attempt)
);
create index task_errors_by_time on task_errors (occurred);

-- who works ------------------------------------------------------------------------------------

create table queues (
  name            text        primary key,
  paused          boolean     not null default false
);

-- A lease is held by a worker for all its tasks: one row to renew, however many it runs.
create table queue_workers (
  id              bigint generated always as identity primary key,
  name            text        not null,              -- host and process
  queues          text[]      not null,
  slots           integer     not null,
  running         integer     not null default 0,
  started         timestamptz not null,
  heartbeat       timestamptz not null,
  lease_until     timestamptz not null
) with (fillfactor = 50);

-- rate limits ----------------------------------------------------------------------------------

-- The tokens that are out: one row per attempt and bucket (an owner's key and those above it). A
-- token comes back one period after its attempt has ended, which keeps the limit in every window.
create table turns (
  key             text        not null,
  task_id         bigint      not null,
  attempt         integer     not null,
  ended           timestamptz,                       -- null while the attempt runs
  period          interval    not null,              -- the longest that the key's limits look back
  primary key (task_id, attempt, key)
) with (autovacuum_vacuum_scale_factor = 0.05);
create index turns_by_key on turns (key, ended desc nulls first);

-- Owners that must be left alone until a time: after "retry after", or while a task of theirs backs off.
create table holds (
  key             text        primary key,
  until           timestamptz not null
);

-- The keys above an owner and its own: bot:7/chat:9 has bot:7 and bot:7/chat:9.
create function owner_keys(owner text) returns setof text language sql immutable strict as $$
  select array_to_string((string_to_array(owner, '/'))[1:n], '/')
  from generate_series(1, cardinality(string_to_array(owner, '/'))) n
$$;

-- When an owner may have its next turn: now or earlier, later, or 'infinity' for "when a running
-- attempt ends". Limits are {"chat": [{"count": 1, "seconds": 1.0}], …} by the class of a key's last part.
create function next_turn(owner text, limits jsonb) returns timestamptz language sql stable as $$
  select greatest(
    (select 'infinity'::timestamptz from tasks
     where state = 'RUNNING' and tasks.owner = next_turn.owner limit 1),
    (select max(until) from holds where key in (select owner_keys(next_turn.owner))),
    (select max(
       case when token.n is null then '-infinity'::timestamptz
            else coalesce(token.ended + make_interval(secs => (l->>'seconds')::float8), 'infinity') end)
     from owner_keys(next_turn.owner) key
     cross join lateral jsonb_array_elements(
       limits -> split_part(substring(key from '[^/]*$'), ':', 1)) l
     left join lateral (
       select 1 n, t.ended from turns t where t.key = key.key
       order by t.ended desc nulls first
       offset (l->>'count')::int - 1 limit 1) token on true),
    '-infinity')
$$;

-- Claims tasks of owners whose turn it is, each the first of its owner, and takes their tokens: at
-- most so many, and only those that are among the first so many of the queue. One
-- caller at a time: who comes second sees what the first one took. The last row has no task: it
-- says in how many milliseconds another owner has its turn (null: nobody is kept waiting by time).
create function take_turns(
  of_queue text, by_worker bigint, most integer, among integer, limits jsonb)
returns table (task_id bigint, wait_ms bigint) language plpgsql
set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
  head record;
  free_at timestamptz;
  soonest timestamptz := 'infinity';
  up_to timestamptz;
  taken integer := 0;
  tries integer;
begin
  if not exists (select from tasks where queue = of_queue and state = 'WAITING')
    or exists (select from queues where name = of_queue and paused) then
    return;
  end if;
  -- Tasks without an owner that come first in the queue's order come first here too.
  up_to := coalesce(
    (select position from tasks where queue = of_queue and state = 'READY'
     order by position, id offset among - 1 limit 1), 'infinity');
  perform pg_advisory_xact_lock(hashtext('nashra.turns'));
  for head in
    with recursive owners as (
      (select owner from tasks where queue = of_queue and state = 'WAITING' order by owner limit 1)
      union all
      select (select t.owner from tasks t
              where t.queue = of_queue and t.state = 'WAITING' and t.owner > o.owner
              order by t.owner limit 1)
      from owners o where o.owner is not null)
    select t.* from owners o
    cross join lateral (
      select id, t.owner, t.position from tasks t
      where t.queue = of_queue and t.state = 'WAITING' and t.owner = o.owner
      order by t.position, t.id limit 1) t
    where o.owner is not null and t.position <= up_to
    order by t.position, t.id
  loop
    exit when taken >= most;
    free_at := next_turn(head.owner, limits);
    if free_at > clock_timestamp() then
      soonest := least(soonest, free_at);
      continue;
    end if;
    update tasks set state = 'RUNNING', attempt = attempt + 1, worker = by_worker,
      started = clock_timestamp()
    where id = head.id and state = 'WAITING' returning attempt into tries;
    if found then
      insert into turns (key, task_id, attempt, period)
        select key, head.id, tries,
          coalesce((select max(make_interval(secs => (l->>'seconds')::float8))
                    from jsonb_array_elements(
                      limits -> split_part(substring(key from '[^/]*$'), ':', 1)) l),
                   interval '0')
        from owner_keys(head.owner) key;
      taken := taken + 1;
      task_id := head.id;
      return next;
    end if;
  end loop;
  task_id := null;
  wait_ms := case when soonest = 'infinity' then null
    else greatest(1, ceil(extract(epoch from soonest - clock_timestamp()) * 1000))::bigint end;
  return next;
end $$;
