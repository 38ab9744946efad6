package dev.nashra.store;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nashra.store.JobStatistics.Outcomes;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JobStatisticsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @AfterEach
  void empty() {
    execute("truncate sources, articles, stories, accounts, cycles, runs cascade");
  }

  @Test
  void durationsAreOfRunsThatRanAndOutcomesOfAll() {
    execute(
        """
        insert into runs (stage, job, state, queued, started, ended, items_in, items_out, bytes)
        select 'media', 'generate_audio', 'DONE', at - interval '500 ms', at,
          at + n * interval '1 second', n, 1, 1000
        from generate_series(1, 100) n, lateral (select now() - n * interval '1 minute' as at) t""");
    execute(
        """
        insert into runs (stage, job, state, queued, ended)
        values ('media', 'generate_audio', 'SKIPPED', now(), now()),
          ('media', 'generate_images', 'SKIPPED', now(), now()),
          ('media', 'long_ago', 'DONE', now() - interval '9 days', now() - interval '9 days')""");

    var jobs = new JobStatistics(DATABASE.get()).of(7);

    assertEquals(2, jobs.size());
    var audio = jobs.getFirst();
    assertEquals("generate_audio", audio.job());
    assertEquals(101, audio.runs());
    assertEquals(new Outcomes(100, 0, 0, 0, 1, 0), audio.outcomes());
    assertEquals(Duration.ofSeconds(50), audio.took().p50());
    assertEquals(Duration.ofSeconds(95), audio.took().p95());
    assertEquals(Duration.ofSeconds(100), audio.took().max());
    assertEquals(Duration.ofMillis(500), audio.waitedP50());
    assertEquals(5050, audio.in());
    assertEquals(100_000, audio.bytes());
    assertNull(jobs.getLast().took().p50(), "it never ran");
  }

  @Test
  void aCyclesLatencyIsFromItsFirstArticleToTheFirstPublicationAboutOne() {
    execute(
        """
        insert into cycles (worker, mode, state, started, ended)
        values ('w', 'improved', 'DONE', now() - interval '10 min', now() - interval '5 min'),
          ('w', 'improved', 'DONE', now() - interval '4 min', now())""");
    execute("insert into stories (language, created, updated) values ('en', now(), now())");
    execute(
        """
        insert into articles (outlet, url, title, body, language, published, first_seen, story_id)
        select 'o', 'u', 't', '', 'en', now(), now() - interval '540 s', id from stories""");
    execute(
        """
        insert into reports (story_id, version, input_hash, language, headline, lead, key_points,
          outlets, writer, written)
        select id, 1, '', 'en', '{}', '{}', '[]', '{}', '', now() from stories""");
    execute(
        """
        insert into posts (story_id, report_id, network, language, body, hashtags, link, written)
        select story_id, id, 'LOCAL', 'en', '', '{}', '', now() from reports""");
    execute("insert into accounts (network, name) values ('LOCAL', 'local')");
    execute(
        """
        insert into publications (post_id, post_version, account_id, format, state, published)
        select p.id, 1, a.id, f, 'PUBLISHED', now() - interval '500 s' + n * interval '100 s'
        from posts p, accounts a,
          lateral (values ('CARD', 0), ('REEL', 1)) as made (f, n)""");

    var cycles = new CycleHistory(DATABASE.get()).last(2);

    assertNull(cycles.getFirst().latency(), "it collected nothing");
    assertEquals(40, requireNonNull(cycles.getLast().latency()).toSeconds());
    assertEquals(Duration.ofMinutes(5), cycles.getLast().took());
  }

  private static void execute(String sql) {
    DATABASE.get().useTransaction(handle -> handle.execute(sql));
  }
}
