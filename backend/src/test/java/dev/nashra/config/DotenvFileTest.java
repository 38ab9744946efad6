package dev.nashra.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DotenvFileTest {
  private static final String VARIABLE = "WORKER_TYPE";

  @TempDir private Path folder;

  /** Line ends are written as {@code |} and {@code ~|}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "A=1|WORKER_TYPE=original|B=2|; A=1|WORKER_TYPE=improved|B=2|",
        "WORKER_TYPE=original; WORKER_TYPE=improved",
        "WORKER_TYPE = \"original\"  # slow~|B=2~|; WORKER_TYPE = \"improved\"  # slow~|B=2~|",
        "WORKER_TYPE='original'; WORKER_TYPE=improved",
        "WORKER_TYPE=; WORKER_TYPE=improved",
        "# How.|#WORKER_TYPE=original|B=2; # How.|WORKER_TYPE=improved|B=2",
        "#  WORKER_TYPE = original # x~|; WORKER_TYPE = improved # x~|",
        "# WORKER_TYPE=original is the old one.|B=2|;"
            + " # WORKER_TYPE=original is the old one.|B=2|WORKER_TYPE=improved|",
        "#WORKER_TYPE=original|WORKER_TYPE=original|; #WORKER_TYPE=original|WORKER_TYPE=improved|",
        "WORKER_TYPE=a|WORKER_TYPE=b|; WORKER_TYPE=a|WORKER_TYPE=improved|",
        "B=2; B=2|WORKER_TYPE=improved|",
        "B=2~|C=3; B=2~|C=3~|WORKER_TYPE=improved~|",
        "MY_WORKER_TYPE=original|; MY_WORKER_TYPE=original|WORKER_TYPE=improved|",
        "``; WORKER_TYPE=improved|"
      })
  void oneLineChangesAndTheRestStays(String before, String after) throws IOException {
    var file = write(lines(before));

    assertTrue(new DotenvFile(file).set(VARIABLE, "improved"));

    assertEquals(lines(after), Files.readString(file));
    assertEquals(lines(before), Files.readString(folder.resolve(".env.bak")));
    assertEquals(Optional.of("improved"), new DotenvFile(file).value(VARIABLE));
    var settings = Settings.load(Map.of(), file);
    assertEquals(WorkerType.IMPROVED, settings.get(Catalog.WORKER_TYPE));
    assertEquals(Settings.Origin.FILE, settings.origin(Catalog.WORKER_TYPE));
  }

  static Stream<byte[]> randomBytes() {
    var pieces =
        List.of("WORKER_TYPE", "=", "#", " ", "\n", "\r\n", "\"", "'", "original", "م\u0085", "\r");
    return IntStream.range(0, 200)
        .mapToObj(
            seed -> {
              var random = new Random(seed);
              var text = new StringBuilder();
              random
                  .ints(random.nextInt(30), 0, pieces.size())
                  .forEach(piece -> text.append(pieces.get(piece)));
              return text.toString().getBytes(random.nextBoolean() ? UTF_8 : ISO_8859_1);
            });
  }

  @ParameterizedTest
  @MethodSource("randomBytes")
  void whateverIsInTheFileItSaysTheNewValueAndNothingIsLost(byte[] before) throws IOException {
    var file = Files.write(folder.resolve(".env"), before);
    var dotenv = new DotenvFile(file);

    var changed = dotenv.set(VARIABLE, "improved");

    assertTrue(changed);
    assertEquals(Optional.of("improved"), dotenv.value(VARIABLE));
    assertArrayEquals(before, Files.readAllBytes(dotenv.backup()));
    var ends = before.length == 0 || before[before.length - 1] == '\n' ? 0 : 1;
    assertTrue(
        Math.abs(count(Files.readAllBytes(file)) - count(before)) <= 1 + ends, "lines come or go");
    assertFalse(dotenv.set(VARIABLE, "improved"));
  }

  private static long count(byte[] text) {
    return IntStream.range(0, text.length).filter(i -> text[i] == '\n').count();
  }

  @Test
  void aMissingFileIsMadeWithoutABackup() throws IOException {
    var dotenv = new DotenvFile(folder.resolve(".env"));

    assertTrue(dotenv.set(VARIABLE, "original"));

    assertEquals("WORKER_TYPE=original\n", Files.readString(dotenv.path()));
    assertEquals(Optional.empty(), dotenv.backupMade());
  }

  @Test
  void whatTheFileSaysAlreadyIsNotWritten() throws IOException {
    var file = write("WORKER_TYPE=original\n");

    assertFalse(new DotenvFile(file).set(VARIABLE, "original"));

    assertEquals(List.of(".env"), names());
  }

  @Test
  void permissionsStayAndALinkStaysALink() throws IOException {
    var real = write("AI_API_KEY=hush\n");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    var link = Files.createSymbolicLink(folder.resolve("link"), real);

    new DotenvFile(link).set(VARIABLE, "original");

    assertTrue(Files.isSymbolicLink(link));
    assertEquals("AI_API_KEY=hush\nWORKER_TYPE=original\n", Files.readString(link));
    assertEquals("rw-r-----", permissions(real));
    assertEquals("rw-r-----", permissions(folder.resolve(".env.bak")));
    assertEquals(List.of(".env", ".env.bak", "link"), names());
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve(".env"), text);
  }

  private static String lines(String text) {
    return text.replace('~', '\r').replace('|', '\n');
  }
}
