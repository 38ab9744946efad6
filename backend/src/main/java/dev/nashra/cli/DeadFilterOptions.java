package dev.nashra.cli;

import dev.nashra.queue.QueueDesk.DeadFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class DeadFilterOptions {
  @Option(names = "--kind", description = "Only those of this kind, such as collect_source.")
  private @Nullable String kind;

  @Option(names = "--queue", paramLabel = "NAME", description = "Only those of this queue.")
  private @Nullable String queue;

  @Option(
      names = "--matching",
      paramLabel = "TEXT",
      description = "Only those with this text in their error or payload.")
  private @Nullable String text;

  boolean isEmpty() {
    return kind == null && queue == null && text == null;
  }

  DeadFilter filter(@Nullable Long id) {
    return new DeadFilter(id, kind, queue, text);
  }
}
