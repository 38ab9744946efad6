package dev.nashra.app.doctor;

import dev.nashra.config.Catalog;
import dev.nashra.config.SettingProblem;
import dev.nashra.config.Settings.Examined;
import dev.nashra.config.Settings.Origin;
import java.util.stream.Collectors;

/** Whether the settings can be used, and whether a name in the {@code .env} file is misspelt. */
final class SettingsCheck {
  private static final String NAME = "Settings";

  private SettingsCheck() {}

  static Finding look(Examined examined) {
    var settings = examined.settings();
    if (!examined.problems().isEmpty()) {
      var problems =
          examined.problems().stream()
              .map(SettingProblem::toString)
              .collect(Collectors.joining("; "));
      return Finding.problem(
          NAME, problems, "Correct them; the other checks take the defaults in their place.");
    }
    if (!settings.unknown().isEmpty()) {
      return Finding.warning(
          NAME,
          "in .env, but no settings: " + String.join(", ", settings.unknown()),
          "Correct the names (nashra config lists all), or take the lines out.");
    }
    var changed =
        Catalog.all().stream()
            .filter(setting -> settings.origin(setting) != Origin.DEFAULT)
            .count();
    return Finding.ok(
        NAME, "%d of %d set, the rest by default".formatted(changed, Catalog.all().size()));
  }
}
