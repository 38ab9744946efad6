package dev.nashra.media.card;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.nashra.media.Brief;
import dev.nashra.media.type.Direction;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The few words that a card adds to a story, in the story's language and with the digits that the
 * story uses.
 *
 * <p>The phrases stand in {@code card-wording.properties}; dates come from Unicode's locale data.
 */
final class Wording {
  private static final Properties PHRASES = load("/card-wording.properties");
  private static final String FALLBACK = "en";

  private final String language;
  private final ULocale locale;

  private Wording(String language, ULocale locale) {
    this.language = language;
    this.locale = locale;
  }

  static Wording of(Brief brief) {
    var tag = brief.language().replace('_', '-');
    var language = Locale.forLanguageTag(tag).getLanguage();
    var known = PHRASES.containsKey(language + ".kicker") ? language : FALLBACK;
    var locale = known.equals(language) ? tag : FALLBACK;
    return new Wording(known, ULocale.forLanguageTag(locale + extension(known, sample(brief))));
  }

  private static String sample(Brief brief) {
    return brief.headline() + brief.lead() + brief.points();
  }

  /** Unicode's {@code u} extension: which digits, and for Persian which calendar. */
  private static String extension(String language, String sample) {
    var calendar = language.equals("fa") ? "-u-ca-persian" : "-u-ca-gregory";
    return calendar + "-nu-" + digits(language, sample);
  }

  private static String digits(String language, String sample) {
    if (sample.matches("(?s).*[\u06F0-\u06F9].*")) {
      return "arabext";
    }
    if (sample.matches("(?s).*[\u0660-\u0669].*")) {
      return "arab";
    }
    var plain = sample.matches("(?s).*[0-9].*");
    return !plain && language.equals("fa") ? "arabext" : "latn";
  }

  /** The label above the headline. */
  String kicker() {
    return phrase("kicker");
  }

  /** Such as "Saturday 21 November 2026". */
  String date(Instant instant, ZoneId zone) {
    var format = DateFormat.getPatternInstance(DateFormat.YEAR_MONTH_DAY, locale);
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format.format(Date.from(instant));
  }

  /** In the story's digits. */
  String number(int number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** Such as "3 sources:"; one has no number. */
  String outletCount(int outlets) {
    return new MessageFormat(phrase("outlets"), locale).format(Map.of("n", outlets));
  }

  /** The first {@code shown} names, and how many more there are. */
  String outletNames(List<String> outlets, int shown) {
    var names =
        outlets.stream()
            .limit(shown)
            .map(this::isolated)
            .reduce((one, next) -> one + phrase("comma") + " " + next)
            .orElse("");
    var more = outlets.size() - shown;
    return more <= 0 ? names : names + " " + moreOutlets(more);
  }

  /** Such as "and 2 more". */
  String moreOutlets(int more) {
    return new MessageFormat(phrase("more"), locale).format(Map.of("n", more));
  }

  /**
   * A name whose own order cannot disturb the list: in an Arabic list "BBC عربي" is read from the
   * right although it begins with Latin letters.
   */
  private String isolated(String name) {
    var ownDirection = name.codePoints().anyMatch(this::isOfThisDirection);
    var isolate = ownDirection == locale.isRightToLeft() ? "\u2067" : "\u2066";
    return isolate + name.strip() + "\u2069";
  }

  private boolean isOfThisDirection(int codePoint) {
    return Character.isLetter(codePoint)
        && Direction.ofLetters(Character.toString(codePoint)).isRightToLeft()
            == locale.isRightToLeft();
  }

  private String phrase(String name) {
    var own = PHRASES.getProperty(language + "." + name);
    return own != null ? own : PHRASES.getProperty(FALLBACK + "." + name);
  }

  private static Properties load(String resource) {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Wording.class.getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      var phrases = new Properties();
      phrases.load(in);
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + resource, e);
    }
  }
}
