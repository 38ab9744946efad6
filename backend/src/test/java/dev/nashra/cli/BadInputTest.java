package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What people give by mistake is answered with a line that says what is wrong. */
@Timeout(120)
final class BadInputTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  @Test
  void aFolderThatCannotBeMadeIsNamedWithoutAStackTrace() throws Exception {
    Files.writeString(folder.resolve("file"), "in the way");

    var ended = run(Map.of("DATA_DIR", "file/data"), "sources", "list");

    assertEquals(1, ended.code());
    assertTrue(ended.err().contains("cannot be made: "), ended::err);
    assertFalse(ended.err().contains("\tat "), ended::err);
  }

  @Test
  void aFileThatIsNotThereOrAFolderIsBadUsage() throws Exception {
    var url = DATABASE.url();
    var database =
        Map.of(
            "DATABASE_URL",
            url.jdbc()
                .replace(
                    "jdbc:postgresql://",
                    "postgres://%s:%s@".formatted(url.user(), url.password())));
    for (var file : new String[] {"nope.opml", "."}) {
      var ended = run(database, "sources", "import", file);

      assertEquals(2, ended.code(), ended::err);
      assertTrue(
          ended.err().startsWith("there is no nope.opml")
              || ended.err().startsWith(".: Is a directory"),
          ended::err);
    }
  }

  @Test
  void aSettingOutOfAListSaysWhatItMayBe() throws Exception {
    var ended = run(Map.of("LOG_FORMAT", "yaml"), "config");

    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("LOG_FORMAT is \"yaml\"; it may be text or json"), ended::err);
  }

  @Test
  void binaryIsNoPage() throws IOException {
    var file = folder.resolve("page.html");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0, (byte) 0xff, 'x'});

    var answer = new ExtractFilter().answer("7\t" + file + "\thttps://courier.example/a");

    assertEquals("The file is no text.", answer.error());
    assertNull(answer.text());
    Files.write(file, "<h1>Rain</h1><p>It rains.</p>".getBytes(StandardCharsets.UTF_16));
    assertNull(new ExtractFilter().answer("7\t" + file + "\t").error());
  }

  /** As when standard output goes to a program such as {@code head}, which has seen enough. */
  @Test
  void aFilterThatNobodyReadsAnyMoreStops() {
    var lines = IntStream.range(0, 10_000).mapToObj(i -> "line " + i + "\n");
    var input = lines.collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    var before = System.in;
    var stdout = System.out;
    var unread = new java.io.ByteArrayInputStream(input);
    try {
      System.setIn(unread);
      System.setOut(new PrintStream(new Closed(), false, StandardCharsets.UTF_8));
      assertEquals(1, Nashra.commandLine().execute("language"));
    } finally {
      System.setIn(before);
      System.setOut(stdout);
    }
    assertTrue(unread.available() > 0, "it does not read to the end");
  }

  private static final class Closed extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  private NashraProcess run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return NashraProcess.run(folder, environment, arguments);
  }
}
