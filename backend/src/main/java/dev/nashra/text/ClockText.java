package dev.nashra.text;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of day in a written date.
 *
 * @param time null when what is written is no time of a day
 * @param before the text before it
 * @param after the text behind it
 * @param twelveHours whether it is counted by halves of the day
 */
record ClockText(
    @Nullable LocalTime time, boolean nextDay, String before, String after, boolean twelveHours) {
  private static final String HALF =
      "(?:\\s*(?<![\\p{L}])(?:(a\\.?\\s?m|ص|صباحا|오전|上午|π\\.?μ)|(p\\.?\\s?m|م|مساء|오후|下午|μ\\.?μ))"
          + "(?![\\p{L}])\\.?)";
  private static final Pattern FORWARD =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?::|h)(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?(?!\\d)"
              + HALF.replace("(?<![\\p{L}])", "")
              + "?");
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})[.](\\d{2})()(?!\\d)(?:\\s*uhr|"
              + HALF.replace("(?<![\\p{L}])", "")
              + ")");
  private static final Pattern HOUR = Pattern.compile("(?<!\\d)(\\d{1,2})()()" + HALF);
  private static final Pattern BASIC =
      Pattern.compile("(?<=\\dt)(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?()()(?!\\d)");
  private static final Pattern HALF_BEFORE = Pattern.compile("(?:(오전|上午)|(오후|下午))\\s*$");

  /** Reads the first time in a folded text; null when there is none. */
  static @Nullable ClockText in(String folded) {
    for (var pattern : new Pattern[] {FORWARD, DOTTED, BASIC, HOUR}) {
      var matcher = pattern.matcher(folded);
      if (matcher.find()) {
        return of(matcher, folded);
      }
    }
    return null;
  }

  private static ClockText of(Matcher found, String text) {
    var before = text.substring(0, found.start());
    var leading = HALF_BEFORE.matcher(before);
    boolean led = leading.find();
    boolean morning = given(found.group(4)) || (led && leading.group(1) != null);
    boolean evening = given(found.group(5)) || (led && leading.group(2) != null);
    int hour = Integer.parseInt(found.group(1));
    int minute = number(found.group(2));
    int second = number(found.group(3));
    boolean halves = (morning || evening) && hour <= 12;
    if (halves) {
      hour = hour % 12 + (evening ? 12 : 0);
    }
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    var time =
        valid(hour, minute, second) ? LocalTime.of(hour, minute, Math.min(second, 59)) : null;
    return new ClockText(
        midnight ? LocalTime.MIDNIGHT : time,
        midnight,
        led ? before.substring(0, leading.start()) : before,
        text.substring(found.end()),
        halves);
  }

  private static boolean valid(int hour, int minute, int second) {
    return hour < 24 && minute < 60 && second <= 60; // A leap second is written as 60.
  }

  private static boolean given(@Nullable String group) {
    return group != null && !group.isEmpty();
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
