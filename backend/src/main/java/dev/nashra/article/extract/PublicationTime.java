package dev.nashra.article.extract;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** When the article was published, by the best witness on the page. */
final class PublicationTime {
  private static final int MAX_PRINTED = 120;
  private static final int MAX_WITNESSES = 200;

  private static final List<String> METAS =
      List.of(
          "article:published_time",
          "datepublished",
          "article:published",
          "og:published_time",
          "parsely-pub-date",
          "sailthru.date",
          "cxenseparse:publishtime",
          "cxenseparse:recs:publishtime",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "published_time",
          "published-date",
          "publication_date",
          "publication-date",
          "article.published",
          "article_date_original",
          "originalpublicationdate",
          "dc.date.issued",
          "dcterms.issued",
          "dc.date",
          "dcterms.date",
          "dc.date.created",
          "dcterms.created",
          "date.available",
          "date.created",
          "article.created",
          "citation_publication_date",
          "release_date",
          "displaydate",
          "date",
          "og:pubdate",
          "rnews:datepublished");

  private static final Set<String> NAMES =
      Set.of("date", "time", "published", "publish", "pubdate", "timestamp", "posted");

  private static final List<String> MODIFIED =
      List.of("article:modified_time", "datemodified", "og:updated_time");

  private static final Pattern URL_DATE =
      Pattern.compile("[/_-](19[89]\\d|20\\d\\d)[/_-]?([01]?\\d)[/_-]?([0-3]?\\d)(?=[/_.-]|$)");
  private static final Pattern URL_NAMED_DATE =
      Pattern.compile("/(20\\d\\d)/([a-z]{3,9})/(\\d{1,2})/");

  private final Page page;

  PublicationTime(Page page) {
    this.page = page;
  }

  Optional<Instant> find() {
    var witnesses =
        Stream.of(
                page.data().published().stream(),
                page.metas().all(METAS),
                marked(
                    "[itemprop=datePublished], [property=datePublished], time[pubdate], abbr.published"),
                nearHeadline())
            .flatMap(times -> times)
            .limit(MAX_WITNESSES)
            .flatMap(printed -> PrintedTime.in(printed).stream())
            .toList();
    if (!witnesses.isEmpty()) {
      return Optional.of(completed(witnesses).instant());
    }
    return inAddress()
        .or(
            () ->
                Stream.concat(page.data().modified().stream(), page.metas().all(MODIFIED))
                    .flatMap(printed -> PrintedTime.in(printed).stream())
                    .findFirst())
        .map(PrintedTime::instant);
  }

  /** The first witness, with the zone or the time of day that another one adds to it. */
  private static PrintedTime completed(List<PrintedTime> witnesses) {
    var time = witnesses.getFirst();
    for (var other : witnesses) {
      if (time.isCompletedBy(other)) {
        time = other;
      }
    }
    return time;
  }

  private Stream<String> marked(String selector) {
    return page.document().select(selector).stream().map(PublicationTime::printed);
  }

  /** The times and short dated lines that belong most closely to the headline. */
  private Stream<String> nearHeadline() {
    var dated =
        page.document().stream()
            .filter(e -> e.normalName().equals("time") || isNamedDate(e))
            .limit(MAX_WITNESSES);
    return new NearHeadline(page.document()).nearest(dated).stream().map(PublicationTime::printed);
  }

  private static boolean isNamedDate(Element element) {
    return Names.of(element).anyMatch(words -> !Collections.disjoint(words, NAMES))
        && ShortText.of(element, MAX_PRINTED).flatMap(PrintedTime::in).isPresent();
  }

  private static String printed(Element element) {
    return Stream.of("datetime", "content", "title")
        .map(element::attr)
        .filter(value -> PrintedTime.in(value).isPresent())
        .findFirst()
        .orElseGet(() -> ShortText.of(element, MAX_PRINTED).orElse(""));
  }

  private Optional<PrintedTime> inAddress() {
    var numbers = URL_DATE.matcher(page.url());
    while (numbers.find()) {
      var date = PrintedTime.in(numbers.group(1) + '-' + numbers.group(2) + '-' + numbers.group(3));
      if (date.isPresent()) {
        return date;
      }
    }
    var named = URL_NAMED_DATE.matcher(page.url());
    return named.find()
        ? PrintedTime.in(named.group(3) + ' ' + named.group(2) + ' ' + named.group(1))
        : Optional.empty();
  }
}
