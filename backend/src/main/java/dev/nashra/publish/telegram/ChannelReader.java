package dev.nashra.publish.telegram;

import dev.nashra.http.FetchRequest;
import dev.nashra.http.FetchResult;
import dev.nashra.http.HttpFetcher;
import dev.nashra.publish.ReadBack;
import dev.nashra.publish.Remote;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for a message of ours on a public channel's preview pages (t.me/s/NAME).
 *
 * <p>A message counts as absent only when the pages reach back to before it was sent, and when
 * enough time has passed for a slow server to show it.
 */
public final class ChannelReader {
  private static final int MOST_PAGES = 6;
  private static final int TELLING_HEADLINE = 12;
  private static final int MOST_BYTES = 4 << 20;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** Telegram's clock and the database's may differ by this much. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final HttpFetcher fetcher;
  private final URI pages;
  private final Duration settling;

  /**
   * @param pages where preview pages are: {@code https://t.me}
   * @param settling how long after sending a message may still appear
   */
  public ChannelReader(HttpFetcher fetcher, URI pages, Duration settling) {
    this.fetcher = fetcher;
    this.pages = pages;
    this.settling = settling;
  }

  /**
   * Looks for a message.
   *
   * @param channel its public name, without {@code @}
   * @param sent when it was sent, if it was
   */
  ReadBack find(String channel, Sought sought, Instant sent, Instant now)
      throws InterruptedException {
    long before = 0;
    for (int i = 0; i < MOST_PAGES; i++) {
      switch (fetcher.fetch(FetchRequest.of(address(channel, before), MOST_BYTES, DEADLINE))) {
        case FetchResult.Fetched(var _, byte[] body, var _, var _, var _, var _) -> {
          var page = ChannelPage.read(new String(body, StandardCharsets.UTF_8));
          if (!page.isChannel()) {
            return new ReadBack.Impossible("the channel has no public preview page");
          }
          var found = match(page, sought, sent);
          if (found.isPresent()) {
            return new ReadBack.Found(remote(channel, found.get().id()));
          }
          if (reachesBackTo(page, sent, before)) {
            return sent.plus(settling).isBefore(now)
                ? new ReadBack.Absent()
                : new ReadBack.Unclear("it may still appear", settling);
          }
          before = oldest(page);
        }
        case FetchResult.Failed(String reason, var _, Duration retryAfter) -> {
          return new ReadBack.Unclear("the preview page: " + reason, retryAfter);
        }
        case FetchResult.NotModified() -> {
          return new ReadBack.Unclear("the preview page did not come", null);
        }
      }
    }
    return new ReadBack.Unclear("the preview pages do not reach back far enough", null);
  }

  private String address(String channel, long before) {
    var root = pages.toString().replaceAll("/+$", "");
    return root + "/s/" + channel + (before > 0 ? "?before=" + before : "");
  }

  /** The same text, or one with the same headline that came after ours was sent: edited since. */
  private static Optional<ChannelPage.Shown> match(ChannelPage page, Sought sought, Instant sent) {
    return page.messages().stream()
        .filter(message -> message.video() == sought.video())
        .filter(
            message ->
                message.letters().equals(sought.letters())
                    || (sought.headlineLetters().length() >= TELLING_HEADLINE
                        && isSince(message, sent)
                        && message.letters().startsWith(sought.headlineLetters())))
        .findFirst();
  }

  private static boolean isSince(ChannelPage.Shown message, Instant sent) {
    return message.date() != null && message.date().plus(CLOCK_TOLERANCE).isAfter(sent);
  }

  private static boolean reachesBackTo(ChannelPage page, Instant sent, long before) {
    var oldest =
        page.messages().stream()
            .map(ChannelPage.Shown::date)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    return oldest.map(date -> date.plus(CLOCK_TOLERANCE).isBefore(sent)).orElse(false)
        // The very first page of the channel's history.
        || page.messages().isEmpty()
        || oldest(page) <= 1
        || (before > 0 && oldest(page) >= before);
  }

  private static long oldest(ChannelPage page) {
    return page.messages().stream().mapToLong(ChannelPage.Shown::id).min().orElse(0);
  }

  private static Remote remote(String channel, long id) {
    return new Remote(Long.toString(id), "https://t.me/%s/%d".formatted(channel, id));
  }

  /**
   * How a message of ours is known on a page: by the letters of its text, and whether it is a
   * video.
   */
  record Sought(String letters, String headlineLetters, boolean video) {
    static Sought of(String visibleText, boolean video) {
      var headline = visibleText.lines().findFirst().orElse("");
      return new Sought(ChannelPage.letters(visibleText), ChannelPage.letters(headline), video);
    }
  }
}
