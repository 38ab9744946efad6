package dev.nashra.worker;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run came to when the job itself ended it.
 *
 * @param in items looked at
 * @param out items made or changed
 * @param failed items that could not be done; they are tried again by a later cycle
 * @param note one short line for the operator, may be empty
 */
public record JobResult(long in, long out, long failed, String note) {
  public static JobResult of(long in, long out) {
    return new JobResult(in, out, 0, "");
  }

  /** The sums of both, and both notes. */
  public JobResult plus(JobResult other) {
    var notes =
        Stream.of(note, other.note)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new JobResult(in + other.in, out + other.out, failed + other.failed, notes);
  }

  public JobResult withNote(String text) {
    return new JobResult(in, out, failed, text);
  }
}
