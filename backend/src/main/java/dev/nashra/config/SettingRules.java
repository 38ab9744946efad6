package dev.nashra.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold between settings that are each fine by themselves. */
final class SettingRules {
  private static final Pattern BOT_TOKEN = Pattern.compile("[0-9]{1,18}:[A-Za-z0-9_-]{10,100}");
  private static final Pattern CHAT = Pattern.compile("@[A-Za-z][A-Za-z0-9_]{3,31}|-?[0-9]{1,18}");

  private static final Pattern WEBHOOK_SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  private SettingRules() {}

  static List<SettingProblem> check(Settings settings) {
    var problems = new ArrayList<SettingProblem>();
    together(settings, Catalog.TELEGRAM_CHAT_ID, Catalog.TELEGRAM_BOT_TOKEN, problems);
    together(settings, Catalog.AI_BASE_URL, Catalog.AI_MODEL, problems);
    together(settings, Catalog.AI_MODEL, Catalog.AI_BASE_URL, problems);
    matching(
        settings,
        Catalog.TELEGRAM_BOT_TOKEN,
        BOT_TOKEN,
        "is no bot token: digits, a colon, then letters and digits, as BotFather gives it",
        problems);
    matching(
        settings,
        Catalog.TELEGRAM_CHAT_ID,
        CHAT,
        "is no chat: @name of a public channel, or a number such as -1001234567890",
        problems);
    matching(
        settings,
        Catalog.TELEGRAM_WEBHOOK_SECRET,
        WEBHOOK_SECRET,
        "is no secret for a webhook: 1 to 256 of A-Z, a-z, 0-9, _ and -",
        problems);
    return problems;
  }

  private static void matching(
      Settings settings,
      Setting<Optional<String>> setting,
      Pattern pattern,
      String problem,
      List<SettingProblem> problems) {
    settings
        .get(setting)
        .filter(text -> !pattern.matcher(text).matches())
        .ifPresent(_ -> problems.add(new SettingProblem(setting.variable(), problem)));
  }

  private static void together(
      Settings settings,
      Setting<? extends Optional<?>> one,
      Setting<? extends Optional<?>> other,
      List<SettingProblem> problems) {
    if (settings.get(one).isPresent() && settings.get(other).isEmpty()) {
      problems.add(
          new SettingProblem(
              other.variable(),
              "is not set, but %s is: set both or none".formatted(one.variable())));
    }
  }
}
