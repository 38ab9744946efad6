package dev.nashra.media.voice;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/** How Arabic is said: numbers in words that agree with what they count, signs, abbreviations. */
final class ArabicPronunciation implements Pronunciation {
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$",
          "دولار",
          "€",
          "يورو",
          "£",
          "جنيه إسترليني",
          "¥",
          "ين",
          "₪",
          "شيكل",
          "₺",
          "ليرة",
          "﷼",
          "ريال",
          "₽",
          "روبل");
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("كم/س", "كيلومتر في الساعة"),
          Map.entry("كم2", "كيلومتر مربع"),
          Map.entry("كم²", "كيلومتر مربع"),
          Map.entry("كم", "كيلومتر"),
          Map.entry("كلم", "كيلومتر"),
          Map.entry("سم", "سنتيمتر"),
          Map.entry("كغ", "كيلوغرام"),
          Map.entry("كغم", "كيلوغرام"),
          Map.entry("كجم", "كيلوغرام"),
          Map.entry("هـ", "للهجرة"),
          Map.entry("ق.م", "قبل الميلاد"),
          Map.entry("°م", "درجة مئوية"),
          Map.entry("°C", "درجة مئوية"),
          Map.entry("°", "درجة"));
  private static final Map<String, String> SCALES =
      Map.of(
          "ألف", "ألف", "آلاف", "ألف", "مليون", "مليون", "ملايين", "مليون", "مليار", "مليار",
          "مليارات", "مليار");
  private static final String[] HOURS = {
    "",
    "الواحدة",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
    "الحادية عشرة",
    "الثانية عشرة"
  };

  /** Feminine nouns that are counted often and do not show it by their endings. */
  private static final Set<String> FEMININE =
      Set.of(
          "دول", "مدن", "قرى", "نساء", "سنين", "ليال", "ليالي", "غرف", "جزر", "صحف", "فرق", "مرات");

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final String SCALE = "(ألف|آلاف|مليون|ملايين|مليار|مليارات)";
  private static final String CURRENCY = "([$€£¥₪₺﷼₽])";

  private static final Rewriting RULES =
      new Rewriting()
          .replace("(?<!\\p{L})و\\s+(?=[\\d\u0660-\u0669])", "و")
          .replace("[\\u0660-\\u0669\\u06F0-\\u06F9]", ArabicPronunciation::westernDigit)
          .replace("(?<=\\d)[,،٬](?=\\d{3}(?!\\d))", "")
          .replace("(?<=\\d)٫(?=\\d)", ".")
          .replace(
              CURRENCY + "\\s?" + NUMBER + "(?:\\s" + SCALE + "(?!\\p{L}))?",
              ArabicPronunciation::amount)
          .replace("(?<=[\\d\\p{L}])\\s?" + CURRENCY, match -> " " + CURRENCIES.get(match.group(1)))
          .replace(
              "(?<=\\d)\\s?(كم/س|كم2|كم²|كم|كلم|سم|كغم|كغ|كجم|هـ|ق\\.م|°م|°C|°)(?!\\p{L})",
              match -> " " + UNITS.get(match.group(1)))
          .replace("(?<=\\d)\\s?[%٪]|[%٪]\\s?(?=\\d)", " في المئة ")
          .replace("(الساعة)\\s(\\d{1,2})(?::(\\d\\d))?(?![\\d.])", ArabicPronunciation::hour)
          .replace("\\b(\\d{1,2}):(\\d\\d)\\b", "$1 و$2 دقيقة")
          .replace("(\\d+)\\s?[-–]\\s?(\\d+)", ArabicPronunciation::span)
          .replace("(?<!\\d)(\\d+)\\.5\\s" + SCALE + "(?!\\p{L})", ArabicPronunciation::andAHalf)
          .replace("(?<!\\d)(\\d+)\\.(\\d+)", ArabicPronunciation::decimal)
          .replace(
              "(?<![\\p{IsLatin}\\d-])(\\d+)(?![\\d\\p{IsLatin}])(\\s?)(\\p{L}*)",
              ArabicPronunciation::counted)
          .replace("(?<!\\p{L})أ\\.\\s?د\\.?\\s", "الأستاذ الدكتور ")
          .replace("(?<!\\p{L})د\\.\\s?", "الدكتور ")
          .replace("(?<!\\p{L})م\\.\\s?(?=\\p{L})", "المهندس ")
          .replace("&|\\+", " و ")
          .replace("(?<=\\p{L})/(?=\\p{L})", " أو ")
          .replace("/", " ")
          .replace("\\s+", " ");

  @Override
  public String of(String sentence) {
    return RULES.apply(Unspoken.removedFrom(sentence)).strip();
  }

  private static String westernDigit(MatchResult match) {
    return Integer.toString(Character.digit(match.group().charAt(0), 10));
  }

  private static String amount(MatchResult match) {
    var scale = match.group(3) == null ? "" : " " + match.group(3);
    return match.group(2) + scale + " " + CURRENCIES.get(match.group(1));
  }

  private static String hour(MatchResult match) {
    int hour = Integer.parseInt(match.group(2));
    if (hour == 0 || hour > 24) {
      return match.group();
    }
    var minutes = match.group(3) == null ? "00" : match.group(3);
    return match.group(1)
        + " "
        + HOURS[(hour - 1) % 12 + 1]
        + switch (minutes) {
          case "00" -> "";
          case "15" -> " والربع";
          case "30" -> " والنصف";
          default -> " و" + minutes + " دقيقة";
        };
  }

  /** 10-15 is a range; 3-1 is a result. */
  private static String span(MatchResult match) {
    var from = match.group(1);
    var to = match.group(2);
    boolean rising =
        from.length() < to.length() || (from.length() == to.length() && from.compareTo(to) < 0);
    return from + (rising ? " إلى " : " مقابل ") + to;
  }

  private static String andAHalf(MatchResult match) {
    var scale = SCALES.getOrDefault(match.group(2), match.group(2));
    long whole = number(match.group(1));
    var counted =
        switch ((int) Math.min(whole, 11)) {
          case 0 -> "";
          case 1 -> scale;
          case 2 -> scale + "ين";
          case 11 -> ArabicNumber.words(whole, false) + " " + scale;
          default -> ArabicNumber.words(whole, false) + " " + plural(scale);
        };
    return whole == 0 ? "نصف " + scale : counted + " ونصف ال" + scale;
  }

  private static String plural(String scale) {
    return switch (scale) {
      case "ألف" -> "آلاف";
      case "مليون" -> "ملايين";
      default -> scale + "ات";
    };
  }

  private static String decimal(MatchResult match) {
    var fraction = match.group(2);
    var whole = ArabicNumber.words(number(match.group(1)), false);
    if (fraction.equals("5")) {
      return (whole.equals("صفر") ? "" : whole + " و") + "نصف";
    }
    var zeros = fraction.replaceFirst("[1-9].*$", "").replace("0", "صفر ");
    return whole + " فاصل " + zeros + ArabicNumber.words(number(fraction), false);
  }

  private static String counted(MatchResult match) {
    var noun = match.group(3);
    var words = ArabicNumber.words(number(match.group(1)), isFeminine(noun));
    return (words.isEmpty() ? match.group(1) : words)
        + (noun.isEmpty() ? match.group(2) : " " + noun);
  }

  private static boolean isFeminine(String noun) {
    return noun.endsWith("ة") || noun.endsWith("ات") || FEMININE.contains(noun);
  }

  /** -1 when it is longer than any number that is said. */
  private static long number(String digits) {
    return digits.length() > 15 ? -1 : Long.parseLong(digits);
  }
}
