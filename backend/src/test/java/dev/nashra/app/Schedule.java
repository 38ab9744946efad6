package dev.nashra.app;

import dev.nashra.store.Database;
import dev.nashra.time.Waiter;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stages, what each of their jobs does each time, and workers that run them, all from a seed. Each
 * schedule has job names of its own, so that several may share a database.
 */
final class Schedule implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What a job does in one run. */
  private enum Conduct {
    QUICK,
    SLOW,
    FAILS,
    HANGS,
    IS_DEAF,
    HOLDS_A_TRANSACTION
  }

  private static final List<Conduct> CONDUCTS =
      List.of(
          Conduct.QUICK,
          Conduct.QUICK,
          Conduct.QUICK,
          Conduct.QUICK,
          Conduct.QUICK,
          Conduct.QUICK,
          Conduct.SLOW,
          Conduct.SLOW,
          Conduct.SLOW,
          Conduct.FAILS,
          Conduct.FAILS,
          Conduct.HANGS,
          Conduct.HANGS,
          Conduct.IS_DEAF,
          Conduct.HOLDS_A_TRANSACTION);

  /** What is committed when a run ends, counted by the transaction that ends it. */
  private static final String TABLES =
      """
      create table writes (id bigint generated always as identity, run_id bigint, job text);
      create table ends (run_id bigint, writes bigint);
      create function count_writes() returns trigger language plpgsql as $$
        begin
          insert into ends select new.id, count(*) from writes where run_id = new.id;
          return null;
        end $$;
      create trigger count_writes after update on runs
        for each row when (old.ended is null and new.ended is not null)
        execute function count_writes();
      """;

  private final long seed;
  private final Database database;
  private final Random random;
  private final Duration timeout;
  private final Mode mode;
  private final List<TrialWorker> workers = new ArrayList<>();
  private final List<String> broken = java.util.Collections.synchronizedList(new ArrayList<>());

  /** Opened when all is over, for those who hear nothing else. */
  private final CountDownLatch over = new CountDownLatch(1);

  Schedule(long seed, Database database) {
    this.seed = seed;
    this.database = database;
    this.random = new Random(seed);
    this.timeout = Duration.ofMillis(60 + random.nextInt(100));
    var patience = random.nextBoolean() ? Duration.ofHours(1) : Duration.ofMillis(30);
    this.mode = Mode.improved(true, random.nextInt(4) > 0, patience);
  }

  static void createTables(Database database) {
    database.useTransaction(handle -> handle.execute(TABLES));
  }

  /** The beginning of its jobs' names. */
  String prefix() {
    return "s%d-".formatted(seed);
  }

  /** Runs it, lets a last worker clear up after the dead, and gives the promises it broke. */
  List<String> run() throws Exception {
    var plan = plan();
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      workers.add(worker(plan));
    }
    var doomed = random.nextInt(3) == 0 ? null : workers.getFirst();
    var killAfter = Duration.ofMillis(random.nextInt(150));
    var threads = workers.stream().map(this::begin).toList();
    if (doomed != null) {
      Waiter.pause(killAfter);
      doomed.kill();
    }
    for (var thread : threads) {
      if (!thread.join(PATIENCE)) {
        broken.add(prefix() + " has a cycle that does not end");
      }
    }
    over.countDown();
    clearUp();
    check();
    return broken;
  }

  /** Runs it for ever with one worker; for processes that will be killed. */
  void runForEver() throws InterruptedException {
    var worker = worker(plan());
    workers.add(worker);
    while (true) {
      worker.worker().runCycle();
    }
  }

  private List<List<Part>> plan() {
    var plan = new ArrayList<List<Part>>();
    int stages = 1 + random.nextInt(3);
    for (int stage = 0; stage < stages; stage++) {
      var parts = new ArrayList<Part>();
      int jobs = 1 + random.nextInt(3);
      for (int i = 0; i < jobs; i++) {
        var name = prefix() + stage + "-" + i;
        parts.add(new Part(name, List.of(conduct(), conduct(), conduct(), conduct())));
      }
      plan.add(parts);
    }
    return plan;
  }

  private Conduct conduct() {
    return CONDUCTS.get(random.nextInt(CONDUCTS.size()));
  }

  private TrialWorker worker(List<List<Part>> plan) {
    var slots = 1 + random.nextInt(3);
    return TrialWorker.join(
        database,
        mode,
        timeout,
        2 + random.nextInt(3),
        worker -> plan.stream().map(parts -> stage(parts, slots, worker)).toList());
  }

  private Stage stage(List<Part> parts, int slots, TrialWorker worker) {
    var jobs = parts.stream().map(part -> job(part, worker)).toArray(Job[]::new);
    var name = parts.getFirst().name();
    return slots == 1 ? Stage.inOrder(name, jobs) : Stage.sideBySide(name, slots, jobs);
  }

  private Thread begin(TrialWorker worker) {
    var delay = Duration.ofMillis(random.nextInt(60));
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                Waiter.pause(delay);
                worker.worker().runCycle();
                worker.worker().runCycle();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException e) {
                if (!worker.isKilled()) {
                  broken.add(prefix() + " has a cycle that failed: " + e);
                }
              }
            });
  }

  // the jobs

  private Job job(Part part, TrialWorker worker) {
    var name = part.name();
    return EngineRig.job(
        name,
        context -> {
          var conduct = part.nextConduct();
          if (conduct == Conduct.IS_DEAF) {
            write(name, context);
            awaitDeaf();
            write(name, context); // must not succeed
          } else {
            alone(part, worker, () -> perform(conduct, name, context));
          }
        });
  }

  private void alone(Part part, TrialWorker worker, Step step) throws Exception {
    part.inside().stream()
        .filter(other -> !other.isKilled())
        .forEach(_ -> broken.add(part.name() + " runs twice at once"));
    part.inside().add(worker);
    try {
      step.take();
    } finally {
      part.inside().remove(worker);
    }
  }

  private void perform(Conduct conduct, String name, JobContext context) throws Exception {
    write(name, context);
    switch (conduct) {
      case QUICK -> {}
      case SLOW -> {
        for (int i = 0; i < 4; i++) {
          Waiter.pause(Duration.ofMillis(10));
          context.progress().at(i, 4);
          write(name, context);
        }
      }
      case FAILS -> throw new IllegalStateException("on purpose");
      case HANGS -> new CountDownLatch(1).await();
      case HOLDS_A_TRANSACTION ->
          database.useTransaction(
              handle -> {
                insert(handle, name, context);
                handle.execute("select pg_sleep(0.2)");
              });
      case IS_DEAF -> throw new IllegalStateException("is not alone");
    }
  }

  private void write(String name, JobContext context) {
    database.useTransaction(handle -> insert(handle, name, context));
  }

  private static void insert(org.jdbi.v3.core.Handle handle, String name, JobContext context) {
    handle.execute("insert into writes (run_id, job) values (?, ?)", context.runId(), name);
  }

  private void awaitDeaf() {
    while (over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException e) {
        // This job is deaf on purpose.
      }
    }
    Thread.interrupted();
  }

  // what must hold

  /** What the dead left is found by whoever comes next, here a worker with a job of its own. */
  private void clearUp() throws InterruptedException {
    var last =
        TrialWorker.join(
            database,
            mode,
            PATIENCE,
            1,
            _ -> List.of(Stage.inOrder("last", EngineRig.job(prefix() + "last", _ -> {}))));
    workers.add(last);
    var isClear =
        Waiter.until(
            () -> {
              runQuietly(last);
              return find("select 1 from runs where job like :prefix and ended is null").isEmpty();
            },
            PATIENCE,
            Duration.ofMillis(100));
    if (!isClear) {
      broken.add(prefix() + " has a run without an end");
    }
  }

  private static void runQuietly(TrialWorker worker) {
    try {
      worker.worker().runCycle();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    find("""
            select r.job || ': run ' || r.id || ' wrote after its end' from runs r
            where r.job like :prefix and r.started is not null
              and (select count(*) from writes w where w.run_id = r.id) <>
                (select coalesce(sum(writes), -1) from ends e where e.run_id = r.id)""")
        .forEach(broken::add);
    find("""
            select r.job || ': runs ' || r.id || ' and ' || o.id || ' at once' from runs r
            join runs o on o.job = r.job and o.id < r.id
            where r.job like :prefix and r.started is not null and o.started is not null
              and o.ended > r.started and r.ended > o.started""")
        .forEach(broken::add);
    find("""
            select w.job || ': runs ' || w.run_id || ' and ' || v.run_id || ' wrote in turns'
            from writes w join writes v on v.job = w.job and v.id > w.id and v.run_id < w.run_id
            where w.job like :prefix""")
        .forEach(broken::add);
    workers.stream()
        .filter(worker -> !worker.isKilled())
        .flatMap(
            worker ->
                find(
                    "select 'cycle ' || id || ' of %s is ' || state from cycles".formatted(prefix())
                        + " where :prefix is not null and state <> 'DONE' and worker_id = "
                        + worker.id())
                    .stream())
        .forEach(broken::add);
  }

  private List<String> find(String sql) {
    return database.inTransaction(
        handle ->
            handle.createQuery(sql).bind("prefix", prefix() + "%").mapTo(String.class).list());
  }

  @Override
  public void close() {
    over.countDown();
    workers.forEach(TrialWorker::close);
  }

  /**
   * A job of the schedule.
   *
   * @param conducts what it does in its runs, in turn
   * @param inside who is inside it, unless it is deaf
   */
  private record Part(
      String name, List<Conduct> conducts, AtomicInteger turns, Set<TrialWorker> inside) {
    Part(String name, List<Conduct> conducts) {
      this(name, conducts, new AtomicInteger(), ConcurrentHashMap.newKeySet());
    }

    Conduct nextConduct() {
      return conducts.get(turns.getAndIncrement() % conducts.size());
    }
  }

  private interface Step {
    void take() throws Exception;
  }
}
