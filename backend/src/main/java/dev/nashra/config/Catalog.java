package dev.nashra.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every setting there is, in the order of {@code .env.example}. */
public final class Catalog {
  private static final List<Setting<?>> ALL = new ArrayList<>();
  private static final int DAY = 86_400;
  private static final int MOST_DAYS = 36_500;

  // cycle

  public static final Setting<WorkerType> WORKER_TYPE =
      cycle("WORKER_TYPE", "How a cycle runs.", "improved", SettingType.oneOf(WorkerType.class));
  public static final Setting<Duration> CYCLE_INTERVAL =
      cycle(
          "CYCLE_INTERVAL_SECONDS",
          "Seconds from the start of one cycle to the start of the next.",
          "600",
          SettingType.seconds(10, DAY));
  public static final Setting<Boolean> ENABLE_JOB_TIMEOUTS =
      cycle(
          "ENABLE_JOB_TIMEOUTS",
          "Whether a job past its timeout is stopped (improved only).",
          "true",
          SettingType.FLAG);
  public static final Setting<Boolean> ENABLE_PARALLEL_EXECUTION =
      cycle(
          "ENABLE_PARALLEL_EXECUTION",
          "Whether the media and publishing stages run their jobs side by side (improved only).",
          "true",
          SettingType.FLAG);
  public static final Setting<Integer> MAX_PARALLEL_JOBS =
      cycle(
          "MAX_PARALLEL_JOBS",
          "Jobs running at once, over all stages.",
          "4",
          SettingType.number(1, 64));
  public static final Setting<Integer> MEDIA_WORKERS =
      cycle(
          "MEDIA_WORKERS",
          "Jobs of the media stage running at once.",
          "2",
          SettingType.number(1, 16));
  public static final Setting<Integer> PUBLISHING_WORKERS =
      cycle(
          "PUBLISHING_WORKERS",
          "Jobs of the publishing stage running at once.",
          "3",
          SettingType.number(1, 16));
  public static final Setting<Duration> SHUTDOWN_GRACE =
      cycle(
          "SHUTDOWN_GRACE_SECONDS",
          "Seconds that running jobs get to finish when the worker is told to stop.",
          "10",
          SettingType.seconds(0, 600));

  public static final Setting<Duration> STALL_PATIENCE =
      cycle(
          "STALL_PATIENCE_SECONDS",
          "Seconds without progress after which a cycle goes on without a job (improved only).",
          "60",
          SettingType.seconds(1, DAY));
  public static final Setting<Integer> MAX_STUCK_JOBS =
      cycle(
          "MAX_STUCK_JOBS",
          "Threads that may ignore being stopped; with one more the worker exits with code 75.",
          "2",
          SettingType.number(0, 64));

  // timeouts

  public static final Setting<Duration> SCRAPING_TIMEOUT = timeout("SCRAPING_TIMEOUT", "600");
  public static final Setting<Duration> CLUSTERING_TIMEOUT = timeout("CLUSTERING_TIMEOUT", "180");
  public static final Setting<Duration> REPORTS_TIMEOUT = timeout("REPORTS_TIMEOUT", "300");
  public static final Setting<Duration> SOCIAL_MEDIA_TIMEOUT =
      timeout("SOCIAL_MEDIA_TIMEOUT", "240");
  public static final Setting<Duration> IMAGES_TIMEOUT = timeout("IMAGES_TIMEOUT", "900");
  public static final Setting<Duration> AUDIO_TIMEOUT = timeout("AUDIO_TIMEOUT", "600");
  public static final Setting<Duration> VIDEO_TIMEOUT = timeout("VIDEO_TIMEOUT", "1200");
  public static final Setting<Duration> PUBLISHING_TIMEOUT = timeout("PUBLISHING_TIMEOUT", "300");
  public static final Setting<Duration> BROADCAST_TIMEOUT = timeout("BROADCAST_TIMEOUT", "180");
  public static final Setting<Duration> CLEANUP_TIMEOUT = timeout("CLEANUP_TIMEOUT", "600");
  public static final Setting<Duration> HEALTH_TIMEOUT = timeout("HEALTH_TIMEOUT", "60");

