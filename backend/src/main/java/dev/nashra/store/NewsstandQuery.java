package dev.nashra.store;

import dev.nashra.bot.Newsstand;
import dev.nashra.broadcast.Edition;
import dev.nashra.broadcast.EditionContent.Item;
import dev.nashra.broadcast.EditionKind;
import dev.nashra.report.CitedSentence;
import dev.nashra.store.StoryBrowser.ArticleRow;
import dev.nashra.store.StoryBrowser.StoryDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stories, reports and digests, for readers. */
public final class NewsstandQuery implements Newsstand {
  /** A list in another language is better than an empty one. */
  private static final String LATEST =
      """
      with told as (
        select s.id, s.rank, r.language, r.headline ->> 'text' as headline,
          cardinality(r.outlets) as outlets
        from stories s
        cross join lateral (
          select * from reports r where r.story_id = s.id order by version desc limit 1) r
        where s.merged_into is null and (:any or r.language = :language))
      select * from told order by rank desc, id desc limit :limit""";

  /** One condition for each reading of the words follows. */
  private static final String SEARCH =
      """
      select s.id, r.headline ->> 'text' as headline, cardinality(r.outlets) as outlets
      from reports r join stories s on s.id = r.story_id
      where s.merged_into is null
        and not exists (
          select from reports n where n.story_id = r.story_id and n.version > r.version)
        and (""";

  private static final String BEST_FIRST =
      ") order by (r.language = :language) desc, s.rank desc, s.id desc limit :limit";

  private final Database database;
  private final StoryBrowser browser;
  private final EditionTable editions;
  private final ReportWords words;

  public NewsstandQuery(Database database) {
    this.database = database;
    this.browser = new StoryBrowser(database);
    this.editions = new EditionTable(database);
    this.words = new ReportWords(database);
  }

  @Override
  public List<Line> latest(String language, int limit) {
    return database.inTransaction(
        handle -> {
          var own = latest(handle, language, false, limit);
          return own.isEmpty() ? latest(handle, language, true, limit) : own;
        });
  }

  private static List<Line> latest(Handle handle, String language, boolean any, int limit) {
    return handle
        .createQuery(LATEST)
        .bind("language", language)
        .bind("any", any)
        .bind("limit", limit)
        .map((row, _) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(row.getLong("id"), row.getString("headline"), row.getInt("outlets"));
  }

  @Override
  public Optional<Story> story(long id) {
    return browser.story(id).flatMap(NewsstandQuery::story);
  }

  /** One that nobody has written about yet has the title of its first article. */
  private static Optional<Story> story(StoryDetails story) {
    var headline =
        Optional.ofNullable(story.headline())
            .or(() -> story.articles().stream().map(ArticleRow::title).findFirst());
    return headline.map(
        text ->
            new Story(
                story.id(),
                text,
                story.lead() == null ? "" : story.lead(),
                story.keyPoints().stream().map(CitedSentence::text).toList(),
                articles(story),
                story.updated()));
  }

  /** The first of each outlet. */
  private static List<Article> articles(StoryDetails story) {
    var articles = new ArrayList<Article>();
    for (var article : story.articles()) {
      if (articles.stream().noneMatch(known -> known.outlet().equals(article.source()))) {
        articles.add(new Article(article.source(), article.url()));
      }
    }
    return articles;
  }

  @Override
  public List<Line> search(List<List<String>> readings, String language, int limit) {
    if (readings.isEmpty()) {
      return List.of();
    }
    words.readNew();
    var conditions = new ArrayList<String>();
    for (var i = 0; i < readings.size(); i++) {
      conditions.add("r.words @> :words%d::text[]".formatted(i));
    }
    return database.inTransaction(
        handle -> {
          var query = handle.createQuery(SEARCH + String.join(" or ", conditions) + BEST_FIRST);
          for (var i = 0; i < readings.size(); i++) {
            query.bindArray("words" + i, String.class, readings.get(i));
          }
          return query
              .bind("language", language)
              .bind("limit", limit)
              .map((row, _) -> line(row))
              .list();
        });
  }

  @Override
  public Optional<Digest> digest(String language) {
    return editions.recent(EditionKind.DIGEST, language, 1).stream()
        .findFirst()
        .map(NewsstandQuery::digest);
  }

  private static Digest digest(Edition edition) {
    return new Digest(
        edition.title(),
        edition.file(),
        lines(edition.content().top()),
        lines(edition.content().rest()));
  }

  private static List<Line> lines(List<Item> items) {
    return items.stream()
        .map(
            item ->
                new Line(
                    item.storyId(),
                    item.headline().text(),
                    (int)
                        item.sources().stream().map(source -> source.outlet()).distinct().count()))
        .toList();
  }
}
