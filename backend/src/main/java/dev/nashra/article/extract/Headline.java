package dev.nashra.article.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The article's headline without the site's name. */
final class Headline {
  private static final int MAX_LENGTH = 500;
  private static final int TAIL_WORDS = 3;
  private static final List<String> METAS =
      List.of("twitter:title", "parsely-title", "sailthru.title", "dc.title", "title");

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s++[-|–—―•·»«:/~]{1,2}\\s++|\\s*+[|｜：]\\s*+|\\s::\\s");
  private static final Pattern CUT_OFF = Pattern.compile("\\s*+(?:…|\\.\\.\\.)$");

  private final Page page;
  private final SiteName site;

  Headline(Page page, SiteName site) {
    this.page = page;
    this.site = site;
  }

  Optional<String> find() {
    var shown = shown();
    return Stream.of(
            page.metas().first(List.of("og:title")).stream(),
            confirmed().stream(),
            page.data().headline().stream(),
            shown.stream(),
            page.metas().all(METAS),
            withoutTail(page.document().title()))
        .flatMap(told -> told)
        .map(Prose::tidy)
        .filter(told -> !told.isEmpty() && told.length() <= MAX_LENGTH && !site.is(told))
        .map(told -> whole(withoutSite(told), shown))
        .findFirst();
  }

  /** The headings that the window title contains. */
  private List<String> confirmed() {
    var title = Prose.fold(page.document().title());
    return headings().stream()
        .filter(heading -> title.contains(Prose.fold(heading)) && Prose.words(heading) > 2)
        .toList();
  }

  /** The heading on the page: the one that the window title contains, else the likeliest. */
  private List<String> shown() {
    var confirmed = confirmed();
    var headings = headings();
    if (!confirmed.isEmpty() || headings.size() == 1) {
      return confirmed.isEmpty() ? headings : confirmed;
    }
    return headings.stream().filter(heading -> Prose.words(heading) > 3).limit(1).toList();
  }

  private List<String> headings() {
    return page.document().select("h1, [itemprop=headline]").stream()
        .map(Element::text)
        .map(Prose::squeeze)
        .filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH)
        .distinct()
        .toList();
  }

  /**
   * A window title mostly ends in the site's name, even where nothing else on the page tells it.
   */
  private static Stream<String> withoutTail(String title) {
    var end = lastSeparator(title);
    if (end == null
        || Prose.words(title.substring(end.end())) > TAIL_WORDS
        || Prose.words(title.substring(0, end.start())) < TAIL_WORDS) {
      return Stream.of(title);
    }
    return Stream.of(title.substring(0, end.start()));
  }

  /** Takes the site's name off either end: "Quake hits coast | World | The Courier". */
  private String withoutSite(String told) {
    var title = told;
    for (var start = lastSeparator(title); start != null; start = lastSeparator(title)) {
      var tail = title.substring(start.end());
      if (!site.isNamedBy(tail)) {
        break;
      }
      title = title.substring(0, start.start());
    }
    var first = SEPARATOR.matcher(title);
    if (first.find() && first.start() > 0 && site.is(title.substring(0, first.start()))) {
      title = title.substring(first.end());
    }
    return title.isBlank() ? told : title;
  }

  private static @Nullable MatchResult lastSeparator(String title) {
    return SEPARATOR
        .matcher(title)
        .results()
        .filter(m -> m.start() > 0)
        .reduce((a, b) -> b)
        .orElse(null);
  }

  /**
   * What the page shows, where it is this title with more at its end cut off or less added to it.
   */
  private static String whole(String title, List<String> shown) {
    var start = CUT_OFF.matcher(title).replaceFirst("");
    for (var heading : shown) {
      boolean longer = start.length() < title.length() && heading.startsWith(start);
      boolean shorter =
          title.startsWith(heading)
              && SEPARATOR.matcher(title.substring(heading.length())).lookingAt();
      if (longer || shorter) {
        return heading;
      }
    }
    return title;
  }
}
