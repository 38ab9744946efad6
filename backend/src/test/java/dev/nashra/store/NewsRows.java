package dev.nashra.store;

import dev.nashra.broadcast.EditionContent;
import dev.nashra.broadcast.EditionContent.Item;
import dev.nashra.broadcast.EditionContent.Sentence;
import dev.nashra.broadcast.EditionContent.Source;
import dev.nashra.broadcast.EditionKind;
import dev.nashra.broadcast.Editions;
import dev.nashra.report.CitedSentence;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Puts stories with reports by two outlets, and digests, into a test's database. */
public final class NewsRows {
  private static final Instant NOW = Instant.parse("2026-11-28T14:05:00Z");

  private final Database database;
  private final StoryRows rows;

  public NewsRows(Database database) {
    this.database = database;
    this.rows = new StoryRows(database);
  }

  public void clear() {
    rows.clear();
  }

  /** Gives the number of the story. */
  public long story(String language, double rank, String headline, String lead, String... points) {
    var story = rows.story(language, rank, NOW);
    var article = rows.article(story, "The Quay", headline, lead, language, NOW);
    rows.article(story, "صحيفة المرفأ", headline + " 2", lead, language, NOW.plusSeconds(1));
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into reports (story_id, version, input_hash, language, headline, lead,
                      key_points, outlets, writer, written)
                    values (:story, 1, 'x', :language, :headline, :lead, :points,
                      '{The Quay,صحيفة المرفأ}', 'extractive', :now)""")
                .bind("story", story)
                .bind("language", language)
                .bind("headline", Json.of(cited(headline, article)))
                .bind("lead", Json.of(cited(lead, article)))
                .bind("points", Json.of(Arrays.stream(points).map(p -> cited(p, article)).toList()))
                .bind("now", NOW)
                .execute());
    return story;
  }

  private static CitedSentence cited(String text, long article) {
    return new CitedSentence(text, List.of(article));
  }

  /** A digest that has one story. */
  public void digest(String language, String title, long story, String headline) {
    var item =
        new Item(
            story,
            1,
            new Sentence(headline, List.of(1)),
            new Sentence("Lead.", List.of(1)),
            List.of(),
            List.of(new Source(1, "The Quay", "Title", "https://quay.example/1")),
            null);
    new EditionTable(database)
        .save(
            new Editions.Draft(
                EditionKind.DIGEST,
                language,
                "2026-11-28",
                "hash",
                title,
                new EditionContent(List.of(item), List.of()),
                "archive/2026/11/28/digest-%s.html".formatted(language)),
            NOW);
  }
}
