package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.sample.SampleNewsroom;
import dev.nashra.store.StoryTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.story.ClusterNewsJob;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The stories in which the sample newsroom ends, from its pages on, against its gold labels. */
final class StoriesOfSampleTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  private record Placed(String path, String title, String event, long story) {}

  @Test
  void twoArticlesShareAStoryIfAndOnlyIfTheyTellOfOneEvent() throws Exception {
    try (var sample = new SampleNewsroom(0, SampleCollector.NOW)) {
      var collector = new SampleCollector(DATABASE.get(), folder);
      collector.addSources(sample);
      SampleCollector.run(collector.scraping());
      SampleCollector.run(new ClusterNewsJob(new StoryTable(DATABASE.get())));

      assertEquals(List.of(), wrongPairs(placed(events(sample))));
    }
  }

  /** By path; an event has a story in each language, and what is alone shares its with nobody. */
  private static Map<String, String> events(SampleNewsroom sample) {
    var events = new HashMap<String, String>();
    for (var outlet : sample.outlets()) {
      for (var article : outlet.articles()) {
        var path = outlet.pathOf(article);
        events.put(
            path, outlet.language() + " " + (article.event().isEmpty() ? path : article.event()));
      }
    }
    return events;
  }

  private static List<Placed> placed(Map<String, String> events) {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery("select url, title, story_id from articles order by id")
                    .map(
                        (row, _) -> {
                          var path = URI.create(row.getString("url")).getPath();
                          return new Placed(
                              path,
                              row.getString("title"),
                              String.valueOf(events.get(path)),
                              row.getLong("story_id"));
                        })
                    .list());
  }

  private static List<String> wrongPairs(List<Placed> articles) {
    var wrong = new ArrayList<String>();
    for (int i = 0; i < articles.size(); i++) {
      for (var other : articles.subList(0, i)) {
        var article = articles.get(i);
        boolean together = article.story() == other.story();
        if (together != article.event().equals(other.event())) {
          wrong.add((together ? "together: " : "apart: ") + article + " and " + other);
        }
      }
    }
    return wrong;
  }
}
