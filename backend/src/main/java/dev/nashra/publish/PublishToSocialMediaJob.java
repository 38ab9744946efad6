package dev.nashra.publish;

import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what is missing on every account; one account's failure never stops another. */
public final class PublishToSocialMediaJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PublishToSocialMediaJob.class);

  private final Outbox outbox;
  private final List<Publisher> publishers;
  private final PublishingRules rules;
  private final Backoff backoff;
  private final Pause pause;

  /**
   * @param publishers one for each account, in the order of their turns
   * @param random for delays
   */
  public PublishToSocialMediaJob(
      Outbox outbox,
      List<Publisher> publishers,
      PublishingRules rules,
      RandomGenerator random,
      Pause pause) {
    this.outbox = outbox;
    this.publishers = List.copyOf(publishers);
    this.rules = rules;
    this.backoff = new Backoff(random);
    this.pause = pause;
  }

  @Override
  public String name() {
    return "publish_to_social_media";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.PUBLISHING;
  }

  @Override
  public JobResult run(JobContext context) throws InterruptedException {
    var notes = new ArrayList<String>();
    long planned = 0;
    long published = 0;
    long failed = 0;
    for (var publisher : publishers) {
      context.cancellation().throwIfCancelled();
      var counts = turnOf(publisher, context);
      planned += counts.planned;
      published += counts.published;
      failed += counts.failed + counts.unknown + counts.held + (counts.trouble == null ? 0 : 1);
      notes.add(counts.line(publisher.account().name()));
    }
    notes.removeIf(String::isEmpty);
    return new JobResult(planned, published, failed, String.join("; ", notes));
  }

  private TurnCounts turnOf(Publisher publisher, JobContext context) throws InterruptedException {
    var turn = new Turn(outbox, publisher, rules, backoff, pause, context);
    try {
      turn.take();
    } catch (RuntimeException e) {
      context.cancellation().throwIfCancelled();
      LOG.error("Publishing on {} was cut off", publisher.account().name(), e);
      turn.counts().trouble = "cut off: " + e;
    }
    return turn.counts();
  }
}
