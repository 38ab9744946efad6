package dev.nashra.store;

import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Stories with all that was made of them, for people. */
public final class StoryBrowser {
  private static final String SUMMARIES =
      """
      select s.id, s.language, s.rank, s.updated, count(a.id) as articles,
        count(distinct a.outlet) as outlets,
        coalesce(
          (select headline ->> 'text' from reports r where r.story_id = s.id
           order by version desc limit 1),
          (array_agg(a.title order by a.published, a.id))[1]) as headline
      from stories s left join articles a on a.story_id = s.id
      where s.merged_into is null
      group by s.id
      order by s.rank desc, s.id
      limit :limit""";

  private final Database database;

  public StoryBrowser(Database database) {
    this.database = database;
  }

  /** The living stories, the highest-ranked first. */
  public List<StorySummary> stories(int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(SUMMARIES)
                .bind("limit", limit)
                .map(
                    (row, _) ->
                        new StorySummary(
                            row.getLong("id"),
                            row.getString("language"),
                            row.getString("headline"),
                            row.getInt("articles"),
                            row.getInt("outlets"),
                            row.getDouble("rank"),
                            Columns.instant(row, "updated")))
                .list());
  }

  /** One story; a story that was merged into another gives the other. */
  public Optional<StoryDetails> story(long id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    with recursive way as (
                      select id, merged_into from stories where id = :id
                      union all
                      select s.id, s.merged_into from stories s join way on s.id = way.merged_into)
                    select * from stories
                    where id = (select id from way where merged_into is null)""")
                .bind("id", id)
                .map((row, _) -> details(handle, row))
                .findOne());
  }

  private static StoryDetails details(Handle handle, ResultSet row) throws SQLException {
    var id = row.getLong("id");
    var report = rows(handle, LATEST_REPORT, id, (it, _) -> ReportRow.of(it)).stream().findFirst();
    var articles = rows(handle, ARTICLES, id, StoryBrowser::article);
    return new StoryDetails(
        id,
        row.getString("language"),
        report.map(it -> it.headline().text()).orElse(null),
        report.map(it -> it.lead().text()).orElse(null),
        report.map(Report::keyPoints).orElse(List.of()),
        report.map(Report::writer).orElse(null),
        row.getDouble("rank"),
        articles.stream().map(ArticleRow::published).min(Instant::compareTo).orElse(null),
        Columns.instant(row, "updated"),
        articles.stream().map(ArticleRow::source).distinct().toList(),
        articles,
        rows(handle, POSTS, id, StoryBrowser::post),
        rows(handle, RENDERINGS, id, StoryBrowser::rendering));
  }

  private static final String LATEST_REPORT =
      "select * from reports where story_id = :id order by version desc limit 1";
  private static final String ARTICLES =
      "select * from articles where story_id = :id order by published, id";
  private static final String POSTS =
      """
      select p.network, p.body, a.name as account, u.state, u.remote_url, u.error
      from posts p
      left join publications u on u.post_id = p.id and u.format = 'CARD'
      left join accounts a on a.id = u.account_id
      where p.story_id = :id order by p.network, a.name""";
  private static final String RENDERINGS =
      """
      select distinct on (kind) kind, file, bytes from renderings
      where story_id = :id order by kind, report_id desc""";

  private static <T> List<T> rows(Handle handle, String sql, long id, RowMapper<T> mapper) {
    return handle.createQuery(sql).bind("id", id).map(mapper).list();
  }

  private static ArticleRow article(ResultSet row, StatementContext context) throws SQLException {
    return new ArticleRow(
        row.getLong("id"),
        row.getString("outlet"),
        row.getString("title"),
        row.getString("url"),
        row.getString("language"),
        Columns.instant(row, "published"),
        row.getInt("version"));
  }

  private static PostRow post(ResultSet row, StatementContext context) throws SQLException {
    return new PostRow(
        lower(row.getString("network")),
        row.getString("body"),
        row.getString("account"),
        lower(row.getString("state")),
        row.getString("remote_url"),
        row.getString("error"));
  }

  private static RenderingRow rendering(ResultSet row, StatementContext context)
      throws SQLException {
    return new RenderingRow(
        String.valueOf(lower(row.getString("kind"))), row.getString("file"), row.getLong("bytes"));
  }

  private static @Nullable String lower(@Nullable String name) {
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }

  /** A story in a list. */
  public record StorySummary(
      long id,
      String language,
      @Nullable String headline,
      int articles,
      int outlets,
      double rank,
      Instant updated) {}

  /**
   * A story with all that was made of it; also what the filters that render a story read.
   *
   * @param published when its first article was
   * @param sources the names of its outlets
   */
  public record StoryDetails(
      long id,
      String language,
      @Nullable String headline,
      @Nullable String lead,
      List<CitedSentence> keyPoints,
      @Nullable String writer,
      double rank,
      @Nullable Instant published,
      Instant updated,
      List<String> sources,
      List<ArticleRow> articles,
      List<PostRow> posts,
      List<RenderingRow> renderings) {}

  /** An article of a story. */
  public record ArticleRow(
      long id,
      String source,
      String title,
      String url,
      String language,
      Instant published,
      int version) {}

  /**
   * A post about a story and what became of it on an account.
   *
   * @param account null when it has not been planned anywhere
   */
  public record PostRow(
      @Nullable String network,
      String text,
      @Nullable String account,
      @Nullable String state,
      @Nullable String url,
      @Nullable String error) {}

  /** A file made of a story. */
  public record RenderingRow(String kind, String file, long bytes) {}
}
