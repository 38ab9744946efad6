package dev.nashra.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Keeps the records of cycles and runs in memory. */
final class RecordingRunLog implements RunLog {
  private final Map<Long, String> open = new LinkedHashMap<>();
  private final Map<String, RunOutcome> outcomes = new LinkedHashMap<>();
  private final List<CycleState> cycles = new ArrayList<>();
  private long ids;
  private long openCycles;

  @Override
  public synchronized OptionalLong startCycle(Mode mode) {
    if (openCycles > 0 && !mode.overlaps()) {
      return OptionalLong.empty();
    }
    openCycles++;
    return OptionalLong.of(++ids);
  }

  @Override
  public synchronized void endCycle(long cycleId, CycleState state) {
    openCycles--;
    cycles.add(state);
  }

  @Override
  public synchronized RunClaim claim(
      OptionalLong cycleId, String stage, String job, boolean starts) {
    if (open.containsValue(job)) {
      return new RunClaim.Taken("still running");
    }
    open.put(++ids, job);
    return new RunClaim.Claimed(ids);
  }

  @Override
  public synchronized boolean startRun(long runId) {
    return open.containsKey(runId);
  }

  @Override
  public synchronized void endRun(long runId, RunOutcome outcome) {
    outcomes.put(String.valueOf(open.remove(runId)), outcome);
  }

  synchronized Map<String, RunOutcome> outcomes() {
    return Map.copyOf(outcomes);
  }

  synchronized List<CycleState> cycles() {
    return List.copyOf(cycles);
  }

  synchronized boolean allEnded() {
    return open.isEmpty();
  }
}
