package dev.nashra.sample;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the server's own front page: all outlets with the address to add as a source. */
final class KioskPage {
  private KioskPage() {}

  static String print(List<SampleOutlet> outlets, String baseUrl) {
    return Template.open("kiosk.html")
        .with(
            "rows",
            outlets.stream().map(outlet -> row(outlet, baseUrl)).collect(Collectors.joining()))
        .text();
  }

  private static String row(SampleOutlet outlet, String baseUrl) {
    var name =
        outlet.articles().isEmpty()
            ? Markup.escape(outlet.name())
            : Markup.link(outlet.home(), outlet.name());
    return "<tr><td lang=\"%s\">%s</td><td>%s</td><td>%s</td><td><code>%s</code></td><td>%d</td></tr>\n"
        .formatted(
            outlet.language(),
            name,
            outlet.language(),
            outlet.kind().name().toLowerCase(Locale.ROOT),
            Markup.link(baseUrl + outlet.path(), baseUrl + outlet.path()),
            outlet.articles().size());
  }
}
