package dev.nashra.media.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes Java2D draw text on a machine without fonts and without fontconfig.
 *
 * <p>At its first use of a font, Java asks fontconfig for the machine's faces even when a program
 * brings its own, and throws when there is none. A two-line file answers in fontconfig's place. It
 * must be named before that first use, so {@link Faces} calls this before it loads anything.
 */
final class FontSetup {
  private static final String PROPERTY = "sun.awt.fontconfig";
  private static final String ANSWER = "version=1\nsequence.allfonts=default\n";

  private FontSetup() {}

  /** Does it once; whatever the operator set by {@code -D} stands. */
  static synchronized void prepare() {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, answerFile().toString());
    }
  }

  private static Path answerFile() {
    try {
      var file = Files.createTempFile("nashra-fonts", ".properties");
      file.toFile().deleteOnExit();
      return Files.writeString(file, ANSWER);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the font setup to the temporary folder", e);
    }
  }
}
