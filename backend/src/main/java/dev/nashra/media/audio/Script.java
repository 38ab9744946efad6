package dev.nashra.media.audio;

import dev.nashra.media.Brief;
import dev.nashra.media.audio.Line.Role;
import dev.nashra.text.Sentences;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is said about a story, sentence by sentence, nothing twice. */
public final class Script {
  /** Of a longer sentence nobody remembers the beginning. */
  private static final int MAX_CHARACTERS = 420;

  private static final int MAX_POINTS = 3;

  private final List<Line> lines = new ArrayList<>();

  /** The words of the sentences so far, to know a repetition by. */
  private final List<Set<String>> said = new ArrayList<>();

  private Script() {}

  /** Headline, lead and key points, in this order. */
  public static List<Line> of(Brief brief) {
    var script = new Script();
    script.add(Role.HEADLINE, 0, shortened(brief.headline()));
    Sentences.split(brief.lead(), brief.language())
        .forEach(sentence -> script.add(Role.LEAD, 0, shortened(sentence)));
    int number = 1;
    for (var point : brief.points().stream().limit(MAX_POINTS).toList()) {
      if (script.add(Role.POINT, number, shortened(point))) {
        number++;
      }
    }
    return List.copyOf(script.lines);
  }

  private boolean add(Role role, int point, String text) {
    var words = words(text);
    if (words.isEmpty() || said.stream().anyMatch(before -> repeats(words, before))) {
      return false;
    }
    said.add(words);
    lines.add(new Line(role, point, text));
    return true;
  }

  /** Whether most words of a sentence were in one before it. */
  private static boolean repeats(Set<String> words, Set<String> before) {
    long known = words.stream().filter(before::contains).count();
    return known >= 0.8 * words.size();
  }

  private static Set<String> words(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var words = new LinkedHashSet<>(List.of(plain.split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }

  /** Cut at the last clause that fits, else at a word. */
  private static String shortened(String text) {
    var clean = text.replaceAll("\\s+", " ").strip();
    if (clean.length() <= MAX_CHARACTERS) {
      return clean;
    }
    var start = clean.substring(0, MAX_CHARACTERS);
    int clause =
        Math.max(
            start.lastIndexOf("، "), Math.max(start.lastIndexOf(", "), start.lastIndexOf("; ")));
    int end = clause > MAX_CHARACTERS / 2 ? clause : start.lastIndexOf(' ');
    return (end > 0 ? start.substring(0, end) : start) + ".";
  }
}
