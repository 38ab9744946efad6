package dev.nashra.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings in effect: from the environment, then the {@code .env} file, then the defaults. */
public final class Settings {
  private static final String MASK = "••••••";

  private final Map<Setting<?>, Effective> values;
  private final List<String> unknown;

  private final Credentials credentials;

  private Settings(
      Map<Setting<?>, Effective> values, List<String> unknown, Credentials credentials) {
    this.values = values;
    this.unknown = unknown;
    this.credentials = credentials;
  }

  /** The settings of this process: its environment and the {@code .env} file where it runs. */
  public static Settings ofProcess() {
    return ofProcess(Map.of());
  }

  /** The settings of this process with some variables changed, as by options of a command. */
  public static Settings ofProcess(Map<String, String> changes) {
    var environment = new HashMap<>(System.getenv());
    environment.putAll(changes);
    return load(environment, Path.of(".env"));
  }

  /**
   * Reads all settings.
   *
   * @param dotenv the {@code .env} file, which need not exist
   * @throws InvalidSettings with every problem there is
   */
  public static Settings load(Map<String, String> environment, Path dotenv) {
    return examine(environment, dotenv).usable();
  }

  /** The settings of this process and what is wrong with them, for a look that must not fail. */
  public static Examined examineProcess() {
    return examine(System.getenv(), Path.of(".env"));
  }

  /** Reads all settings; one that cannot be used counts as not set. */
  public static Examined examine(Map<String, String> environment, Path dotenv) {
    var problems = new ArrayList<SettingProblem>();
    var file = readFile(dotenv, problems);
    var values = new LinkedHashMap<Setting<?>, Effective>();
    for (var setting : Catalog.all()) {
      values.put(setting, read(setting, chosen(setting, environment, file), problems));
    }
    var settings = new Settings(values, unknown(file), Credentials.in(environment, file));
    if (problems.isEmpty()) {
      problems.addAll(SettingRules.check(settings));
    }
    return new Examined(settings, problems);
  }

  private static Effective read(Setting<?> setting, Source text, List<SettingProblem> problems) {
    try {
      return new Effective(setting.type().reader().apply(text.text()), text);
    } catch (IllegalArgumentException e) {
      problems.add(SettingProblem.unreadable(setting, text.text(), e.getMessage()));
      var byDefault = new Source(setting.defaultText(), Origin.DEFAULT);
      return new Effective(setting.type().reader().apply(byDefault.text()), byDefault);
    }
  }

  private static Map<String, String> readFile(Path file, List<SettingProblem> problems) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      var folder = file.toAbsolutePath().normalize().getParent();
      return Dotenv.configure()
          .directory(String.valueOf(folder))
          .filename(String.valueOf(file.getFileName()))
          .load()
          .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
          .stream()
          .collect(
              Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (first, last) -> last));
    } catch (DotenvException e) {
      problems.add(new SettingProblem(".env", "cannot be read: " + e.getMessage()));
      return Map.of();
    }
  }

  private static Source chosen(
      Setting<?> setting, Map<String, String> environment, Map<String, String> file) {
    var fromEnvironment = environment.get(setting.variable());
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return new Source(fromEnvironment.strip(), Origin.ENVIRONMENT);
    }
    var fromFile = file.get(setting.variable());
    if (fromFile != null && !fromFile.isBlank()) {
      return new Source(fromFile.strip(), Origin.FILE);
    }
    return new Source(setting.defaultText(), Origin.DEFAULT);
  }

  private static List<String> unknown(Map<String, String> file) {
    var known = new HashMap<String, Setting<?>>();
    Catalog.all().forEach(setting -> known.put(setting.variable(), setting));
    return file.keySet().stream()
        .filter(name -> !known.containsKey(name) && !Catalog.isCredential(name))
        .sorted()
        .toList();
  }

  /** The same settings with some of them changed, whatever the environment and the file say. */
  public Settings with(Map<Setting<?>, String> changes) {
    var changed = new LinkedHashMap<>(values);
    changes.forEach(
        (setting, text) -> {
          var source = new Source(text, effective(setting).source().origin());
          changed.put(setting, new Effective(setting.type().reader().apply(text), source));
        });
    return new Settings(changed, unknown, credentials);
  }

  /** The value in effect. */
  @SuppressWarnings("unchecked") // load() put what the setting's own type read
  public <T> T get(Setting<T> setting) {
    return (T) effective(setting).value();
  }

  public Origin origin(Setting<?> setting) {
    return effective(setting).source().origin();
  }

  /** The value as text for people: secrets are masked. */
  public String shown(Setting<?> setting) {
    var text = effective(setting).source().text();
    if (setting.secret() && !text.isEmpty()) {
      return MASK;
    }
    return setting.equals(Catalog.DATABASE_URL)
        ? get(Catalog.DATABASE_URL).map(DatabaseUrl::toString).orElse("")
        : text;
  }

  /** Names in the {@code .env} file that are no settings: most likely misspelt. */
  public List<String> unknown() {
    return unknown;
  }

  /** The credentials of sources. */
  public Credentials credentials() {
    return credentials;
  }

  private Effective effective(Setting<?> setting) {
    var effective = values.get(setting);
    if (effective == null) {
      throw new IllegalArgumentException(setting.variable() + " is not in the catalog");
    }
    return effective;
  }

  /**
   * Settings and what is wrong with them.
   *
   * @param settings with the default wherever a value cannot be used
   */
  public record Examined(Settings settings, List<SettingProblem> problems) {
    public Examined {
      problems = List.copyOf(problems);
    }

    /**
     * The settings when nothing is wrong with them.
     *
     * @throws InvalidSettings with every problem there is
     */
    public Settings usable() {
      if (!problems.isEmpty()) {
        throw new InvalidSettings(problems);
      }
      return settings;
    }
  }

  /** Where a value comes from. */
  public enum Origin {
    ENVIRONMENT,
    FILE,
    DEFAULT
  }

  private record Source(String text, Origin origin) {}

  private record Effective(Object value, Source source) {}
}
