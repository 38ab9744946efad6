package dev.nashra.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a post waits for its card. */
final class CardPatienceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path media;
  private PublishingFixture newsroom;

  @BeforeEach
  void open() throws IOException {
    newsroom = new PublishingFixture(DATABASE.get(), media);
    newsroom.news.reportedStory("The bridge is open", 1);
    newsroom.writePosts();
  }

  @AfterEach
  void close() {
    newsroom.close();
    execute("truncate runs cascade");
  }

  /** The last runs of the job that makes cards, the oldest first, and the age of its progress. */
  @ParameterizedTest
  @CsvSource({
    "'', 0, waits",
    "DONE, 0, waits",
    "TIMED_OUT, 0, goes",
    "FAILED, 0, goes",
    "LOST, 0, goes",
    "TIMED_OUT DONE, 0, waits",
    "DONE FAILED, 0, goes",
    "DONE SKIPPED, 0, waits",
    "FAILED SKIPPED, 0, goes",
    "RUNNING, 50, waits",
    "RUNNING, 61, goes",
    "DONE RUNNING, 50, waits",
    "DONE RUNNING, 61, goes",
    "DONE WAITING, 61, waits",
    "DONE RUNNING SKIPPED, 61, goes",
    "TIMED_OUT RUNNING, 50, goes"
  })
  void aPostWaitsForItsCardOnlyWhileCardsAreMade(String runs, int seconds, String what)
      throws Exception {
    for (var state : runs.split(" ", -1)) {
      if (!state.isEmpty()) {
        run("generate_images", state, seconds);
      }
    }
    run("generate_audio", "FAILED", 100);

    newsroom.run(newsroom.publisher("@nashra_news"));

    assertEquals(what.equals("goes") ? 1 : 0, newsroom.telegram.posted().size());
  }

  @Test
  void aPostThatHasItsCardWaitsForNothing() throws Exception {
    newsroom.postedStory("The ferry is late", 2);

    newsroom.run(newsroom.publisher("@nashra_news"));

    assertEquals(List.of(PublicationState.PUBLISHED), newsroom.states());
  }

  private static void run(String job, String state, int seconds) {
    execute(
        """
        insert into runs (stage, job, state, queued, started, progressed, ended)
        select 'media', '%s', s, clock_timestamp(), now(), now() - interval '%d s',
          case when s not in ('WAITING', 'RUNNING') then now() end
        from (values ('%s')) as t(s)"""
            .formatted(job, seconds, state));
  }

  private static void execute(String sql) {
    DATABASE.get().useTransaction(handle -> handle.execute(sql));
  }
}