  // database and files

  public static final Setting<Optional<DatabaseUrl>> DATABASE_URL =
      add(
          "DATABASE_URL",
          "Storage",
          "The PostgreSQL database; empty: an embedded server in the data folder.",
          "",
          SettingType.DATABASE_URL);
  public static final Setting<Integer> DB_MAX_POOL_SIZE =
      add(
          "DB_MAX_POOL_SIZE",
          "Storage",
          "Connections to the database at most.",
          "20",
          SettingType.number(3, 200));
  public static final Setting<Path> DATA_DIR =
      add(
          "DATA_DIR",
          "Storage",
          "Folder of everything that Nashra keeps: database, media, published pages.",
          "data",
          SettingType.PATH);

  // clean-up

  public static final Setting<LocalTime> CLEANUP_TIME =
      cleanup(
          "CLEANUP_TIME",
          "The time of day, in TIME_ZONE, at which what is too old is removed.",
          "03:30",
          SettingType.TIME_OF_DAY);
  public static final Setting<Integer> RETENTION_ARTICLES =
      retention(
          "ARTICLES",
          "Days for which texts of articles are kept, earlier wordings included; titles and"
              + " addresses stay.",
          "90");
  public static final Setting<Integer> RETENTION_REPORTS =
      retention(
          "REPORTS", "Days for which superseded reports are kept that no post was made of.", "90");
  public static final Setting<Integer> RETENTION_PICTURES =
      retention("PICTURES", "Days for which files of cards and images are kept.", "90");
  public static final Setting<Integer> RETENTION_AUDIO =
      retention("AUDIO", "Days for which files of spoken stories are kept.", "30");
  public static final Setting<Integer> RETENTION_REELS =
      retention("REELS", "Days for which files of reels are kept.", "30");
  public static final Setting<Integer> RETENTION_EDITIONS =
      retention("EDITIONS", "Days for which bulletins and digests are kept.", "365");
  public static final Setting<Integer> RETENTION_RUNS =
      retention("RUNS", "Days for which the record of cycles and runs is kept.", "90");
  public static final Setting<Integer> RETENTION_WORKERS =
      retention("WORKERS", "Days for which workers that have ended are remembered.", "7");

  // collecting

  public static final Setting<Integer> SCRAPE_CONCURRENCY =
      add(
          "SCRAPE_CONCURRENCY",
          "Collecting",
          "Sources read at once.",
          "4",
          SettingType.number(1, 64));
  public static final Setting<Duration> SOURCE_DEADLINE =
      add(
          "SOURCE_DEADLINE_SECONDS",
          "Collecting",
          "Seconds that one source may take in a cycle, its articles included.",
          "120",
          SettingType.seconds(5, 3600));
  public static final Setting<Integer> MAX_ARTICLES_PER_SOURCE =
      add(
          "MAX_ARTICLES_PER_SOURCE",
          "Collecting",
          "New articles taken from one source in one cycle; the rest follow in the next ones.",
          "50",
          SettingType.number(1, 1000));
  public static final Setting<List<String>> ALLOW_PRIVATE_NETWORK_HOSTS =
      add(
          "ALLOW_PRIVATE_NETWORK_HOSTS",
          "Collecting",
          "Hosts (host or host:port) that may be read although their address is not public.",
          "",
          SettingType.LIST);
  public static final Setting<List<String>> OWN_HOSTS =
      add(
          "OWN_HOSTS",
          "Collecting",
          "Your own hosts (host or host:port), whose pages are read whatever their robots.txt says.",
          "",
          SettingType.LIST);
  public static final Setting<Optional<URI>> CONTACT_URL =
      add(
          "CONTACT_URL",
          "Collecting",
          "A page about this newsroom, named in the User-Agent so that outlets can ask.",
          "",
          SettingType.OPTIONAL_WEB_ADDRESS);

  // newsroom

