package dev.nashra.report;

import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.TimeoutType;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a report about each story whose articles changed, the most important stories first. */
public final class GenerateReportsJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(GenerateReportsJob.class);

  private static final int LONGEST_NOTE = 400;

  private final Reports reports;
  private final ReportWriter writer;
  private final ExtractiveWriter extracts = new ExtractiveWriter();
  private final int limit;

  /** {@code limit}: stories looked at in one run; the rest follow in the next ones. */
  public GenerateReportsJob(Reports reports, ReportWriter writer, int limit) {
    this.reports = reports;
    this.writer = writer;
    this.limit = limit;
  }

  @Override
  public String name() {
    return "generate_reports";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.REPORTS;
  }

  @Override
  public JobResult run(JobContext context) {
    var stories = reports.changed(limit);
    var tally = new Tally();
    for (var story : stories) {
      context.cancellation().throwIfCancelled();
      try {
        write(story, context).ifPresent(tally::count);
      } catch (CancellationException | RunEnded e) {
        throw e;
      } catch (RuntimeException e) {
        // The other stories still get their reports.
        LOG.warn("No report about story {}", story, e);
        tally.failed++;
      }
      context.progress().at(++tally.done, stories.size());
    }
    return new JobResult(stories.size(), tally.written, tally.failed, tally.note());
  }

  /** Empty when what is there already says the same. */
  private Optional<Draft> write(long story, JobContext context) {
    var found = reports.input(story);
    if (found.isEmpty() || found.get().clippings().isEmpty()) {
      return Optional.empty();
    }
    var input = found.get();
    var extract = extracts.write(input.language(), input.clippings());
    var gist = Gist.of(extract);
    if (gist.equals(input.gist())) {
      reports.keep(input, gist, context.clock().instant());
      return Optional.empty();
    }
    var draft = Numerals.alike(writer.write(input.language(), input.clippings()));
    if (reports.latest(story).filter(draft::readsLike).isPresent()) {
      reports.keep(input, gist, context.clock().instant());
      return Optional.empty();
    }
    reports.add(input, gist, draft, context.clock().instant());
    return Optional.of(draft);
  }

  /** What the run has come to so far; used by its one thread. */
  private static final class Tally {
    private long done;
    private long written;
    private long failed;
    private final TreeMap<String, Integer> notes = new TreeMap<>();

    void count(Draft draft) {
      written++;
      if (!draft.note().isEmpty()) {
        notes.merge(draft.note(), 1, Integer::sum);
      }
    }

    String note() {
      var note =
          notes.entrySet().stream()
              .map(entry -> entry.getValue() + " × " + entry.getKey())
              .collect(Collectors.joining("; "));
      return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) + "…" : note;
    }
  }
}
