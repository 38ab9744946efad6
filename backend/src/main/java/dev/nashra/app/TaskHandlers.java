package dev.nashra.app;

import dev.nashra.collect.CollectSourceHandler;
import dev.nashra.config.Settings;
import dev.nashra.queue.Handlers;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskQueue;
import dev.nashra.store.Database;
import dev.nashra.store.SourceTable;
import dev.nashra.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Who does the tasks: one line for each kind. */
public final class TaskHandlers {
  private TaskHandlers() {}

  static Handlers of(
      Settings settings, Database database, TaskQueue tasks, MediaDownloads downloads) {
    return new Handlers(all(settings, database, tasks, downloads));
  }

  private static List<TaskHandler<?>> all(
      Settings settings, Database database, TaskQueue tasks, MediaDownloads downloads) {
    var handlers = new ArrayList<TaskHandler<?>>();
    handlers.add(
        new CollectSourceHandler(
            new SourceTable(database), Newsroom.scraper(settings, database), Clock.SYSTEM));
    ReaderBot.of(settings)
        .ifPresent(
            bot -> {
              handlers.addAll(bot.handlers(database, tasks, downloads.downloads()));
              handlers.addAll(downloads.handlers());
            });
    return handlers;
  }
}
