package dev.nashra.broadcast;

import dev.nashra.broadcast.EditionContent.Item;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** An edition as feed readers show it: plain HTML without styles. */
final class FeedBody {
  private static final int HEADLINES = 3;

  private FeedBody() {}

  static String html(Edition edition, Wording words) {
    var body = new Element("div").attr("dir", words.direction());
    edition.content().top().forEach(item -> tell(body, item, words));
    if (!edition.content().rest().isEmpty()) {
      body.appendElement("h2").text(words.phrase("rest"));
      var list = body.appendElement("ul");
      for (var item : edition.content().rest()) {
        list.appendElement("li").appendElement("strong").text(item.headline().text());
      }
    }
    return body.outerHtml();
  }

  /** The first headlines in a line. */
  static String summary(Edition edition) {
    return Stream.concat(edition.content().top().stream(), edition.content().rest().stream())
        .limit(HEADLINES)
        .map(item -> item.headline().text())
        .collect(Collectors.joining(" · "));
  }

  private static void tell(Element body, Item item, Wording words) {
    body.appendElement("h3").text(item.headline().text());
    if (!item.leadRepeats()) {
      body.appendElement("p").text(item.lead().text());
    }
    if (!item.points().isEmpty()) {
      var list = body.appendElement("ul");
      item.points().forEach(point -> list.appendElement("li").text(point.text()));
    }
    var sources = body.appendElement("p").appendElement("small");
    sources.appendText(words.phrase("sources") + ": ");
    for (var source : item.sources()) {
      if (source.number() > 1) {
        sources.appendText(words.phrase("comma"));
      }
      var url = EditionPlan.safe(source.url());
      if (url.isEmpty()) {
        sources.appendText(source.outlet());
      } else {
        sources.appendElement("a").attr("href", url).text(source.outlet());
      }
    }
  }
}
