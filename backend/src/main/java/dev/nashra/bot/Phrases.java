package dev.nashra.bot;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the bot says, in one of its languages; the phrases stand in {@code wording.properties}. */
final class Phrases {
  private static final Properties ALL = load();

  private final BotLanguage language;
  private final ZoneId zone;

  Phrases(BotLanguage language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  String get(String key) {
    return Objects.requireNonNull(ALL.getProperty(language.code() + "." + key), key);
  }

  /** A phrase with named places for arguments. Digits are those of the commands. */
  String get(String key, Map<String, Object> arguments) {
    var locale = ULocale.forLanguageTag(language.code() + "-u-nu-latn");
    return new MessageFormat(get(key), locale).format(arguments);
  }

  /** Such as "28 November, 14:05", in the newsroom's zone. */
  String time(Instant instant) {
    return DateTimeFormatter.ofPattern(get("time"), Locale.forLanguageTag(language.code()))
        .format(instant.atZone(zone));
  }

  private static Properties load() {
    var phrases = new Properties();
    try (var stream = Phrases.class.getResourceAsStream("wording.properties")) {
      phrases.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
