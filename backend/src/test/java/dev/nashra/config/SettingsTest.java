package dev.nashra.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  @TempDir private Path folder;

  @Test
  void environmentWinsOverFileAndFileOverDefault() throws IOException {
    var file = dotenv("MEDIA_WORKERS=5\nREELS_PER_CYCLE=7\n");

    var settings = Settings.load(Map.of("MEDIA_WORKERS", "6"), file);

    assertEquals(6, settings.get(Catalog.MEDIA_WORKERS));
    assertEquals(Settings.Origin.ENVIRONMENT, settings.origin(Catalog.MEDIA_WORKERS));
    assertEquals(7, settings.get(Catalog.REELS_PER_CYCLE));
    assertEquals(Settings.Origin.FILE, settings.origin(Catalog.REELS_PER_CYCLE));
    assertEquals(Duration.ofMinutes(10), settings.get(Catalog.CYCLE_INTERVAL));
    assertEquals(Settings.Origin.DEFAULT, settings.origin(Catalog.CYCLE_INTERVAL));
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    var environment =
        Map.of("CYCLE_INTERVAL_SECONDS", "soon", "WORKER_TYPE", "fast", "PORT", "123456");

    var invalid =
        assertThrows(
            InvalidSettings.class, () -> Settings.load(environment, folder.resolve(".env")));

    assertEquals(
        List.of("WORKER_TYPE", "CYCLE_INTERVAL_SECONDS", "PORT"),
        invalid.problems().stream().map(SettingProblem::variable).toList());
    assertTrue(String.valueOf(invalid.getMessage()).contains("original or improved"));
  }

  @Test
  void settingsThatBelongTogetherAreMissedTogether() {
    var invalid =
        assertThrows(
            InvalidSettings.class,
            () -> Settings.load(Map.of("TELEGRAM_CHAT_ID", "@news_desk"), folder.resolve(".env")));

    assertEquals("TELEGRAM_BOT_TOKEN", invalid.problems().getFirst().variable());
  }

  @Test
  void secretsAreNeverShown() {
    var environment =
        Map.of(
            "AI_API_KEY", "sk-secret", "DATABASE_URL", "postgres://desk:hunter2@db.example/news");

    var settings = Settings.load(environment, folder.resolve(".env"));

    for (var setting : Catalog.all()) {
      assertFalse(settings.shown(setting).contains("secret"), setting.variable());
      assertFalse(settings.shown(setting).contains("hunter2"), setting.variable());
    }
  }

  @Test
  void secretsAreNotInProblemsEither() {
    var invalid =
        assertThrows(
            InvalidSettings.class,
            () ->
                Settings.load(
                    Map.of("DATABASE_URL", "postgres://desk:hunter 2@db.example/news"),
                    folder.resolve(".env")));

    assertFalse(String.valueOf(invalid.getMessage()).contains("hunter"));
  }

  @Test
  void misspeltNamesInTheFileAreFound() throws IOException {
    var file = dotenv("MEDIA_WORKRES=5\nCREDENTIAL_DESK=user:password\n");

    assertEquals(List.of("MEDIA_WORKRES"), Settings.load(Map.of(), file).unknown());
  }

  @Test
  void exampleFileNamesEverySettingWithItsMeaningAndDefault() throws IOException {
    var example = Files.readString(Path.of("..", ".env.example"));

    for (var setting : Catalog.all()) {
      var line = setting.variable() + "=" + setting.defaultText();
      assertTrue(example.contains("\n#" + line + "\n"), () -> "#" + line);
      assertTrue(example.contains("# " + setting.meaning()), setting.meaning());
    }
  }

  private Path dotenv(String text) throws IOException {
    return Files.writeString(folder.resolve(".env"), text);
  }
}
