package dev.nashra.broadcast;

import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
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
    var now = context.clock().instant();
    long made = 0;
    long failed = 0;
    var notes = new ArrayList<String>();
    var turns = turns(context);
    for (var turn : turns) {
      context.cancellation().throwIfCancelled();
      try {
        var outcome = maker.make(turn.kind(), turn.language(), now);
        made += outcome.isNew() ? 1 : 0;
        if (outcome.isSilent()) {
          notes.add(turn.language() + " not read aloud");
        }
      } catch (CancellationException | RunEnded e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // The other languages still get their editions.
        LOG.warn("No {} in {}", turn.kind().slug(), turn.language(), e);
        failed++;
      }
    }
    maker.index();
    return new JobResult(turns.size(), made, failed, String.join("; ", notes));
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
