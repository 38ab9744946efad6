package dev.nashra.text;

import java.util.Locale;
import java.util.Set;

/** Tells the full stop of an abbreviation or an initial from the one that ends a sentence. */
final class Abbreviations {
  /** Always followed by the rest of a name or a figure. */
  private static final Set<String> BEFORE_A_NAME =
      Set.of(
          ("mr mrs ms dr prof rev fr hon sen rep gov gen lt col maj capt cmdr sgt cpl pvt adm amb"
                  + " insp supt det st ste mt messrs mme mlle pres vs cf approx al eg ie e.g i.e bzw"
                  + " z.b u.a d.h dipl ing hr sr sra dra srta av ud uds hrsg mio mrd vgl sog"
                  + " тыс млн млрд им ул г-н г-жа т.е т.к د أ م ص ق أ.د م.د د.م")
              .split(" "));

  /** Belong to the figure behind them. */
  private static final Set<String> BEFORE_A_FIGURE =
      Set.of("no nos vol pp p art sec fig nr ca abs § رقم".split(" "));

  /** May also end a sentence. */
  private static final Set<String> ANYWHERE =
      Set.of(
          ("u.s u.k u.n e.u u.s.a d.c n.y p.m a.m inc corp ltd co bros jr snr etc jan feb mar apr"
                  + " jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun ave blvd rd dept"
                  + " univ assn gov't ca calif fla mass mich minn pa tex va wash ph.d b.a m.a d.j"
                  + " гг руб долл т.д т.п др")
              .split(" "));

  /** Words that open a sentence far more often than they follow an abbreviation. */
  private static final Set<String> STARTERS =
      Set.of(
          ("the a an in on at it its he she they we but and this that these those there after"
                  + " before when while as for if his her their our some many most however")
              .split(" "));

  private Abbreviations() {}

  /**
   * Whether the full stop at the end of {@code before} belongs to a word, so that {@code after}
   * goes on with the same sentence.
   */
  static boolean joins(String before, String after) {
    if (!before.endsWith(".")) {
      return false;
    }
    var stem = lastWord(before.substring(0, before.length() - 1));
    if (stem.isEmpty() || stem.endsWith(".")) {
      return false;
    }
    var word = stem.toLowerCase(Locale.ROOT);
    if (isNumberOfAList(stem, before)) {
      return true;
    }
    if (BEFORE_A_NAME.contains(word)) {
      return !followsFigure(before, stem);
    }
    if (BEFORE_A_FIGURE.contains(word)) {
      return !after.isEmpty() && Character.isDigit(after.charAt(0));
    }
    if (isInitials(stem) || ANYWHERE.contains(word)) {
      return !STARTERS.contains(firstWord(after).toLowerCase(Locale.ROOT));
    }
    return false;
  }

  private static boolean isInitials(String stem) {
    if (stem.equals("I")) {
      return false;
    }
    for (int i = 0; i < stem.length(); i++) {
      boolean letterExpected = i % 2 == 0;
      if (letterExpected ? !Character.isUpperCase(stem.charAt(i)) : stem.charAt(i) != '.') {
        return false;
      }
    }
    return stem.length() % 2 == 1;
  }

  private static boolean isNumberOfAList(String stem, String before) {
    return stem.length() <= 2
        && stem.chars().allMatch(Character::isDigit)
        && before.strip().length() == stem.length() + 1;
  }

  /** "500 m." is a measure, not a title. */
  private static boolean followsFigure(String before, String stem) {
    var rest = before.substring(0, before.length() - stem.length() - 1).strip();
    return !rest.isEmpty() && Character.isDigit(rest.charAt(rest.length() - 1));
  }

  private static String lastWord(String text) {
    int start = text.length();
    while (start > 0 && isPartOfWord(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start);
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '\'' || c == '-';
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
