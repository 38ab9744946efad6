package dev.nashra.app;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.config.Settings;
import dev.nashra.queue.TaskListener;
import dev.nashra.store.Database;
import dev.nashra.time.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A worker of all queues that is there to be killed, built as the daemon builds it. */
final class DownloadWorkerProcess {
  private DownloadWorkerProcess() {}

  /** Takes the database's address, user and password, then pairs of setting and value. */
  public static void main(String[] arguments) throws InterruptedException {
    var url = new DatabaseUrl(arguments[0], arguments[1], arguments[2]);
    var settings = new HashMap<String, String>();
    for (var i = 3; i < arguments.length; i += 2) {
      settings.put(arguments[i], arguments[i + 1]);
    }
    work(Settings.load(Map.copyOf(settings), Path.of("no-such-file")), Database.open(url, 8));
    Waiter.pause(Duration.ofMinutes(10));
  }

  static Queues work(Settings settings, Database database) {
    var queues = new Queues(settings, database);
    queues.work(Queues.declared(settings), TaskListener.SILENT);
    return queues;
  }
}
