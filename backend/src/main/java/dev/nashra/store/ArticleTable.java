package dev.nashra.store;

import dev.nashra.article.Arrival;
import dev.nashra.article.Article;
import dev.nashra.article.ArticleKey;
import dev.nashra.article.Articles;
import dev.nashra.article.ContentHash;
import dev.nashra.article.IncomingArticle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code articles}, {@code article_keys}, {@code article_versions}, {@code sightings}.
 */
public final class ArticleTable implements Articles {
  /** Two sources that bring the same article at the same moment must not make two of it. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('articles'))";

  private final Database database;

  public ArticleTable(Database database) {
    this.database = database;
  }

  @Override
  public Arrival store(IncomingArticle article, Instant now) {
    return database.inTransaction(handle -> store(handle, article, now));
  }

  private static Arrival store(Handle handle, IncomingArticle article, Instant now) {
    handle.execute(ONE_AT_A_TIME);
    var keys = ArticleKey.of(article);
    var known = firstKnown(handle, keys);
    if (known.isEmpty()) {
      insert(handle, article, keys, now);
      return Arrival.NEW;
    }
    var id = known.get().articleId();
    remember(handle, id, keys);
    var elsewhere = sight(handle, id, article, now);
    if (known.get().key().kind() == ArticleKey.Kind.TEXT) {
      return elsewhere ? Arrival.SEEN_ELSEWHERE : Arrival.KNOWN;
    }
    return update(handle, id, article, now) ? Arrival.NEW_VERSION : Arrival.KNOWN;
  }

  /** The keys come in the order of their weight. */
  private static Optional<Known> firstKnown(Handle handle, List<ArticleKey> keys) {
    for (var key : keys) {
      var id =
          handle
              .createQuery("select article_id from article_keys where kind = :kind and key = :key")
              .bind("kind", key.kind())
              .bind("key", key.value())
              .mapTo(Long.class)
              .findOne();
      if (id.isPresent()) {
        return Optional.of(new Known(key, id.get()));
      }
    }
    return Optional.empty();
  }

  private static void insert(
      Handle handle, IncomingArticle article, List<ArticleKey> keys, Instant now) {
    var id =
        handle
            .createQuery(
                """
                insert into articles (source_id, outlet, url, title, body, authors, language,
                  published, updated, first_seen, image)
                values (:source, :outlet, :url, :title, :body, :authors, :language,
                  :published, :updated, :now, :image)
                returning id""")
            .bind("source", article.sourceId())
            .bind("outlet", article.outlet())
            .bind("url", article.url())
            .bind("title", article.title())
            .bind("body", article.text())
            .bindArray("authors", String.class, article.authors())
            .bind("language", article.language())
            .bind("published", plausible(article.published(), now))
            .bind("updated", article.updated())
            .bind("now", now)
            .bind("image", article.image())
            .mapTo(Long.class)
            .one();
    remember(handle, id, keys);
    sight(handle, id, article, now);
    insertVersion(handle, id, 1, article, now);
  }

  /** An outlet's clock may be wrong; nothing is published after it was seen. */
  private static Instant plausible(@Nullable Instant published, Instant now) {
    return published == null || published.isAfter(now) ? now : published;
  }

  private static void remember(Handle handle, long articleId, List<ArticleKey> keys) {
    for (var key : keys) {
      handle
          .createUpdate(
              """
              insert into article_keys (kind, key, article_id) values (:kind, :key, :article)
              on conflict do nothing""")
          .bind("kind", key.kind())
          .bind("key", key.value())
          .bind("article", articleId)
          .execute();
    }
  }

  /** Whether this source had not shown it before. */
  private static boolean sight(
      Handle handle, long articleId, IncomingArticle article, Instant now) {
    return handle
            .createUpdate(
                """
                insert into sightings (article_id, source_id, url, seen)
                values (:article, :source, :url, :now) on conflict do nothing""")
            .bind("article", articleId)
            .bind("source", article.sourceId())
            .bind("url", article.url())
            .bind("now", now)
            .execute()
        > 0;
  }

  /**
   * Takes over a wording that the article never had. One that it had before is an older copy: feeds
   * of one outlet lag behind each other.
   */
  private static boolean update(Handle handle, long id, IncomingArticle article, Instant now) {
    var version =
        handle
            .createQuery("select max(version) + 1 from article_versions where article_id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one();
    if (isOlder(handle, id, article) || !insertVersion(handle, id, version, article, now)) {
      return false;
    }
    handle
        .createUpdate(
            """
            update articles set title = :title, body = :body, version = :version,
              updated = coalesce(:updated, updated), image = coalesce(:image, image)
            where id = :id""")
        .bind("title", article.title())
        .bind("body", article.text())
        .bind("version", version)
        .bind("updated", article.updated())
        .bind("image", article.image())
        .bind("id", id)
        .execute();
    return true;
  }

  private static boolean isOlder(Handle handle, long id, IncomingArticle article) {
    return article.updated() != null
        && handle
            .createQuery("select coalesce(updated > :updated, false) from articles where id = :id")
            .bind("updated", article.updated())
            .bind("id", id)
            .mapTo(Boolean.class)
            .one();
  }

  private static boolean insertVersion(
      Handle handle, long id, int version, IncomingArticle article, Instant now) {
    return handle
            .createUpdate(
                """
                insert into article_versions
                  (article_id, version, content_hash, title, body, seen)
                values (:id, :version, :hash, :title, :body, :now) on conflict do nothing""")
            .bind("id", id)
            .bind("version", version)
            .bind("hash", ContentHash.of(article.title(), article.text()))
            .bind("title", article.title())
            .bind("body", article.text())
            .bind("now", now)
            .execute()
        > 0;
  }

  @Override
  public Map<String, KnownArticle> known(Collection<String> normalizedUrls) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select key, title, body, updated from article_keys
                    join articles on articles.id = article_id
                    where kind = 'URL' and key = any(:urls)""")
                .bindArray("urls", String.class, normalizedUrls)
                .reduceRows(
                    new HashMap<>(),
                    (found, row) -> {
                      found.put(
                          row.getColumn("key", String.class),
                          new KnownArticle(
                              row.getColumn("title", String.class),
                              row.getColumn("body", String.class),
                              row.getColumn("updated", Instant.class)));
                      return found;
                    }));
  }

  @Override
  public List<Article> ofStory(long storyId) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "select * from articles where story_id = :story order by published, id")
                .bind("story", storyId)
                .map((row, _) -> article(row))
                .list());
  }

  static Article article(ResultSet row) throws SQLException {
    return new Article(
        row.getLong("id"),
        row.getLong("source_id"),
        row.getString("outlet"),
        row.getString("url"),
        row.getString("title"),
        row.getString("body"),
        Columns.texts(row, "authors"),
        row.getString("language"),
        Columns.instant(row, "published"),
        Columns.instant(row, "first_seen"),
        row.getString("image"),
        row.getInt("version"),
        row.getObject("story_id", Long.class));
  }

  private record Known(ArticleKey key, long articleId) {}
}
