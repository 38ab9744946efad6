package dev.nashra.store;

import dev.nashra.bot.HandleUpdate;
import dev.nashra.bot.UpdateInbox;
import dev.nashra.queue.TaskQueue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/** The table {@code bot_updates}. */
public final class UpdateTable implements UpdateInbox {
  /** Two who bring the same updates wait for each other in one order. */
  private static final String ADD =
      """
      insert into bot_updates (bot, update_id)
      select :bot, id from unnest(:ids) id order by id
      on conflict do nothing returning update_id""";

  private final Database database;
  private final TaskQueue tasks;

  /**
   * @param tasks of the same database
   */
  public UpdateTable(Database database, TaskQueue tasks) {
    this.database = database;
    this.tasks = tasks;
  }

  @Override
  public void accept(long bot, List<Update> updates) {
    var byId = new LinkedHashMap<Long, Update>();
    updates.forEach(update -> byId.putIfAbsent(update.id(), update));
    database.useTransaction(
        handle -> {
          var fresh =
              new HashSet<>(
                  handle
                      .createQuery(ADD)
                      .bind("bot", bot)
                      .bindArray("ids", Long.class, byId.keySet())
                      .mapTo(Long.class)
                      .list());
          tasks.addAll(
              byId.values().stream()
                  .filter(update -> fresh.contains(update.id()))
                  .map(update -> HandleUpdate.task(bot, update.json()))
                  .toList());
        });
  }
}
