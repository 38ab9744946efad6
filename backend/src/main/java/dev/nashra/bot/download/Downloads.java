package dev.nashra.bot.download;

import dev.nashra.article.ArticleUrl;
import dev.nashra.bot.Asker;
import dev.nashra.bot.MediaRequests;
import dev.nashra.bot.download.Download.State;
import dev.nashra.queue.TaskQueue;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the bot calls when a reader sends a link or wants it no more.
 *
 * <p>Everything that the reader hears of it, refusals included, goes out by tasks. A call takes
 * part in the transaction around it.
 */
public final class Downloads implements MediaRequests {
  private static final int LONGEST_URL = 2000;

  private final DownloadStore store;
  private final TaskQueue tasks;
  private final Quota quota;
  private final InstantSource clock;

  public Downloads(DownloadStore store, TaskQueue tasks, Quota quota, InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.quota = quota;
    this.clock = clock;
  }

  /**
   * How many downloads one user may ask for.
   *
   * @param zone whose midnight begins a day
   */
  public record Quota(int perDay, ZoneId zone) {
    Instant beginOfDay(Instant now) {
      return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
  }

  @Override
  public Answer request(Asker asker, URI link) {
    return store.atomically(
        () -> {
          store.serialize(asker);
          return store.hasAsked(asker) ? Answer.SAME : answer(asker, link.toASCIIString());
        });
  }

  private Answer answer(Asker asker, String url) {
    var link = ArticleUrl.normalize(url);
    var live = store.liveOf(asker);
    if (live.isPresent()) {
      return live.get().link().equals(link) ? Answer.SAME : refuse(asker, url, Failure.BUSY);
    }
    if (url.length() > LONGEST_URL || !url.matches("(?i)https?://.*")) {
      return refuse(asker, shortened(url), Failure.NO_LINK);
    }
    var now = clock.instant();
    if (store.countSince(asker, quota.beginOfDay(now)) >= quota.perDay()) {
      return refuse(asker, url, Failure.QUOTA);
    }
    var id = store.add(asker, url, link, State.WAITING, now);
    tasks.add(DownloadTasks.watch(id));
    var download = store.find(id).orElseThrow();
    var known = store.known(asker.bot(), link).isPresent();
    if (known) {
      store.save(download.sending(tasks.add(DownloadTasks.send(download)).id(), null));
    } else {
      store.save(download.at(tasks.add(DownloadTasks.download(id)).id()));
      tasks.add(DownloadTasks.show(download));
    }
    return known ? Answer.KNOWN : Answer.QUEUED;
  }

  private Answer refuse(Asker asker, String url, Failure why) {
    var id = store.add(asker, url, ArticleUrl.normalize(url), State.FAILED, clock.instant());
    var refused = store.find(id).orElseThrow().failed(why);
    store.save(refused);
    tasks.add(DownloadTasks.show(refused));
    return Answer.REFUSED;
  }

  private static String shortened(String url) {
    return url.substring(0, Math.min(url.length(), LONGEST_URL));
  }

  /** Stops the user's download, running or waiting; its status message says so. */
  @Override
  public boolean cancel(Asker asker) {
    while (true) {
      var cancelled = store.atomically(() -> tryCancel(asker));
      if (cancelled.isPresent()) {
        return cancelled.get();
      }
    }
  }

  /** Empty when the download went on to its next task meanwhile. */
  private Optional<Boolean> tryCancel(Asker asker) {
    var live = store.liveOf(asker);
    if (live.isEmpty()) {
      return Optional.of(false);
    }
    var task = live.get().task();
    tasks.cancel(task); // waits for a transaction of its attempt, and lets no other one begin
    var now = store.find(live.get().id()).filter(found -> !found.hasEnded());
    if (now.isPresent() && now.get().task() != task) {
      return Optional.empty();
    }
    return Optional.of(
        now.isPresent() && new Closing(store, tasks).end(now.get().id(), Download::cancelled));
  }
}
