package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.config.Settings;
import dev.nashra.sample.OutletKind;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.source.NewSource;
import dev.nashra.source.SourceKind;
import dev.nashra.store.Database;
import dev.nashra.store.TestDatabase;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same input in both modes gives the same stories, posts and pictures. */
@Timeout(180)
final class BothModesTest {
  @RegisterExtension static final TestDatabase ONE = new TestDatabase();
  @RegisterExtension static final TestDatabase OTHER = new TestDatabase();

  private static final int OUTLETS = 8;
  private static final Duration LONG = Duration.ofHours(1);

  /** Sound and video take minutes and are made by the same code in both. */
  private static final Set<String> LEFT_OUT =
      Set.of("generate_audio", "generate_reels", "generate_all_broadcasts");

  private static final String STORIES =
      """
      select s.language || ' ' || string_agg(substring(a.url from '[^/]*$'), ' ' order by a.url)
      from stories s join articles a on a.story_id = s.id
      where s.merged_into is null group by s.id""";

  /** Without the numbers of the articles, which are given in the order of their arrival. */
  private static final String POSTS =
      """
      select p.network || ' ' || p.version || ' ' || concat_ws(' / ', r.headline ->> 'text',
        r.lead ->> 'text', (select string_agg(k ->> 'text', ' / ') from
          jsonb_array_elements(r.key_points) k), p.body, p.link)
      from posts p join reports r on r.id = p.report_id""";

  private static final String PUBLISHED =
      """
      select a.name || ' ' || u.format || ' ' || u.state || ' ' || p.body
      from publications u join posts p on p.id = u.post_id join accounts a on a.id = u.account_id""";

  private static final String PICTURES =
      """
      select r.kind || ' ' || r.width || 'x' || r.height || ' ' || (p.headline ->> 'text') as what,
        r.file
      from renderings r join reports p on p.id = r.report_id""";

  @TempDir private Path folder;

  @Test
  void theSameInputGivesTheSameInBothModes() throws Exception {
    try (var sample = new SampleNewsroom(0, Instant.now().truncatedTo(ChronoUnit.HOURS))) {
      var original = made(sample, ONE, Mode.ORIGINAL, "original");
      var improved = made(sample, OTHER, Mode.improved(true, true, LONG), "improved");

      assertTrue(original.stories().size() > 5, () -> "stories: " + original.stories());
      assertTrue(original.pictures().size() > 10, () -> "pictures: " + original.pictures());
      assertSame(original.stories(), improved.stories());
      assertSame(original.posts(), improved.posts());
      assertSame(original.published(), improved.published());
      assertSame(original.pictures(), improved.pictures());
    }
  }

  private static void assertSame(List<String> original, List<String> improved) {
    assertEquals(text(without(original, improved)), text(without(improved, original)));
    assertEquals(original.size(), improved.size());
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(line -> !others.contains(line)).toList();
  }

  private record Made(
      List<String> stories, List<String> posts, List<String> published, List<String> pictures) {}

  private Made made(SampleNewsroom sample, TestDatabase database, Mode mode, String name)
      throws Exception {
    var settings = settings(name);
    var newsroom = Newsroom.open(settings, database.get());
    for (var outlet : sample.outlets().subList(0, OUTLETS)) {
      newsroom
          .sources()
          .add(
              new NewSource(
                  sample.addressOf(outlet),
                  outlet.kind() == OutletKind.SECTION ? SourceKind.SECTION : SourceKind.AUTO,
                  outlet.name(),
                  outlet.language(),
                  outlet.kind() == OutletKind.SECTION ? "*" + outlet.articleFolder() + "*" : null,
                  null));
    }
    var stages = newsroom.stages().stream().map(BothModesTest::withoutSound).toList();
    try (var rig = EngineRig.start(database.get(), mode, LONG, 4, stages)) {
      assertTrue(rig.worker().runCycle());
    }
    var media = Folders.of(settings).media();
    return new Made(
        texts(database.get(), STORIES),
        texts(database.get(), POSTS),
        texts(database.get(), PUBLISHED),
        pictures(database.get(), media));
  }

  private Settings settings(String name) {
    return Settings.load(
        Map.of(
            "DATA_DIR", folder.resolve(name).toString(),
            "ALLOW_PRIVATE_NETWORK_HOSTS", "127.0.0.1",
            "MAX_ARTICLES_PER_SOURCE", "2"),
        folder.resolve(".env"));
  }

  private static Stage withoutSound(Stage stage) {
    var jobs = stage.jobs().stream().filter(job -> !LEFT_OUT.contains(job.name())).toList();
    return new Stage(stage.name(), stage.inOrder(), stage.slots(), jobs);
  }

  private static List<String> pictures(Database database, Path media) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(PICTURES)
                .map((row, _) -> row.getString("what") + " " + sum(media, row.getString("file")))
                .stream()
                .sorted()
                .toList());
  }

  private static String sum(Path media, String file) {
    try {
      var sum = new CRC32();
      sum.update(Files.readAllBytes(media.resolve(file)));
      return Long.toHexString(sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(Database database, String sql) {
    return database.inTransaction(
        handle -> handle.createQuery(sql).mapTo(String.class).stream().sorted().toList());
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }
}
