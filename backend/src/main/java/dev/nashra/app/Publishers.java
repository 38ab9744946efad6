package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.media.MediaFolder;
import dev.nashra.publish.PublishToSocialMediaJob;
import dev.nashra.publish.Publisher;
import dev.nashra.publish.PublishingRules;
import dev.nashra.publish.local.LocalPublisher;
import dev.nashra.publish.local.Masthead;
import dev.nashra.publish.telegram.ChannelReader;
import dev.nashra.publish.telegram.TelegramPublisher;
import dev.nashra.store.Database;
import dev.nashra.store.PublicationTable;
import dev.nashra.telegram.BotToken;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.time.Clock;
import dev.nashra.time.Waiter;
import dev.nashra.worker.Job;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** The accounts that the settings name, and the job that publishes on them. */
final class Publishers {
  /** A video of 50 MB over a slow line. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(3);

  private static final Duration SETTLING = Duration.ofMinutes(2);

  private Publishers() {}

  static Job job(Settings settings, Database database) {
    return new PublishToSocialMediaJob(
        new PublicationTable(database),
        of(settings),
        PublishingRules.USUAL,
        new SecureRandom(),
        Waiter::pause);
  }

  /** The local pages always; Telegram when a bot and a chat are set. */
  private static List<Publisher> of(Settings settings) {
    var publishers = new ArrayList<Publisher>();
    publishers.add(local(settings));
    var token = settings.get(Catalog.TELEGRAM_BOT_TOKEN);
    var chat = settings.get(Catalog.TELEGRAM_CHAT_ID);
    if (token.isPresent() && chat.isPresent()) {
      publishers.add(telegram(settings, new BotToken(token.get()), chat.get()));
    }
    return publishers;
  }

  private static Publisher local(Settings settings) {
    var folders = Folders.of(settings);
    var masthead =
        new Masthead(
            MediaJobs.brand(settings),
            settings.get(Catalog.NEWSROOM_LANGUAGE),
            settings.get(Catalog.TIME_ZONE));
    return new LocalPublisher(
        folders.published(), new MediaFolder(folders.media()), masthead, Clock.SYSTEM);
  }

  private static Publisher telegram(Settings settings, BotToken token, String chat) {
    var pages = settings.get(Catalog.TELEGRAM_WEB_URL);
    var api =
        new TelegramBotApi(
            new OkHttpClient(),
            settings.get(Catalog.TELEGRAM_API_URL),
            token,
            LONGEST_CALL,
            Clock.SYSTEM);
    var fetcher = new HttpFetcher(new AddressGuard(hosts(pages)), "Nashra/0.1", Clock.SYSTEM);
    return new TelegramPublisher(
        api,
        new ChannelReader(fetcher, pages, SETTLING),
        chat,
        Folders.of(settings).media(),
        Clock.SYSTEM);
  }

  /** The operator named this address: it may lie in a private network. */
  private static List<String> hosts(URI pages) {
    return List.of(pages.getHost());
  }
}
