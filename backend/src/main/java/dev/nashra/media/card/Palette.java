package dev.nashra.media.card;

import dev.nashra.media.Brand;
import dev.nashra.media.Contrast;
import java.awt.Color;

/**
 * Colours that go together on one ground, made from the brand's so that all of it can be read.
 *
 * @param ground behind the text
 * @param ink the headline
 * @param soft body text and small type
 * @param accent marks; {@code onAccent} is text on them
 */
record Palette(Color ground, Color ink, Color soft, Color accent, Color onAccent) {
  private static final double DARK = 0.045;
  private static final double LIGHT = 0.78;
  private static final double HEADLINE = 8;

  /** More than text needs, because ornaments lie under it. */
  private static final double BODY = 6;

  private static final double SHADING_STEP = 0.05;

  /** Enough for a mark that carries no meaning of its own: the brand keeps its own accent. */
  private static final double DECORATION = 1.6;

  /** The brand's dark ground. */
  static Palette dark(Brand brand) {
    return on(darkened(brand.primary()), brand.background(), brand.accent());
  }

  /** The ground shaded towards a colour, up to this share, as far as all type stays readable. */
  Color shadedTowards(Color color, double share) {
    for (var tried = share; tried > 0; tried -= SHADING_STEP) {
      var shade = Contrast.mix(ground, color, tried);
      if (Contrast.ratio(soft, shade) >= Contrast.TEXT) {
        return shade;
      }
    }
    return ground;
  }

  /** The brand's light ground. */
  static Palette light(Brand brand) {
    return on(lightened(brand.background()), brand.primary(), brand.accent());
  }

  /** The accent itself as the ground. */
  static Palette vivid(Brand brand) {
    var extreme = Contrast.extremeOn(brand.accent());
    var ink = extreme.equals(Color.WHITE) ? brand.background() : darkened(brand.primary());
    return on(brand.accent(), ink, extreme.equals(Color.WHITE) ? brand.background() : ink);
  }

  private static Palette on(Color ground, Color ink, Color accent) {
    var headline = Contrast.reaching(HEADLINE, ink, ground);
    var soft = Contrast.reaching(BODY, Contrast.mix(headline, ground, 0.2), ground);
    var mark = Contrast.reaching(DECORATION, accent, ground);
    return new Palette(ground, headline, soft, mark, onMark(mark, ground, headline));
  }

  private static Color onMark(Color mark, Color ground, Color ink) {
    var better = Contrast.ratio(ground, mark) >= Contrast.ratio(ink, mark) ? ground : ink;
    return Contrast.reaching(Contrast.TEXT, better, mark);
  }

  private static Color darkened(Color color) {
    var dark = color;
    while (Contrast.luminance(dark) > DARK) {
      dark = Contrast.mix(dark, Color.BLACK, 0.06);
    }
    return dark;
  }

  private static Color lightened(Color color) {
    var light = color;
    while (Contrast.luminance(light) < LIGHT) {
      light = Contrast.mix(light, Color.WHITE, 0.06);
    }
    return light;
  }
}
