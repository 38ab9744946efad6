package dev.nashra.cli;

import dev.nashra.config.Catalog;
import dev.nashra.config.Setting;
import dev.nashra.config.Settings;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the settings in effect and where each came from. */
@Command(name = "config", description = "Show the settings in effect, secrets masked.")
final class ConfigCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    var settings = Settings.ofProcess();
    var shown = Catalog.all().stream().map(setting -> Shown.of(settings, setting)).toList();
    if (json.isSet()) {
      json.print(shown);
      return 0;
    }
    var table = new Table("VARIABLE", "VALUE", "FROM", "MEANING");
    shown.forEach(s -> table.row(s.variable(), s.value(), s.from(), s.meaning()));
    System.out.print(table);
    settings
        .unknown()
        .forEach(name -> System.err.println("In .env, but not a setting (misspelt?): " + name));
    return 0;
  }

  private record Shown(
      String variable,
      String value,
      String from,
      String group,
      String defaultValue,
      String meaning) {
    static Shown of(Settings settings, Setting<?> setting) {
      return new Shown(
          setting.variable(),
          settings.shown(setting),
          settings.origin(setting).name().toLowerCase(Locale.ROOT),
          setting.group(),
          setting.defaultText(),
          setting.meaning());
    }
  }
}
