package dev.nashra.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between settings that are each fine by themselves. */
final class SettingRules {
  private SettingRules() {}

  static List<SettingProblem> check(Settings settings) {
    var problems = new ArrayList<SettingProblem>();
    together(settings, Catalog.TELEGRAM_BOT_TOKEN, Catalog.TELEGRAM_CHAT_ID, problems);
    together(settings, Catalog.TELEGRAM_CHAT_ID, Catalog.TELEGRAM_BOT_TOKEN, problems);
    together(settings, Catalog.AI_BASE_URL, Catalog.AI_MODEL, problems);
    together(settings, Catalog.AI_MODEL, Catalog.AI_BASE_URL, problems);
    return problems;
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
