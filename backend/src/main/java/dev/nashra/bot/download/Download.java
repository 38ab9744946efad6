package dev.nashra.bot.download;

import dev.nashra.bot.Asker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reader's wish for the media behind a link, and what has become of it.
 *
 * @param url as the reader sent it
 * @param link the same in one spelling for all, by which known media are found
 * @param task the task that works for it; 0 when none does
 * @param folder below the folder of downloads; null when it has none
 * @param media the file in the folder; null while there is none
 * @param rounds how often it was begun anew because the file was gone
 * @param unsure whether a call that should have sent the file had no readable answer
 * @param progress how much of the file is here
 * @param status the message that tells how it goes
 */
public record Download(
    long id,
    Asker asker,
    String url,
    String link,
    State state,
    @Nullable Failure failure,
    long task,
    @Nullable UUID folder,
    @Nullable MediaFile media,
    int rounds,
    boolean unsure,
    Progress progress,
    Status status) {

  /** The states of a download; the last three are ends. */
  public enum State {
    /** Its task waits, for the first time or again. */
    WAITING,
    RUNNING,
    /** The file is here and goes out. */
    SENDING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /**
   * How far the file is.
   *
   * @param total 0 when it is not known
   */
  public record Progress(long bytes, long total) {
    public static final Progress NONE = new Progress(0, 0);
  }

  /**
   * The status message.
   *
   * @param message its number in the chat; 0 when there is none
   * @param text what it says
   */
  public record Status(long message, String text) {
    public static final Status NONE = new Status(0, "");
  }

  boolean hasEnded() {
    return state.isEnd();
  }

  Download begun(UUID inFolder) {
    return new Download(
        id,
        asker,
        url,
        link,
        State.RUNNING,
        null,
        task,
        inFolder,
        null,
        rounds,
        unsure,
        Progress.NONE,
        status);
  }

  /** Worked for by this task. */
  Download at(long byTask) {
    return new Download(
        id, asker, url, link, state, failure, byTask, folder, media, rounds, unsure, progress,
        status);
  }

  Download waiting() {
    return ended(State.WAITING, null);
  }

  Download sending(long byTask, @Nullable MediaFile file) {
    return new Download(
        id,
        asker,
        url,
        link,
        State.SENDING,
        null,
        byTask,
        folder,
        file,
        rounds,
        unsure,
        progress,
        status);
  }

  /** Without a folder. */
  Download empty() {
    return new Download(
        id, asker, url, link, state, failure, task, null, null, rounds, unsure, progress, status);
  }

  /** From the beginning: what was to be sent is not there (any more). */
  Download anew(long byTask) {
    return new Download(
        id,
        asker,
        url,
        link,
        State.WAITING,
        null,
        byTask,
        folder,
        null,
        rounds + 1,
        unsure,
        Progress.NONE,
        status);
  }

  Download doubtful() {
    return new Download(
        id, asker, url, link, state, failure, task, folder, media, rounds, true, progress, status);
  }

  Download in(long chat, long byTask) {
    return new Download(
        id,
        asker.in(chat),
        url,
        link,
        state,
        failure,
        byTask,
        folder,
        media,
        rounds,
        unsure,
        progress,
        status);
  }

  Download done() {
    return ended(State.DONE, null);
  }

  Download cancelled() {
    return ended(State.CANCELLED, null);
  }

  Download failed(Failure why) {
    return ended(State.FAILED, why);
  }

  private Download ended(State end, @Nullable Failure why) {
    return new Download(
        id, asker, url, link, end, why, task, folder, media, rounds, unsure, progress, status);
  }
}