  public static final Setting<String> NEWSROOM_NAME =
      newsroom(
          "NEWSROOM_NAME",
          "The name on cards, reels and pages.",
          "نشرة · Nashra",
          SettingType.TEXT);
  public static final Setting<Optional<Path>> NEWSROOM_LOGO =
      newsroom(
          "NEWSROOM_LOGO",
          "A PNG or JPEG for cards and reels; empty: a monogram of the name.",
          "",
          SettingType.OPTIONAL_PATH);
  public static final Setting<String> BRAND_PRIMARY =
      newsroom("BRAND_PRIMARY_COLOR", "The ground of cards.", "#0f2d46", SettingType.COLOUR_CODE);
  public static final Setting<String> BRAND_ACCENT =
      newsroom(
          "BRAND_ACCENT_COLOR", "Lines and marks on cards.", "#e7a33c", SettingType.COLOUR_CODE);
  public static final Setting<Optional<Path>> FONT_DIR =
      newsroom(
          "FONT_DIR",
          "A TrueType file, or a folder of them, to draw with before the bundled ones.",
          "",
          SettingType.OPTIONAL_PATH);
  public static final Setting<ZoneId> TIME_ZONE =
      newsroom(
          "TIME_ZONE",
          "The zone in which a day begins and dates are shown.",
          "UTC",
          SettingType.ZONE);
  public static final Setting<Integer> REELS_PER_CYCLE =
      newsroom(
          "REELS_PER_CYCLE",
          "Reels made in one cycle, for the highest-ranked stories that have none.",
          "3",
          SettingType.number(0, 50));
  public static final Setting<BroadcastMode> BROADCAST_MODE =
      newsroom(
          "BROADCAST_MODE",
          "Whether bulletin and digest are made by one job or by two.",
          "unified",
          SettingType.oneOf(BroadcastMode.class));
  public static final Setting<Optional<URI>> PUBLIC_URL =
      newsroom(
          "PUBLIC_URL",
          "The address under which the public pages are served, for links and for the webhook.",
          "",
          SettingType.OPTIONAL_WEB_ADDRESS);

  // AI

  public static final Setting<Optional<URI>> AI_BASE_URL =
      add(
          "AI_BASE_URL",
          "AI",
          "An OpenAI-compatible endpoint, up to /v1; empty: extractive reports.",
          "",
          SettingType.OPTIONAL_WEB_ADDRESS);
  public static final Setting<Optional<String>> AI_API_KEY =
      secret("AI_API_KEY", "AI", "The endpoint's key; empty: none is sent.");
  public static final Setting<Optional<String>> AI_MODEL =
      add("AI_MODEL", "AI", "The model that writes the reports.", "", SettingType.OPTIONAL_TEXT);

  // Telegram

  public static final Setting<Optional<String>> TELEGRAM_BOT_TOKEN =
      secret(
          "TELEGRAM_BOT_TOKEN",
          "Telegram",
          "The bot that answers readers and posts; empty: Telegram is off.");
  public static final Setting<Optional<String>> TELEGRAM_CHAT_ID =
      add(
          "TELEGRAM_CHAT_ID",
          "Telegram",
          "The channel it posts to: @name or a number; empty: it only answers readers.",
          "",
          SettingType.OPTIONAL_TEXT);
  public static final Setting<URI> TELEGRAM_API_URL =
      add(
          "TELEGRAM_API_URL",
          "Telegram",
          "The Bot API server.",
          "https://api.telegram.org",
          SettingType.WEB_ADDRESS);
  public static final Setting<URI> TELEGRAM_PREVIEW_URL =
      add(
          "TELEGRAM_PREVIEW_URL",
          "Telegram",
          "Where public channels can be seen: asked after a crash whether a post went out.",
          "https://t.me",
          SettingType.WEB_ADDRESS);

  public static final Setting<BotMode> BOT_MODE =
      add(
          "BOT_MODE",
          "Telegram",
          "How the bot hears of readers: polling works anywhere, webhook wants PUBLIC_URL.",
          "polling",
          SettingType.oneOf(BotMode.class));
  public static final Setting<Optional<String>> TELEGRAM_WEBHOOK_SECRET =
      secret(
          "TELEGRAM_WEBHOOK_SECRET",
          "Telegram",
          "What Telegram shows with every update, 1 to 256 of A-Z a-z 0-9 _ -; empty: computed"
              + " from the token.");

