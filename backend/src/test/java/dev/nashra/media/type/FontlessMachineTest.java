package dev.nashra.media.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a Java of its own, where fontconfig knows no font and nothing is remembered from before. */
class FontlessMachineTest {
  @TempDir Path folder;

  @Test
  void textIsDrawnWithoutAnyFontOfTheMachine() throws Exception {
    var fontless = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    var output = folder.resolve("output");
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
    builder.environment().put("FONTCONFIG_FILE", fontless.toString());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    var child = builder.start();
    try {
      assertTrue(child.waitFor(60, TimeUnit.SECONDS), "the child hangs");
      assertEquals(0, child.exitValue(), () -> read(output));
      assertTrue(read(output).contains("wide enough"), () -> read(output));
    } finally {
      child.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  /** What the other Java runs. */
  static final class Child {
    public static void main(String[] arguments) {
      var faces = Faces.bundled();
      var line = TextLine.of("خبر News 12%", faces.bold(), Direction.RIGHT_TO_LEFT, 60);
      System.out.println(line.ink().getWidth() > 250 ? "wide enough" : "too narrow");
    }
  }
}
