package dev.nashra.text;

import java.util.regex.Pattern;

/** The beginning of a long sentence that can stand alone, for where there is no time for more. */
public final class MainClause {
  /** A shorter beginning rarely says what happened. */
  private static final int SHORTEST = 60;

  /** What stands between two marks and is shorter is most likely an item of a list. */
  private static final int LONGEST_ITEM = 30;

  private static final Pattern MARK = Pattern.compile("[,،;؛]");
  private static final Pattern NEXT_CLAUSE =
      Pattern.compile("،\\s+و(?=\\p{L})|[;؛]\\s|,\\s+(?:and|but|while)\\s");

  private MainClause() {}

  /** The sentence up to its second clause; itself when it has none, or where a cut would hurt. */
  public static String of(String sentence) {
    var text = sentence.strip();
    if (!text.endsWith(".")) {
      return text;
    }
    var quoted = Quotations.inside(text);
    var next = NEXT_CLAUSE.matcher(text);
    while (next.find()) {
      var start = text.substring(0, next.start());
      if (start.length() >= SHORTEST
          && !quoted.get(next.start())
          && start.length() - lastMark(start) > LONGEST_ITEM
          && Quotations.areWhole(start)) {
        return start + ".";
      }
    }
    return text;
  }

  private static int lastMark(String start) {
    var marks = MARK.matcher(start);
    int last = 0;
    while (marks.find()) {
      last = marks.end();
    }
    return last;
  }
}
