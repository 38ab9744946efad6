package dev.nashra.media.card;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brand;
import dev.nashra.media.Contrast;
import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  @ParameterizedTest
  @MethodSource("seeds")
  void everythingCanBeReadWhateverColoursABrandHas(long seed) {
    var random = new SplittableRandom(seed);
    var brand = Brand.DEFAULT.withColors(color(random), color(random), color(random));
    for (var palette : List.of(Palette.dark(brand), Palette.light(brand), Palette.vivid(brand))) {
      assertReadable(palette.ink(), palette.ground());
      assertReadable(palette.soft(), palette.ground());
      assertReadable(palette.onAccent(), palette.accent());
      assertReadable(palette.soft(), palette.shadedTowards(brand.primary(), 1));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private static Color color(SplittableRandom random) {
    return new Color(random.nextInt(1 << 24));
  }

  private static void assertReadable(Color text, Color ground) {
    var ratio = Contrast.ratio(text, ground);
    // The most that any ink reaches on a middling ground is a little above 4.5.
    assertTrue(ratio >= Contrast.TEXT - 0.01, () -> text + " on " + ground + ": " + ratio);
  }
}
