package dev.nashra.bot.download;

import dev.nashra.bot.download.DownloadTasks.Which;
import dev.nashra.bot.download.Found.Media;
import dev.nashra.bot.download.Found.Nothing;
import dev.nashra.bot.download.MediaSource.Wanted;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskQueue;
import dev.nashra.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Gets the media behind a link into a folder, for {@link SendMediaHandler} to send. */
public final class DownloadMediaHandler implements TaskHandler<Which> {
  /**
   * A site that turns us away may let us in a little later, and not in five seconds. A reader does
   * not wait longer.
   */
  private static final Duration WHEN_BLOCKED = Duration.ofMinutes(1);

  private final DownloadStore store;
  private final TaskQueue tasks;
  private final DownloadFolders folders;
  private final MediaFinder finder;
  private final Duration patience;

  /**
   * @param patience with an attempt: less than the queue has, so that the reader hears of it
   */
  public DownloadMediaHandler(
      DownloadStore store,
      TaskQueue tasks,
      DownloadFolders folders,
      MediaFinder finder,
      Duration patience) {
    this.store = store;
    this.tasks = tasks;
    this.folders = folders;
    this.finder = finder;
    this.patience = patience;
  }

  @Override
  public String kind() {
    return DownloadTasks.DOWNLOAD;
  }

  @Override
  public Class<Which> payloadType() {
    return Which.class;
  }

  @Override
  public TaskOutcome handle(Which which, TaskContext context)
      throws IOException, InterruptedException {
    var deadline = Deadline.in(patience);
    var begun = store.atomically(() -> begin(which.download(), context));
    if (begun.isEmpty()) {
      return TaskOutcome.done("the download has ended or gone on already");
    }
    var folder = begun.get().folder();
    return folder == null
        ? TaskOutcome.done("it is known already")
        : download(begun.get(), folder, deadline, context);
  }

  private Optional<Download> begin(long id, TaskContext context) {
    var found =
        store
            .lock(id)
            .filter(download -> !download.hasEnded())
            .filter(download -> download.task() == context.task().id());
    found.map(Download::folder).ifPresent(folders::remove); // of an attempt that was cut off
    return found.map(
        download -> {
          var begun =
              store.known(download.asker().bot(), download.link()).isPresent()
                  ? download.sending(tasks.add(DownloadTasks.send(download)).id(), null).empty()
                  : download.begun(UUID.randomUUID());
          store.save(begun);
          return begun;
        });
  }

  private TaskOutcome download(
      Download download, UUID folder, Deadline deadline, TaskContext context)
      throws IOException, InterruptedException {
    var isKept = false;
    try {
      var progress = new ShownProgress(download, store, tasks);
      var wanted = new Wanted(download.url(), folders.create(folder), deadline, progress);
      return switch (finder.find(wanted)) {
        case Media(MediaFile file) -> {
          context.complete(() -> send(download.id(), file));
          isKept = true;
          yield TaskOutcome.done();
        }
        case Nothing nothing -> failed(download.id(), nothing, context);
      };
    } finally {
      if (!isKept) {
        folders.remove(folder);
      }
    }
  }

  private void send(long id, MediaFile file) {
    var download = store.lock(id).orElseThrow();
    store.save(download.sending(tasks.add(DownloadTasks.send(download)).id(), file));
  }

  private TaskOutcome failed(long id, Nothing nothing, TaskContext context) {
    var isOver =
        !nothing.failure().mayPass()
            || context.lastAttempt()
            || (nothing.after() != null && nothing.after().compareTo(WHEN_BLOCKED) > 0);
    store.atomically(
        () -> {
          var download = store.lock(id).orElseThrow();
          var next = isOver ? download.failed(nothing.failure()) : download.waiting();
          store.save(next);
          return isOver ? tasks.add(DownloadTasks.show(next)) : next;
        });
    var why = "%s: %s".formatted(nothing.failure(), nothing.why());
    return isOver ? TaskOutcome.dead(why) : again(nothing, why);
  }

  private static TaskOutcome again(Nothing nothing, String why) {
    var asked = nothing.after();
    if (asked == null && nothing.failure() == Failure.BLOCKED) {
      return TaskOutcome.retryAfter(WHEN_BLOCKED, why);
    }
    return asked == null ? TaskOutcome.retry(why) : TaskOutcome.retryAfter(asked, why);
  }

  /** Has the progress shown, at a bounded rate. */
  private static final class ShownProgress implements MediaSource.Progress {
    private static final Duration IN_PRIVATE = Duration.ofSeconds(3);

    /** A group has twenty messages a minute for all that happens in it. */
    private static final Duration IN_GROUPS = Duration.ofSeconds(10);

    private final Download download;
    private final DownloadStore store;
    private final TaskQueue tasks;
    private final Duration interval;
    private Deadline next;

    ShownProgress(Download download, DownloadStore store, TaskQueue tasks) {
      this.download = download;
      this.store = store;
      this.tasks = tasks;
      this.interval = download.asker().isGroup() ? IN_GROUPS : IN_PRIVATE;
      this.next = Deadline.in(interval);
    }

    @Override
    public void at(Download.Progress progress) {
      if (next.isPast()) {
        next = Deadline.in(interval);
        store.atomically(
            () -> {
              store.progress(download.id(), progress);
              return tasks.add(DownloadTasks.show(download));
            });
      }
    }
  }
}
