package dev.nashra.broadcast;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The words that an edition adds to its stories, in its language. The phrases stand in {@code
 * wording.properties}; dates come from Unicode's locale data.
 */
final class Wording {
  private static final Properties PHRASES = load();
  private static final String FALLBACK = "en";

  private final String language;
  private final ULocale locale;
  private final ZoneId zone;

  private Wording(String language, ULocale locale, ZoneId zone) {
    this.language = language;
    this.locale = locale;
    this.zone = zone;
  }

  static Wording in(String language, ZoneId zone) {
    var primary = Locale.forLanguageTag(language).getLanguage();
    var known = PHRASES.containsKey(primary + ".bulletin") ? primary : FALLBACK;
    var calendar = known.equals("fa") ? "-u-ca-persian-nu-arabext" : "-u-ca-gregory-nu-latn";
    return new Wording(known, ULocale.forLanguageTag(known + calendar), zone);
  }

  /** The language of the phrases: that of the edition, or English. */
  String language() {
    return language;
  }

  String direction() {
    return locale.isRightToLeft() ? "rtl" : "ltr";
  }

  String phrase(String key) {
    return Objects.requireNonNull(PHRASES.getProperty(language + "." + key), key);
  }

  /** A phrase with named places for arguments. */
  String phrase(String key, Map<String, Object> arguments) {
    return new MessageFormat(phrase(key), locale).format(arguments);
  }

  /** Such as "Saturday 21 November 2026". */
  String date(Instant instant) {
    return format("yMMMMEEEEd", instant);
  }

  /** Such as "21 November". */
  String day(Instant instant) {
    return format("MMMMd", instant);
  }

  /** Such as "15:40". */
  String time(Instant instant) {
    return format("Hmm", instant);
  }

  private String format(String skeleton, Instant instant) {
    var format = DateFormat.getInstanceForSkeleton(skeleton, locale);
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format.format(Date.from(instant));
  }

  private static Properties load() {
    var phrases = new Properties();
    try (var stream = Wording.class.getResourceAsStream("wording.properties")) {
      phrases.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }
}
