package dev.nashra.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Keeps the records of cycles and runs in memory. */
final class RecordingRunLog implements RunLog {
  private final Map<Long, String> running = new LinkedHashMap<>();
  private final Map<String, RunOutcome> outcomes = new LinkedHashMap<>();
  private final List<CycleState> cycles = new ArrayList<>();
  private long ids;
  private boolean taken;

  /** Makes it look as if another worker were in a cycle. */
  synchronized void takeByOther() {
    taken = true;
  }

  @Override
  public synchronized OptionalLong startCycle(String worker, String mode, Instant now) {
    return taken ? OptionalLong.empty() : OptionalLong.of(++ids);
  }

  @Override
  public synchronized void endCycle(long cycleId, CycleState state, Instant now) {
    cycles.add(state);
  }

  @Override
  public synchronized long startRun(
      long cycleId, String stage, String job, Instant queued, Instant started) {
    running.put(++ids, job);
    return ids;
  }

  @Override
  public synchronized void endRun(long runId, RunOutcome outcome, Instant ended) {
    outcomes.put(String.valueOf(running.remove(runId)), outcome);
  }

  synchronized Map<String, RunOutcome> outcomes() {
    return Map.copyOf(outcomes);
  }

  synchronized List<CycleState> cycles() {
    return List.copyOf(cycles);
  }

  synchronized boolean allEnded() {
    return running.isEmpty();
  }
}
