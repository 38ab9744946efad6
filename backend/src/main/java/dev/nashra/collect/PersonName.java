package dev.nashra.collect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The names in what feeds say of authors: {@code mail@host (Name)}, Atom's persons. */
final class PersonName {
  private static final int MOST = 20;
  private static final int LONGEST = 500;
  private static final String MAIL = "[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w-]+(?:\\.[\\w-]+)*";
  private static final Pattern MAIL_ONLY = Pattern.compile("(?:mailto:)?" + MAIL);
  private static final Pattern MAIL_AND_NAME =
      Pattern.compile("<?(?:mailto:)?" + MAIL + ">?\\s*[(\"]+\\s*([^()]+?)\\s*[)\"]+");
  private static final Pattern NAME_AND_MAIL =
      Pattern.compile("\"?([^<(\"]+?)\"?\\s*[<(]\\s*(?:mailto:)?" + MAIL + "\\s*[)>]");
  private static final Pattern MAIL_DASH_NAME =
      Pattern.compile(MAIL + "\\s*[,-]?\\s+(\\p{L}[^@]+)|(\\p{L}[^@]+?)\\s*[,-]?\\s+" + MAIL);

  private PersonName() {}

  /** The name in a text; the address when there is nothing else; null when there is nothing. */
  static @Nullable String of(@Nullable String written) {
    var text = PlainText.of(written);
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    if (MAIL_ONLY.matcher(text).matches()) {
      return text;
    }
    for (var pattern : new Pattern[] {MAIL_AND_NAME, NAME_AND_MAIL, MAIL_DASH_NAME}) {
      var matcher = pattern.matcher(text);
      if (matcher.matches()) {
        var name =
            matcher.group(1) == null ? matcher.group(matcher.groupCount()) : matcher.group(1);
        return PlainText.line(name);
      }
    }
    return text;
  }

  /** The names in these elements, each once, joined by commas; null when there is none. */
  static @Nullable String of(List<Element> persons) {
    var names = new LinkedHashSet<String>();
    for (var person : persons) {
      var name = of(person);
      if (name != null && names.size() < MOST) {
        names.add(name);
      }
    }
    return joined(new ArrayList<>(names));
  }

  static @Nullable String joined(List<String> names) {
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static @Nullable String of(Element person) {
    if (person.childrenSize() == 0) {
      return of(person.wholeText());
    }
    var fields = Fields.ofAtom(person);
    var name = of(fields.text("atom:name", "itunes:name", "dc:title"));
    if (name == null) {
      name = of(fields.text("atom:email", "itunes:email"));
    }
    return name == null && fields.first("atom:uri", "atom:url") == null
        ? of(person.wholeText())
        : name;
  }
}
