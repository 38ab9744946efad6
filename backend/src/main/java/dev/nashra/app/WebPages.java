package dev.nashra.app;

import dev.nashra.broadcast.EditionPages;
import dev.nashra.broadcast.Newsdesk;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.store.Database;
import dev.nashra.store.EditionTable;
import dev.nashra.time.Clock;
import dev.nashra.web.EditionShelf;
import dev.nashra.web.Pages;
import org.jspecify.annotations.Nullable;

/** What the web server shows. */
public final class WebPages {
  private WebPages() {}

  /**
   * @param database where editions come from when their files are on another machine; null for
   *     files only
   */
  public static Pages of(Settings settings, @Nullable Database database) {
    var folders = Folders.of(settings);
    return new Pages(
        folders.published(),
        folders.broadcast(),
        folders.media(),
        database == null ? null : shelf(settings, folders, database));
  }

  private static EditionShelf shelf(Settings settings, Folders folders, Database database) {
    var desk =
        new Newsdesk(
            MediaJobs.brand(settings),
            settings.get(Catalog.TIME_ZONE),
            Newsroom.publicAddress(settings).resolve("broadcast/"),
            "../media/");
    return new EditionShelf(
        new EditionTable(database),
        new EditionPages(desk),
        folders.broadcast(),
        folders.media(),
        Clock.SYSTEM);
  }
}
