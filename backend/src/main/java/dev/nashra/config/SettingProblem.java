package dev.nashra.config;

import org.jspecify.annotations.Nullable;

/** Something wrong with one setting, in words that say what to do. */
public record SettingProblem(String variable, String text) {
  static SettingProblem unreadable(Setting<?> setting, String said, @Nullable String why) {
    var shown = setting.secret() || setting.equals(Catalog.DATABASE_URL) ? "(hidden)" : said;
    var reason = why == null || why.isBlank() || why.contains("For input") ? "" : " (" + why + ")";
    return new SettingProblem(
        setting.variable(),
        "is \"%s\"%s; it may be %s".formatted(shown, reason, setting.type().mayBe()));
  }

  @Override
  public String toString() {
    return variable + " " + text;
  }
}
