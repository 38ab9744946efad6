package dev.nashra.article.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the outlet is called, and whether some words are only its name. */
final class SiteName {
  private static final int MAX_LENGTH = 80;

  private static final List<String> METAS =
      List.of("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher");

  private final List<String> names;
  private final List<String> folded;

  SiteName(Page page) {
    // Some pages fill every name they can be given with the headline.
    var title =
        page.metas()
            .first(List.of("og:title"))
            .or(page.data()::headline)
            .map(Prose::fold)
            .orElse("");
    names =
        Stream.of(
                page.metas().all(List.of("og:site_name")),
                page.data().publisher().stream().filter(name -> !Prose.fold(name).equals(title)),
                page.metas().all(METAS).filter(name -> !Prose.fold(name).equals(title)),
                host(page.url()).stream())
            .flatMap(name -> name)
            .filter(
                name -> !name.isBlank() && name.length() <= MAX_LENGTH && !name.startsWith("http"))
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
