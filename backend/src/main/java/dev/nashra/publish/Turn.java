package dev.nashra.publish;

import dev.nashra.worker.JobContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's turn in a run: takes up what was left, finds out what is unknown, plans what is
 * missing, and publishes what is due, until its pace or its network says stop.
 */
final class Turn {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration NEXT_LOOK = Duration.ofMinutes(2);
  private static final Duration ACCOUNT_PAUSE = Duration.ofMinutes(10);

  private final Outbox outbox;
  private final Publisher publisher;
  private final PublishingRules rules;
  private final Backoff backoff;
  private final Pause pause;
  private final JobContext context;
  private final String worker;
  private final TurnCounts counts = new TurnCounts();
  private int attempts;
  private boolean over;

  Turn(
      Outbox outbox,
      Publisher publisher,
      PublishingRules rules,
      Backoff backoff,
      Pause pause,
      JobContext context) {
    this.outbox = outbox;
    this.publisher = publisher;
    this.rules = rules;
    this.backoff = backoff;
    this.pause = pause;
    this.context = context;
    this.worker = "run " + context.runId();
  }

  /** What has been counted so far, also when the turn was cut off. */
  TurnCounts counts() {
    return counts;
  }

  void take() throws InterruptedException {
    var account = publisher.account();
    outbox.open(account);
    outbox.rescue(account);
    readBack();
    // In order: a reel is planned when its post is out.
    for (var format : publisher.formats()) {
      counts.planned += outbox.plan(account, format, rules);
      publish();
    }
    publisher.afterTurn();
  }

  private void readBack() throws InterruptedException {
    for (int i = 0; i < publisher.pace().mostPerTurn(); i++) {
      context.cancellation().throwIfCancelled();
      var claim = outbox.claimUnknown(publisher.account(), worker, rules.lease());
      if (claim.isEmpty()) {
        return;
      }
      settle(claim.get(), publisher.readBack(claim.get()));
    }
  }

  private void settle(Claim claim, ReadBack answer) {
    switch (answer) {
      case ReadBack.Found(Remote remote) -> {
        outbox.published(claim, remote);
        counts.published++;
      }
      case ReadBack.Absent() ->
          outbox.planAgain(claim, "read back: it is not there", Duration.ZERO);
      case ReadBack.Unclear(String why, @Nullable Duration retryAfter) -> {
        if (isOlderThan(claim.armed(), rules.readBackPatience())) {
          hold(claim, why);
        } else {
          outbox.unknown(claim, why, retryAfter == null ? NEXT_LOOK : retryAfter);
          counts.unknown++;
        }
      }
      case ReadBack.Impossible(String why) -> hold(claim, why);
    }
  }

  private void hold(Claim claim, String why) {
    outbox.held(claim, why);
    counts.held++;
  }

  private void publish() throws InterruptedException {
    while (!over && attempts < publisher.pace().mostPerTurn() && waitForPace()) {
      context.cancellation().throwIfCancelled();
      var claim = outbox.claim(publisher.account(), worker, rules.lease());
      if (claim.isEmpty()) {
        return;
      }
      attempts++;
      over = !attempt(claim.get());
      context.progress().at(counts.published, 0);
    }
  }

  /** False when the account has to wait longer than a run should. */
  private boolean waitForPace() throws InterruptedException {
    var wait = publisher.pace().waitAfter(outbox.armedWithin(publisher.account(), Pace.WINDOW));
    if (wait.compareTo(LONGEST_PAUSE) > 0) {
      return false;
    }
    if (wait.isPositive()) {
      pause.of(wait);
    }
    return true;
  }

  /** One attempt; false when the account's turn is over. */
  private boolean attempt(Claim claim) throws InterruptedException {
    return switch (prepared(claim)) {
      case Preparation.Ready(var delivery) -> deliver(claim, delivery);
      case Preparation.Later(String why, @Nullable Duration retryAfter) -> {
        later(claim, why, retryAfter);
        yield true;
      }
      case Preparation.Impossible(String why) -> {
        fail(claim, why);
        yield true;
      }
    };
  }

  /** A fault of ours in one publication must not block those behind it. */
  private Preparation prepared(Claim claim) throws InterruptedException {
    try {
      return publisher.prepare(claim);
    } catch (RuntimeException e) {
      context.cancellation().throwIfCancelled();
      LOG.error("Publication {} could not be prepared", claim.publicationId(), e);
      return new Preparation.Later(e.toString(), null);
    }
  }

  private boolean deliver(Claim claim, Preparation.Delivery delivery) {
    if (!outbox.arm(claim, delivery.payloadHash(), rules.lease())) {
      return true; // it took too long, and belongs to somebody else now
    }
    return switch (delivered(claim, delivery)) {
      case Delivered.Visible(Remote remote) -> {
        outbox.published(claim, remote);
        counts.published++;
        yield true;
      }
      case Delivered.NotSent(String why, @Nullable Duration retryAfter) -> {
        later(claim, why, retryAfter);
        if (retryAfter != null) {
          outbox.postpone(publisher.account(), retryAfter);
        }
        yield false;
      }
      case Delivered.Refused(String why) -> {
        fail(claim, why);
        yield true;
      }
      case Delivered.AccountRefused(String why) -> {
        later(claim, why, ACCOUNT_PAUSE);
        outbox.postpone(publisher.account(), ACCOUNT_PAUSE);
        counts.trouble = why;
        LOG.warn(
            "{} is refused ({}): check its settings and rights; next try in {} min",
            publisher.account().name(),
            why,
            ACCOUNT_PAUSE.toMinutes());
        yield false;
      }
      case Delivered.Unknown(String why) -> {
        outbox.unknown(claim, why, Duration.ZERO);
        counts.unknown++;
        yield false;
      }
    };
  }

  private Delivered delivered(Claim claim, Preparation.Delivery delivery) {
    try {
      return delivery.deliver();
    } catch (RuntimeException e) {
      context.cancellation().throwIfCancelled();
      LOG.error("Publication {} broke while it was sent", claim.publicationId(), e);
      return new Delivered.Unknown(e.toString());
    }
  }

  private void later(Claim claim, String why, @Nullable Duration retryAfter) {
    if (isOlderThan(claim.planned(), rules.freshest())) {
      fail(claim, "too old by now: " + why);
    } else {
      outbox.planAgain(claim, why, backoff.after(claim.attempt(), retryAfter));
      counts.later++;
    }
  }

  private void fail(Claim claim, String why) {
    outbox.failed(claim, why);
    counts.failed++;
  }

  private boolean isOlderThan(@Nullable Instant time, Duration age) {
    return time == null || time.plus(age).isBefore(context.clock().instant());
  }
}
