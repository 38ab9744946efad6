package dev.nashra.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day in a written date from which the time has been taken. */
final class DayText {
  private static final int MONTHS = 12;
  private static final int LONGEST_MONTH = 31;
  private static final int FIRST_YEAR = 1600;

  private static final Pattern PARTS =
      Pattern.compile("(?<!\\d)(\\d{1,4})\\s?([-/.])\\s?(\\d{1,3})\\s?\\2\\s?(\\d{1,4})(?!\\d)");
  private static final Pattern BASIC = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?=t?$|\\s)");
  private static final Pattern ORDINAL = Pattern.compile("^(\\d{4})-?(\\d{3})(?=t?$|\\s)");
  private static final Pattern WEEK =
      Pattern.compile("^(\\d{4})-?w(\\d{2})(?:-?(\\d))?(?=t?$|\\s)");
  private static final Pattern MONTH = Pattern.compile("^(\\d{4})[-/.](\\d{1,2})$");
  private static final Pattern YEAR = Pattern.compile("^\\d{4}$");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private DayText() {}

  /**
   * Null when the text names no day. Of 3/4/2024 the first is the day, except with a.m. and p.m.,
   * which are written where the month comes first.
   */
  static @Nullable LocalDate day(String folded, boolean timed, boolean twelveHours) {
    try {
      var day = read(folded.strip(), timed, twelveHours);
      return day == null || day.getYear() < FIRST_YEAR ? null : day;
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static @Nullable LocalDate read(String text, boolean timed, boolean twelveHours) {
    var month = MonthNames.lastIn(text);
    if (month != null) {
      return named(
          text.substring(0, month.start()) + " " + text.substring(month.end()),
          month.month(),
          timed);
    }
    var parts = PARTS.matcher(text);
    if (parts.find()) {
      return numbered(parts, twelveHours);
    }
    var basic = BASIC.matcher(text);
    if (basic.find()) {
      return LocalDate.of(number(basic, 1), number(basic, 2), number(basic, 3));
    }
    return partial(text, timed);
  }

  private static @Nullable LocalDate named(String rest, int month, boolean timed) {
    var numbers = new ArrayList<String>();
    for (var matcher = NUMBER.matcher(rest); matcher.find() && numbers.size() < 4; ) {
      numbers.add(matcher.group());
    }
    if (numbers.size() == 1 && !timed && numbers.getFirst().length() == 4) {
      return LocalDate.of(Integer.parseInt(numbers.getFirst()), month, 1);
    }
    if (numbers.size() < 2) {
      return null;
    }
    boolean yearFirst = numbers.getFirst().length() > 2;
    var year = numbers.get(yearFirst ? 0 : 1);
    var day = numbers.get(yearFirst ? 1 : 0);
    return day.length() > 2 ? null : LocalDate.of(year(year), month, Integer.parseInt(day));
  }

  private static LocalDate numbered(Matcher parts, boolean twelveHours) {
    int first = number(parts, 1);
    int second = number(parts, 3);
    int third = number(parts, 4);
    if (parts.group(1).length() > 2 || isoWithShortYear(parts, second, third)) {
      return LocalDate.of(year(parts.group(1)), second, third);
    }
    int year = year(parts.group(4));
    boolean monthFirst = twelveHours && "/".equals(parts.group(2));
    if (second > MONTHS || (monthFirst && first <= MONTHS)) {
      return LocalDate.of(year, first, second);
    }
    return LocalDate.of(year, second, first);
  }

  private static boolean isoWithShortYear(Matcher parts, int second, int third) {
    return "-".equals(parts.group(2))
        && parts.group(4).length() <= 2
        && second <= MONTHS
        && third <= LONGEST_MONTH;
  }

  private static @Nullable LocalDate partial(String text, boolean timed) {
    var ordinal = ORDINAL.matcher(text);
    if (ordinal.find()) {
      return LocalDate.ofYearDay(number(ordinal, 1), number(ordinal, 2));
    }
    var week = WEEK.matcher(text);
    if (week.find()) {
      int day = week.group(3) == null ? 1 : number(week, 3);
      return LocalDate.of(number(week, 1), 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2))
          .with(ChronoField.DAY_OF_WEEK, day);
    }
    var month = MONTH.matcher(text);
    if (month.find() && !timed) {
      return LocalDate.of(number(month, 1), number(month, 2), 1);
    }
    return YEAR.matcher(text).find() && !timed ? LocalDate.of(Integer.parseInt(text), 1, 1) : null;
  }

  /** Two-digit and three-digit years by RFC 5322, section 4.3. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits.length() > 4 ? "0" : digits);
    return switch (digits.length()) {
      case 1, 2 -> year < 50 ? 2000 + year : 1900 + year;
      case 3 -> 1900 + year;
      default -> year;
    };
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
