package dev.nashra.store;

import dev.nashra.bot.ChatOwner;
import dev.nashra.bot.Sends;
import java.time.Duration;

/** The table {@code bot_sends}, and who is to be left alone. */
public final class SendTable implements Sends {
  /** Two chats can be busy by chance; with so many it is the bot. */
  private static final int CHATS_OF_A_FLOOD = 3;

  private final Database database;

  public SendTable(Database database) {
    this.database = database;
  }

  @Override
  public boolean begin(long task, int most) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into bot_sends (task_id, times) values (:task, 1)
                    on conflict (task_id) do update
                      set times = bot_sends.times + 1, begun = clock_timestamp()
                      where bot_sends.times < :most
                    returning times""")
                .bind("task", task)
                .bind("most", most)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public void undo(long task) {
    database.useTransaction(
        handle -> handle.execute("update bot_sends set times = times - 1 where task_id = ?", task));
  }

  @Override
  public void forget(long task) {
    database.useTransaction(
        handle -> handle.execute("delete from bot_sends where task_id = ?", task));
  }

  @Override
  public boolean flooded(long bot, long chat, Duration wait) {
    return database.inTransaction(
        handle -> {
          // One at a time, or three at once would not see each other.
          handle.execute("select pg_advisory_xact_lock(hashtext('nashra.floods'))");
          handle
              .createUpdate(
                  """
                  insert into bot_chats (bot, chat, flooded_until)
                  values (:bot, :chat, clock_timestamp() + :wait * interval '1 millisecond')
                  on conflict (bot, chat) do update set flooded_until = excluded.flooded_until""")
              .bind("bot", bot)
              .bind("chat", chat)
              .bind("wait", wait.toMillis())
              .execute();
          return handle
              .createQuery(
                  """
                  insert into holds (key, until)
                  select :key, clock_timestamp() + :wait * interval '1 millisecond'
                  where (select count(*) from bot_chats
                         where bot = :bot and flooded_until > clock_timestamp()) >= :chats
                  on conflict (key) do update set until = greatest(holds.until, excluded.until)
                  returning key""")
              .bind("key", ChatOwner.of(bot))
              .bind("wait", wait.toMillis())
              .bind("bot", bot)
              .bind("chats", CHATS_OF_A_FLOOD)
              .mapTo(String.class)
              .findOne()
              .isPresent();
        });
  }
}
