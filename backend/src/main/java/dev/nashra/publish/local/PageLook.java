package dev.nashra.publish.local;

import dev.nashra.media.Brand;
import dev.nashra.media.Contrast;
import java.awt.Color;

/** The newsroom's colours as style sheet variables, each readable where it is used. */
final class PageLook {
  private static final double STRONG = 9;
  private static final Color NIGHT = new Color(0x10161b);

  private PageLook() {}

  /** Variables for light and dark screens. */
  static String variables(Brand brand) {
    var light = brand.background();
    var dark = Contrast.mix(brand.primary(), NIGHT, 0.72);
    return """
    :root {
      --bar: %s; --on-bar: %s; --accent: %s; --on-accent: %s;
    %s
    }
    @media (prefers-color-scheme: dark) {
      :root {
    %s
      }
    }
    """
        .formatted(
            hex(brand.primary()),
            hex(Contrast.extremeOn(brand.primary())),
            hex(brand.accent()),
            hex(Contrast.extremeOn(brand.accent())),
            ground(brand, light, Color.WHITE, 0.55),
            ground(brand, dark, Contrast.mix(dark, Color.WHITE, 0.06), 0.35));
  }

  private static String ground(Brand brand, Color ground, Color sheet, double quiet) {
    var ink = Contrast.reaching(STRONG, brand.primary(), ground);
    return "  --ground: %s; --sheet: %s; --ink: %s; --quiet: %s; --line: %s; --link: %s;"
        .formatted(
            hex(ground),
            hex(sheet),
            hex(ink),
            hex(Contrast.reaching(Contrast.TEXT, Contrast.mix(ink, ground, quiet), sheet)),
            hex(Contrast.mix(ground, ink, 0.14)),
            hex(Contrast.reaching(Contrast.TEXT, brand.primary(), sheet)));
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }
}
