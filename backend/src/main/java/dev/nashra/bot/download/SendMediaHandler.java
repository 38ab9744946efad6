package dev.nashra.bot.download;

import dev.nashra.bot.download.DownloadTasks.Which;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskQueue;
import dev.nashra.telegram.MediaKind;
import dev.nashra.telegram.MediaMessage;
import dev.nashra.telegram.MediaMessage.Content;
import dev.nashra.telegram.MediaMessage.KnownFile;
import dev.nashra.telegram.MediaMessage.NewFile;
import dev.nashra.telegram.MediaSender;
import dev.nashra.telegram.SentMedia;
import dev.nashra.telegram.TelegramBotApi.VideoShape;
import dev.nashra.telegram.TelegramResult;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Fault;
import dev.nashra.telegram.TelegramResult.Migrated;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Sends the file of a download, or one that Telegram has already, as the answer to the link. */
public final class SendMediaHandler implements TaskHandler<Which> {
  /** A file that keeps getting lost is not downloaded for ever. */
  private static final int MOST_ROUNDS = 2;

  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;

  private final DownloadStore store;
  private final TaskQueue tasks;
  private final DownloadFolders folders;
  private final Senders senders;
  private final Closing closing;

  public SendMediaHandler(
      DownloadStore store, TaskQueue tasks, DownloadFolders folders, Senders senders) {
    this.store = store;
    this.tasks = tasks;
    this.folders = folders;
    this.senders = senders;
    this.closing = new Closing(store, tasks);
  }

  @Override
  public String kind() {
    return DownloadTasks.SEND;
  }

  @Override
  public Class<Which> payloadType() {
    return Which.class;
  }

  @Override
  public TaskOutcome handle(Which which, TaskContext context) {
    var download =
        store
            .find(which.download())
            .filter(found -> !found.hasEnded())
            .filter(found -> found.task() == context.task().id());
    if (download.isEmpty()) {
      return TaskOutcome.done("the download has ended or gone on already");
    }
    var sender = senders.files(download.get().asker().bot());
    if (sender.isEmpty()) {
      return dead(download.get(), Failure.NOT_SENT, "this process does not know the bot");
    }
    var message = message(download.get());
    return message
        .map(found -> new Sending(download.get(), found, context).with(sender.get()))
        .orElseGet(() -> anew(download.get(), context, "the file is not there"));
  }

  private Optional<MediaMessage> message(Download download) {
    var media = download.media();
    var folder = download.folder();
    if (media == null || folder == null) {
      return store
          .known(download.asker().bot(), download.link())
          .map(
              known ->
                  message(download, known.kind(), new KnownFile(known.fileId()), known.title()));
    }
    var file = folders.path(folder).resolve(media.name());
    var content = new NewFile(file, media.shownName(), media.mediaType(), shape(media));
    return Files.isRegularFile(file)
        ? Optional.of(message(download, media.kind(), content, media.title()))
        : Optional.empty();
  }

  private static MediaMessage message(
      Download download, MediaKind kind, Content content, String caption) {
    var asker = download.asker();
    return new MediaMessage(asker.chat(), asker.message(), kind, content, caption);
  }

  private static @Nullable VideoShape shape(MediaFile media) {
    return media.width() > 0 && media.height() > 0
        ? new VideoShape(media.width(), media.height(), media.duration())
        : null;
  }

  /** Downloads it again, unless that has been done often enough. */
  private TaskOutcome anew(Download download, TaskContext context, String why) {
    if (download.rounds() >= MOST_ROUNDS) {
      return dead(download, Failure.NOT_SENT, why);
    }
    context.complete(
        () -> {
          store.forget(download.asker().bot(), download.link());
          var now = store.lock(download.id()).orElseThrow();
          var again = now.anew(tasks.add(DownloadTasks.download(download.id())).id());
          store.save(again);
          tasks.add(DownloadTasks.show(again));
        });
    folders.remove(download.folder());
    return TaskOutcome.done(why + "; it is downloaded again");
  }

