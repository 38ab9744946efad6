-- The two statements that every task passes through, as functions: a claim and the record of what
-- was done are one way to the server each, and carry the planner's settings with them. A queue's
-- table is empty now and large in a second; the planner must not choose for the former.

-- Claims tasks of a queue: first those of owners whose turn it is, then those that are nobody's, each
-- part in the queue's order. A payload above so many bytes stays here (null), and payloads of eight
-- times as many in all are enough for one claim: it bounds a worker's memory. The last row has no
-- task: it says in how many milliseconds there will be more to claim; at once when this claim was cut
-- short, else when the next owner has its turn. Without such a row nothing waits by time.

create function claim_tasks(
  of_queue text, by_worker bigint, most integer, most_owned integer, most_bytes integer, limits jsonb)
returns table (
  task_id bigint, attempt integer, kind text, owner text, max_attempts smallint, timeout_ms bigint,
  failures smallint, surprises smallint, rescues smallint, created timestamptz, payload text,
  wait_ms bigint, waited_ms bigint)
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
#variable_conflict use_column
declare
  turn record;
  owned bigint[] := '{}';
  wait bigint;
  got integer;
begin
  if exists (select from queues where name = of_queue and paused) then
    return;
  end if;
  if most_owned > 0
    and exists (select from tasks t where t.queue = of_queue and t.state = 'WAITING') then
    for turn in select * from take_turns(of_queue, by_worker, least(most, most_owned), most, limits) loop
      if turn.task_id is null then
        wait := turn.wait_ms;
      else
        owned := owned || turn.task_id;
      end if;
    end loop;
    if cardinality(owned) > 0 then
      return query
        select t.id, t.attempt, t.kind, t.owner, t.max_attempts, t.timeout_ms, t.failures, t.surprises,
          t.rescues, t.created, case when octet_length(t.payload) <= most_bytes then t.payload end,
          null::bigint, greatest(0, extract(epoch from t.started - t.run_at) * 1000)::bigint
        from tasks t where t.id = any(owned) order by t.position, t.id;
    end if;
  end if;
  if cardinality(owned) < most then
    return query
      with claimed as (
        update tasks t set state = 'RUNNING', attempt = t.attempt + 1, worker = by_worker,
          started = clock_timestamp()
        where t.id = any(array(
          select id from (
            select id, sum(bytes) over (order by position, id) - bytes before_it from (
              select r.id, r.position, octet_length(r.payload) bytes from tasks r
              where r.queue = of_queue and r.state = 'READY'
              order by r.position, r.id limit most - cardinality(owned)
              for update skip locked) candidate) candidate
          where before_it < most_bytes * 8))
        returning t.*)
      select c.id, c.attempt, c.kind, c.owner, c.max_attempts, c.timeout_ms, c.failures, c.surprises,
        c.rescues, c.created, case when octet_length(c.payload) <= most_bytes then c.payload end,
        null::bigint, greatest(0, extract(epoch from c.started - c.run_at) * 1000)::bigint
      from claimed c order by c.position, c.id;
    get diagnostics got = row_count;
    if got > 0 and got < most - cardinality(owned)
      and exists (select from tasks t where t.queue = of_queue and t.state = 'READY') then
      wait := 0;
    end if;
  end if;
  if wait is not null then
    return query select null::bigint, null::int, null, null, null::smallint, null::bigint,
      null::smallint, null::smallint, null::smallint, null::timestamptz, null, wait, null::bigint;
  end if;
end $$;

-- Moves tasks that were done to the finished ones, if their attempts still hold them; gives those.
-- The tokens of their owners come back, one period from now. Each task is looked up by its number: a
-- hash of everything that runs would mean to read all that waits.
create function complete_tasks(ids bigint[], attempts integer[], notes text[])
returns table (task_id bigint, attempt integer, queue text, owner text) language sql
set plan_cache_mode = force_custom_plan set enable_seqscan = off set random_page_cost = 1.1
set enable_hashjoin = off set enable_mergejoin = off as $$
  with ended as (
    delete from tasks t using unnest(ids, attempts, notes) s (id, attempt, note)
    where t.id = s.id and t.attempt = s.attempt and t.state = 'RUNNING'
    returning t.*, s.note),
  moved as (
    insert into finished_tasks (id, queue, kind, payload, state, priority, unique_key, owner,
      max_attempts, timeout_ms, attempt, failures, rescues, worker, started, created, ended, note)
    select id, queue, kind, payload, 'DONE', priority, unique_key, owner, max_attempts, timeout_ms,
      attempt, failures, rescues, worker, started, created, clock_timestamp(), note
    from ended returning id, attempt, queue, owner),
  given_back as (
    update turns set ended = clock_timestamp() from moved
    where moved.owner is not null and turns.task_id = moved.id and turns.ended is null)
  select id, attempt, queue, owner from moved
$$;
