package dev.nashra.app;

import dev.nashra.app.Timetable.Periodic;
import dev.nashra.app.cleanup.Cleanup;
import dev.nashra.app.doctor.Doctor;
import dev.nashra.app.health.HealthCheckJob;
import dev.nashra.app.health.HealthProbe;
import dev.nashra.broadcast.BroadcastJob;
import dev.nashra.broadcast.EditionMaker;
import dev.nashra.broadcast.Newsdesk;
import dev.nashra.broadcast.ReaderVoice;
import dev.nashra.collect.ScrapeNewsJob;
import dev.nashra.collect.SiteRules;
import dev.nashra.collect.SourceCollector;
import dev.nashra.collect.SourceScraper;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.media.Studio;
import dev.nashra.report.ExtractiveWriter;
import dev.nashra.report.GenerateReportsJob;
import dev.nashra.schedule.Due.Missed;
import dev.nashra.schedule.Rhythm;
import dev.nashra.schedule.Schedule;
import dev.nashra.social.GenerateSocialMediaContentJob;
import dev.nashra.social.Network;
import dev.nashra.source.Sources;
import dev.nashra.store.ArticleTable;
import dev.nashra.store.Database;
import dev.nashra.store.EditionTable;
import dev.nashra.store.PostTable;
import dev.nashra.store.PublicationTable;
import dev.nashra.store.RenderingTable;
import dev.nashra.store.ReportTable;
import dev.nashra.store.SourceTable;
import dev.nashra.store.StoryTable;
import dev.nashra.store.Vitals;
import dev.nashra.story.ClusterNewsJob;
import dev.nashra.time.Clock;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.Job;
import dev.nashra.worker.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** The newsroom, built by hand: its parts, and the pipeline in order. */
public final class Newsroom implements AutoCloseable {
  /** Stories reported on in one cycle; the rest follow in the next ones. */
  private static final int MOST_REPORTS = 200;

  /** For feeds of a newsroom that has no public address. */
  private static final URI LOCAL_ADDRESS = URI.create("http://localhost:8080/");

  private static final Duration HEALTH_INTERVAL = Duration.ofMinutes(15);

  /** What the records call the place of jobs that belong to no cycle. */
  public static final String BESIDE_THE_CYCLE = "periodic";

  private final Settings settings;
  private final Database database;
  private final boolean goesOut;
  private final Sources sources;

  private Newsroom(Settings settings, Database database, boolean goesOut) {
    this.settings = settings;
    this.database = database;
    this.goesOut = goesOut;
    this.sources = new SourceTable(database);
  }

  public static Newsroom open(Settings settings, Database database) {
    return new Newsroom(settings, database, true);
  }

  /** One that keeps to itself: it has no account but its own pages, and asks no service. */
  public static Newsroom withoutServices(Settings settings, Database database) {
    return new Newsroom(settings, database, false);
  }

  /** The pipeline: every stage and every job, in order. */
  public List<Stage> stages() {
    var studio = MediaJobs.studio(settings);
    var media = new MediaJobs(settings, new RenderingTable(database), studio);
    return List.of(
        Stage.inOrder("scraping", scrapeNews()),
        Stage.inOrder("processing", clusterNews(), generateReports(), generateSocialMediaContent()),
        Stage.sideBySide(
            "media", settings.get(Catalog.MEDIA_WORKERS), media.images(), media.audio()),
        Stage.sideBySide(
            "publishing",
            settings.get(Catalog.PUBLISHING_WORKERS),
            media.socialMediaImages(),
            media.reels(),
            new Publishing(settings, goesOut).job(new PublicationTable(database))),
        broadcast(studio));
  }

  private Job scrapeNews() {
    return new ScrapeNewsJob(
        sources, scraper(settings, database), settings.get(Catalog.SCRAPE_CONCURRENCY));
  }

  /** What reads one source and stores what is new. */
  static SourceScraper scraper(Settings settings, Database database) {
    return new SourceScraper(
        new SourceTable(database),
        new ArticleTable(database),
        sourceCollector(settings),
        settings.get(Catalog.SOURCE_DEADLINE),
        settings.get(Catalog.MAX_ARTICLES_PER_SOURCE));
  }

