package dev.nashra.store;

import dev.nashra.story.ClusterDocument;
import dev.nashra.story.Newcomer;
import dev.nashra.story.Stories;
import dev.nashra.story.Story;
import dev.nashra.story.StoryFacts;
import dev.nashra.story.StoryMatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Handle;

/** The table {@code stories}, and which article belongs to which. */
public final class StoryTable implements Stories {
  /** What the clustering reads of an article; a bound on the text keeps a window small. */
  private static final String DOCUMENT =
      "a.id, a.version, a.title, left(a.body, 8000) as body, a.language, a.published";

  /** An article that an agency sent to several outlets word for word counts for each of them. */
  private static final String STORIES =
      """
      select s.*, count(distinct a.id) as articles,
        greatest(count(distinct a.outlet), count(distinct g.source_id)) as outlets,
        max(a.published) as latest
      from stories s
      join articles a on a.story_id = s.id
      left join sightings g on g.article_id = a.id
      where s.merged_into is null
      """;

  private static final int ROWS_AT_ONCE = 200;

  private final Database database;

  public StoryTable(Database database) {
    this.database = database;
  }

  @Override
  public List<Newcomer> newcomers(int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select "
                        + DOCUMENT
                        + " from articles a where story_id is null"
                        + " order by published, url, id limit :limit")
                .bind("limit", limit)
                .map(
                    (row, _) ->
                        new Newcomer(row.getLong("id"), row.getInt("version"), document(row)))
                .list());
  }

  @Override
  public void recent(int limit, ObjLongConsumer<ClusterDocument> consumer) {
    database.useTransaction(
        handle ->
            handle
                .createQuery(
                    "select "
                        + DOCUMENT
                        + ", a.story_id from (select id from articles where story_id is not null"
                        + " order by clustered desc nulls last, published desc, url desc, id desc"
                        + " limit :limit) latest join articles a using (id)"
                        + " order by a.clustered nulls first, a.published, a.url, a.id")
                .bind("limit", limit)
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, _) -> new Placed(document(row), row.getLong("story_id")))
                .forEach(placed -> consumer.accept(placed.document(), placed.storyId())));
  }

  private record Placed(ClusterDocument document, long storyId) {}

  private static ClusterDocument document(ResultSet row) throws SQLException {
    return new ClusterDocument(
        row.getString("id"),
        row.getString("title"),
        row.getString("body"),
        row.getString("language"),
        Columns.instant(row, "published"));
  }

  @Override
  public long start(Newcomer article, StoryMatch why, Instant now) {
    return database.inTransaction(
        handle -> {
          long story =
              handle
                  .createQuery(
                      """
                      insert into stories (language, created, updated)
                      select language, :now, :now from articles where id = :article
                      returning id""")
                  .bind("now", now)
                  .bind("article", article.articleId())
                  .mapTo(Long.class)
                  .one();
          place(handle, story, article, why, now);
          return story;
        });
  }

  @Override
  public void join(long storyId, Newcomer article, StoryMatch why, Instant now) {
    database.useTransaction(
        handle -> {
          place(handle, storyId, article, why, now);
          handle
              .createUpdate("update stories set updated = greatest(updated, :now) where id = :id")
              .bind("now", now)
              .bind("id", storyId)
              .execute();
        });
  }

  private static void place(
      Handle handle, long storyId, Newcomer article, StoryMatch why, Instant now) {
    handle
        .createUpdate(
            """
            update articles set story_id = :story, clustered_version = :version, clustered = :now,
              cluster_score = :score, cluster_terms = :terms
            where id = :article""")
        .bind("story", storyId)
        .bind("version", article.version())
        .bind("now", now)
        .bind("score", why.score())
        .bindArray("terms", String.class, why.terms())
        .bind("article", article.articleId())
        .execute();
  }

  @Override
  public int noteRewordings(Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    with reworded as (
                      update articles set clustered_version = version
                      where version > clustered_version returning story_id
                    ), touched as (
                      update stories set updated = greatest(updated, :now)
                      where id in (select story_id from reworded)
                    )
                    select count(*) from reworded""")
                .bind("now", now)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public List<StoryFacts> facts(Instant since) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(STORIES + " and s.updated >= :since group by s.id")
                .bind("since", since)
                .map(
                    (row, _) ->
                        new StoryFacts(
                            row.getLong("id"),
                            row.getInt("articles"),
                            row.getInt("outlets"),
                            Columns.instant(row, "latest")))
                .list());
  }

  @Override
  public void rank(Map<Long, Double> ranks) {
    database.useTransaction(
        handle -> {
          var batch = handle.prepareBatch("update stories set rank = :rank where id = :id");
          ranks.forEach((id, rank) -> batch.bind("id", id).bind("rank", rank).add());
          if (batch.size() > 0) {
            batch.execute();
          }
        });
  }

  /** The most important stories now, the first first. */
  public List<Story> top(int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(STORIES + " group by s.id order by s.rank desc, s.id limit :limit")
                .bind("limit", limit)
                .map((row, _) -> story(row))
                .list());
  }

  /** A story by its number; for one that was merged, the one that it became. */
  public Optional<Story> find(long id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    STORIES
                        + """
                        and s.id = (select coalesce(merged_into, id) from stories where id = :id)
                        group by s.id""")
                .bind("id", id)
                .map((row, _) -> story(row))
                .findOne());
  }

  private static Story story(ResultSet row) throws SQLException {
    return new Story(
        row.getLong("id"),
        row.getString("language"),
        Columns.instant(row, "created"),
        Columns.instant(row, "updated"),
        row.getDouble("rank"),
        row.getInt("articles"),
        row.getInt("outlets"));
  }
}
