package dev.nashra.collect;

import dev.nashra.text.TextDecoder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the newest posts of a public Telegram channel from its preview page. */
public final class TelegramPreviewReader implements SourceReader {
  private static final Pattern CHANNEL =
      Pattern.compile(
          "(?i)(?:@|(?:https?://)?(?:www\\.)?(?:t|telegram)\\.me/(?:s/)?)([a-z]\\w{3,63})/?(?:[?#].*)?");

  /**
   * The preview page of the channel that {@code @name}, {@code t.me/name} and the like mean; null
   * when a text names no channel.
   */
  public static @Nullable String previewUrl(String written) {
    var channel = CHANNEL.matcher(written.strip());
    return channel.matches() ? "https://t.me/s/" + channel.group(1) : null;
  }

  @Override
  public ReadResult read(byte[] body, @Nullable String charset, @Nullable String url) {
    var html = TextDecoder.html(body, charset).text();
    var page = TelegramPage.of(html);
    if (page != null) {
      return new ReadResult.Read(feed(page));
    }
    var introduction = TelegramPage.introduction(html);
    return ReadResult.unreadable(
        introduction == null
            ? "Telegram shows no channel at this address."
            : "Telegram shows no public history of this: " + introduction + ".");
  }

  private static Feed feed(TelegramPage page) {
    var link = "https://t.me/" + page.name();
    var older =
        page.before() == null ? null : "https://t.me/s/" + page.name() + "?before=" + page.before();
    return new Feed(
        page.title(),
        link,
        page.description(),
        null,
        link.toLowerCase(Locale.ROOT),
        null,
        null,
        page.image(),
        null,
        null,
        null,
        older,
        page.posts().stream().map(TelegramPreviewReader::entry).toList());
  }

  private static FeedEntry entry(TelegramPost post) {
    return new FeedEntry(
        TelegramPage.key(post.channel(), post.id()),
        PostTitle.of(post.text()),
        post.link(),
        post.published(),
        null,
        null,
        post.html(),
        post.signature(),
        post.hashtags(),
        post.media(),
        null,
        EntryImage.of(post.media()));
  }
}
