package dev.nashra.store;

import dev.nashra.bot.PollingLease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code bot_pollers}, for one holder of the lease. */
public final class PollerTable implements PollingLease {
  private final Database database;
  private final long bot;
  private final String holder;
  private final String token = UUID.randomUUID().toString();

  /**
   * @param holder host and process, for people
   */
  public PollerTable(Database database, long bot, String holder) {
    this.database = database;
    this.bot = bot;
    this.holder = holder;
  }

  @Override
  public boolean take(Duration lease) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into bot_pollers (bot, holder, token, since, lease_until)
                    values (:bot, :holder, :token, clock_timestamp(),
                      clock_timestamp() + :lease * interval '1 millisecond')
                    on conflict (bot) do update set holder = excluded.holder,
                      token = excluded.token, since = excluded.since,
                      lease_until = excluded.lease_until
                      where bot_pollers.lease_until < clock_timestamp()
                        or bot_pollers.token = excluded.token
                    returning bot""")
                .bind("bot", bot)
                .bind("holder", holder)
                .bind("token", token)
                .bind("lease", lease.toMillis())
                .mapTo(Long.class)
                .findOne()
                .isPresent());
  }

  @Override
  public boolean renew(Duration lease) {
    return database.inTransaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        update bot_pollers
                        set lease_until = clock_timestamp() + :lease * interval '1 millisecond'
                        where bot = :bot and token = :token""")
                    .bind("bot", bot)
                    .bind("token", token)
                    .bind("lease", lease.toMillis())
                    .execute()
                > 0);
  }

  @Override
  public void release() {
    database.useTransaction(
        handle ->
            handle.execute("delete from bot_pollers where bot = ? and token = ?", bot, token));
  }

  /** Who asks for a bot's updates now; empty: nobody. */
  public static Optional<Holder> holder(Database database, long bot) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select holder, since from bot_pollers
                    where bot = :bot and lease_until >= clock_timestamp()""")
                .bind("bot", bot)
                .map((row, _) -> new Holder(row.getString("holder"), Columns.instant(row, "since")))
                .findOne());
  }

  /** Who has a lease, and since when. */
  public record Holder(String name, Instant since) {}
}
