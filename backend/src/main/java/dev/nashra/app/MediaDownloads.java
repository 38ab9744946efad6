package dev.nashra.app;

import dev.nashra.bot.download.DownloadFolders;
import dev.nashra.bot.download.DownloadMediaHandler;
import dev.nashra.bot.download.DownloadStore;
import dev.nashra.bot.download.Downloads;
import dev.nashra.bot.download.Downloads.Quota;
import dev.nashra.bot.download.Limits;
import dev.nashra.bot.download.MediaFinder;
import dev.nashra.bot.download.SendMediaHandler;
import dev.nashra.bot.download.Senders;
import dev.nashra.bot.download.Sentences;
import dev.nashra.bot.download.ShowDownloadHandler;
import dev.nashra.bot.download.WatchDownloadHandler;
import dev.nashra.config.Catalog;
import dev.nashra.config.DownloadSettings;
import dev.nashra.config.QueueSettings;
import dev.nashra.config.Settings;
import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.process.SearchPath;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskQueue;
import dev.nashra.store.Database;
import dev.nashra.store.DownloadTable;
import dev.nashra.telegram.BotToken;
import dev.nashra.telegram.MediaSender;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Media downloads for the bot's readers, built from the settings. */
public final class MediaDownloads {
  private static final Logger LOG = LoggerFactory.getLogger(MediaDownloads.class);

  /** What an attempt needs, after it has given up, to say so and clear up. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** Calls end before their tasks time out. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(8);

  private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(170);

  private final Settings settings;
  private final TaskQueue tasks;
  private final DownloadStore store;
  private final DownloadFolders folders;

  MediaDownloads(Settings settings, Database database, TaskQueue tasks) {
    this.settings = settings;
    this.tasks = tasks;
    this.store = new DownloadTable(database);
    this.folders = folders(settings, store);
  }

  /** The folders of downloads, for the clean-up. */
  public static DownloadFolders folders(Settings settings, DownloadStore store) {
    return new DownloadFolders(Folders.of(settings).downloads(), store);
  }

  /** What the bot calls. */
  public Downloads downloads() {
    var quota = new Quota(settings.get(DownloadSettings.PER_DAY), settings.get(Catalog.TIME_ZONE));
    return new Downloads(store, tasks, quota, Clock.SYSTEM);
  }

  /** Who does the tasks of downloads. */
  List<TaskHandler<?>> handlers() {
    var senders = senders();
    var sentences = new Sentences(limits(), settings.get(DownloadSettings.PER_DAY));
    return List.of(
        new DownloadMediaHandler(store, tasks, folders, finder(), patience()),
        new SendMediaHandler(store, tasks, folders, senders),
        new ShowDownloadHandler(store, tasks, folders, senders, sentences),
        new WatchDownloadHandler(store, tasks));
  }

  private Limits limits() {
    return new Limits(Limits.OF_TELEGRAM, settings.get(DownloadSettings.LONGEST));
  }

  /**
   * Readers are strangers: the operator's exceptions for sources, hosts of his own network, are not
   * for them.
   */
  private MediaFinder finder() {
    var guard = new AddressGuard(List.of());
    var fetcher = new HttpFetcher(guard, Newsroom.userAgent(settings), Clock.SYSTEM);
    var ytDlp = settings.get(DownloadSettings.YT_DLP_PATH).or(() -> SearchPath.find("yt-dlp"));
    return MediaFinder.of(ytDlp, guard, fetcher, limits());
  }

  private Duration patience() {
    var timeout = settings.get(QueueSettings.DOWNLOADS.timeout());
    var patience = timeout.minus(LAST_WORDS);
    return patience.compareTo(timeout.dividedBy(2)) > 0 ? patience : timeout.dividedBy(2);
  }

  private Senders senders() {
    var client = new OkHttpClient();
    var words = new HashMap<Long, MediaSender>();
    var files = new HashMap<Long, MediaSender>();
    settings
        .get(Catalog.TELEGRAM_BOT_TOKEN)
        .ifPresent(
            token -> {
              var bot = Long.parseLong(token.substring(0, token.indexOf(':')));
              words.put(bot, sender(client, token, LONGEST_CALL));
              files.put(bot, sender(client, token, LONGEST_UPLOAD));
            });
    return new Senders(words, files);
  }

  private MediaSender sender(OkHttpClient client, String token, Duration longestCall) {
    return new MediaSender(
        new TelegramBotApi(
            client,
            settings.get(Catalog.TELEGRAM_API_URL),
            new BotToken(token),
            longestCall,
            Clock.SYSTEM));
  }

  /** Removes what killed workers have left. */
  void sweep() {
    try {
      folders.sweep();
    } catch (IOException e) {
      LOG.warn("Left-over folders of downloads stay: {}", e.toString());
    }
  }
}
