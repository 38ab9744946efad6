package dev.nashra.bot.download;

import dev.nashra.bot.Asker;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Downloads and known media, as they are kept. */
public interface DownloadStore {
  /** Does all of it in one transaction, with the tasks that it queues. */
  <T> T atomically(Supplier<T> work);

  /** Others who want this of the same user wait until the transaction ends. */
  void serialize(Asker asker);

  /** Whether this very message has asked before. */
  boolean hasAsked(Asker asker);

  /** The user's download that has not ended. */
  Optional<Download> liveOf(Asker asker);

  /** How many the user has asked for since then, without those that were refused. */
  int countSince(Asker asker, Instant since);

  /** Adds a download in this state; gives its number. */
  long add(Asker asker, String url, String link, Download.State state, Instant now);

  Optional<Download> find(long id);

  /** The same, and nobody else changes it until the transaction ends. */
  Optional<Download> lock(long id);

  /** Writes what has changed of a download, except how far it is and what is shown of it. */
  void save(Download download);

  /** Notes how much of the file is here. */
  void progress(long id, Download.Progress progress);

  /** Notes what the status message says. */
  void shown(long id, Download.Status status);

  /** Whether a task has not ended. */
  boolean isLive(long task);

  /** Of these folders, those that a live download names. */
  Set<UUID> inUse(Collection<UUID> folders);

  Optional<KnownMedia> known(long bot, String link);

  void learn(long bot, String link, KnownMedia media);

  void forget(long bot, String link);
}
