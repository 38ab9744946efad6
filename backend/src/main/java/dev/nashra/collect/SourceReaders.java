package dev.nashra.collect;

import dev.nashra.source.SourceKind;
import dev.nashra.text.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses the reader of a source. */
public final class SourceReaders {
  private static final int HEAD = 4_096;
  private static final Pattern HTML =
      Pattern.compile("(?i)<!doctype\\s+html|<(?:html|head|body)[\\s>]");
  private static final Pattern FEED = Pattern.compile("(?i)<(?:[a-z0-9]+:)?(?:rss|rdf|feed)[\\s>]");

  private SourceReaders() {}

  /**
   * The reader for a kind of source.
   *
   * @param linkPattern which links of a section page are articles; null for a guess
   * @throws IllegalArgumentException when the pattern cannot be read
   */
  public static SourceReader of(SourceKind kind, @Nullable String linkPattern) {
    var pattern = linkPattern == null || linkPattern.isBlank() ? null : LinkPattern.of(linkPattern);
    return switch (kind) {
      case FEED -> new FeedReader();
      case SECTION -> new SectionPageReader(pattern);
      case TELEGRAM -> new TelegramPreviewReader();
      case AUTO ->
          (body, charset, url) -> of(kind(body, url), linkPattern).read(body, charset, url);
    };
  }

  /** What an answer is, by its address and by what is in it; never {@code AUTO}. */
  public static SourceKind kind(byte[] body, @Nullable String url) {
    if (url != null && TelegramPreviewReader.previewUrl(url) != null) {
      return SourceKind.TELEGRAM;
    }
    var start = TextDecoder.html(Arrays.copyOf(body, Math.min(HEAD, body.length)), null).text();
    boolean page = HTML.matcher(start).find() && !FEED.matcher(start).find();
    if (!page) {
      return SourceKind.FEED;
    }
    return contains(body, "tgme_channel_history") ? SourceKind.TELEGRAM : SourceKind.SECTION;
  }

  private static boolean contains(byte[] body, String ascii) {
    return new String(body, StandardCharsets.ISO_8859_1).contains(ascii);
  }
}
