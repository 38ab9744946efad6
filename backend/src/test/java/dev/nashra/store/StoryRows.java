package dev.nashra.store;

import java.time.Instant;
import java.util.List;

/** Puts stories and reports into a test's database, as the jobs before would have. */
public final class StoryRows {
  private final Database database;

  public StoryRows(Database database) {
    this.database = database;
  }

  /** A story without a report; gives its number. */
  public long story(double rank) {
    return database.<Long>inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into stories (language, created, updated, rank)
                    values ('ar', now(), now(), :rank) returning id""")
                .bind("rank", rank)
                .mapTo(Long.class)
                .one());
  }

  /** The next report of a story, from one invented article; gives its number. */
  public long report(long story, String language, String headline, Instant written) {
    return database.<Long>inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into reports (story_id, version, input_hash, language, headline, lead,
                      key_points, outlets, writer, written)
                    values (:story,
                      (select count(*) + 1 from reports where story_id = :story),
                      'hash', :language, :headline, :lead, :points, :outlets, 'extractive',
                      :written)
                    returning id""")
                .bind("story", story)
                .bind("language", language)
                .bind("headline", sentence(headline))
                .bind("lead", sentence("The lead of it."))
                .bind("points", Json.of(List.of(new Sentence("A point.", List.of(1L)))))
                .bind("outlets", new String[] {"The Quay", "صحيفة المرفأ"})
                .bind("written", written)
                .mapTo(Long.class)
                .one());
  }

  public void merge(long story, long into) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate("update stories set merged_into = :into where id = :id")
                .bind("into", into)
                .bind("id", story)
                .execute());
  }

  private static Json sentence(String text) {
    return Json.of(new Sentence(text, List.of(1L)));
  }

  private record Sentence(String text, List<Long> articleIds) {}
}