  private Job clusterNews() {
    return new ClusterNewsJob(new StoryTable(database));
  }

  private Job generateReports() {
    var writer = goesOut ? Reporters.of(settings) : new ExtractiveWriter();
    return new GenerateReportsJob(new ReportTable(database), writer, MOST_REPORTS);
  }

  private Job generateSocialMediaContent() {
    return new GenerateSocialMediaContentJob(
        new PostTable(database, Clock.SYSTEM), EnumSet.allOf(Network.class));
  }

  private Stage broadcast(Studio studio) {
    var desk =
        new Newsdesk(
            MediaJobs.brand(settings),
            settings.get(Catalog.TIME_ZONE),
            publicAddress(settings).resolve("broadcast/"),
            "../media/");
    var maker =
        new EditionMaker(
            new EditionTable(database),
            new ReaderVoice(studio),
            desk,
            Folders.of(settings).broadcast());
    return switch (settings.get(Catalog.BROADCAST_MODE)) {
      case UNIFIED -> Stage.inOrder("broadcast", BroadcastJob.all(maker));
      case SEPARATE ->
          Stage.inOrder("broadcast", BroadcastJob.bulletin(maker), BroadcastJob.digest(maker));
    };
  }

  /** Ends with a slash, so that relative addresses lie below it. */
  static URI publicAddress(Settings settings) {
    var url = settings.get(Catalog.PUBLIC_URL).orElse(LOCAL_ADDRESS).toString();
    return URI.create(url.endsWith("/") ? url : url + "/");
  }

  /** What fetches sources and their articles. */
  public static SourceCollector sourceCollector(Settings settings) {
    var guard = new AddressGuard(settings.get(Catalog.ALLOW_PRIVATE_NETWORK_HOSTS));
    var fetcher = new HttpFetcher(guard, userAgent(settings), Clock.SYSTEM);
    var rules = new SiteRules(fetcher, settings.get(Catalog.OWN_HOSTS), Clock.SYSTEM);
    return new SourceCollector(fetcher, rules, settings.credentials());
  }

  /** As what we come to other people's servers. */
  static String userAgent(Settings settings) {
    return settings
        .get(Catalog.CONTACT_URL)
        .map(url -> "Nashra/0.1 (+%s)".formatted(url))
        .orElse("Nashra/0.1");
  }

  /**
   * Starts the engine that runs this pipeline.
   *
   * @param wornOut told once when the process should be started anew, and why
   */
  public Engine engine(CycleListener listener, Consumer<String> wornOut) {
    return Engine.start(settings, database, stages(), listener, wornOut);
  }

  /** The jobs beside the cycle, and when each is due. */
  private List<Periodic> periodic() {
    var cleanup = Cleanup.job(settings, database, Publishing.masthead(settings));
    var daily =
        new Rhythm.Daily(settings.get(Catalog.CLEANUP_TIME), settings.get(Catalog.TIME_ZONE));
    return List.of(
        new Periodic("clean-up", cleanup, daily, Missed.MADE_UP),
        new Periodic(
            "health check", healthCheck(), new Rhythm.Every(HEALTH_INTERVAL), Missed.LEFT_OUT));
  }

  /** The jobs that run at times of their own. */
  public List<Stage> besideTheCycle() {
    return periodic().stream().map(Periodic::stage).toList();
  }

  private Job healthCheck() {
    return new HealthCheckJob(
        health(),
        Doctor.ofRunning(settings, sources),
        () -> Vitals.lastNote(database, HealthCheckJob.NAME),
        // A newsroom that is only tried out is not well, and nobody is to be woken by that.
        goesOut ? HealthCheckJob::log : (_, _) -> {});
  }

  /** Answers whether the newsroom does its work. */
  public HealthProbe health() {
    return new HealthProbe(settings, () -> Vitals.of(database));
  }

  /** Begins cycles and periodic jobs when they are due, until it is closed. */
  public Schedule schedule(Engine engine) {
    return Timetable.start(settings, database, engine, periodic());
  }

  public Sources sources() {
    return sources;
  }

  @Override
  public void close() {}
}
