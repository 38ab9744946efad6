package dev.nashra.bench.engine;

import dev.nashra.app.Newsroom;
import dev.nashra.config.Catalog;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.config.Settings;
import dev.nashra.sample.OutletKind;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.sample.SampleOutlet;
import dev.nashra.source.NewSource;
import dev.nashra.source.SourceKind;
import dev.nashra.store.Database;
import dev.nashra.store.RunTable;
import dev.nashra.store.WorkerTable;
import dev.nashra.time.Clock;
import dev.nashra.time.Stopwatch;
import dev.nashra.time.Waiter;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.Heartbeat;
import dev.nashra.worker.JobRunner;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import dev.nashra.worker.TimeoutType;
import dev.nashra.worker.Worker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Two cycles of one mode under one script, in a database and a folder of their own. */
final class Trial implements Callable<Trial.Result> {
  private static final int SOURCES = 10;
  private static final Duration POLL = Duration.ofMillis(50);

  private static final String CYCLE_TIME =
      "select extract(epoch from ended - started) from cycles order by id limit 1";

  private static final String FIRST_POST =
      """
      select extract(epoch from
        (select min(published) from publications) - (select min(started) from cycles))""";

  /** From the moment at which the second cycle was due. */
  private static final String NEXT_POSTS =
      """
      select extract(epoch from min(u.published) - timestamptz 'epoch') - %1$s
      from publications u
      join posts p on p.id = u.post_id
      join articles a on a.story_id = p.story_id
      where a.outlet = any(string_to_array('%2$s', '|'))
        and u.published > to_timestamp(%1$s) and a.first_seen > to_timestamp(%1$s)""";

  private static final String DONE = "select count(*) from runs where state = 'DONE'";

  private final Script script;
  private final Mode mode;
  private final DatabaseUrl url;
  private final SampleNewsroom sample;
  private final Path folder;
  private final int scale;

  Trial(Script script, Mode mode, DatabaseUrl url, SampleNewsroom sample, Path folder, int scale) {
    this.script = script;
    this.mode = mode;
    this.url = url;
    this.sample = sample;
    this.folder = folder;
    this.scale = scale;
  }

  /** Seconds at full scale, none when it did not happen. */
  record Result(
      Optional<Double> cycle, Optional<Double> firstPost, Optional<Double> nextPosts, long lost) {}

  @Override
  public Result call() throws Exception {
    var settings = settings();
    try (var database = Database.open(url, 16);
        var newsroom = Newsroom.open(settings, database);
        var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var outlets = readable();
      var known = outlets.subList(0, script.hasHangingSource ? SOURCES - 1 : SOURCES);
      var fresh = outlets.subList(SOURCES, outlets.size());
      known.forEach(outlet -> add(newsroom, outlet));
      if (script.hasHangingSource) {
        var address = "http://127.0.0.1:%d/feed".formatted(silent.getLocalPort());
        newsroom.sources().add(new NewSource(address, SourceKind.FEED, "silent", "en", null, null));
      }
      var stages = script.stages(newsroom.stages(), scale);
      var due = runTwice(database, settings, newsroom, stages, fresh);
      return result(database, stages, fresh, due);
    }
  }

  private Settings settings() {
    var scaled = Duration.ofSeconds(120).dividedBy(scale).toSeconds();
    return Settings.load(
        Map.of(
            "DATA_DIR", folder.toString(),
            "ALLOW_PRIVATE_NETWORK_HOSTS", "127.0.0.1",
            "MAX_ARTICLES_PER_SOURCE", "1",
            "STALL_PATIENCE_SECONDS", Integer.toString(Math.max(1, 60 / scale)),
            "SOURCE_DEADLINE_SECONDS", Long.toString(Math.max(5, scaled))),
        folder.resolve(".env"));
  }

  private List<SampleOutlet> readable() {
    return sample.outlets().stream()
        .filter(o -> o.kind() != OutletKind.BROKEN && o.kind() != OutletKind.ERROR)
        .toList();
  }

