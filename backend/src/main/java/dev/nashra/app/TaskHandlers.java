package dev.nashra.app;

import dev.nashra.collect.CollectSourceHandler;
import dev.nashra.config.Settings;
import dev.nashra.queue.Handlers;
import dev.nashra.queue.TaskHandler;
import dev.nashra.store.Database;
import dev.nashra.store.SourceTable;
import dev.nashra.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Who does the tasks: one line for each kind. */
public final class TaskHandlers {
  private TaskHandlers() {}

  static Handlers of(Settings settings, Database database, MediaDownloads downloads) {
    return new Handlers(all(settings, database, downloads));
  }

  private static List<TaskHandler<?>> all(
      Settings settings, Database database, MediaDownloads downloads) {
    var sources = new SourceTable(database);
    var handlers = new ArrayList<TaskHandler<?>>(downloads.handlers());
    handlers.add(
        new CollectSourceHandler(sources, Newsroom.scraper(settings, database), Clock.SYSTEM));
    return handlers;
  }
}
