package dev.nashra.queue;

import java.util.function.Consumer;

/** Tells workers, on all machines, that there may be something to do. */
public interface Wakeups {
  /** In place of a queue's name: anything may have happened. */
  String ANYTHING = "";

  /** In place of a queue's name: a task was taken back, and whoever runs it should stop. */
  String TAKEN_BACK = "*";

  /** In place of a queue's name: something will be due, perhaps before anything else. */
  String LATER = "+";

  /**
   * Calls this with the name of a queue that was added to, or one of the words above; on a thread
   * of whoever rings, so it must be quick. Rings can be lost.
   */
  Subscription listen(Consumer<String> queue);

  /** Ends when it is closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
