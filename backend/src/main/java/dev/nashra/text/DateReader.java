package dev.nashra.text;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds and pages write: RFC 822 and 5322, ISO 8601 and W3CDTF, seconds since
 * 1970, and what authors make of them in some fifty languages.
 *
 * <p>Weekdays are not looked at, for they are often wrong. A date without a zone is in UTC. What
 * cannot be read is null, never a guess at today.
 */
public final class DateReader {
  private static final int LONGEST = 120;
  private static final Pattern EPOCH = Pattern.compile("[12]\\d{9}(?:\\d{3})?");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号]");
  private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
  private static final Pattern TRAILING_ZONE =
      Pattern.compile("(?<=\\d|\\s)[+-]\\d{2}:?\\d{2}$|(?<=\\d)z$");

  private DateReader() {}

  /** The instant that a text names, in whole seconds; null when it names none. */
  public static @Nullable Instant read(@Nullable String written) {
    if (written == null || written.length() > LONGEST) {
      return null;
    }
    var text = plain(written);
    if (EPOCH.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text.substring(0, 10)));
    }
    var clock = ClockText.in(MonthNames.fold(text));
    return clock == null ? wholeDay(MonthNames.fold(text)) : moment(text, clock);
  }

  private static @Nullable Instant wholeDay(String folded) {
    var zone = TRAILING_ZONE.matcher(folded);
    var day = DayText.day(folded, false, false);
    if (day == null && zone.find()) {
      day = DayText.day(zone.replaceFirst(""), false, false);
    }
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable Instant moment(String text, ClockText clock) {
    // Region names are told by their capitals, which folding took from the rest.
    var behind = text.substring(Math.max(0, text.length() - clock.after().length()));
    var zone = ZoneText.in(behind.length() == clock.after().length() ? behind : clock.after());
    var day =
        DayText.day(clock.before() + " " + MonthNames.fold(zone.rest()), true, clock.twelveHours());
    if (day == null || clock.time() == null || zone.zone() == null) {
      return null;
    }
    return day.plusDays(clock.nextDay() ? 1 : 0)
        .atTime(clock.time())
        .atZone(zone.zone())
        .toInstant();
  }

  private static String plain(String written) {
    var text =
        INVISIBLE.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll("");
    text = DASHES.matcher(text).replaceAll("-");
    var digits = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(digits::appendCodePoint);
    var ascii = EAST_ASIAN.matcher(digits).replaceAll("$1-$2-$3 ");
    return ascii.replaceAll("\\s+", " ").strip();
  }
}
