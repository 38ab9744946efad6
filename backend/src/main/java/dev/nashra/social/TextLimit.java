package dev.nashra.social;

import dev.nashra.text.Graphemes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How long a post may be on a network, counted exactly as that network counts.
 *
 * <p>A text fits when it is within every bound. The first bound is the one that people know.
 */
public final class TextLimit {
  /** The text below a photo, video or audio on Telegram. */
  public static final TextLimit TELEGRAM_CAPTION = codePoints(1024);

  // https://core.telegram.org/bots/api#sendmessage; the server counts code points.
  private static final TextLimit TELEGRAM = codePoints(4096);
  private static final TextLimit X =
      new TextLimit(new Bound("weighted characters", 280, WeightedLength::of));
  private static final TextLimit MASTODON =
      new TextLimit(new Bound("characters", 500, MastodonLength::of));
  // app.bsky.feed.post: both hold.
  private static final TextLimit BLUESKY =
      new TextLimit(
          new Bound("characters", 300, Graphemes::count),
          new Bound("bytes", 3000, TextLimit::utf8Bytes));
  private static final TextLimit FACEBOOK = utf16Units(63_206);
  private static final TextLimit INSTAGRAM =
      new TextLimit(
          new Bound("characters", 2200, String::length),
          new Bound("hashtags", 30, HashtagSyntax::count));
  private static final TextLimit THREADS =
      new TextLimit(new Bound("characters", 500, ThreadsLength::of));
  private static final TextLimit LINKEDIN = utf16Units(3000);
  private static final TextLimit NONE = utf16Units(Integer.MAX_VALUE);

  private final List<Bound> bounds;

  private TextLimit(Bound... bounds) {
    this.bounds = List.of(bounds);
  }

  public static TextLimit of(Network network) {
    return switch (network) {
      case TELEGRAM -> TELEGRAM;
      case X -> X;
      case MASTODON -> MASTODON;
      case BLUESKY -> BLUESKY;
      case FACEBOOK -> FACEBOOK;
      case INSTAGRAM -> INSTAGRAM;
      case THREADS -> THREADS;
      case LINKEDIN -> LINKEDIN;
      case LOCAL -> NONE;
    };
  }

  public boolean fits(String text) {
    return bounds.stream().allMatch(bound -> bound.count().applyAsInt(text) <= bound.most());
  }

  /** The length of a text in the unit of the first bound. */
  public int length(String text) {
    return bounds.getFirst().count().applyAsInt(text);
  }

  /** The longest length that fits, in the unit of the first bound. */
  public int most() {
    return bounds.getFirst().most();
  }

  private static TextLimit codePoints(int most) {
    return new TextLimit(
        new Bound("characters", most, text -> text.codePointCount(0, text.length())));
  }

  /** For networks that do not say what a character is: never more lenient than they are. */
  private static TextLimit utf16Units(int most) {
    return new TextLimit(new Bound("characters", most, String::length));
  }

  private static int utf8Bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private record Bound(String unit, int most, ToIntFunction<String> count) {}
}
