package dev.nashra.bot.download;

import dev.nashra.bot.download.DownloadTasks.Which;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskQueue;

/**
 * Looks now and then whether a task still works for a download, and tells the reader if none does.
 */
public final class WatchDownloadHandler implements TaskHandler<Which> {
  private final DownloadStore store;
  private final TaskQueue tasks;
  private final Closing closing;

  public WatchDownloadHandler(DownloadStore store, TaskQueue tasks) {
    this.store = store;
    this.tasks = tasks;
    this.closing = new Closing(store, tasks);
  }

  @Override
  public String kind() {
    return DownloadTasks.WATCH;
  }

  @Override
  public Class<Which> payloadType() {
    return Which.class;
  }

  @Override
  public TaskOutcome handle(Which which, TaskContext context) {
    context.complete(() -> look(which.download()));
    return TaskOutcome.done();
  }

  private void look(long id) {
    // The lock is taken first: its task and its state change together.
    var live = store.lock(id).filter(download -> !download.hasEnded());
    if (live.isEmpty()) {
      return;
    }
    if (store.isLive(live.get().task())) {
      tasks.add(DownloadTasks.watch(id));
    } else {
      closing.fail(id, Failure.UNCLEAR);
    }
  }
}
