package dev.nashra.bot;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What readers can tell the bot. */
public enum BotCommand {
  START("/start"),
  LATEST("/latest"),
  STORY("/story 12"),
  DIGEST("/digest"),
  SEARCH("/search"),
  LANGUAGE("/language"),
  CANCEL("/cancel"),
  HELP("/help");

  private final String example;

  BotCommand(String example) {
    this.example = example;
  }

  String example() {
    return example;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isInHelp() {
    return this != START;
  }

  static Optional<BotCommand> named(String word) {
    return Arrays.stream(values()).filter(command -> command.word().equals(word)).findFirst();
  }

  /** What each does, by its word, for the menu of readers' programs. */
  public static Map<String, String> menu(BotLanguage language) {
    var phrases = new Phrases(language, ZoneOffset.UTC);
    var menu = new LinkedHashMap<String, String>();
    for (var command : values()) {
      if (command.isInHelp()) {
        var words = phrases.get("help." + command.word());
        menu.put(command.word(), words.substring(0, words.length() - 1));
      }
    }
    return menu;
  }
}
