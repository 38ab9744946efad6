package dev.nashra.publish.local;

import dev.nashra.media.Brand;
import dev.nashra.media.Contrast;
import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;

/** The newsroom's colours as style sheet variables, each readable where it is used. */
final class PageLook {
  private static final double STRONG_BY_DAY = 9;
  private static final double STRONG_BY_NIGHT = 13;
  private static final double LINK_BY_NIGHT = 7;
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
            ground(brand, light, Color.WHITE, STRONG_BY_DAY, Contrast.TEXT),
            ground(
                brand,
                dark,
                Contrast.mix(dark, Color.WHITE, 0.06),
                STRONG_BY_NIGHT,
                LINK_BY_NIGHT));
  }

  /** The choice of a language on the front page, which works without a script. */
  static String languageChoice(List<String> languages) {
    return languages.stream()
        .filter(language -> language.matches("[A-Za-z-]{2,12}"))
        .map(
            language ->
                """
                body:has(.tabs [value="%1$s"]:checked) [data-language]:not([data-language="%1$s"]) \
                { display: none; }
                """
                    .formatted(language))
        .collect(Collectors.joining());
  }

  private static String ground(Brand brand, Color ground, Color sheet, double strong, double link) {
    var ink = Contrast.reaching(strong, brand.primary(), ground);
    return "  --ground: %s; --sheet: %s; --ink: %s; --quiet: %s; --line: %s; --link: %s;"
        .formatted(
            hex(ground),
            hex(sheet),
            hex(ink),
            hex(Contrast.reaching(Contrast.TEXT, Contrast.mix(ink, ground, 0.45), sheet)),
            hex(Contrast.mix(ground, ink, 0.14)),
            hex(Contrast.reaching(link, brand.primary(), sheet)));
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }
}
