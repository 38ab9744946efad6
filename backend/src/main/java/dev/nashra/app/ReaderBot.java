package dev.nashra.app;

import dev.nashra.bot.BotHandlers;
import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.MediaRequests;
import dev.nashra.bot.Poller;
import dev.nashra.bot.UpdateInbox;
import dev.nashra.config.BotMode;
import dev.nashra.config.Catalog;
import dev.nashra.config.QueueSettings;
import dev.nashra.config.Settings;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskQueue;
import dev.nashra.store.ChatTable;
import dev.nashra.store.Database;
import dev.nashra.store.NewsstandQuery;
import dev.nashra.store.PollerTable;
import dev.nashra.store.PollerTable.Holder;
import dev.nashra.store.SendTable;
import dev.nashra.telegram.BotToken;
import dev.nashra.telegram.BotUpdates;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.time.Clock;
import dev.nashra.web.TelegramWebhook;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The bot that readers talk to, as the settings have it. */
public final class ReaderBot {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(15);
  private static final Duration LONGEST_SEND = Duration.ofSeconds(8);
  private static final Duration BEYOND_THE_WAIT = Duration.ofSeconds(15);

  private final Settings settings;
  private final BotToken token;
  private final OkHttpClient client = new OkHttpClient();

  private ReaderBot(Settings settings, String token) {
    this.settings = settings;
    this.token = new BotToken(token);
  }

  /** Empty when no bot is set. */
  public static Optional<ReaderBot> of(Settings settings) {
    return settings.get(Catalog.TELEGRAM_BOT_TOKEN).map(token -> new ReaderBot(settings, token));
  }

  /** The bot's number. */
  public long id() {
    return token.botId();
  }

  /** For a question of an operator. */
  public TelegramBotApi api() {
    return api(LONGEST_CALL);
  }

  private TelegramBotApi api(Duration longestCall) {
    return new TelegramBotApi(
        client, settings.get(Catalog.TELEGRAM_API_URL), token, longestCall, Clock.SYSTEM);
  }

  /** Where Telegram is to call; empty without a public address. */
  public Optional<URI> webhookUrl() {
    return settings
        .get(Catalog.PUBLIC_URL)
        .map(_ -> Newsroom.publicAddress(settings).resolve(TelegramWebhook.PATH + id()));
  }

  /** Computed from the token when it is not set: all machines have the same, and none stores it. */
  public String webhookSecret() {
    return settings
        .get(Catalog.TELEGRAM_WEBHOOK_SECRET)
        .orElseGet(() -> token.derived("nashra telegram webhook"));
  }

  /** What answers Telegram's calls. */
  TelegramWebhook webhook(UpdateInbox inbox) {
    return new TelegramWebhook(id(), webhookSecret(), inbox);
  }

  /** How it hears of readers. */
  public BotMode mode() {
    return settings.get(Catalog.BOT_MODE);
  }

  /**
   * What asks Telegram for updates, not yet begun.
   *
   * @param database that answers soon or not at all: the lease must be known to be lost in time
   */
  Poller poller(Database database, UpdateInbox inbox) {
    var pace = Poller.Pace.USUAL;
    return new Poller(
        id(),
        new BotUpdates(api(pace.patience().plus(BEYOND_THE_WAIT))),
        inbox,
        new PollerTable(
            database, id(), "%s/%d".formatted(HostName.get(), ProcessHandle.current().pid())),
        pace);
  }

  /** The process that asks for updates now. */
  public Optional<Holder> holder(Database database) {
    return PollerTable.holder(database, id());
  }

  /** Who does the bot's tasks. */
  List<TaskHandler<?>> handlers(Database database, TaskQueue tasks, MediaRequests media) {
    return new BotHandlers(
            new BotHandlers.Identity(
                id(),
                settings.get(Catalog.NEWSROOM_NAME),
                newsroomLanguage(),
                settings.get(Catalog.PUBLIC_URL).map(_ -> Newsroom.publicAddress(settings)),
                settings.get(Catalog.TIME_ZONE)),
            api(longestSend()),
            new NewsstandQuery(database),
            new ChatTable(database),
            new SendTable(database),
            tasks,
            media)
        .all();
  }

  private BotLanguage newsroomLanguage() {
    return BotLanguage.of(Publishing.language(settings)).orElse(BotLanguage.ENGLISH);
  }

  /** The handler says how a call ended, not the queue's timeout. */
  private Duration longestSend() {
    var most = settings.get(QueueSettings.TELEGRAM.timeout()).multipliedBy(4).dividedBy(5);
    return most.compareTo(LONGEST_SEND) < 0 ? most : LONGEST_SEND;
  }
}
