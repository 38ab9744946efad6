package dev.nashra.store;

import dev.nashra.store.OldRows.Removed;
import java.time.Duration;

/** Removes what is remembered of updates and sends that cannot come again. */
public final class OldUpdates {
  private final Database database;

  public OldUpdates(Database database) {
    this.database = database;
  }

  /** Removes some of those that came longer ago, and sends that no task knows of any more. */
  public Removed remove(Duration age, int limit) {
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  delete from bot_sends
                  where begun < clock_timestamp() - :age * interval '1 second'
                    and not exists (select from tasks where tasks.id = task_id)""")
              .bind("age", age.toSeconds())
              .execute();
          return handle
              .createQuery(
                  """
                  with gone as (
                    delete from bot_updates where (bot, update_id) in (
                      select bot, update_id from bot_updates
                      where received < clock_timestamp() - :age * interval '1 second'
                      order by received limit :limit)
                    returning pg_column_size(bot_updates.*) as size)
                  select count(*) as rows, coalesce(sum(size), 0) as bytes from gone""")
              .bind("age", age.toSeconds())
              .bind("limit", limit)
              .map((row, _) -> new Removed(row.getLong("rows"), row.getLong("bytes")))
              .one();
        });
  }
}
