package dev.nashra.store;

import dev.nashra.report.Clipping;
import dev.nashra.report.Draft;
import dev.nashra.report.Report;
import dev.nashra.report.ReportInput;
import dev.nashra.report.Reports;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code reports} and {@code report_inputs}. */
public final class ReportTable implements Reports {
  /** A story with very many articles is written about from the newest ones. */
  private static final int MOST_CLIPPINGS = 60;

  /** The first condition is cheap and allows for clocks that differ, the second one decides. */
  private static final String CHANGED =
      """
      with inputs as (
        select s.id, s.language, s.rank, coalesce(i.input_hash, '') as known,
          coalesce(i.gist, '') as gist,
          (select md5(string_agg(a.id || ':' || a.version, ',' order by a.id))
             from articles a where a.story_id = s.id) as input_hash
        from stories s left join report_inputs i on i.story_id = s.id
        where s.merged_into is null
          and (i.checked is null or s.updated > i.checked - interval '1 hour')
      )
      select * from inputs where input_hash is not null and input_hash <> known""";

  private final Database database;

  public ReportTable(Database database) {
    this.database = database;
  }

  @Override
  public List<Long> changed(int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(CHANGED + " order by rank desc, id limit :limit")
                .bind("limit", limit)
                .map((row, _) -> row.getLong("id"))
                .list());
  }

  @Override
  public Optional<ReportInput> input(long storyId) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(CHANGED + " and id = :id")
                .bind("id", storyId)
                .map(
                    (row, _) ->
                        new ReportInput(
                            storyId,
                            row.getString("language"),
                            row.getString("input_hash"),
                            row.getString("gist"),
                            clippings(handle, storyId)))
                .findOne());
  }

  private static List<Clipping> clippings(Handle handle, long storyId) {
    return handle
        .createQuery(
            """
            select id, outlet, title, body, language, published from articles
            where story_id = :story and (title <> '' or body <> '')
            order by published desc, id limit :limit""")
        .bind("story", storyId)
        .bind("limit", MOST_CLIPPINGS)
        .map(
            (row, _) ->
                new Clipping(
                    row.getLong("id"),
                    row.getString("outlet"),
                    row.getString("title"),
                    row.getString("body"),
                    row.getString("language"),
                    Columns.instant(row, "published")))
        .list();
  }

  @Override
  public Optional<Report> latest(long storyId) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select * from reports where story_id = :story order by version desc limit 1")
                .bind("story", storyId)
                .map((row, _) -> ReportRow.of(row))
                .findOne());
  }

  @Override
  public Report add(ReportInput input, String gist, Draft draft, Instant now) {
    return database.inTransaction(
        handle -> {
          remember(handle, input, gist, now);
          return insert(handle, input, draft, now);
        });
  }

  @Override
  public void keep(ReportInput input, String gist, Instant now) {
    database.useTransaction(handle -> remember(handle, input, gist, now));
  }

  private static void remember(Handle handle, ReportInput input, String gist, Instant now) {
    handle
        .createUpdate(
            """
            insert into report_inputs (story_id, input_hash, gist, checked)
            values (:story, :hash, :gist, :now)
            on conflict (story_id) do update
              set input_hash = :hash, gist = :gist, checked = :now""")
        .bind("story", input.storyId())
        .bind("hash", input.inputHash())
        .bind("gist", gist)
        .bind("now", now)
        .execute();
  }

  private static Report insert(Handle handle, ReportInput input, Draft draft, Instant now) {
    return handle
        .createQuery(
            """
            insert into reports (story_id, version, input_hash, language, headline, lead,
              key_points, outlets, writer, written)
            select :story, coalesce(max(version), 0) + 1, :hash, :language, :headline, :lead,
              :points, :outlets, :writer, :now
            from reports where story_id = :story
            returning *""")
        .bind("story", input.storyId())
        .bind("hash", input.inputHash())
        .bind("language", draft.language())
        .bind("headline", Json.of(draft.headline()))
        .bind("lead", Json.of(draft.lead()))
        .bind("points", Json.of(draft.keyPoints()))
        .bindArray("outlets", String.class, draft.outlets())
        .bind("writer", draft.writer())
        .bind("now", now)
        .map((row, _) -> ReportRow.of(row))
        .one();
  }
}
