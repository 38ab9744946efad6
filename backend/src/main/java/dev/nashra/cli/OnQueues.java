package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.app.Storage;
import dev.nashra.config.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command about the task queues. */
abstract class OnQueues implements Callable<Integer> {
  @Mixin JsonOption json;
  @Spec CommandSpec spec;

  abstract int run(Queues queues, Settings settings) throws InterruptedException;

  @Override
  public Integer call() throws InterruptedException {
    var settings = Settings.ofProcess();
    try (var storage = Storage.forCommand(settings);
        var queues = new Queues(settings, storage.database())) {
      return run(queues, settings);
    }
  }

  ParameterException badUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Says what became of one task, or why nothing did. */
  int answer(long id, boolean done, String yes, String no) {
    if (json.isSet()) {
      json.print(Map.of("id", id, "done", done));
    } else if (done) {
      System.out.println(yes);
    }
    if (!done) {
      System.err.println(no);
    }
    return done ? 0 : 1;
  }
}
