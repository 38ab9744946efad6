package dev.nashra.social;

import java.util.regex.Pattern;

/** What networks read as a hashtag: {@code #} and letters, marks, digits or underscores. */
final class HashtagSyntax {
  static final Pattern HASHTAG =
      Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}_&/])[#＃](?=[\\p{N}_]*\\p{L})[\\p{L}\\p{M}\\p{N}_]+");

  private HashtagSyntax() {}

  static int count(String text) {
    return (int) HASHTAG.matcher(text).results().count();
  }
}