  private void add(Newsroom newsroom, SampleOutlet outlet) {
    newsroom
        .sources()
        .add(
            new NewSource(
                sample.addressOf(outlet),
                kind(outlet.kind()),
                outlet.name(),
                outlet.language(),
                outlet.kind() == OutletKind.SECTION ? "*" + outlet.articleFolder() + "*" : null,
                null));
  }

  private static SourceKind kind(OutletKind kind) {
    return switch (kind) {
      case SECTION -> SourceKind.SECTION;
      case TELEGRAM -> SourceKind.TELEGRAM;
      case RSS, ATOM, JSONFEED, BROKEN, ERROR -> SourceKind.FEED;
    };
  }

  /** Gives the moment at which the second cycle was due. */
  private double runTwice(
      Database database,
      Settings settings,
      Newsroom newsroom,
      List<Stage> stages,
      List<SampleOutlet> fresh)
      throws InterruptedException {
    var registration = WorkerTable.join(database, "bench");
    var runs = new RunTable(database, registration.id(), "bench");
    var parallel = settings.get(Catalog.MAX_PARALLEL_JOBS);
    var runner = new JobRunner(runs, Clock.SYSTEM, timeouts(), parallel);
    var worker = new Worker(stages, () -> mode, runs, runner, CycleListener.SILENT);
    try (var _ = Heartbeat.start(registration, runner, Integer.MAX_VALUE, _ -> {})) {
      var interval = settings.get(Catalog.CYCLE_INTERVAL).dividedBy(scale);
      var watch = new Stopwatch();
      worker.beginCycle();
      Waiter.pause(interval);
      fresh.forEach(outlet -> add(newsroom, outlet));
      var due = Clock.SYSTEM.instant().toEpochMilli() / 1000.0;
      worker.beginCycle();
      var patience = interval.multipliedBy(3).minus(watch.elapsed());
      Waiter.until(() -> isOver(database), patience, POLL);
      worker.stop(Duration.ZERO);
      return due;
    }
  }

  private static boolean isOver(Database database) {
    return number(database, "select count(*) from cycles where ended is not null").orElse(0.0) == 2;
  }

  /** The defaults of the settings, scaled. */
  private Map<TimeoutType, Duration> timeouts() {
    var seconds =
        Map.of(
            TimeoutType.SCRAPING, 600,
            TimeoutType.CLUSTERING, 180,
            TimeoutType.REPORTS, 300,
            TimeoutType.SOCIAL_MEDIA, 240,
            TimeoutType.IMAGES, 900,
            TimeoutType.AUDIO, 600,
            TimeoutType.VIDEO, 1200,
            TimeoutType.PUBLISHING, 300,
            TimeoutType.BROADCAST, 180);
    return Arrays.stream(TimeoutType.values())
        .collect(
            Collectors.toMap(
                type -> type,
                type -> Duration.ofSeconds(seconds.getOrDefault(type, 600)).dividedBy(scale)));
  }

  private Result result(
      Database database, List<Stage> stages, List<SampleOutlet> fresh, double due) {
    var names = fresh.stream().map(SampleOutlet::name).collect(Collectors.joining("|"));
    var next = NEXT_POSTS.formatted(Double.toString(due), names.replace("'", "''"));
    long jobs = 2L * stages.stream().mapToInt(stage -> stage.jobs().size()).sum();
    return new Result(
        scaled(number(database, "select e from (" + CYCLE_TIME + ") t(e) where e is not null")),
        scaled(number(database, FIRST_POST)),
        scaled(number(database, next)),
        jobs - number(database, DONE).orElse(0.0).longValue());
  }

  private Optional<Double> scaled(Optional<Double> seconds) {
    return seconds.map(value -> value * scale);
  }

  private static Optional<Double> number(Database database, String sql) {
    return database.inTransaction(
        handle ->
            handle.createQuery(sql).mapTo(Double.class).stream()
                .filter(n -> n != null)
                .findFirst());
  }
}
