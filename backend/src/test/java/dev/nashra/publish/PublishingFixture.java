package dev.nashra.publish;

import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.publish.telegram.ChannelReader;
import dev.nashra.publish.telegram.TelegramPublisher;
import dev.nashra.social.GenerateSocialMediaContentJob;
import dev.nashra.social.Network;
import dev.nashra.store.Database;
import dev.nashra.store.NewsFixture;
import dev.nashra.store.PostTable;
import dev.nashra.store.PublicationTable;
import dev.nashra.telegram.BotApiServer;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A newsroom that publishes on a Telegram channel of this machine. */
final class PublishingFixture implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  final NewsFixture news;
  final BotApiServer telegram;
  final Outbox outbox;
  private final Database database;
  private final Path media;

  PublishingFixture(Database database, Path media) throws IOException {
    this.database = database;
    this.media = media;
    this.news = new NewsFixture(database);
    this.telegram = new BotApiServer();
    this.outbox = new PublicationTable(database);
    news.clear();
  }

  /** A story with its card and its post for Telegram. */
  long postedStory(String headline, double rank) {
    long story = news.reportedStory(headline, rank);
    makeFile(story + ".png");
    news.rendering(story, "CARD", story + ".png", "image/png");
    writePosts();
    return story;
  }

  void reel(long story) {
    makeFile(story + ".mp4");
    news.rendering(story, "REEL", story + ".mp4", "video/mp4");
  }

  private void makeFile(String name) {
    try {
      Files.write(media.resolve(name), new byte[1000]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writePosts() {
    new GenerateSocialMediaContentJob(
            new PostTable(database, InstantSource.system()), Set.of(Network.TELEGRAM))
        .run(context());
  }

  TelegramPublisher publisher(String chat) {
    var address = telegram.address();
    var guard = new AddressGuard(List.of(address.getHost() + ":" + address.getPort()));
    var fetcher = new HttpFetcher(guard, "test", InstantSource.system());
    return new TelegramPublisher(
        telegram.client(PATIENCE),
        new ChannelReader(fetcher, address, Duration.ZERO),
        chat,
        media,
        InstantSource.system());
  }

  JobResult run(Publisher... publishers) throws InterruptedException {
    return run(outbox, publishers);
  }

  JobResult run(Outbox watched, Publisher... publishers) throws InterruptedException {
    return new PublishToSocialMediaJob(
            watched, List.of(publishers), PublishingRules.USUAL, new Random(1), _ -> {})
        .run(context());
  }

  List<PublicationState> states() {
    return outbox.list(null, 1000).stream().map(Publication::state).toList();
  }

  Publication only() {
    var all = outbox.list(null, 10);
    if (all.size() != 1) {
      throw new AssertionError("not one publication: " + all);
    }
    return all.getFirst();
  }

  static JobContext context() {
    return new JobContext(
        1, InstantSource.system(), new Cancellation(), JobContext.Progress.SILENT);
  }

  @Override
  public void close() {
    telegram.close();
  }
}
