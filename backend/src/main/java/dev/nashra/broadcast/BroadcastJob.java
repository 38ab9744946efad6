package dev.nashra.broadcast;

import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.Parallel;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.TimeoutType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes bulletins, digests, or both, in every language that has enough stories. */
public final class BroadcastJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(BroadcastJob.class);

  /** Editions made at once: one core reads each of them aloud. */
  private static final int READERS = 2;

  private final String name;
  private final List<EditionKind> kinds;
  private final EditionMaker maker;

  private BroadcastJob(String name, List<EditionKind> kinds, EditionMaker maker) {
    this.name = name;
    this.kinds = kinds;
    this.maker = maker;
  }

  /** {@code generate_all_broadcasts}: one job for both kinds. */
  public static BroadcastJob all(EditionMaker maker) {
    return new BroadcastJob("generate_all_broadcasts", List.of(EditionKind.values()), maker);
  }

  public static BroadcastJob bulletin(EditionMaker maker) {
    return new BroadcastJob("generate_bulletin_job", List.of(EditionKind.BULLETIN), maker);
  }

  public static BroadcastJob digest(EditionMaker maker) {
    return new BroadcastJob("generate_digest_job", List.of(EditionKind.DIGEST), maker);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.BROADCAST;
  }

  @Override
  public JobResult run(JobContext context) throws Exception {
    var turns = turns(context);
    var results = Parallel.map(READERS, turns, turn -> make(turn, context));
    maker.index();
    return results.stream().reduce(JobResult.of(0, 0), JobResult::plus);
  }

  private JobResult make(Turn turn, JobContext context) throws InterruptedException {
    context.cancellation().throwIfCancelled();
    try {
      var outcome = maker.make(turn.kind(), turn.language(), context.clock().instant());
      var note = outcome.isSilent() ? turn.language() + " not read aloud" : "";
      return new JobResult(1, outcome.isNew() ? 1 : 0, 0, note);
    } catch (CancellationException | RunEnded e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The other languages still get their editions.
      LOG.warn("No {} in {}", turn.kind().slug(), turn.language(), e);
      return new JobResult(1, 0, 1, "");
    }
  }

  private List<Turn> turns(JobContext context) {
    var turns = new ArrayList<Turn>();
    for (var kind : kinds) {
      for (var language : maker.languages(kind, context.clock().instant())) {
        turns.add(new Turn(kind, language));
      }
    }
    return turns;
  }

  private record Turn(EditionKind kind, String language) {}
}
