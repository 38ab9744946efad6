package dev.nashra.bot.download;

import dev.nashra.queue.NewTask;
import java.time.Duration;

/** The tasks that move downloads on. */
final class DownloadTasks {
  static final String DOWNLOAD = "download_media";
  static final String SEND = "send_media";
  static final String SHOW = "show_download";
  static final String WATCH = "watch_download";

  /** For an upload of 50 MB over a line of 3 Mbit/s. */
  static final Duration SEND_TIMEOUT = Duration.ofMinutes(3);

  private static final String DOWNLOADS_QUEUE = "downloads";
  private static final String TELEGRAM_QUEUE = "telegram";
  private static final Duration WATCH_EVERY = Duration.ofSeconds(10);

  private DownloadTasks() {}

  /** The payload of them all: the download's number. */
  record Which(long download) {}

  static NewTask download(long id) {
    return NewTask.of(DOWNLOAD, new Which(id)).on(DOWNLOADS_QUEUE);
  }

  static NewTask send(Download download) {
    return NewTask.of(SEND, new Which(download.id()))
        .on(TELEGRAM_QUEUE)
        .ownedBy(download.asker().owner())
        .timeout(SEND_TIMEOUT);
  }

  /** One for each state: what an earlier one has not shown yet, a later one shows. */
  static NewTask show(Download download) {
    return NewTask.of(SHOW, new Which(download.id()))
        .on(TELEGRAM_QUEUE)
        .ownedBy(download.asker().owner())
        .unique("download:%d:%s".formatted(download.id(), download.state()));
  }

  static NewTask watch(long id) {
    return NewTask.of(WATCH, new Which(id)).on(TELEGRAM_QUEUE).after(WATCH_EVERY);
  }
}
