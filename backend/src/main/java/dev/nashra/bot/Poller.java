package dev.nashra.bot;

import dev.nashra.telegram.BotUpdates;
import dev.nashra.telegram.TelegramResult;
import dev.nashra.time.Cancellation;
import dev.nashra.time.Deadline;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks for a bot's updates as long as it holds the lease, and stores them before it asks for the
 * next ones: asking for what follows an update is what tells the server to forget it.
 */
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("nashra");
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final long bot;
  private final BotUpdates updates;
  private final UpdateInbox inbox;
  private final PollingLease lease;
  private final Pace pace;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("bot-poller").unstarted(this::pollUntilStopped);

  /** Of the holding that is under way; guarded by this, as is the other. */
  private Cancellation holding = new Cancellation();

  private boolean stopped;

  /** What was complained of last, so that it is said once. Only the poller's thread knows it. */
  private String complaint = "";

  /**
   * How patient it is.
   *
   * @param patience for updates in one call
   * @param lease after which another process may take over from one that is dead
   * @param retry when somebody else has the lease, or something fails
   */
  public record Pace(Duration patience, Duration lease, Duration retry) {
    public static final Pace USUAL =
        new Pace(Duration.ofSeconds(50), Duration.ofSeconds(30), Duration.ofSeconds(5));
  }

  public Poller(long bot, BotUpdates updates, UpdateInbox inbox, PollingLease lease, Pace pace) {
    this.bot = bot;
    this.updates = updates;
    this.inbox = inbox;
    this.lease = lease;
    this.pace = pace;
  }

  /** Begins to ask as soon as it has the lease. */
  public Poller start() {
    thread.start();
    return this;
  }

  private void pollUntilStopped() {
    for (var cancellation = next(); cancellation != null; cancellation = next()) {
      hold(cancellation);
    }
  }

  /** A new holding; null when there shall be none. */
  private synchronized @Nullable Cancellation next() {
    holding = new Cancellation();
    return stopped ? null : holding;
  }

  private void hold(Cancellation cancellation) {
    try {
      cancellation.call(
          () -> {
            var trust = awaitLease();
            var heart = Thread.ofPlatform().daemon().name("bot-lease");
            var beating = heart.start(() -> renewUntilOver(cancellation, trust));
            try {
              poll();
              return null;
            } finally {
              beating.interrupt();
            }
          });
    } catch (InterruptedException | CancellationException e) {
      LOG.debug("The holding is over: {}", cancellation.reason(), e);
    } catch (Exception e) {
      LOG.error("Asking for the bot's updates failed", e);
    } finally {
      Thread.interrupted(); // it was meant for the holding
      release();
    }
  }

  /** Gives until when we may rely on it, counted from before we asked. */
  private Deadline awaitLease() throws InterruptedException {
    var trust = Deadline.in(trust());
    while (!tryLease()) {
      Waiter.pause(pace.retry());
      trust = Deadline.in(trust());
    }
    LOG.info("This process asks for the bot's updates now");
    return trust;
  }

  private boolean tryLease() {
    try {
      return lease.take(pace.lease());
    } catch (RuntimeException e) {
      complain("Who asks for the bot's updates is not known: " + e);
      return false;
    }
  }

  /** By its own clock it gives up sooner than another process can take over. */
  private void renewUntilOver(Cancellation cancellation, Deadline first) {
    var trust = first;
    try {
      while (!trust.isPast()) {
        Waiter.pause(pace.lease().dividedBy(6));
        var begun = Deadline.in(trust());
        switch (renew()) {
          case HELD -> trust = begun;
          case LOST -> {
            cancellation.cancel("another process has the lease");
            return;
          }
          case NO_ANSWER -> LOG.debug("The lease could not be renewed");
        }
      }
      cancellation.cancel("the lease could not be renewed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the holding is over
    }
  }

  private Duration trust() {
    return pace.lease().multipliedBy(4).dividedBy(5);
  }

  private enum Renewal {
    HELD,
    LOST,
    NO_ANSWER
  }

  private Renewal renew() {
    try {
      return lease.renew(pace.lease()) ? Renewal.HELD : Renewal.LOST;
    } catch (RuntimeException e) {
      return Renewal.NO_ANSWER;
    }
  }

  /**
   * Never with an offset that was kept: after a week of silence the server begins with any number,
   * and an old offset would make it forget what comes. What it gives again is known already.
   */
  private void poll() throws InterruptedException {
    Long offset = null;
    var most = BotUpdates.MOST_AT_ONCE;
    while (!Thread.currentThread().isInterrupted()) {
      var result = updates.getUpdates(offset, most, pace.patience());
      Cancellation.current().throwIfCancelled();
      // One that is too large for us must not keep the others.
      most = result instanceof TelegramResult.Ambiguous ? 1 : BotUpdates.MOST_AT_ONCE;
      if (result instanceof TelegramResult.Ok<List<JsonNode>>(var list)) {
        offset = tryStore(list);
      } else {
        Waiter.pause(wait(result));
      }
    }
  }

  private @Nullable Long tryStore(List<JsonNode> list) throws InterruptedException {
    try {
      var offset = store(list);
      complaint = "";
      return offset;
    } catch (RuntimeException e) {
      Cancellation.current().throwIfCancelled();
      complain("The bot's updates cannot be stored now, and stay with Telegram: " + e);
      Waiter.pause(pace.retry());
      return null;
    }
  }

  /** Gives the offset that confirms what is stored; null when there is nothing to confirm. */
  private @Nullable Long store(List<JsonNode> list) {
    var stored =
        list.stream()
            .filter(update -> update.path("update_id").isIntegralNumber())
            .map(update -> new UpdateInbox.Update(update.path("update_id").longValue(), update))
            .toList();
    if (stored.isEmpty()) {
      return null;
    }
    inbox.accept(bot, stored);
    return stored.stream().mapToLong(UpdateInbox.Update::id).max().orElseThrow() + 1;
  }

  private Duration wait(TelegramResult<List<JsonNode>> failure) {
    return switch (failure) {
      case TelegramResult.Refused<List<JsonNode>> refused -> {
        complain(reason(refused));
        yield pace.retry().multipliedBy(refused.code() == 409 ? 1 : 6);
      }
      case TelegramResult.NotSent<List<JsonNode>>(var why, var wait) -> {
        complain("Telegram gives no updates now: " + why);
        yield wait == null ? pace.retry() : wait;
      }
      case TelegramResult.Ambiguous<List<JsonNode>>(var why) -> {
        complain("Telegram gives no updates now: " + why);
        yield pace.retry();
      }
      case TelegramResult.Migrated<List<JsonNode>> _ -> pace.retry();
      case TelegramResult.Ok<List<JsonNode>> _ -> Duration.ZERO;
    };
  }

  private static String reason(TelegramResult.Refused<?> refused) {
    if (refused.code() != 409) {
      return "Telegram refuses to give updates: " + refused.why();
    }
    return refused.description().contains("webhook")
        ? "The bot has a webhook, so it cannot be polled: \"nashra bot delete-webhook\", or"
            + " BOT_MODE=webhook"
        : "Another program polls this bot: stop it, or set BOT_MODE=off here";
  }

  private void complain(String words) {
    if (!words.equals(complaint)) {
      complaint = words;
      LOG.warn("{}", words);
    }
  }

  private void release() {
    try {
      lease.release();
    } catch (RuntimeException e) {
      LOG.debug("The lease passes by itself", e);
    }
  }

  /** Ends the call that is under way; what it brings is asked for again by whoever comes next. */
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      holding.cancel("the process stops");
    }
    try {
      thread.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
