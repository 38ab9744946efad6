package dev.nashra.publish.telegram;

import dev.nashra.collect.TelegramPage;
import dev.nashra.collect.TelegramPost;
import dev.nashra.http.FetchRequest;
import dev.nashra.http.FetchResult;
import dev.nashra.http.HttpFetcher;
import dev.nashra.publish.ReadBack;
import dev.nashra.publish.Remote;
import dev.nashra.text.TextDecoder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * Looks for a message of ours on a public channel's preview pages (t.me/s/NAME).
 *
 * <p>A message counts as absent only when the pages reach back to before it was sent, and when
 * enough time has passed for a slow server to show it.
 */
public final class ChannelReader {
  private static final int MOST_PAGES = 6;
  private static final int MOST_BYTES = 4 << 20;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

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
    var address = pages.toString().replaceAll("/+$", "") + "/s/" + channel;
    var suffix = "";
    for (int i = 0; i < MOST_PAGES; i++) {
      switch (fetcher.fetch(FetchRequest.of(address + suffix, MOST_BYTES, DEADLINE))) {
        case FetchResult.Fetched(var _, byte[] body, var _, String charset, var _, var _) -> {
          var page = TelegramPage.of(TextDecoder.html(body, charset).text());
          if (page == null) {
            return new ReadBack.Impossible("the channel has no public preview page");
          }
          for (var post : page.posts()) {
            if (sought.isIn(post, sent)) {
              return new ReadBack.Found(new Remote(Long.toString(post.id()), post.link()));
            }
          }
          if (reachesBackTo(page, sent)) {
            return sent.plus(settling).isBefore(now)
                ? new ReadBack.Absent()
                : new ReadBack.Unclear("it may still appear", settling);
          }
          suffix = "?before=" + page.before();
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

  private static boolean reachesBackTo(TelegramPage page, Instant sent) {
    return page.before() == null
        || page.posts().stream()
            .map(TelegramPost::published)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .map(oldest -> oldest.plus(Sought.CLOCK_TOLERANCE).isBefore(sent))
            .orElse(false);
  }
}
