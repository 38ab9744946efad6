package dev.nashra.collect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The parts of an entry that RSS and Atom borrow from each other and from Media RSS. */
final class EntryParts {
  private static final int MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private EntryParts() {}

  /** Files by RSS {@code enclosure}, Atom links and {@code media:content}, each address once. */
  static List<Enclosure> enclosures(Fields fields, @Nullable String base) {
    var byUrl = new LinkedHashMap<String, Enclosure>();
    for (var element : fields.all(List.of("enclosure", "enc:enclosure"))) {
      add(byUrl, element, base);
    }
    for (var link : fields.all("atom:link")) {
      if (rel(link).equals("enclosure")) {
        add(byUrl, link, base);
      }
    }
    for (var element : fields.all("media:content")) {
      add(byUrl, element, base);
    }
    return new ArrayList<>(byUrl.values());
  }

  /** Names of categories in order, each once. */
  static List<String> categories(List<Element> elements) {
    var names = new LinkedHashSet<String>();
    for (var element : elements) {
      var name = category(element);
      if (name != null && names.size() < MOST) {
        names.add(name);
      }
    }
    return new ArrayList<>(names);
  }

  /** Adds what lists of keywords name, separated by commas. */
  static List<String> withKeywords(List<String> categories, Fields fields) {
    var names = new LinkedHashSet<>(categories);
    for (var list : fields.all(List.of("itunes:keywords", "media:keywords", "keywords", "tags"))) {
      for (var word : list.wholeText().split(",", MOST)) {
        var name = PlainText.of(word);
        if (name != null && names.size() < MOST) {
          names.add(name);
        }
      }
    }
    return new ArrayList<>(names);
  }

  /** The first Atom link with this relation, pages before other documents; null when none. */
  static @Nullable String link(Fields fields, String rel, @Nullable String base) {
    String other = null;
    for (var link : fields.all("atom:link")) {
      var url = rel(link).equals(rel) ? Links.web(href(link), Links.base(link, base)) : null;
      if (url != null && (!link.hasAttr("type") || isPage(link))) {
        return url;
      }
      other = other == null ? url : other;
    }
    return other;
  }

  /** The page with the readers' comments; null when the entry names none. */
  static @Nullable String comments(Fields fields, @Nullable String base) {
    var written = fields.text("comments");
    if (written != null && written.contains("/")) { // Some write the number of comments.
      return Links.web(written, base);
    }
    for (var link : fields.all("atom:link")) {
      if (rel(link).equals("replies") && isPage(link)) {
        return Links.web(href(link), Links.base(link, base));
      }
    }
    return null;
  }

  private static void add(Map<String, Enclosure> byUrl, Element element, @Nullable String base) {
    var url = Links.web(href(element), Links.base(element, base));
    if (url == null || byUrl.size() >= MOST) {
      return;
    }
    var type = PlainText.line(element.attributes().getIgnoreCase("type"));
    var length = length(element);
    byUrl.merge(
        url,
        new Enclosure(url, type, length),
        (old, same) ->
            new Enclosure(
                url,
                old.type() == null ? same.type() : old.type(),
                old.length() == null ? same.length() : old.length()));
  }

  private static String href(Element element) {
    for (var attribute : new String[] {"href", "url", "uri", "resource", "rdf:resource"}) {
      var value = element.attributes().getIgnoreCase(attribute);
      if (!value.isBlank()) {
        return value;
      }
    }
    return element.ownText();
  }

  private static @Nullable Long length(Element element) {
    for (var attribute : new String[] {"length", "fileSize"}) {
      var value = element.attributes().getIgnoreCase(attribute).strip();
      if (NUMBER.matcher(value).matches()) {
        return Long.valueOf(value);
      }
    }
    return null;
  }

  private static boolean isPage(Element link) {
    return link.attributes().getIgnoreCase("type").contains("html");
  }

  private static String rel(Element link) {
    var rel = link.attributes().getIgnoreCase("rel").strip().toLowerCase(Locale.ROOT);
    rel = rel.replace("http://www.iana.org/assignments/relation/", "");
    return rel.isEmpty() ? "alternate" : rel;
  }

  private static @Nullable String category(Element element) {
    var attributes = element.attributes();
    var term = PlainText.of(attributes.getIgnoreCase("term"));
    var label = PlainText.of(attributes.getIgnoreCase("label"));
    if (term == null) {
      term = PlainText.of(attributes.getIgnoreCase("text")); // As iTunes calls it.
    }
    if (term != null && (label == null || !term.contains("://"))) {
      return term;
    }
    var text = PlainText.of(element.wholeText());
    return text == null ? label : text;
  }
}
