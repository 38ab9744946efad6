package dev.nashra.sample;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an outlet's pages have in common: its head, masthead and navigation. */
final class PageFrame {
  private PageFrame() {}

  static Map<String, String> of(Imprint imprint) {
    var outlet = imprint.outlet();
    return Map.of(
        "language", outlet.language(),
        "charset", outlet.charset(),
        "outlet", outlet.name(),
        "tagline", outlet.tagline(),
        "colour", outlet.colour(),
        "home", outlet.home(),
        "alternate", alternate(imprint),
        "navigation", navigation(outlet));
  }

  private static String alternate(Imprint imprint) {
    var type =
        switch (imprint.outlet().kind()) {
          case RSS -> "application/rss+xml";
          case ATOM -> "application/atom+xml";
          case JSONFEED -> "application/feed+json";
          case SECTION, TELEGRAM, BROKEN, ERROR -> "";
        };
    return type.isEmpty()
        ? ""
        : "<link rel=\"alternate\" type=\""
            + type
            + "\" href=\""
            + imprint.url(imprint.outlet().path())
            + "\">\n";
  }

  private static String navigation(SampleOutlet outlet) {
    var sections = outlet.sections();
    return IntStream.range(0, sections.size())
        .mapToObj(i -> Markup.item(outlet.home() + "?section=" + (i + 1), sections.get(i)))
        .collect(Collectors.joining());
  }
}
