package dev.nashra.store;

import java.time.Instant;

/** Puts stories and articles into a test's database. */
final class StoryRows {
  private final Database database;

  StoryRows(Database database) {
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

  void merge(long story, long into) {
    database.useTransaction(
        handle -> handle.execute("update stories set merged_into = ? where id = ?", into, story));
  }
}
