package dev.nashra.broadcast;

import dev.nashra.media.Brand;
import dev.nashra.media.Contrast;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of every page, in the newsroom's colours; it stands in the page itself. */
final class PageStyle {
  private PageStyle() {}

  static String of(Brand brand) {
    var ground = brand.primary();
    var letters = Contrast.reaching(Contrast.TEXT, Color.WHITE, ground);
    return ":root{--primary:%s;--on-primary:%s;--accent:%s}\n%s"
        .formatted(hex(ground), hex(letters), hex(brand.accent()), sheet());
  }

  private static String hex(Color color) {
    return "#%02x%02x%02x".formatted(color.getRed(), color.getGreen(), color.getBlue());
  }

  private static String sheet() {
    try (var stream = PageStyle.class.getResourceAsStream("edition.css")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
