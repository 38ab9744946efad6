package dev.nashra.store;

import dev.nashra.broadcast.Candidate;
import dev.nashra.broadcast.Candidate.Picture;
import dev.nashra.broadcast.Candidate.SourceArticle;
import dev.nashra.broadcast.Edition;
import dev.nashra.broadcast.Edition.Audio;
import dev.nashra.broadcast.EditionContent;
import dev.nashra.broadcast.EditionKind;
import dev.nashra.broadcast.Editions;
import dev.nashra.report.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code editions}, and the stories that editions are made of. */
public final class EditionTable implements Editions {
  /** The latest report of each living story, with the rank of the story. */
  private static final String LATEST =
      """
      from stories s
      join lateral (
        select * from reports where story_id = s.id order by version desc limit 1
      ) r on true
      where s.merged_into is null and r.written >= :since""";

  private final Database database;

  public EditionTable(Database database) {
    this.database = database;
  }

  @Override
  public List<String> languages(Instant since, int atLeast) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select r.language "
                        + LATEST
                        + " and r.language <> 'und'"
                        + " group by r.language having count(*) >= :least order by r.language")
                .bind("since", since)
                .bind("least", atLeast)
                .mapTo(String.class)
                .list());
  }

  @Override
  public List<Candidate> candidates(String language, Instant since, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select r.* "
                        + LATEST
                        + " and r.language = :language order by s.rank desc, s.id limit :limit")
                .bind("since", since)
                .bind("language", language)
                .bind("limit", limit)
                .map((row, _) -> ReportRow.of(row))
                .list()
                .stream()
                .map(report -> candidate(handle, report))
                .toList());
  }

  private static Candidate candidate(Handle handle, Report report) {
    return new Candidate(report, sources(handle, report), picture(handle, report.storyId()));
  }

  /** In the order in which the report cites them. */
  private static List<SourceArticle> sources(Handle handle, Report report) {
    var cited = new LinkedHashSet<Long>(report.headline().articleIds());
    cited.addAll(report.lead().articleIds());
    report.keyPoints().forEach(point -> cited.addAll(point.articleIds()));
    var articles = new LinkedHashMap<Long, @Nullable SourceArticle>();
    cited.forEach(id -> articles.put(id, null));
    handle
        .createQuery("select id, outlet, title, url from articles where id = any(:ids)")
        .bindArray("ids", Long.class, List.copyOf(cited))
        .map(
            (row, _) ->
                new SourceArticle(
                    row.getLong("id"),
                    row.getString("outlet"),
                    row.getString("title"),
                    row.getString("url")))
        .forEach(article -> articles.put(article.id(), article));
    return articles.values().stream().filter(Objects::nonNull).toList();
  }

  /** The card before the square image before the wide one; the newest of the story. */
  private static @Nullable Picture picture(Handle handle, long storyId) {
    return handle
        .createQuery(
            """
            select file, width, height from renderings
            where story_id = :story and removed is null
              and kind in ('CARD', 'SQUARE_IMAGE', 'LINK_IMAGE')
            order by array_position(array['CARD', 'SQUARE_IMAGE', 'LINK_IMAGE'], kind), id desc
            limit 1""")
        .bind("story", storyId)
        .map(
            (row, _) ->
                new Picture(row.getString("file"), row.getInt("width"), row.getInt("height")))
        .findOne()
        .orElse(null);
  }

  @Override
  public Optional<Edition> find(EditionKind kind, String language, String period) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select * from editions
                    where kind = :kind and language = :language and period = :period""")
                .bind("kind", kind)
                .bind("language", language)
                .bind("period", period)
                .map((row, _) -> edition(row))
                .findOne());
  }

  @Override
  public List<Edition> recent(EditionKind kind, String language, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select * from editions where kind = :kind and language = :language
                    order by updated desc, id desc limit :limit""")
                .bind("kind", kind)
                .bind("language", language)
                .bind("limit", limit)
                .map((row, _) -> edition(row))
                .list());
  }

  @Override
  public Edition save(Draft draft, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into editions (kind, language, period, content_hash, title, content,
                      file, made, updated)
                    values (:kind, :language, :period, :hash, :title, :content,
                      :file, :now, :now)
                    on conflict (kind, language, period) do update
                      set content_hash = :hash, title = :title, content = :content,
                        file = :file, audio_file = null, audio_bytes = null,
                        audio_ms = null, updated = :now
                    returning *""")
                .bind("kind", draft.kind())
                .bind("language", draft.language())
                .bind("period", draft.period())
                .bind("hash", draft.contentHash())
                .bind("title", draft.title())
                .bind("content", Json.of(draft.content()))
                .bind("file", draft.file())
                .bind("now", now)
                .map((row, _) -> edition(row))
                .one());
  }

  @Override
  public Edition attach(long id, Audio audio) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    update editions
                      set audio_file = :file, audio_bytes = :bytes, audio_ms = :millis
                    where id = :id returning *""")
                .bind("file", audio.file())
                .bind("bytes", audio.bytes())
                .bind("millis", audio.duration().toMillis())
                .bind("id", id)
                .map((row, _) -> edition(row))
                .one());
  }

  @Override
  public List<String> forgetAudio(EditionKind kind, String language, int keep) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    with old as (
                      select id, audio_file from editions
                      where kind = :kind and language = :language and audio_file is not null
                      order by updated desc, id desc offset :keep
                    )
                    update editions e
                      set audio_file = null, audio_bytes = null, audio_ms = null
                    from old where e.id = old.id
                    returning old.audio_file""")
                .bind("kind", kind)
                .bind("language", language)
                .bind("keep", keep)
                .mapTo(String.class)
                .list());
  }

  private static Edition edition(ResultSet row) throws SQLException {
    return new Edition(
        row.getLong("id"),
        EditionKind.valueOf(row.getString("kind")),
        row.getString("language"),
        row.getString("period"),
        row.getString("content_hash"),
        row.getString("title"),
        new Json(row.getString("content")).as(EditionContent.class),
        row.getString("file"),
        audio(row),
        Columns.instant(row, "made"),
        Columns.instant(row, "updated"));
  }

  private static @Nullable Audio audio(ResultSet row) throws SQLException {
    var file = row.getString("audio_file");
    return file == null
        ? null
        : new Audio(file, row.getLong("audio_bytes"), Duration.ofMillis(row.getLong("audio_ms")));
  }
}
