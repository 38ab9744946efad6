package dev.nashra.store;

import dev.nashra.store.OldRows.Removed;

/** Removes what is too old of the bot's downloads, a little at a time. */
public final class OldDownloads {
  private static final String DOWNLOADS =
      """
      with gone as (
        delete from downloads where id in (
          select id from downloads
          where requested < now() - make_interval(days => :days)
            and state in ('DONE', 'FAILED', 'CANCELLED')
          order by requested limit :limit)
        returning pg_column_size(downloads.*) as size)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from gone""";

  /** Every use makes it young again. */
  private static final String KNOWN_MEDIA =
      """
      with gone as (
        delete from known_media where (bot, link) in (
          select bot, link from known_media
          where used < now() - make_interval(days => :days)
          order by used limit :limit)
        returning pg_column_size(known_media.*) as size)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from gone""";

  private final Database database;

  public OldDownloads(Database database) {
    this.database = database;
  }

  /** Downloads that have ended. */
  public Removed downloads(int days, int limit) {
    return OldRows.remove(database, DOWNLOADS, days, limit);
  }

  /** Media that nobody has asked for. */
  public Removed knownMedia(int days, int limit) {
    return OldRows.remove(database, KNOWN_MEDIA, days, limit);
  }
}
