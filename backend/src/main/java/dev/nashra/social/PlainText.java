package dev.nashra.social;

import java.util.regex.Pattern;

/** Makes text from the web safe to stand in a post. */
final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  // Controls that turn the text around them, byte order marks, and halves of surrogate pairs.
  private static final Pattern UNWANTED =
      Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF\\p{Cs}]");

  private PlainText() {}

  /**
   * One line without controls. Hashtags in it become plain words: a post has its own at its end.
   */
  static String line(String text) {
    var clean = SPACES.matcher(UNWANTED.matcher(text).replaceAll("")).replaceAll(" ").strip();
    return HashtagSyntax.HASHTAG
        .matcher(clean)
        .replaceAll(
            tag ->
                tag.group()
                    .substring(1)
                    .replace('_', ' ')
                    .strip()
                    .replace("\\", "\\\\")
                    .replace("$", "\\$"));
  }
}
