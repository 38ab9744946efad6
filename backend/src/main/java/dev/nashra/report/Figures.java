package dev.nashra.report;

import dev.nashra.text.ArabicFolding;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The figures in a text, whichever digits and separators write them. */
final class Figures {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern THOUSANDS = Pattern.compile("[,.](?=\\d{3}(?!\\d))");

  private Figures() {}

  /** In one common form: Western digits, no separators between thousands. */
  static Set<String> of(String text) {
    var figures = new TreeSet<String>();
    var matcher = NUMBER.matcher(ArabicFolding.fold(text));
    while (matcher.find()) {
      figures.add(plain(matcher.group()));
    }
    return figures;
  }

  /** A comma or point before exactly three digits separates thousands, unless it leads with 0. */
  private static String plain(String number) {
    var joined = number.startsWith("0") ? number : THOUSANDS.matcher(number).replaceAll("");
    return joined.replace(',', '.');
  }
}
