package dev.nashra.bot.download;

import dev.nashra.queue.TaskQueue;
import java.util.function.UnaryOperator;

/** Ends downloads: the row says how, and the reader is told. */
record Closing(DownloadStore store, TaskQueue tasks) {
  /** Ends a live download; gives whether it was live. */
  boolean end(long id, UnaryOperator<Download> how) {
    return store.atomically(
        () -> {
          var ended = store.lock(id).filter(found -> !found.hasEnded()).map(how);
          ended.ifPresent(
              download -> {
                store.save(download);
                tasks.add(DownloadTasks.show(download));
              });
          return ended.isPresent();
        });
  }

  boolean fail(long id, Failure why) {
    return end(id, download -> download.failed(why));
  }
}
