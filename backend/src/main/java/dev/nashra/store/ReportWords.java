package dev.nashra.store;

import dev.nashra.report.Report;
import dev.nashra.text.Token;
import dev.nashra.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The words by which reports are found: folded and stemmed as in all of the newsroom, so that a
 * word is found in every spelling. A report is read once, by the first search after it.
 */
final class ReportWords {
  private static final int AT_ONCE = 200;

  /** With more, the oldest ones are read by later searches: a reader waits. */
  private static final int MOST_BATCHES = 10;

  private static final String UNREAD =
      """
      select *, array(
        select a.title from articles a where a.story_id = r.story_id order by a.id limit 50) titles
      from reports r where words is null order by id desc limit :limit for update of r skip locked""";

  private final Database database;

  ReportWords(Database database) {
    this.database = database;
  }

  /** Reads the reports that are new. */
  void readNew() {
    for (var i = 0; i < MOST_BATCHES; i++) {
      var read = database.<Integer>inTransaction(ReportWords::readSome);
      if (read < AT_ONCE) {
        return;
      }
    }
  }

  private static int readSome(Handle handle) {
    var unread =
        handle
            .createQuery(UNREAD)
            .bind("limit", AT_ONCE)
            .map((row, _) -> new Unread(ReportRow.of(row), Columns.texts(row, "titles")))
            .list();
    if (!unread.isEmpty()) {
      var batch = handle.prepareBatch("update reports set words = :words where id = :id");
      unread.forEach(
          report ->
              batch
                  .bind("id", report.report().id())
                  .bindArray("words", String.class, report.words())
                  .add());
      batch.execute();
    }
    return unread.size();
  }

  /** A report that nobody has looked for yet. */
  private record Unread(Report report, List<String> titles) {
    List<String> words() {
      var texts = new ArrayList<>(titles);
      texts.add(report.headline().text());
      texts.add(report.lead().text());
      report.keyPoints().forEach(point -> texts.add(point.text()));
      return texts.stream()
          .flatMap(text -> Tokens.of(text, report.language()).stream())
          .map(Token::term)
          .distinct()
          .toList();
    }
  }
}