  static {
    ALL.addAll(QueueSettings.all());
    ALL.addAll(DownloadSettings.all());
  }

  // machine

  public static final Setting<Set<Role>> WORKER_ROLES =
      machine(
          "WORKER_ROLES",
          "What \"nashra run\" does: cycle, queue, web, bot, separated by commas.",
          "cycle,queue,web,bot",
          SettingType.someOf(Role.class));
  public static final Setting<Optional<Path>> FFMPEG_PATH =
      machine(
          "FFMPEG_PATH",
          "The ffmpeg program; empty: the one on the PATH, else the bundled one.",
          "",
          SettingType.OPTIONAL_PATH);
  public static final Setting<Optional<Path>> ESPEAK_PATH =
      machine(
          "ESPEAK_PATH",
          "The espeak-ng program; empty: the one on the PATH, else the bundled one.",
          "",
          SettingType.OPTIONAL_PATH);
  public static final Setting<Integer> WEB_PORT =
      machine(
          "PORT",
          "Port on which \"nashra run\" and \"nashra web\" serve pages, health and metrics.",
          "8080",
          SettingType.number(1, 65_535));
  public static final Setting<String> WEB_HOST =
      machine(
          "WEB_HOST",
          "Address on which they are served; 0.0.0.0: every address of this machine.",
          "127.0.0.1",
          SettingType.TEXT);
  public static final Setting<Optional<String>> METRICS_TOKEN =
      secret(
          "METRICS_TOKEN",
          "Machine",
          "The bearer token that /metrics asks for; empty: none, and only for private addresses.");
  public static final Setting<String> LOG_LEVEL =
      machine("LOG_LEVEL", "error, warn, info or debug.", "info", SettingType.TEXT);
  public static final Setting<LogFormat> LOG_FORMAT =
      machine(
          "LOG_FORMAT",
          "Log lines for people or for programs.",
          "text",
          SettingType.oneOf(LogFormat.class));

  /** Credentials of sources are variables of their own, named by the operator. */
  private static final String CREDENTIAL_PREFIX = "CREDENTIAL_";

  private Catalog() {}

  public static List<Setting<?>> all() {
    return List.copyOf(ALL);
  }

  /** Whether a variable holds the credential of a source. */
  public static boolean isCredential(String variable) {
    return variable.startsWith(CREDENTIAL_PREFIX);
  }

  /** The variable that holds the credential of this name. */
  static String credential(String name) {
    return CREDENTIAL_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static <T> Setting<T> cycle(
      String variable, String meaning, String defaultText, SettingType<T> type) {
    return add(variable, "Cycle", meaning, defaultText, type);
  }

  private static Setting<Duration> timeout(String variable, String defaultText) {
    var meaning = "Seconds after which such a job is stopped.";
    return add(variable, "Timeouts", meaning, defaultText, SettingType.seconds(1, DAY));
  }

  private static <T> Setting<T> cleanup(
      String variable, String meaning, String defaultText, SettingType<T> type) {
    return add(variable, "Clean-up", meaning, defaultText, type);
  }

  private static Setting<Integer> retention(String kind, String meaning, String defaultText) {
    return cleanup(
        "RETENTION_%s_DAYS".formatted(kind),
        meaning + " 0: for ever.",
        defaultText,
        SettingType.number(0, MOST_DAYS));
  }

  private static <T> Setting<T> newsroom(
      String variable, String meaning, String defaultText, SettingType<T> type) {
    return add(variable, "Newsroom", meaning, defaultText, type);
  }

  private static <T> Setting<T> machine(
      String variable, String meaning, String defaultText, SettingType<T> type) {
    return add(variable, "Machine", meaning, defaultText, type);
  }

  private static Setting<Optional<String>> secret(String variable, String group, String meaning) {
    return register(new Setting<>(variable, group, meaning, "", SettingType.OPTIONAL_TEXT, true));
  }

  private static <T> Setting<T> add(
      String variable, String group, String meaning, String defaultText, SettingType<T> type) {
    return register(new Setting<>(variable, group, meaning, defaultText, type, false));
  }

  private static <T> Setting<T> register(Setting<T> setting) {
    ALL.add(setting);
    return setting;
  }
}
