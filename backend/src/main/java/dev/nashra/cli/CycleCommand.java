package dev.nashra.cli;

import dev.nashra.app.Engine;
import dev.nashra.app.Newsroom;
import dev.nashra.app.Storage;
import dev.nashra.config.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs one cycle and exits. */
@Command(name = "cycle", description = "Run one cycle and exit.")
final class CycleCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Override
  public Integer call() throws InterruptedException {
    var settings = Settings.ofProcess();
    try (var signal = new ShutdownSignal();
        var storage = Storage.forCommand(settings);
        var newsroom = Newsroom.open(settings, storage.database())) {
      if (newsroom.sources().all().isEmpty()) {
        System.err.println("There are no sources yet: nashra sources add URL");
      }
      var view = CycleView.ofTerminal();
      var finished = run(newsroom, view, signal);
      if (json.isSet()) {
        json.print(view.json());
      } else {
        System.out.print(view.table());
      }
      return finished ? 0 : 1;
    }
  }

  /** One cycle; it is stopped in good order when the process is told to stop. */
  static boolean run(Newsroom newsroom, CycleView view, ShutdownSignal signal)
      throws InterruptedException {
    try (var engine = newsroom.engine(view, reason -> System.err.println(reason))) {
      signal.onReceived(() -> stop(engine));
      return engine.worker().runCycle();
    }
  }

  private static void stop(Engine engine) {
    try {
      engine.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
