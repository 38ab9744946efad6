package dev.nashra.cli;

import org.jspecify.annotations.Nullable;

/** Text of others for a line on the terminal. */
final class Lines {
  private Lines() {}

  /** The first line, without control characters, at most so long. */
  static String first(@Nullable String text, int most) {
    var line =
        text == null ? "" : text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}+", " ");
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** All lines, without control characters that steer a terminal. */
  static String all(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "�");
  }
}
