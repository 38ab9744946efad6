package dev.nashra.report;

import dev.nashra.text.ArabicFolding;
import dev.nashra.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The figures in a text, whichever digits and separators write them. */
final class Figures {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern THOUSANDS = Pattern.compile("[,.](?=\\d{3}(?!\\d))");

  private static final double ROUND = 100;
  private static final double ROUNDING = 0.05;

  private static final Set<String> COMMON =
      Set.of(
          ("cent percent year years month months day days week weeks hour hours minute minutes million"
                  + " billion thousand year-old am pm المئة بالمئة المائة بالمائة مئة عام عاما عامًا سنة سنوات أعوام"
                  + " شهر أشهر شهرا شهرًا يوم يوما يومًا أيام ساعة ساعات دقيقة دقائق أسبوع أسابيع مليون مليونا مليونًا"
                  + " مليار مليارات ملايين ألف آلاف صباحا صباحًا مساء مساءً درصد سال ماه روز ساعت هزار میلیون")
              .split(" "));

  private static final Set<String> PEOPLE =
      Set.of(
          ("people persons residents inhabitants evacuees شخص شخصا اشخاص سكان سكانها السكان ساكن مواطن"
                  + " مواطنا مواطنين نفر تن")
              .split(" "));

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

  /**
   * What is counted, with its number: {@code people → 4100}. Shares, times and magnitudes are left
   * out, since a text has many of them that do not contradict each other.
   */
  static Map<String, Double> counted(List<Token> tokens) {
    var counted = new HashMap<String, Double>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      var number = ArabicFolding.fold(tokens.get(i).surface()).replace(",", "");
      var unit = tokens.get(i + 1);
      if (number.matches("\\d{1,9}") && !isTooCommon(unit)) {
        counted.putIfAbsent(isPeople(unit) ? "people" : unit.term(), Double.valueOf(number));
      }
    }
    return counted;
  }

  /** Whether one figure is the other in round numbers, as 4,000 is for 4,100. */
  static boolean roundEachOther(double one, double other) {
    boolean close = Math.abs(one - other) < ROUNDING * Math.max(one, other);
    return close && (isRound(one) || isRound(other));
  }

  private static boolean isRound(double figure) {
    return figure % ROUND == 0;
  }

  private static boolean isPeople(Token unit) {
    return PEOPLE.contains(ArabicFolding.fold(unit.surface()).toLowerCase(Locale.ROOT));
  }

  private static boolean isTooCommon(Token unit) {
    return Character.isDigit(unit.surface().charAt(0))
        || COMMON.contains(unit.surface().toLowerCase(Locale.ROOT));
  }

  /** A comma or point before exactly three digits separates thousands, unless it leads with 0. */
  private static String plain(String number) {
    var joined = number.startsWith("0") ? number : THOUSANDS.matcher(number).replaceAll("");
    return joined.replace(',', '.');
  }
}
