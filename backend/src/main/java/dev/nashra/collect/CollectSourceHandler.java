package dev.nashra.collect;

import dev.nashra.queue.NewTask;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.source.Source;
import dev.nashra.source.Sources;
import dev.nashra.worker.JobContext;
import java.time.InstantSource;
import java.util.Optional;

/** Reads one source now, whatever the schedule says: {@code nashra sources collect ID}. */
public final class CollectSourceHandler implements TaskHandler<CollectSourceHandler.Which> {
  private static final String KIND = "collect_source";

  private final Sources sources;
  private final SourceScraper scraper;
  private final InstantSource clock;

  public CollectSourceHandler(Sources sources, SourceScraper scraper, InstantSource clock) {
    this.sources = sources;
    this.scraper = scraper;
    this.clock = clock;
  }

  /** The task that this handler does; asked for twice at once, it is one task. */
  public static NewTask task(long sourceId) {
    return NewTask.of(KIND, new Which(sourceId)).unique("source:" + sourceId);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<Which> payloadType() {
    return Which.class;
  }

  @Override
  public TaskOutcome handle(Which which, TaskContext context) throws InterruptedException {
    var source = find(which.source());
    if (source.isEmpty()) {
      return TaskOutcome.dead("there is no source " + which.source());
    }
    var tally =
        scraper.scrape(
            source.get(),
            new JobContext(0, clock, context.cancellation(), JobContext.Progress.SILENT));
    return tally.failedSources() > 0
        ? TaskOutcome.retry(find(which.source()).map(CollectSourceHandler::error).orElse("removed"))
        : TaskOutcome.done("%d stored. %s".formatted(tally.stored(), tally.note()).strip());
  }

  private Optional<Source> find(long id) {
    return sources.all().stream().filter(source -> source.id() == id).findFirst();
  }

  private static String error(Source source) {
    return String.valueOf(source.health().lastError());
  }

  /** The payload: the source's number. */
  public record Which(long source) {}
}
