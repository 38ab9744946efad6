package dev.nashra.bot.download;

import dev.nashra.bot.download.Download.State;
import dev.nashra.bot.download.Download.Status;
import dev.nashra.bot.download.DownloadTasks.Which;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskQueue;
import dev.nashra.telegram.MediaSender;
import dev.nashra.telegram.TelegramResult;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Fault;
import dev.nashra.telegram.TelegramResult.Migrated;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Makes the status message say what the row says, and clears up after a download that has ended.
 */
public final class ShowDownloadHandler implements TaskHandler<Which> {
  private final DownloadStore store;
  private final TaskQueue tasks;
  private final DownloadFolders folders;
  private final Senders senders;
  private final Sentences sentences;

  public ShowDownloadHandler(
      DownloadStore store,
      TaskQueue tasks,
      DownloadFolders folders,
      Senders senders,
      Sentences sentences) {
    this.store = store;
    this.tasks = tasks;
    this.folders = folders;
    this.senders = senders;
    this.sentences = sentences;
  }

  @Override
  public String kind() {
    return DownloadTasks.SHOW;
  }

  @Override
  public Class<Which> payloadType() {
    return Which.class;
  }

  @Override
  public TaskOutcome handle(Which which, TaskContext context) {
    var found = store.find(which.download());
    if (found.isEmpty()) {
      return TaskOutcome.done("the download is forgotten");
    }
    var download = found.get();
    if (download.hasEnded()) {
      folders.remove(download.folder());
    }
    var sender = senders.words(download.asker().bot());
    return sender.isPresent()
        ? show(download, sender.get(), context)
        : TaskOutcome.dead("this process does not know the bot");
  }

  private TaskOutcome show(Download download, MediaSender sender, TaskContext context) {
    var text = sentences.status(download).orElse("");
    if (text.equals(download.status().text())) {
      return TaskOutcome.done("it says so already");
    }
    var result = say(download, text, sender);
    if (context.cancellation().isCancelled()) {
      throw new CancellationException("stopped while Telegram was asked");
    }
    return after(result, download, text);
  }

  /** Gives the number of the message that says it now; 0 for none. */
  private static TelegramResult<Long> say(Download download, String text, MediaSender sender) {
    var chat = download.asker().chat();
    var message = download.status().message();
    if (message == 0) {
      return text.isEmpty() ? new Ok<>(0L) : sender.say(chat, download.asker().message(), text);
    }
    return text.isEmpty()
        ? sender.delete(chat, message).flatMap(_ -> new Ok<>(0L))
        : sender.edit(chat, message, text).flatMap(_ -> new Ok<>(message));
  }

  private TaskOutcome after(TelegramResult<Long> result, Download download, String text) {
    return switch (result) {
      case Ok<Long>(Long message) -> {
        store.shown(download.id(), new Status(message, text));
        yield TaskOutcome.done();
      }
      case NotSent<Long>(String why, Duration wait) ->
          wait == null ? TaskOutcome.retry(why) : TaskOutcome.retryAfter(wait, why);
      // A status said twice does no harm.
      case Ambiguous<Long>(String why) -> TaskOutcome.retry(why);
      case Migrated<Long>(long chat) -> moved(download, chat);
      case Refused<Long> refused -> refused(refused, download);
    };
  }

  private TaskOutcome moved(Download download, long chat) {
    store.atomically(
        () -> {
          var now = store.lock(download.id()).orElseThrow();
          var there = now.in(chat, now.task());
          store.save(there);
          // Not the key of this very task, which is still live.
          var key = "download:%d:moved".formatted(download.id());
          return tasks.add(DownloadTasks.show(there).unique(key));
        });
    return TaskOutcome.done("the chat has become " + chat);
  }

  private TaskOutcome refused(Refused<Long> refused, Download download) {
    if (refused.fault() == Fault.CREDENTIAL) {
      return TaskOutcome.dead(refused.why());
    }
    if (refused.fault() == Fault.CHAT) {
      giveUp(download);
      return TaskOutcome.done(refused.why());
    }
    if (download.status().message() == 0) {
      return TaskOutcome.dead(refused.why());
    }
    // Somebody has removed the message. Only how it ended is worth another one.
    store.shown(download.id(), Status.NONE);
    if (download.state() == State.FAILED) {
      return TaskOutcome.retry(refused.why());
    }
    return TaskOutcome.done(refused.why());
  }

  /** Nobody is there any more to get the file. Takes the task before the row, as everybody does. */
  private void giveUp(Download download) {
    store.atomically(
        () -> {
          tasks.cancel(download.task());
          var live = store.lock(download.id()).filter(found -> !found.hasEnded());
          live.map(found -> found.failed(Failure.CHAT_GONE)).ifPresent(store::save);
          return live;
        });
    folders.remove(download.folder());
  }
}