  private TaskOutcome dead(Download download, Failure failure, String why) {
    closing.fail(download.id(), failure);
    return TaskOutcome.dead("%s: %s".formatted(failure, why));
  }

  /** One attempt. */
  private final class Sending {
    private final Download download;
    private final MediaMessage message;
    private final TaskContext context;

    Sending(Download download, MediaMessage message, TaskContext context) {
      this.download = download;
      this.message = message;
      this.context = context;
    }

    TaskOutcome with(MediaSender sender) {
      var result = sender.send(message);
      // Telegram knows better what it can show as what.
      if (isAboutTheFile(result) && !isKnown() && message.kind() != MediaKind.DOCUMENT) {
        result = sender.send(message.asDocument());
      }
      stopIfCancelled();
      return after(result);
    }

    private void stopIfCancelled() {
      var reason = context.cancellation().reason();
      if (reason != null) {
        throw new CancellationException(reason); // what the call came to is not known
      }
    }

    private static boolean isAboutTheFile(TelegramResult<SentMedia> result) {
      return result instanceof Refused<SentMedia> refused && refused.fault() == Fault.ITEM;
    }

    private boolean isKnown() {
      return message.content() instanceof KnownFile;
    }

    private TaskOutcome after(TelegramResult<SentMedia> result) {
      return switch (result) {
        case Ok<SentMedia>(SentMedia sent) -> done(sent);
        case NotSent<SentMedia>(String why, Duration wait) -> again(why, wait);
        case Ambiguous<SentMedia>(String why) -> unknown(why);
        case Migrated<SentMedia>(long chat) -> moved(chat);
        case Refused<SentMedia> refused -> refused(refused);
      };
    }

    private TaskOutcome done(SentMedia sent) {
      context.complete(
          () -> {
            var fileId = sent.fileId();
            if (fileId != null) {
              var known = new KnownMedia(fileId, sent.kind(), message.caption());
              store.learn(download.asker().bot(), download.link(), known);
            }
            closing.end(download.id(), Download::done);
          });
      folders.remove(download.folder());
      return TaskOutcome.done();
    }

    private TaskOutcome again(String why, @Nullable Duration wait) {
      if (context.lastAttempt()) {
        return dead(download, Failure.NOT_SENT, why);
      }
      return wait == null ? TaskOutcome.retry(why) : TaskOutcome.retryAfter(wait, why);
    }

    /** Once more: the same file twice in a chat does no harm, and none at all does. */
    private TaskOutcome unknown(String why) {
      if (download.unsure() || context.lastAttempt()) {
        return dead(download, Failure.NOT_SURE, why);
      }
      store.atomically(
          () -> {
            var doubtful = store.lock(download.id()).orElseThrow().doubtful();
            store.save(doubtful);
            return doubtful;
          });
      return TaskOutcome.retry(why);
    }

    private TaskOutcome moved(long chat) {
      context.complete(
          () -> {
            var there = store.lock(download.id()).orElseThrow().in(chat, 0);
            store.save(there.at(tasks.add(DownloadTasks.send(there)).id()));
          });
      return TaskOutcome.done("the chat has become " + chat);
    }

    private TaskOutcome refused(Refused<SentMedia> refused) {
      return switch (refused.fault()) {
        case ITEM -> refusedFile(refused);
        case CHAT -> refusedChat(refused);
        case CREDENTIAL -> dead(download, Failure.NOT_SENT, refused.why());
      };
    }

    /** A chat that takes no files may still take words. */
    private TaskOutcome refusedChat(Refused<SentMedia> refused) {
      if (refused.code() != FORBIDDEN) {
        return dead(download, Failure.NOT_SENT, refused.why());
      }
      closing.fail(download.id(), Failure.CHAT_GONE);
      return TaskOutcome.done(refused.why());
    }

    private TaskOutcome refusedFile(Refused<SentMedia> refused) {
      if (isKnown()) {
        return anew(download, context, refused.why());
      }
      return dead(
          download,
          refused.code() == TOO_LARGE ? Failure.TOO_LARGE : Failure.NOT_SENT,
          refused.why());
    }
  }
}
