package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The {@code <meta>} tags of a page, by lower-case name, in the order in which they stand. */
final class MetaTags {
  private static final int MAX_TAGS = 400;
  private static final List<String> NAMING = List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, List<String>> values = new HashMap<>();

  MetaTags(Document document) {
    document.select("meta[content]").stream().limit(MAX_TAGS).forEach(this::add);
  }

  /** The first value of the first of these names that has one. */
  Optional<String> first(List<String> names) {
    return all(names).findFirst();
  }

  /** Every value of these names, the first name's first. */
  Stream<String> all(List<String> names) {
    return names.stream().flatMap(name -> values.getOrDefault(name, List.of()).stream());
  }

  private void add(Element meta) {
    var content = Prose.tidy(meta.attr("content"));
    if (content.isEmpty()) {
      return;
    }
    for (var naming : NAMING) {
      var name = canonical(meta.attr(naming));
      if (!name.isEmpty()) {
        values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(content);
      }
    }
  }

  /** Some pages write the vocabulary's whole address, or an extra "og:", before the name. */
  private static String canonical(String name) {
    var lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("http")) {
      lower = lower.substring(lower.lastIndexOf('/') + 1).replace("ns#", "og:").replace('#', ':');
    }
    return lower.startsWith("og:article:") ? lower.substring(3) : lower;
  }
}
