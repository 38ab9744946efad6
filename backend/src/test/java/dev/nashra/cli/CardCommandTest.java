package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardCommandTest {
  private static final String STORY =
      "{\"id\":3,\"headline\":\"خبر عاجل\",\"sources\":[\"The Quay\"]}";

  @TempDir Path folder;

  @Test
  void theCardIsWrittenAndNamed() throws IOException {
    var file = folder.resolve("new/card.png");
    var run = run(STORY, "--out", file.toString(), "--size", "1200x630", "--json");
    assertEquals(0, run.exit());
    assertEquals(1200, ImageIO.read(file.toFile()).getWidth());
    assertEquals(
        "{\"file\":\"%s\",\"format\":\"link\",\"width\":1200,\"height\":630,\"bytes\":%d}"
            .formatted(file, Files.size(file)),
        run.output().strip());
  }

  @Test
  void aStoryThatCannotBeReadIsBadUsageAndWritesNothing() {
    var file = folder.resolve("card.png");
    var run = run("{oops", "--out", file.toString());
    assertEquals(2, run.exit());
    assertTrue(run.errors().startsWith("The story on standard input is not JSON"), run.errors());
    assertFalse(Files.exists(file));
  }

  @Test
  void optionsThatCannotBeUsedAreNamed() {
    var out = folder.resolve("card.png").toString();
    assertEquals(2, run(STORY, "--out", folder.resolve("card.gif").toString()).exit());
    assertEquals(2, run(STORY, "--out", out, "--format", "poster").exit());
    assertEquals(2, run(STORY, "--out", out, "--primary", "blue").exit());
    var missing = run(STORY, "--out", out, "--logo", folder.resolve("no.png").toString());
    assertEquals(2, missing.exit());
    assertTrue(missing.errors().contains("no.png"), missing.errors());
  }

  @Test
  void aFileThatCannotBeWrittenIsAFailure() throws IOException {
    var notAFolder = Files.writeString(folder.resolve("file"), "x");
    assertEquals(1, run(STORY, "--out", notAFolder.resolve("card.png").toString()).exit());
  }

  private record Run(int exit, String output, String errors) {}

  private static Run run(String story, String... arguments) {
    var in = System.in;
    var out = System.out;
    var err = System.err;
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(story.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
      var exit = new picocli.CommandLine(new CardCommand()).execute(arguments);
      return new Run(
          exit, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }
}
