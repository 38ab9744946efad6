package dev.nashra.collect;

import dev.nashra.text.DateReader;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The part of a section page around one link: its headline, picture, date and lead. A card ends
 * where links to other articles begin.
 */
final class LinkCard {
  private static final int HIGHEST = 6;
  private static final int LONGEST_TITLE = 250;
  private static final int SHORTEST_TITLE = 12;
  private static final int SHORTEST_LEAD = 40;
  private static final String HEADING = "h1, h2, h3, h4, h5, h6, [role=heading]";
  private static final String HEADLINE =
      "[class*=headline], [class*=Headline], [class*=title], [class*=Title], [itemprop=headline]";
  private static final Pattern MORE =
      Pattern.compile(
          "(?iu)(?:read (?:more|full|the)|continue reading|more|full story|weiterlesen|mehr|lire (?:la suite|plus)"
              + "|leer más|más|leggi|подробнее|читать|devamı|اقرأ|إقرأ|المزيد|للمزيد|التفاصيل|شاهد|ادامه)\\b.*"
              + "|\\d+ ?\\p{L}*|[\\d:. /-]+");

  private final Element link;
  private final String key;
  private final @Nullable String base;

  LinkCard(Element link, String key, @Nullable String base) {
    this.link = link;
    this.key = key;
    this.base = base;
  }

  /** Whether the link is or stands in a heading. */
  boolean isHeaded() {
    return heading() != null;
  }

  /** How much the words of the link look like a headline: the better of two is kept. */
  int rank() {
    var title = title();
    if (title == null || MORE.matcher(title).matches()) {
      return 0;
    }
    if (heading() != null || link.selectFirst(HEADLINE) != null) {
      return 3;
    }
    return title.length() >= SHORTEST_TITLE ? 2 : 1;
  }

  @Nullable String title() {
    var heading = heading();
    var headline = heading == null ? link.selectFirst(HEADLINE) : heading;
    var text = headline == null ? null : PlainText.line(headline.text());
    if (text == null) {
      text = PlainText.line(link.text());
    }
    if (text == null || text.length() > LONGEST_TITLE || MORE.matcher(text).matches()) {
      text = firstOf(link.attr("aria-label"), link.attr("title"), imageText(), text);
    }
    return text == null || text.length() <= LONGEST_TITLE ? text : PostTitle.of(text);
  }

  @Nullable String image() {
    for (var image : card().select("img")) {
      for (var attribute : new String[] {"data-src", "data-lazy-src", "data-original", "src"}) {
        var url = Links.web(image.attr(attribute), base);
        if (url != null && !url.endsWith(".svg")) {
          return url;
        }
      }
    }
    return null;
  }

  @Nullable Instant published() {
    for (var time : card().select("time")) {
      var date = DateReader.read(time.hasAttr("datetime") ? time.attr("datetime") : time.text());
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** The longest paragraph of the card that is more than the headline; null when there is none. */
  @Nullable String lead() {
    String lead = null;
    for (var paragraph : card().select("p")) {
      var text = PlainText.line(paragraph.text());
      int longest = lead == null ? SHORTEST_LEAD : lead.length() + 1;
      if (text != null && text.length() >= longest && !text.equals(title())) {
        lead = text;
      }
    }
    return lead;
  }

  private @Nullable Element heading() {
    var around = link.closest(HEADING);
    return around == null ? link.selectFirst(HEADING) : around;
  }

  private Element card() {
    var card = link;
    for (int step = 0; step < HIGHEST; step++) {
      var parent = card.parent();
      if (parent == null || parent.normalName().equals("body") || leadsElsewhere(parent)) {
        return card;
      }
      card = parent;
    }
    return card;
  }

  private boolean leadsElsewhere(Element element) {
    for (var other : element.select("a[href]")) {
      var url = Links.web(other.attr("href"), base);
      if (url != null
          && !SectionPageReader.key(url).equals(key)
          && ArticleLink.isLikely(url, other.text(), false)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String imageText() {
    var image = link.selectFirst("img[alt]");
    return image == null ? null : image.attr("alt");
  }

  private static @Nullable String firstOf(@Nullable String... texts) {
    for (var text : texts) {
      var line = PlainText.line(text);
      if (line != null && line.length() <= LONGEST_TITLE && !MORE.matcher(line).matches()) {
        return line;
      }
    }
    return PlainText.line(texts[texts.length - 1]);
  }
}
