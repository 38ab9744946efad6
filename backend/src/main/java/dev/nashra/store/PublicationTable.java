package dev.nashra.store;

import dev.nashra.publish.Account;
import dev.nashra.publish.Claim;
import dev.nashra.publish.Format;
import dev.nashra.publish.Outbox;
import dev.nashra.publish.Publication;
import dev.nashra.publish.PublicationState;
import dev.nashra.publish.PublishingRules;
import dev.nashra.publish.Remote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code publications} and {@code accounts}. All times are the database's.
 *
 * <p>A step is one guarded update: it names the attempt and the states that it may leave.
 */
public final class PublicationTable implements Outbox {
  private final Database database;

  public PublicationTable(Database database) {
    this.database = database;
  }

  @Override
  public void open(Account account) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into accounts (network, name) values (:network, :name)
                    on conflict (name) do nothing""")
                .bind("network", account.network())
                .bind("name", account.name())
                .execute());
  }

  @Override
  public int plan(Account account, Format format, PublishingRules rules) {
    return database.inTransaction(
        handle -> new PublicationPlan(handle, account).add(format, rules));
  }

  @Override
  public int rescue(Account account) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update publications set
                      state = case state when 'ARMED' then 'UNKNOWN' else 'PLANNED' end,
                      error = 'the worker ended while it was ' || lower(state),
                      next_attempt = now(), claimed_by = null, claimed_until = null
                    where state in ('PREPARING', 'ARMED')
                      and account_id = (select id from accounts where name = :account)
                      and (claimed_until < now() or exists (
                        select 1 from runs r where r.state <> 'RUNNING'
                          and r.id = cast(substring(claimed_by, '^run ([0-9]+)$') as bigint)))""")
                .bind("account", account.name())
                .execute());
  }

  @Override
  public Optional<Claim> claim(Account account, String worker, Duration lease) {
    return claim(
        account,
        worker,
        lease,
        """
        update publications set state = 'PREPARING', attempt = attempt + 1,
          claimed_by = :worker, claimed_until = now() + cast(:lease as interval)
        where id = (
          select u.id from publications u
          join posts p on p.id = u.post_id
          join stories s on s.id = p.story_id
          where u.account_id = (select id from accounts where name = :account)
            and u.state = 'PLANNED' and u.next_attempt <= now()
          order by s.rank desc, u.id
          limit 1
          for update of u skip locked)
        returning *""");
  }

  @Override
  public Optional<Claim> claimUnknown(Account account, String worker, Duration lease) {
    return claim(
        account,
        worker,
        lease,
        """
        update publications set claimed_by = :worker,
          claimed_until = now() + cast(:lease as interval),
          next_attempt = now() + cast(:lease as interval)
        where id = (
          select u.id from publications u
          where u.account_id = (select id from accounts where name = :account)
            and u.state = 'UNKNOWN' and u.next_attempt <= now()
          order by u.armed, u.id
          limit 1
          for update of u skip locked)
        returning *""");
  }

  private Optional<Claim> claim(Account account, String worker, Duration lease, String sql) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(sql)
                .bind("account", account.name())
                .bind("worker", worker)
                .bind("lease", interval(lease))
                .map((row, _) -> Claimed.of(row))
                .findOne()
                .map(claimed -> claimed.with(BundleQuery.of(handle, claimed.postId()))));
  }

  @Override
  public boolean arm(Claim claim, String payloadHash, Duration lease) {
    return step(
        claim,
        """
        update publications set state = 'ARMED', armed = now(), payload_hash = :hash,
          claimed_until = now() + cast(:lease as interval)
        where id = :id and attempt = :attempt and state = 'PREPARING'""",
        update -> update.bind("hash", payloadHash).bind("lease", interval(lease)));
  }

  @Override
  public boolean published(Claim claim, Remote remote) {
    return step(
        claim,
        """
        update publications set state = 'PUBLISHED', published = now(), remote_id = :remoteId,
          remote_url = :remoteUrl, error = null, claimed_by = null, claimed_until = null
        where id = :id and attempt = :attempt and state in ('ARMED', 'UNKNOWN', 'HELD')""",
        update -> update.bind("remoteId", remote.id()).bind("remoteUrl", remote.url()));
  }

  @Override
  public boolean planAgain(Claim claim, String why, Duration delay) {
    return step(
        claim,
        """
        update publications set state = 'PLANNED', error = :why, claimed_by = null,
          claimed_until = null, next_attempt = now() + cast(:delay as interval)
        where id = :id and attempt = :attempt and state in ('PREPARING', 'ARMED', 'UNKNOWN')""",
        update -> update.bind("why", why).bind("delay", interval(delay)));
  }

  @Override
  public boolean failed(Claim claim, String why) {
    return step(
        claim,
        """
        update publications set state = 'FAILED', error = :why, claimed_by = null,
          claimed_until = null
        where id = :id and attempt = :attempt and state in ('PREPARING', 'ARMED', 'UNKNOWN')""",
        update -> update.bind("why", why));
  }

  @Override
  public boolean unknown(Claim claim, String why, Duration delay) {
    return step(
        claim,
        """
        update publications set state = 'UNKNOWN', error = :why, claimed_by = null,
          claimed_until = null, next_attempt = now() + cast(:delay as interval)
        where id = :id and attempt = :attempt and state in ('ARMED', 'UNKNOWN')""",
        update -> update.bind("why", why).bind("delay", interval(delay)));
  }

  @Override
  public boolean held(Claim claim, String why) {
    return step(
        claim,
        """
        update publications set state = 'HELD', error = :why, claimed_by = null,
          claimed_until = null
        where id = :id and attempt = :attempt and state in ('ARMED', 'UNKNOWN')""",
        update -> update.bind("why", why));
  }

  private boolean step(Claim claim, String sql, UnaryOperator<Update> bindings) {
    return database.inTransaction(
        handle ->
            bindings
                    .apply(handle.createUpdate(sql))
                    .bind("id", claim.publicationId())
                    .bind("attempt", claim.attempt())
                    .execute()
                == 1);
  }

  @Override
  public void postpone(Account account, Duration delay) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update publications set
                      next_attempt = greatest(next_attempt, now() + cast(:delay as interval))
                    where state = 'PLANNED'
                      and account_id = (select id from accounts where name = :account)""")
                .bind("account", account.name())
                .bind("delay", interval(delay))
                .execute());
  }

  @Override
  public List<Duration> armedWithin(Account account, Duration window) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select extract(epoch from now() - armed) * 1000 as age from publications
                    where account_id = (select id from accounts where name = :account)
                      and armed > now() - cast(:window as interval)
                    order by armed desc""")
                .bind("account", account.name())
                .bind("window", interval(window))
                .map((row, _) -> Duration.ofMillis(Math.max(0, row.getLong("age"))))
                .list());
  }

  @Override
  public List<Publication> list(@Nullable PublicationState state, int most) {
    return database.inTransaction(handle -> new PublicationList(handle).newest(state, most));
  }

  @Override
  public boolean release(long publicationId) {
    return decide(
        publicationId,
        """
        update publications set state = 'PLANNED', next_attempt = now(),
          error = 'released by a person'
        where id = :id and state = 'HELD'""");
  }

  @Override
  public boolean drop(long publicationId) {
    return decide(
        publicationId,
        """
        update publications set state = 'FAILED', error = 'dropped by a person'
        where id = :id and state in ('HELD', 'PLANNED')""");
  }

  private boolean decide(long publicationId, String sql) {
    return database.inTransaction(
        handle -> handle.createUpdate(sql).bind("id", publicationId).execute() == 1);
  }

  static String interval(Duration duration) {
    return duration.toMillis() + " milliseconds";
  }
}
