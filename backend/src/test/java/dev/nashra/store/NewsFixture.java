package dev.nashra.store;

import dev.nashra.report.CitedSentence;
import java.util.List;

/** Puts reported stories into a test's database, as the jobs before would. */
public final class NewsFixture {
  private final Database database;

  public NewsFixture(Database database) {
    this.database = database;
  }

  /** A story with one article and its report; gives its number. */
  public long reportedStory(String headline, double rank) {
    return database.inTransaction(
        handle -> {
          long story =
              handle
                  .createQuery(
                      """
                      insert into stories (language, created, updated, rank)
                      values ('en', now(), now(), :rank) returning id""")
                  .bind("rank", rank)
                  .mapTo(Long.class)
                  .one();
          long article =
              handle
                  .createQuery(
                      """
                      insert into articles
                        (outlet, url, title, body, language, published, first_seen, story_id)
                      values ('Coast Courier', 'https://courier.example/' || :story, :title, 'Text.',
                        'en', now(), now(), :story) returning id""")
                  .bind("story", story)
                  .bind("title", headline)
                  .mapTo(Long.class)
                  .one();
          handle
              .createUpdate(
                  """
                  insert into reports (story_id, version, input_hash, language, headline, lead,
                    key_points, outlets, writer, written)
                  values (:story, 1, 'x', 'en', :headline, :lead, :points, '{Coast Courier}',
                    'extractive', now())""")
              .bind("story", story)
              .bind("headline", Json.of(cited(headline, article)))
              .bind("lead", Json.of(cited("The lead of " + headline + " says more.", article)))
              .bind("points", Json.of(List.of(cited("A point of " + headline + ".", article))))
              .execute();
          return story;
        });
  }

  private static CitedSentence cited(String text, long article) {
    return new CitedSentence(text, List.of(article));
  }

  /** Something made of a story's report. */
  public void rendering(long story, String kind, String file, String mediaType) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into renderings (story_id, report_id, kind, file, media_type, bytes,
                      width, height, duration_ms, made)
                    select :story, id, :kind, :file, :type, 1000, 1080, 1350, 21000, now()
                    from reports where story_id = :story""")
                .bind("story", story)
                .bind("kind", kind)
                .bind("file", file)
                .bind("type", mediaType)
                .execute());
  }

  /** As if the owners of all claims had been gone for long, and all delays were over. */
  public void letTimePass() {
    change(
        """
        update publications set next_attempt = now() - interval '1 minute',
          claimed_until = now() - interval '1 minute', armed = armed - interval '1 minute'""");
  }

  public void change(String sql) {
    database.useTransaction(handle -> handle.execute(sql));
  }

  public void clear() {
    change("truncate stories, articles, accounts restart identity cascade");
  }
}
