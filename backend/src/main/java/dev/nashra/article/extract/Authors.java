package dev.nashra.article.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Who wrote the article, as names. */
final class Authors {
  private static final int MAX_AUTHORS = 12;
  private static final int MAX_NAME = 70;
  private static final int MAX_BYLINE = 160;

  private static final List<String> METAS =
      List.of(
          "author",
          "article:author",
          "article:authors",
          "articleauthor",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "dc.contributor",
          "byl",
          "byline",
          "cxenseparse:author",
          "citation_author",
          "rnews:author",
          "authors",
          "creator");

  private static final String MARKED =
      "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], [property=author]";

  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:written |reported |story |text |posted )?by|von|par|por|di|da|door|av|af|oleh|autor(?:es)?"
              + "|author|автор|текст|auteur"
              + "|بقلم|كتب[تـ]?|كتبه|كتبها|إعداد|اعداد|تحرير|حوار|تقرير|متابعة|حررته?|ترجمة|الكاتبة?)"
              + "(?:\\s*+[:：\\-–ـ]\\s*+|\\s++)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*+[;|•،/]\\s*+|\\s++(?:and|und|et|y|&|with|og|och|ve|и|та)\\s++",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NOISE =
      Pattern.compile("\\S+@\\S+|https?:\\S+|www\\.\\S+|@\\w+|\\([^)]*\\)|[\"“”«»]");

  private static final Pattern ROLE =
      Pattern.compile(
          ".*\\b(?:reporter|correspondent|editor|writer|journalist|staff|contributor|columnist|author|analyst"
              + "|redakteur(?:in)?|korrespondent(?:in)?|journaliste|periodista|corresponsal)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private final Page page;
  private final SiteName site;

  Authors(Page page, SiteName site) {
    this.page = page;
    this.site = site;
  }

  /** People before the outlet itself, and what is told to machines before what is printed. */
  List<String> find() {
    var told = names(page.data().authors().stream());
    if (hasPerson(told)) {
      return told;
    }
    var metas = names(page.metas().all(METAS));
    if (hasPerson(metas) && told.isEmpty()) {
      return metas;
    }
    var printed = told.isEmpty() ? printed() : List.<String>of();
    return Stream.of(told, printed, metas)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private boolean hasPerson(List<String> names) {
    return names.stream().anyMatch(name -> !site.is(name));
  }

  private List<String> printed() {
    var marked =
        names(page.document().select(MARKED).stream().limit(20).map(Element::text).limit(5));
    return marked.isEmpty()
        ? byline().map(line -> names(Stream.of(line))).orElse(List.of())
        : marked;
  }

  /** The first short line that is named as the byline or starts like one, near the headline. */
  private Optional<String> byline() {
    var heading = page.document().selectFirst("h1");
    if (heading == null) {
      return Optional.empty();
    }
    Element scope = heading;
    for (int level = 0; level < 6 && scope.parent() != null; level++) {
      scope = scope.parent();
      var found =
          scope.stream()
              .filter(Authors::isByline)
              .map(Element::text)
              .filter(text -> !text.isBlank())
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isByline(Element element) {
    var text = element.text();
    if (text.isEmpty() || text.length() > MAX_BYLINE) {
      return false;
    }
    return Names.of(element)
            .anyMatch(
                words ->
                    words.contains("author")
                        || words.contains("byline")
                        || words.contains("writer"))
        && Prose.words(text) <= 8;
  }

  private List<String> names(Stream<String> lines) {
    var names = new LinkedHashMap<String, String>();
    lines
        .flatMap(line -> split(line).stream())
        .map(this::clean)
        .filter(Authors::isName)
        .limit(MAX_AUTHORS)
        .forEach(name -> names.putIfAbsent(Prose.fold(name), name));
    return List.copyOf(names.values());
  }

  private static List<String> split(String line) {
    if (line.startsWith("http") || line.length() > 400) {
      return List.of();
    }
    return Stream.of(BETWEEN.split(withoutPrefix(Prose.tidy(line))))
        .flatMap(part -> byCommas(part).stream())
        .toList();
  }

  /** "Ann Lee, Bo Ek" are two; "Ann Lee, Reporter" and "Ann Lee, Oslo" are one. */
  private static List<String> byCommas(String part) {
    var pieces = List.of(part.split("\\s*+,\\s*+", -1));
    if (pieces.size() > 1
        && pieces.stream()
            .allMatch(piece -> Prose.words(piece) > 1 && !ROLE.matcher(piece).matches())) {
      return pieces;
    }
    return List.of(pieces.getFirst());
  }

  private static String withoutPrefix(String line) {
    return PREFIX.matcher(line).replaceFirst("");
  }

  private String clean(String name) {
    var words = Prose.squeeze(NOISE.matcher(withoutPrefix(name)).replaceAll(" "));
    var dashed = List.of(words.split("\\s++[-–—]\\s++", -1));
    var chosen = dashed.stream().filter(site::is).findFirst().orElse(dashed.getFirst());
    return chosen.replaceAll("^[\\s:.,،\\-–—]++|[\\s:,،\\-–—]++$", "");
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= MAX_NAME
        && Prose.words(name) <= 8
        && name.codePoints().anyMatch(Character::isLetter)
        && !name.equalsIgnoreCase("admin")
        && !name.equalsIgnoreCase("null");
  }
}
