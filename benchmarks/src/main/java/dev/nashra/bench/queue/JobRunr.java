package dev.nashra.bench.queue;

import com.zaxxer.hikari.HikariDataSource;
import dev.nashra.config.DatabaseUrl;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.gson.GsonJsonMapper;

/** JobRunr's open source edition, polling every 5 s: more often it refuses. */
final class JobRunr implements Contender {
  private final HikariDataSource pool;
  private final PostgresStorageProvider storage;
  private final JobRequestScheduler scheduler;
  private BackgroundJobServer server;

  JobRunr(DatabaseUrl url) {
    pool = Pools.of(url);
    storage = new PostgresStorageProvider(pool);
    storage.setJobMapper(new JobMapper(new GsonJsonMapper()));
    scheduler = new JobRequestScheduler(storage);
  }

  @Override
  public void add(int number) {
    scheduler.enqueue(new NoOp(number));
  }

  @Override
  public void addBatch(int from, int count) {
    scheduler.enqueue(IntStream.range(from, from + count).mapToObj(NoOp::new));
  }

  @Override
  public void start(int workers) {
    var settings =
        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
            .andWorkerCount(workers)
            .andPollInterval(Duration.ofSeconds(5));
    server = new BackgroundJobServer(storage, new GsonJsonMapper(), new Activator(), settings);
    server.start();
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public boolean isEmpty() {
    return Pools.ask(
        pool,
        "select not exists (select from jobrunr_jobs where state in ('ENQUEUED', 'PROCESSING'))");
  }

  @Override
  public void close() {
    storage.close();
    pool.close();
  }

  private static final class Activator implements JobActivator {
    @Override
    public <T> T activateJob(Class<T> type) {
      return type.cast(new Handler());
    }
  }

  /** What is queued. */
  public static final class NoOp implements JobRequest {
    private final int number;

    NoOp(int number) {
      this.number = number;
    }

    @Override
    public Class<Handler> getJobRequestHandler() {
      return Handler.class;
    }

    @Override
    public String toString() {
      return "noop " + number;
    }
  }

  /** What does it. */
  public static final class Handler implements JobRequestHandler<NoOp> {
    @Override
    public void run(NoOp request) {
      Ran.mark();
    }
  }
}
