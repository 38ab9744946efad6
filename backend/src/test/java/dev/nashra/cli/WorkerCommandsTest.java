package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code switch_worker} and {@code verify_jobs} as processes: what they say, and their codes. */
@Timeout(240)
final class WorkerCommandsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Map<String, String> SILENT_DATABASE =
      Map.of("DATABASE_URL", "postgres://desk:hush@127.0.0.1:1/news");

  @TempDir private Path folder;

  @Test
  void aModeIsSwitchedShownAndSwitchedBack() throws Exception {
    Files.writeString(folder.resolve(".env"), "# mine\n#WORKER_TYPE=improved\nREELS_PER_CYCLE=1\n");

    var switched = nashra(Map.of(), "switch_worker", "--mode", "original");

    assertEquals(0, switched.code(), switched.err());
    assertTrue(switched.out().contains("Back: switch_worker --mode improved"), switched.out());
    assertEquals(
        "# mine\nWORKER_TYPE=original\nREELS_PER_CYCLE=1\n",
        Files.readString(folder.resolve(".env")));
    var status = json(nashra(Map.of(), "switch_worker", "--status", "--json"));
    assertEquals("original", status.path("file").path("mode").stringValue());
    assertEquals("file", status.path("nextOrigin").stringValue());
    assertEquals("KNOWN", status.path("workers").path("reach").stringValue());
    assertEquals(0, nashra(Map.of(), "switch_worker", "--mode", "improved").code());
  }

  @Test
  void aSilentDatabaseKeepsNoModeFromBeingWritten() throws Exception {
    var switched = nashra(SILENT_DATABASE, "switch_worker", "--mode", "original");

    assertEquals(0, switched.code());
    assertTrue(switched.err().contains("at their restart"), switched.err());
    assertEquals("WORKER_TYPE=original\n", Files.readString(folder.resolve(".env")));
    assertEquals(1, nashra(SILENT_DATABASE, "switch_worker", "--status").code());
  }

  @Test
  void aFileThatCannotBeChangedIsAnError() throws Exception {
    Files.createDirectory(folder.resolve(".env.part"));
    Files.createFile(folder.resolve(".env.part").resolve("in the way"));

    var switched = nashra(SILENT_DATABASE, "switch_worker", "--mode", "original");

    assertEquals(1, switched.code());
    assertTrue(switched.err().contains("nothing has been"), switched.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "switch_worker",
        "switch_worker --mode fast",
        "switch_worker --mode original --status",
        "verify_jobs --job make_coffee"
      })
  void badUsageExitsWithTwoAndSaysWhatThereIs(String arguments) throws Exception {
    var ended = nashra(Map.of(), arguments.split(" ", -1));

    assertEquals(2, ended.code());
    assertTrue(
        ended.err().contains(arguments.startsWith("verify") ? "generate_reels" : "improved"),
        ended.err());
    assertTrue(Files.notExists(folder.resolve(".env")));
  }

  @Test
  void oneJobIsVerified() throws Exception {
    var verified = nashra(Map.of(), "verify_jobs", "--job", "cluster_news");

    assertEquals(0, verified.code(), verified::toString);
    assertTrue(verified.out().contains("✓  cluster_news"), verified.out());
  }

  @Test
  void aJobThatCannotWorkMakesTheCodeOne() throws Exception {
    try (var ai = new MockWebServer()) {
      ai.start();
      ai.enqueue(new MockResponse.Builder().code(401).body("{}").build());
      var settings =
          Map.of("AI_BASE_URL", ai.url("/v1").toString(), "AI_API_KEY", "k", "AI_MODEL", "pen");

      var verified = nashra(settings, "verify_jobs", "--job", "generate_reports", "--json");

      assertEquals(1, verified.code(), verified::toString);
      var job = json(verified).path("jobs").path(0);
      assertEquals("generate_reports", job.path("job").stringValue());
      assertEquals("OK", job.path("dryRun").path("state").stringValue());
      assertTrue(job.path("checks").toString().contains("AI_API_KEY"), job::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"switch_worker", "verify_jobs"})
  void theScriptsWorkFromAnyFolderAndThroughLinks(String name) throws Exception {
    var home = Files.createDirectory(folder.resolve("the newsroom"));
    var script = Files.createDirectory(home.resolve("bin")).resolve(name);
    Files.copy(Path.of("..", "bin", name), script);
    program(script, Files.readString(script));
    program(home.resolve("nashra"), "#!/bin/sh\necho \"$PWD:$*\"\nexit 7\n");
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var link = Files.createSymbolicLink(elsewhere.resolve("tool"), script);

    var ended =
        NashraProcess.run(new ProcessBuilder(link.toString(), "--job", "a b"), elsewhere, Map.of());

    assertEquals(7, ended.code(), ended.err());
    assertEquals(home.toRealPath() + ":" + name + " --job a b\n", ended.out());
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private NashraProcess nashra(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    var url = DATABASE.url();
    var environment = new HashMap<String, String>();
    environment.put(
        "DATABASE_URL", "%s?user=%s&password=%s".formatted(url.jdbc(), url.user(), url.password()));
    environment.putAll(settings);
    return NashraProcess.run(folder, environment, arguments);
  }

  private static JsonNode json(NashraProcess ended) {
    return JsonMapper.builder().build().readTree(ended.out());
  }
}
