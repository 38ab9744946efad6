package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.app.ModeSwitch.Reach;
import dev.nashra.config.Settings;
import dev.nashra.config.WorkerType;
import dev.nashra.store.TestDatabase;
import dev.nashra.store.WorkerList.RunningWorker;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ModeSwitchTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  @Test
  void aRunningWorkerTakesTheModeAtItsNextCycleAndShowsIt() throws Exception {
    var modes = new ArrayList<String>();
    var settings = settings(Map.of());
    try (var engine = engine(settings, modes)) {
      engine.worker().runCycle();
      assertEquals("default", onlyWorker(settings).modeOrigin());

      var switched = modeSwitch(settings).switchTo(WorkerType.ORIGINAL);

      assertEquals(Reach.KNOWN, switched.workers().reach());
      assertEquals("improved", onlyWorker(settings).mode());
      assertEquals("original", onlyWorker(settings).nextMode());
      assertEquals("switch_worker --mode improved", switched.back());
      engine.worker().runCycle();
      assertEquals(List.of("improved", "original"), modes);
      var worker = onlyWorker(settings);
      assertEquals("original", worker.mode());
      assertEquals("switched from improved (default)", worker.modeOrigin());
      assertTrue(worker.modeSince().isAfter(worker.started()));
      assertEquals(List.of(), modeSwitch(settings).status().warnings());
    }
    assertEquals(List.of(), modeSwitch(settings).status().workers().running());
  }

  @Test
  void theEnvironmentOfAWorkerIsPointedOutAlsoAfterTheSwitch() throws Exception {
    var its = settings(Map.of("WORKER_TYPE", "improved"));
    var ours = settings(Map.of());
    try (var engine = engine(its, new ArrayList<>())) {
      engine.worker().runCycle();

      var warnings = modeSwitch(ours).switchTo(WorkerType.ORIGINAL).warnings();

      assertEquals(1, warnings.size());
      assertTrue(warnings.getFirst().contains("WORKER_TYPE=improved"), warnings::toString);
      engine.worker().runCycle();
      assertEquals(warnings, modeSwitch(ours).status().warnings());
      assertEquals(List.of(), modeSwitch(ours).switchTo(WorkerType.IMPROVED).warnings());
    }
  }

  @Test
  void aVariableOfThisShellIsPointedOut() throws Exception {
    var settings = settings(Map.of("WORKER_TYPE", "original"));

    var switched = modeSwitch(settings).switchTo(WorkerType.IMPROVED);

    assertTrue(switched.warnings().getFirst().contains("unset WORKER_TYPE"));
    assertNull(switched.back());
    assertEquals("environment", modeSwitch(settings).status().nextOrigin());
  }

  @Test
  void withoutADatabaseTheFileIsWrittenAllTheSame() throws Exception {
    var settings = settings(Map.of("DATABASE_URL", "postgres://desk:hush@127.0.0.1:1/news"));

    var switched = modeSwitch(settings).switchTo(WorkerType.ORIGINAL);

    assertEquals(Reach.SILENT, switched.workers().reach());
    assertEquals("WORKER_TYPE=original\n", Files.readString(folder.resolve(".env")));
    assertEquals(Reach.NOBODY, embedded().switchTo(WorkerType.IMPROVED).workers().reach());
  }

  private ModeSwitch embedded() throws IOException {
    var environment = Map.of("DATA_DIR", folder.resolve("data").toString());
    return modeSwitch(Settings.load(environment, folder.resolve("none")));
  }

  private RunningWorker onlyWorker(Settings settings) throws Exception {
    var running = modeSwitch(settings).status().workers().running();
    assertEquals(1, running.size());
    return running.getFirst();
  }

  private ModeSwitch modeSwitch(Settings settings) throws IOException {
    return new ModeSwitch(settings, folder.resolve(".env"));
  }

  private static Engine engine(Settings settings, List<String> modes) {
    var listener =
        new CycleListener() {
          @Override
          public void cycleStarted(long cycleId, Mode mode, List<Stage> stages) {
            modes.add(mode.name());
          }
        };
    return Engine.start(settings, DATABASE.get(), List.of(), listener, _ -> {});
  }

  private Settings settings(Map<String, String> environment) {
    var all = new HashMap<String, String>();
    var url = DATABASE.url();
    all.put(
        "DATABASE_URL", "%s?user=%s&password=%s".formatted(url.jdbc(), url.user(), url.password()));
    all.put("DATA_DIR", folder.resolve("data").toString());
    all.putAll(environment);
    return Settings.load(all, folder.resolve("none"));
  }
}
