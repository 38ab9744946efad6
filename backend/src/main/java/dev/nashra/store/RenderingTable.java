package dev.nashra.store;

import dev.nashra.media.Rendering;
import dev.nashra.media.RenderingKind;
import dev.nashra.media.Renderings;
import dev.nashra.report.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code renderings}. */
public final class RenderingTable implements Renderings {
  private static final String LATEST_REPORTS =
      """
      select r.* from stories s
      join lateral (
        select * from reports where story_id = s.id order by version desc limit 1) r on true
      left join rendering_failures f on f.report_id = r.id and f.kind = :kind
      where s.merged_into is null and (f.again is null or f.again <= :now) and not exists (
        select 1 from renderings done where done.kind = :kind and %s)
      order by f.again is not null, s.rank desc, s.id
      limit :limit""";

  private static final String OF_THIS_REPORT = "done.report_id = r.id";
  private static final String OF_ANY_REPORT = "done.story_id = s.id";

  private final Database database;

  public RenderingTable(Database database) {
    this.database = database;
  }

  @Override
  public List<Report> lacking(RenderingKind kind, int limit, Instant now) {
    return reports(LATEST_REPORTS.formatted(OF_THIS_REPORT), kind, limit, now);
  }

  @Override
  public List<Report> neverHad(RenderingKind kind, int limit, Instant now) {
    return reports(LATEST_REPORTS.formatted(OF_ANY_REPORT), kind, limit, now);
  }

  private List<Report> reports(String query, RenderingKind kind, int limit, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(query)
                .bind("kind", kind)
                .bind("limit", limit)
                .bind("now", now)
                .map((row, _) -> ReportRow.of(row))
                .list());
  }

  @Override
  public Optional<Rendering> find(long reportId, RenderingKind kind) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select * from renderings where report_id = :report and kind = :kind")
                .bind("report", reportId)
                .bind("kind", kind)
                .map((row, _) -> rendering(row))
                .findOne());
  }

  @Override
  public void add(Made made, Instant now) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into renderings (story_id, report_id, kind, file, media_type, bytes,
                      width, height, duration_ms, made)
                    values (:story, :report, :kind, :file, :mediaType, :bytes,
                      :width, :height, :duration, :now)
                    on conflict (report_id, kind) do nothing""")
                .bind("story", made.report().storyId())
                .bind("report", made.report().id())
                .bind("kind", made.kind())
                .bind("file", made.file())
                .bind("mediaType", made.mediaType())
                .bind("bytes", made.bytes())
                .bind("width", made.width())
                .bind("height", made.height())
                .bind("duration", millis(made))
                .bind("now", now)
                .execute());
  }

  @Override
  public void failed(Report report, RenderingKind kind, String reason, Instant again) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into rendering_failures (report_id, kind, reason, again)
                    values (:report, :kind, :reason, :again)
                    on conflict (report_id, kind) do update set reason = :reason, again = :again""")
                .bind("report", report.id())
                .bind("kind", kind)
                .bind("reason", reason)
                .bind("again", again)
                .execute());
  }

  /** The newest of each kind: a later report's card replaces an earlier one's. */
  static List<Rendering> latestOf(Handle handle, long storyId) {
    return handle
        .createQuery(
            """
            select distinct on (kind) * from renderings where story_id = :story
            order by kind, report_id desc, id desc""")
        .bind("story", storyId)
        .map((row, _) -> rendering(row))
        .list();
  }

  private static @Nullable Long millis(Made made) {
    return made.duration() == null ? null : made.duration().toMillis();
  }

  private static Rendering rendering(ResultSet row) throws SQLException {
    return new Rendering(
        row.getLong("id"),
        row.getLong("story_id"),
        row.getLong("report_id"),
        RenderingKind.valueOf(row.getString("kind")),
        row.getString("file"),
        row.getString("media_type"),
        row.getLong("bytes"),
        row.getInt("width"),
        row.getInt("height"),
        Columns.optionalMillis(row, "duration_ms"));
  }
}
