package dev.nashra.article.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the outlet is called, and whether some words are only its name. */
final class SiteName {
  private static final List<String> METAS =
      List.of(
          "og:site_name",
          "application-name",
          "apple-mobile-web-app-title",
          "publisher",
          "dc.publisher");

  private final List<String> names;
  private final List<String> folded;

  SiteName(Page page) {
    names =
        Stream.of(
                page.metas().all(METAS.subList(0, 1)),
                page.data().publisher().stream(),
                page.metas().all(METAS.subList(1, METAS.size())),
                host(page.url()).stream())
            .flatMap(name -> name)
            .filter(name -> !name.isBlank() && name.length() <= 80 && !name.startsWith("http"))
            .distinct()
            .toList();
    folded =
        Stream.concat(names.stream(), host(page.url()).map(SiteName::mainLabel).stream())
            .map(Prose::fold)
            .filter(name -> name.length() > 1)
            .toList();
  }

  Optional<String> best() {
    return names.stream().findFirst();
  }

  /** "BBC News" and "bbc.co.uk" both name a site that calls itself "BBC". */
  boolean isNamedBy(String words) {
    var said = Prose.fold(words);
    return !said.isEmpty()
        && said.length() <= 60
        && folded.stream().anyMatch(name -> name.equals(said) || overlaps(name, said));
  }

  /** The same words exactly: for authors, where a name may well contain the outlet's. */
  boolean is(String words) {
    return folded.contains(Prose.fold(words));
  }

  private static boolean overlaps(String name, String said) {
    int shorter = Math.min(name.length(), said.length());
    return shorter >= 3
        && (name.startsWith(said)
            || name.endsWith(said)
            || said.startsWith(name)
            || said.endsWith(name));
  }

  static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT))
          .map(host -> host.startsWith("www.") ? host.substring(4) : host);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** "news.example.co.uk" gives "example". */
  private static String mainLabel(String host) {
    var labels = List.of(host.split("\\.", 10));
    int last = labels.size() - 2;
    while (last > 0 && labels.get(last).length() <= 3) {
      last--;
    }
    return labels.get(Math.max(last, 0));
  }
}
