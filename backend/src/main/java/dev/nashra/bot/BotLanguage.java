package dev.nashra.bot;

import dev.nashra.text.Direction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that the bot speaks. */
public enum BotLanguage {
  ARABIC("ar"),
  ENGLISH("en");

  private final String code;

  BotLanguage(String code) {
    this.code = code;
  }

  /** ISO 639-1. */
  public String code() {
    return code;
  }

  Direction direction() {
    return Direction.of(code);
  }

  /** The language of a code with or without a region, such as {@code ar-EG}; empty for others. */
  public static Optional<BotLanguage> of(@Nullable String code) {
    var primary = code == null ? "" : Locale.forLanguageTag(code.replace('_', '-')).getLanguage();
    return Arrays.stream(values()).filter(language -> language.code.equals(primary)).findFirst();
  }

  /** The language that a reader names, by its code or its name in either language. */
  static Optional<BotLanguage> named(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "العربية", "عربية", "عربي", "العربيه", "arabic" -> Optional.of(ARABIC);
      case "الإنجليزية", "الانجليزية", "إنجليزي", "انجليزي", "english" -> Optional.of(ENGLISH);
      default -> of(word.strip());
    };
  }
}
