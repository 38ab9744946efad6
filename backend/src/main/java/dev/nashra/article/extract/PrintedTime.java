package dev.nashra.article.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as a page prints it, with as much of it as is said: always a day, often a time of day,
 * sometimes a zone.
 */
record PrintedTime(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset zone) {
  private static final int MAX_LENGTH = 200;
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(?:\\d{2})?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<!\\d)(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern NAMED_DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?+[\\s,/-]*+(?:de\\s++|of\\s++)?+"
              + "(\\p{L}[\\p{L}\\p{M}]++)\\.?+[\\s,،/-]*+(?:\\p{L}++\\s*+/?\\s*+|de(?:l)?\\s++)?+(\\d{4})(?!\\d)");
  private static final Pattern NAMED_MONTH_FIRST =
      Pattern.compile(
          "(\\p{L}[\\p{L}\\p{M}]++)\\.?+\\s++(\\d{1,2})(?:st|nd|rd|th)?+\\s*+[,،]?+\\s*+(\\d{4})(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:+-])(\\d{1,2})[:.時](\\d{2})(?::(\\d{2})(?:[.,]\\d++)?)?+\\s*+"
              + "((?i:[ap]\\.?m)\\b|صباحا|صباحًا|مساء|مساءً|ص(?!\\p{L})|م(?!\\p{L}))?+");
  private static final Pattern ZONE =
      Pattern.compile(
          "(?:(?<=\\d)\\s*+(?:(Z)\\b|(?:GMT|UTC)?\\s*+([+-]\\d{2}):?(\\d{2})(?!\\d))|\\b(GMT|UTC)\\b)");

  /** The first time in this text, or none. */
  static Optional<PrintedTime> in(String printed) {
    var text = westernDigits(printed.substring(0, Math.min(printed.length(), MAX_LENGTH))).strip();
    try {
      return read(text).filter(PrintedTime::isPlausible);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /**
   * The moment; midnight where no time of day is said, UTC where no zone is. A local midnight is
   * how systems print a day, so it stays on that day.
   */
  Instant instant() {
    return LocalDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time)
        .toInstant(zone == null || LocalTime.MIDNIGHT.equals(time) ? ZoneOffset.UTC : zone);
  }

  /** Whether the other says the same and more. */
  boolean isCompletedBy(PrintedTime other) {
    return day.equals(other.day)
        && (time == null
            ? other.time != null
            : other.time != null
                && zone == null
                && other.zone != null
                && time.getHour() == other.time.getHour()
                && time.getMinute() == other.time.getMinute());
  }

  private static Optional<PrintedTime> read(String text) {
    if (text.matches("\\d{10}|\\d{13}")) {
      long number = Long.parseLong(text);
      var moment =
          Instant.ofEpochMilli(text.length() == 13 ? number : number * 1000)
              .atOffset(ZoneOffset.UTC);
      return Optional.of(
          new PrintedTime(moment.toLocalDate(), moment.toLocalTime(), ZoneOffset.UTC));
    }
    var found = YEAR_FIRST.matcher(text);
    if (found.find()) {
      return timed(day(found.group(1), found.group(2), found.group(3)), text, found);
    }
    found = COMPACT.matcher(text);
    if (found.find()) {
      return timed(day(found.group(1), found.group(2), found.group(3)), text, found);
    }
    return named(text).or(() -> numbers(text));
  }

  private static Optional<PrintedTime> named(String text) {
    var found = NAMED_DAY_FIRST.matcher(text);
    while (found.find()) {
      var month = Months.named(found.group(2));
      if (month != null) {
        return timed(day(found.group(3), "" + month.getValue(), found.group(1)), text, found);
      }
    }
    found = NAMED_MONTH_FIRST.matcher(text);
    while (found.find()) {
      var month = Months.named(found.group(1));
      if (month != null) {
        return timed(day(found.group(3), "" + month.getValue(), found.group(2)), text, found);
      }
    }
    return Optional.empty();
  }

  /** Day before month, as most of the world writes; the American order where only it can be. */
  private static Optional<PrintedTime> numbers(String text) {
    var found = DAY_FIRST.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    var year = found.group(3).length() == 2 ? "20" + found.group(3) : found.group(3);
    boolean american = Integer.parseInt(found.group(2)) > 12;
    return timed(
        day(year, found.group(american ? 1 : 2), found.group(american ? 2 : 1)), text, found);
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static Optional<PrintedTime> timed(LocalDate day, String text, Matcher date) {
    var rest = text.substring(date.end());
    var time = TIME.matcher(rest);
    if (time.find()) {
      return Optional.of(new PrintedTime(day, timeOf(time), zoneIn(rest.substring(time.start()))));
    }
    var before = TIME.matcher(text.substring(0, date.start()));
    return Optional.of(new PrintedTime(day, before.find() ? timeOf(before) : null, null));
  }

  private static @Nullable LocalTime timeOf(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    int minute = Integer.parseInt(time.group(2));
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    var half = time.group(4) == null ? ' ' : Character.toLowerCase(time.group(4).charAt(0));
    if (half == 'p' || half == 'م') {
      hour = hour % 12 + 12;
    } else if (half == 'a' || half == 'ص') {
      hour = hour % 12;
    }
    return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second);
  }

  private static @Nullable ZoneOffset zoneIn(String text) {
    var zone = ZONE.matcher(text);
    if (!zone.find()) {
      return null;
    }
    return zone.group(2) == null
        ? ZoneOffset.UTC
        : ZoneOffset.of(zone.group(2) + ":" + zone.group(3));
  }

  private boolean isPlausible() {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static String westernDigits(String text) {
    var result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      result.append(c > '9' && Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    return result.toString();
  }
}
