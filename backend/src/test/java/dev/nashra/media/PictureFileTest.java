package dev.nashra.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {
  private static final BufferedImage PICTURE =
      new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);

  @TempDir Path folder;

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    PictureFile.write(PICTURE, folder.resolve("2026/11/card.png"));
    try (var files = Files.list(folder.resolve("2026/11"))) {
      assertArrayEquals(
          new String[] {"card.png"},
          files.map(file -> file.getFileName().toString()).toArray(String[]::new));
    }
  }

  @Test
  void theEndOfTheNameDecidesTheKind() throws IOException {
    PictureFile.write(PICTURE, folder.resolve("a.PNG"));
    PictureFile.write(PICTURE, folder.resolve("a.jpeg"));
    assertEquals((byte) 'P', Files.readAllBytes(folder.resolve("a.PNG"))[1]);
    assertEquals((byte) 0xFF, Files.readAllBytes(folder.resolve("a.jpeg"))[0]);
    assertThrows(
        IllegalArgumentException.class, () -> PictureFile.write(PICTURE, folder.resolve("a.gif")));
  }
}
