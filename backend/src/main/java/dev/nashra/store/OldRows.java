package dev.nashra.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes what is too old from the tables, a little at a time.
 *
 * <p>What tells articles apart and what was published stays for ever: stories, the rows of articles
 * with their keys and the hashes of their wordings, posts, publications, and the row of every
 * rendering. Without them old news would be taken for new, and be made and sent again.
 */
public final class OldRows {
  private static final String ARTICLE_TEXTS =
      """
      with old as (
        select a.id, pg_column_size(a.body) as size
        from articles a join stories s on s.id = a.story_id
        where a.text_removed is null and a.first_seen < now() - make_interval(days => :days)
          and s.updated < now() - make_interval(days => :days)
        order by a.first_seen limit :limit for update of a skip locked),
      gone as (
        update articles a set body = '', text_removed = now() from old where a.id = old.id)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from old""";

  /** The hash stays: the same wording seen again is still not a new version. */
  private static final String WORDINGS =
      """
      with old as (
        select article_id, version, pg_column_size(body) as size from article_versions
        where body <> '' and seen < now() - make_interval(days => :days)
        order by seen limit :limit for update skip locked),
      gone as (
        update article_versions v set body = '' from old
        where v.article_id = old.article_id and v.version = old.version)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from old""";

  /** A reel is made once for a story, whatever report it was made of: its row says so. */
  private static final String REPORTS =
      """
      with old as (
        select r.id from reports r
        where r.written < now() - make_interval(days => :days)
          and exists (
            select 1 from reports n where n.story_id = r.story_id and n.version > r.version)
          and not exists (select 1 from posts p where p.report_id = r.id)
          and not exists (
            select 1 from renderings x
            where x.report_id = r.id and (x.removed is null or x.kind = 'REEL'))
        order by r.written limit :limit for update of r skip locked),
      gone as (
        delete from reports r using old where r.id = old.id
        returning pg_column_size(r.*) as size)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from gone""";

  private static final String RUNS =
      """
      with gone as (
        delete from runs where id in (
          select id from runs
          where queued < now() - make_interval(days => :days)
            and state not in ('WAITING', 'RUNNING')
          order by queued limit :limit)
        returning pg_column_size(runs.*) as size)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from gone""";

  /** Health looks at the last one that was done. */
  private static final String CYCLES =
      """
      with gone as (
        delete from cycles where id in (
          select id from cycles c
          where started < now() - make_interval(days => :days) and state <> 'RUNNING'
            and not exists (select 1 from runs r where r.cycle_id = c.id)
            and id <> coalesce((select max(id) from cycles where state = 'DONE'), 0)
          order by id limit :limit)
        returning pg_column_size(cycles.*) as size)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from gone""";

  /** While a dead worker's runs are open they must be known for its own, or nobody ends them. */
  private static final String WORKERS =
      """
      with gone as (
        delete from workers where id in (
          select id from workers w
          where lease_until < now() - make_interval(days => :days) and not is_alive(w)
            and not exists (
              select 1 from runs r
              where r.worker_id = w.id and r.state in ('WAITING', 'RUNNING'))
            and not exists (
              select 1 from cycles c where c.worker_id = w.id and c.state = 'RUNNING')
          order by id limit :limit)
        returning pg_column_size(workers.*) as size)
      select count(*) as rows, coalesce(sum(size), 0) as bytes from gone""";

  /** As long as a publication about the story may still go out, it goes out with its media. */
  private static final String RENDERINGS =
      """
      select r.id, r.story_id, r.file,
        array(
          select p.id || '-v' || p.version from posts p
          where p.story_id = r.story_id and p.network = 'LOCAL') as posts
      from renderings r
      where r.removed is null and r.kind = any(:kinds)
        and r.made < now() - make_interval(days => :days)
        and not exists (
          select 1 from publications u join posts p on p.id = u.post_id
          where p.story_id = r.story_id and u.state not in ('PUBLISHED', 'FAILED'))
      order by r.made, r.id limit :limit""";

  private static final String EDITIONS =
      """
      select id, file, audio_file from editions e
      where updated < now() - make_interval(days => :days) and exists (
        select 1 from editions n
        where n.kind = e.kind and n.language = e.language and n.updated > e.updated)
      order by updated, id limit :limit""";

  private final Database database;

  public OldRows(Database database) {
    this.database = database;
  }

  /**
   * What was removed by one step.
   *
   * @param bytes that it took, as far as it is known
   */
  public record Removed(long rows, long bytes) {}

  /** Texts of articles whose story has had no news since. */
  public Removed articleTexts(int days, int limit) {
    return remove(ARTICLE_TEXTS, days, limit);
  }

  /** Texts of the wordings that articles had. */
  public Removed wordings(int days, int limit) {
    return remove(WORDINGS, days, limit);
  }

  /** Reports that a later one replaced and that nothing was made of that is still there. */
  public Removed reports(int days, int limit) {
    return remove(REPORTS, days, limit);
  }

  public Removed runs(int days, int limit) {
    return remove(RUNS, days, limit);
  }

  /** Cycles that have no runs left. */
  public Removed cycles(int days, int limit) {
    return remove(CYCLES, days, limit);
  }

  public Removed workers(int days, int limit) {
    return remove(WORKERS, days, limit);
  }

  private Removed remove(String sql, int days, int limit) {
    return remove(database, sql, days, limit);
  }

  /** Does a statement that removes some rows and gives how many, and their size. */
  static Removed remove(Database database, String sql, int days, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(sql)
                .bind("days", days)
                .bind("limit", limit)
                .map((row, _) -> new Removed(row.getLong("rows"), row.getLong("bytes")))
                .one());
  }

  /**
   * A rendering whose file is too old.
   *
   * @param posts those about its story on the newsroom's own pages, such as {@code 12-v1}
   */
  public record OldRendering(long id, long storyId, String file, List<String> posts) {}

  public List<OldRendering> renderings(List<String> kinds, int days, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(RENDERINGS)
                .bindArray("kinds", String.class, kinds)
                .bind("days", days)
                .bind("limit", limit)
                .map((row, _) -> rendering(row))
                .list());
  }

  private static OldRendering rendering(ResultSet row) throws SQLException {
    return new OldRendering(
        row.getLong("id"),
        row.getLong("story_id"),
        row.getString("file"),
        Columns.texts(row, "posts"));
  }

  /** Records that the files are gone. */
  public void removedFiles(Collection<OldRendering> renderings) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate("update renderings set removed = now() where id = any(:ids)")
                .bindArray("ids", Long.class, renderings.stream().map(OldRendering::id).toArray())
                .execute());
  }

  /** An edition that is too old; never the last one of its kind and language. */
  public record OldEdition(long id, String file, @Nullable String audioFile) {}

  public List<OldEdition> editions(int days, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(EDITIONS)
                .bind("days", days)
                .bind("limit", limit)
                .map(
                    (row, _) ->
                        new OldEdition(
                            row.getLong("id"), row.getString("file"), row.getString("audio_file")))
                .list());
  }

  public void removeEditions(Collection<OldEdition> editions) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate("delete from editions where id = any(:ids)")
                .bindArray("ids", Long.class, editions.stream().map(OldEdition::id).toArray())
                .execute());
  }
}
