package dev.nashra.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the picture of an entry: the largest that it names for itself, else one in its text. */
final class EntryImage {
  private static final Pattern FILE =
      Pattern.compile("(?i)\\.(?:jpe?g|png|webp|avif|gif)(?:[?#].*)?$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private EntryImage() {}

  /** Null when there is none; the texts are sanitised HTML. */
  static @Nullable String of(
      Fields fields,
      @Nullable String base,
      List<Enclosure> enclosures,
      @Nullable String summary,
      @Nullable String content) {
    var candidates = new ArrayList<Element>();
    fields.all("media:content").stream().filter(EntryImage::isImage).forEach(candidates::add);
    candidates.addAll(fields.all("media:thumbnail"));
    var url = largest(candidates, base);
    if (url == null) {
      url = of(enclosures);
    }
    if (url == null) {
      url = Links.web(fields.attribute("href", "itunes:image", "googleplay:image"), base);
    }
    if (url == null) {
      url = inText(content);
    }
    return url == null ? inText(summary) : url;
  }

  /** The first picture among files. */
  static @Nullable String of(List<Enclosure> enclosures) {
    for (var enclosure : enclosures) {
      var type = enclosure.type();
      if (type == null ? FILE.matcher(enclosure.url()).find() : type.startsWith("image")) {
        return enclosure.url();
      }
    }
    return null;
  }

  /** The first picture in sanitised HTML. */
  static @Nullable String inText(@Nullable String html) {
    if (html == null || !html.contains("<img")) {
      return null;
    }
    var image = Jsoup.parseBodyFragment(html).selectFirst("img[src]");
    return image == null ? null : image.attr("src");
  }

  private static @Nullable String largest(List<Element> elements, @Nullable String base) {
    String largest = null;
    int width = -1;
    for (var element : elements) {
      var url = Links.web(element.attr("url"), Links.base(element, base));
      if (url != null && width(element) > width) {
        largest = url;
        width = width(element);
      }
    }
    return largest;
  }

  private static boolean isImage(Element content) {
    var type = content.attr("type").toLowerCase(Locale.ROOT);
    var medium = content.attr("medium").toLowerCase(Locale.ROOT);
    return type.startsWith("image")
        || medium.equals("image")
        || (type.isEmpty() && medium.isEmpty() && FILE.matcher(content.attr("url")).find());
  }

  private static int width(Element element) {
    var width = element.attr("width").strip();
    return NUMBER.matcher(width).matches() ? Integer.parseInt(width) : 0;
  }
}
