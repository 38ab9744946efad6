package dev.nashra.store;

import java.time.Instant;
import java.util.List;

/** Puts stories and reports into a test's database, as the jobs before would have. */
public final class StoryRows {
  private final Database database;

  public StoryRows(Database database) {
    this.database = database;
  }

  void clear() {
    database.useTransaction(
        handle -> handle.execute("truncate sources, articles, stories, editions cascade"));
  }

  long story(String language, double rank, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into stories (language, created, updated, rank)
                    values (:language, :now, :now, :rank) returning id""")
                .bind("language", language)
                .bind("now", now)
                .bind("rank", rank)
                .mapTo(Long.class)
                .one());
  }

  long article(
      long story, String outlet, String title, String text, String language, Instant published) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into articles (outlet, url, title, body, language, published, first_seen,
                      story_id)
                    values (:outlet, 'https://' || md5(:title) || '.example/a?b=1&c=2', :title,
                      :text, :language, :published, :published, :story)
                    returning id""")
                .bind("outlet", outlet)
                .bind("title", title)
                .bind("text", text)
                .bind("language", language)
                .bind("published", published)
                .bind("story", story)
                .mapTo(Long.class)
                .one());
  }

  /** A new wording, as collecting would store it. */
  void rewrite(long article, String title, String text, Instant now) {
    database.useTransaction(
        handle -> {
          handle.execute(
              "update articles set title = ?, body = ?, version = version + 1 where id = ?",
              title,
              text,
              article);
          handle.execute(
              "update stories set updated = ? where id = (select story_id from articles where id ="
                  + " ?)",
              now,
              article);
        });
  }

  /** A rendering of the story's latest report. */
  void picture(long story, String kind, String file, Instant now) {
    database.useTransaction(
        handle ->
            handle.execute(
                """
                insert into renderings (story_id, report_id, kind, file, media_type, bytes, width,
                  height, made)
                select story_id, max(id), ?, ?, 'image/jpeg', 1, 1200, 630, ? from reports
                where story_id = ? group by story_id""",
                kind,
                file,
                now,
                story));
  }

  void merge(long story, long into) {
    database.useTransaction(
        handle -> handle.execute("update stories set merged_into = ? where id = ?", into, story));
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

  private static Json sentence(String text) {
    return Json.of(new Sentence(text, List.of(1L)));
  }

  private record Sentence(String text, List<Long> articleIds) {}
}
