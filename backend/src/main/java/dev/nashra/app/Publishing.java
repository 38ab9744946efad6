package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.media.MediaFolder;
import dev.nashra.publish.Outbox;
import dev.nashra.publish.PublishToSocialMediaJob;
import dev.nashra.publish.Publisher;
import dev.nashra.publish.PublishingRules;
import dev.nashra.publish.local.LocalPublisher;
import dev.nashra.publish.local.Masthead;
import dev.nashra.publish.telegram.ChannelReader;
import dev.nashra.publish.telegram.TelegramPublisher;
import dev.nashra.telegram.BotToken;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.text.Direction;
import dev.nashra.time.Clock;
import dev.nashra.time.Waiter;
import dev.nashra.worker.Job;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/** The accounts that the settings name: the own pages always, Telegram with a bot and a chat. */
final class Publishing {
  /** Shorter than a publication's lease, so that nobody takes over while a call is under way. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

  /** How long after sending a message may still appear on the channel's page. */
  private static final Duration SETTLING = Duration.ofMinutes(3);

  private final Settings settings;
  private final boolean goesOut;
  private final Folders folders;

  /** {@code goesOut}: whether there are other accounts than the own pages. */
  Publishing(Settings settings, boolean goesOut) {
    this.settings = settings;
    this.goesOut = goesOut;
    this.folders = new Folders(settings.get(Catalog.DATA_DIR));
  }

  Job job(Outbox outbox) {
    var rules = PublishingRules.USUAL.withStallPatience(settings.get(Catalog.STALL_PATIENCE));
    return new PublishToSocialMediaJob(
        outbox, publishers(), rules, RandomGenerator.getDefault(), Waiter::pause);
  }

  private List<Publisher> publishers() {
    var publishers = new ArrayList<Publisher>();
    publishers.add(local());
    var token = settings.get(Catalog.TELEGRAM_BOT_TOKEN);
    var chat = settings.get(Catalog.TELEGRAM_CHAT_ID);
    if (goesOut && token.isPresent() && chat.isPresent()) {
      publishers.add(telegram(token.get(), chat.get()));
    }
    return publishers;
  }

  private Publisher local() {
    return new LocalPublisher(
        folders.published(), new MediaFolder(folders.media()), masthead(settings), Clock.SYSTEM);
  }

  /** What stands on top of the newsroom's own pages. */
  static Masthead masthead(Settings settings) {
    return new Masthead(
        MediaJobs.brand(settings), language(settings), settings.get(Catalog.TIME_ZONE));
  }

  /** The newsroom's own language, by its name. */
  static String language(Settings settings) {
    var name = settings.get(Catalog.NEWSROOM_NAME);
    return Direction.ofFirstLetter(name) == Direction.RIGHT_TO_LEFT ? "ar" : "en";
  }

  private Publisher telegram(String token, String chat) {
    var api =
        new TelegramBotApi(
            new OkHttpClient(),
            settings.get(Catalog.TELEGRAM_API_URL),
            new BotToken(token),
            LONGEST_CALL,
            Clock.SYSTEM);
    var pages = settings.get(Catalog.TELEGRAM_PREVIEW_URL);
    var reader = new ChannelReader(fetcher(pages), pages, SETTLING);
    return new TelegramPublisher(api, reader, chat, folders.media(), Clock.SYSTEM);
  }

  /** The operator names this one address, so it may be anywhere. */
  private static HttpFetcher fetcher(URI pages) {
    var port = pages.getPort();
    var host = port < 0 ? pages.getHost() : pages.getHost() + ":" + port;
    return new HttpFetcher(new AddressGuard(List.of(host)), "Nashra/0.1", Clock.SYSTEM);
  }
}
