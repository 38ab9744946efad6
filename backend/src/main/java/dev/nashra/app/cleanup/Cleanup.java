package dev.nashra.app.cleanup;

import dev.nashra.app.Folders;
import dev.nashra.app.MediaDownloads;
import dev.nashra.app.cleanup.DatabaseCleanupJob.Kind;
import dev.nashra.app.cleanup.DatabaseCleanupJob.Step;
import dev.nashra.config.Catalog;
import dev.nashra.config.DownloadSettings;
import dev.nashra.config.Setting;
import dev.nashra.config.Settings;
import dev.nashra.publish.local.Masthead;
import dev.nashra.publish.local.OldMedia;
import dev.nashra.store.Database;
import dev.nashra.store.DownloadTable;
import dev.nashra.store.OldDownloads;
import dev.nashra.store.OldRows;
import dev.nashra.store.OldRows.Removed;
import dev.nashra.store.OldUpdates;
import dev.nashra.time.Clock;
import dev.nashra.worker.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which kinds of things get too old, and when. */
public final class Cleanup {
  /** Rows at once: a step takes some milliseconds, and nobody waits for its locks for longer. */
  private static final int STEP = 500;

  /** Telegram itself keeps an update for a day, and does not send it again after that. */
  private static final Duration UPDATES_KEPT = Duration.ofDays(3);

  private static final List<String> PICTURES =
      List.of("CARD", "LINK_IMAGE", "SQUARE_IMAGE", "VERTICAL_IMAGE");

  private final Settings settings;
  private final Database database;
  private final List<Kind> kinds = new ArrayList<>();

  private Cleanup(Settings settings, Database database) {
    this.settings = settings;
    this.database = database;
  }

  /**
   * The job that removes them all.
   *
   * @param masthead of the newsroom's own pages, which lose what they show of them
   */
  public static Job job(Settings settings, Database database, Masthead masthead) {
    var folders = Folders.of(settings);
    var rows = new OldRows(database);
    var pages = new OldMedia(folders.published(), masthead);
    var files = new OldFiles(folders, rows, pages, Clock.SYSTEM);
    return new DatabaseCleanupJob(new Cleanup(settings, database).kinds(rows, files));
  }

  /** Files before reports: the rows of files that are there keep their reports. */
  private List<Kind> kinds(OldRows rows, OldFiles files) {
    add("reels", Catalog.RETENTION_REELS, days -> files.renderings(List.of("REEL"), days));
    add("recordings", Catalog.RETENTION_AUDIO, days -> files.renderings(List.of("AUDIO"), days));
    add("pictures", Catalog.RETENTION_PICTURES, days -> files.renderings(PICTURES, days));
    add("editions", Catalog.RETENTION_EDITIONS, files::editions);
    add("article texts", Catalog.RETENTION_ARTICLES, days -> rows.articleTexts(days, STEP));
    add("earlier wordings", Catalog.RETENTION_ARTICLES, days -> rows.wordings(days, STEP));
    add("superseded reports", Catalog.RETENTION_REPORTS, days -> rows.reports(days, STEP));
    add("runs", Catalog.RETENTION_RUNS, days -> rows.runs(days, STEP));
    add("cycles", Catalog.RETENTION_RUNS, days -> rows.cycles(days, STEP));
    add("workers", Catalog.RETENTION_WORKERS, days -> rows.workers(days, STEP));
    var updates = new OldUpdates(database);
    kinds.add(new Kind("bot updates", () -> updates.remove(UPDATES_KEPT, STEP)));
    var downloads = new OldDownloads(database);
    add("downloads", DownloadSettings.RETENTION, days -> downloads.downloads(days, STEP));
    add("known media", DownloadSettings.RETENTION, days -> downloads.knownMedia(days, STEP));
    kinds.add(new Kind("unfinished files", files::unfinished));
    kinds.add(new Kind("folders of downloads", this::downloadFolders));
    return kinds;
  }

  private Removed downloadFolders() throws IOException {
    var folders = MediaDownloads.folders(settings, new DownloadTable(database));
    return new Removed(folders.sweep(), 0);
  }

  @FunctionalInterface
  private interface OfAge {
    Removed remove(int days) throws IOException, InterruptedException;
  }

  private void add(String name, Setting<Integer> retention, OfAge remove) {
    int days = settings.get(retention);
    if (days > 0) {
      Step step = () -> remove.remove(days);
      kinds.add(new Kind(name, step));
    }
  }
}
