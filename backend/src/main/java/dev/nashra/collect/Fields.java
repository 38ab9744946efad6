package dev.nashra.collect;

import dev.nashra.text.DateReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The elements directly inside one element of a feed, by name. */
final class Fields {
  private static final String ATOM = "atom:";
  private static final Set<String> GROUPS =
      Set.of("media:group", "media:content", "categories", "itunes:category");

  private final Map<String, List<Element>> byName = new LinkedHashMap<>();

  private Fields() {}

  /** Inside an element of RSS. */
  static Fields ofRss(Element parent) {
    return of(parent, "");
  }

  /** Inside an element of Atom, where names without a namespace are Atom's too. */
  static Fields ofAtom(Element parent) {
    return of(parent, ATOM);
  }

  List<Element> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The elements of all these names, in the order of the names. */
  List<Element> all(List<String> names) {
    return names.stream().flatMap(name -> all(name).stream()).toList();
  }

  /** The first element, in the order of the names, that has something in it; null when none. */
  @Nullable Element first(String... names) {
    for (var element : all(List.of(names))) {
      if (element.childrenSize() > 0 || !element.wholeText().isBlank()) {
        return element;
      }
    }
    return null;
  }

  /** The text of the first element with text; null when none. */
  @Nullable String text(String... names) {
    for (var element : all(List.of(names))) {
      var text = PlainText.line(element.wholeText());
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** The value of an attribute of the first element that has it; null when none. */
  @Nullable String attribute(String attribute, String... names) {
    for (var element : all(List.of(names))) {
      var value = element.attributes().getIgnoreCase(attribute).strip();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** The first date that can be read; null when none can. */
  @Nullable Instant date(String... names) {
    for (var element : all(List.of(names))) {
      var date = DateReader.read(element.wholeText().strip());
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private static Fields of(Element parent, String prefix) {
    var fields = new Fields();
    for (var child : parent.children()) {
      fields.add(child, prefix);
    }
    return fields;
  }

  private void add(Element child, String prefix) {
    var name = XmlNames.of(child);
    byName
        .computeIfAbsent(name.contains(":") ? name : prefix + name, n -> new ArrayList<>())
        .add(child);
    if (GROUPS.contains(name)) {
      // Media RSS lets groups and contents carry what belongs to the whole item.
      child.children().forEach(inner -> add(inner, prefix));
    }
  }
}
