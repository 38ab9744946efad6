package dev.nashra.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How sentences begin. Out of its context a sentence may not lean on the one before it, by a
 * pronoun ("He said") or a connective ("However,"): some of these can be cut off, others not.
 */
final class Openers {
  /** The dash before an answer in an interview, the dot of a list. */
  private static final Pattern LIST_MARK = Pattern.compile("^[\\s•*·▪–—-]+(?=[\\p{L}\"“«‘])");

  /** With the comma behind them they go without a loss, and the next word takes the capital. */
  private static final Pattern CONNECTIVE =
      Pattern.compile(
          "^(?:(?:however|meanwhile|moreover|furthermore|in addition|additionally|nevertheless"
              + "|nonetheless|separately|for example|for instance|in fact|indeed|also|still|then|thus"
              + "|therefore|as a result|on the other hand|elsewhere|instead|similarly|overall"
              + "|in other words|that said|allerdings|außerdem|cependant|toutefois|par ailleurs"
              + "|en outre|sin embargo|además|no obstante|однако|кроме того|при этом|ancak|ayrıca"
              + "|همچنین|در همین حال|از سوی دیگر|به گفته وی"
              + "|(?:و?من (?:جهته|جهتها|جانبه|جانبها|جهتهم|جهة أخرى|ناحية أخرى|ناحيته|ناحيتها)"
              + "|و?في (?:السياق|هذا السياق|السياق ذاته|السياق نفسه|سياق متصل|غضون ذلك|الوقت نفسه|المقابل"
              + "|الأثناء|هذه الأثناء|هذا الإطار|هذا الصدد|هذا الشأن)|إلى ذلك|بدوره|بدورها|كذلك|أيضا|أيضاً"
              + "|على صعيد (?:متصل|آخر)|ومع ذلك|مع ذلك|بالمقابل))\\s*[,،]"
              + "|(?:but|and|yet(?! another)|اما|ولی|но|mais|aber|doch|pero|ama))\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** In Arabic the connective also stands without a comma before a verb of saying. */
  private static final Pattern CONNECTIVE_BEFORE_VERB =
      Pattern.compile(
          "^(?:و?من (?:جهته|جهتها|جانبه|جانبها|ناحيته|ناحيتها)|بدوره|بدورها|وبدوره|وبدورها|كما|فيما|كذلك)"
              + "\\s+(?=(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|أوضح|أوضحت|أشار|أشارت|كشف|كشفت"
              + "|شدد|شددت|أفاد|أفادت|دعا|دعت|طالب|طالبت|وصف|وصفت|اعتبر|اعتبرت|نفى|نفت)\\s+(?:ال|رئيس|وزير|وزارة|مدير|محافظ))");

  /** A verb of saying whose subject stands in an earlier sentence. */
  private static final Pattern NO_SUBJECT =
      Pattern.compile(
          "^و?(?:قال|قالت|قالوا|أضاف|أضافت|أضافوا|أوضح|أوضحت|أكد|أكدت|أشار|أشارت|تابع|تابعت|ذكر|ذكرت|كشف|كشفت"
              + "|لفت|لفتت|شدد|شددت|نوه|نوهت|استطرد|استدرك|أردف|أردفت|اعتبر|اعتبرت|رأى|رأت|بين|بينت|أعلن|أعلنت"
              + "|حذر|حذرت|دعا|دعت|طالب|طالبت|اختتم|ختم|واصل|واصلت)\\s*"
              + "(?:إلى |أيضا |أيضاً |كذلك |قائلا |قائلة |في |خلال |على |من |للصحفيين |لوكالة )?"
              + "(?:إن|أن|بأن|إنه|أنه|إنها|أنها|إنهم|أنهم|إننا|أننا|بأنه|بأنها|ذلك|بيان|حديث|تصريح|تصريحات|مؤتمر|:|«|\"|“)"
              + "(?=\\s|$|[«\"“]).*");

  /** What is meant stands in the sentence before, although the first word looks harmless. */
  private static final Pattern LEANING_START =
      Pattern.compile(
          "^(?:غير أن|إلا أن|بيد أن|كما أن|على أن|ذلك أن)\\s.*"
              // A verb with its object and no subject.
              + "|^\\p{IsArabic}{3,}\\s\\p{IsArabic}{2,}(?:ًا|اً)\\s.*"
              + "|^(?:\\S+ ){1,2}(?:تلك|ذلك|هؤلاء|هذه|هذا) (?!العام|الأسبوع|الشهر|السنة|المرة|الموسم|اليوم).*"
              + "|^(?:two|three|four|both|some|many|most|several|all|none|each|one|half)"
              + " (?:of (?:those|these|them|whom)|were|was|are|is|have|had|has|will|did)\\b.*"
              + "|^(?:\\S+ ){0,3}(?:those|these)\\b.*"
              + "|^[^,]{3,50}, (?:he|she|they|it)\\b.*"
              + "|^\\p{L}{2,}ing\\b[^,]*$"
              + "|^[\"“].*[\"”],? (?:he|she|they|i|we)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Map<String, Set<String>> LEANING =
      Map.ofEntries(
          words(
              "en",
              "he she they it this that these those his her their its him them such another both"
                  + " neither either i we my our us you your here which who whose so too asked also"
                  + " others what why how yes no"),
          words(
              "ar",
              "لكن ولكن هو هي هم هن هما هذا هذه هؤلاء ذلك تلك أولئك وهو وهي وهم وهذا وهذه وذلك وتلك وهناك كما"
                  + " وكما فيما بينما وبينما لكنه لكنها لكنهم ولكنه ولكنها لأن لأنه ولأن حيث وحيث إذ وإذ بذلك"
                  + " وبذلك لذلك ولذلك لذا ولذا عندها بعدها وبعدها ثم فقد إنه إنها وإنه أنه وأنه أنها وأنها"
                  + " منهم ومنهم بينهم وبينهم منها ومنها بينها ومن بينها ومن بينهم أضاف أضافت وأضاف وأضافت"
                  + " تابع وتابع وتابعت أردف وأردف وأردفت مضيفا مشيرا مؤكدا موضحا كلاهما أحدهم أحدهما"
                  + " وختم وختمت واختتم نحن أنا إننا ونحن فإن وإن أما وأما نعم كانا كانوا وكانوا"),
          words("fa", "او وی آنها آن‌ها این آن چنین وی، که زیرا چون ما من همچنین ایشان"),
          words("ur", "انہوں وہ یہ اس ان ہم میں"),
          words(
              "de",
              "er sie es dies das diese dieser dieses ihr sein seine ihre wir ich auch dabei dazu damit"),
          words(
              "fr",
              "il elle ils elles ce cela cette ces celui celle nous je leur leurs son sa ses"),
          words(
              "es",
              "él ella ellos ellas esto eso este esta estos estas nosotros yo su sus también"),
          words("it", "lui lei loro questo questa questi queste noi io suo sua inoltre anche"),
          words("ru", "он она они оно это этот эта эти его её их мы я также"),
          words("tr", "o onlar bu bunlar şu biz ben onun ayrıca"));

  private Openers() {}

  /** The sentence without what ties its beginning to the one before, where that can be cut. */
  static String untied(String sentence, String language) {
    var text = LIST_MARK.matcher(sentence).replaceFirst("");
    for (var connective : new Pattern[] {CONNECTIVE, CONNECTIVE_BEFORE_VERB}) {
      var matcher = connective.matcher(text);
      if (matcher.find()) {
        text = capitalised(text.substring(matcher.end()).strip());
      }
    }
    return language.equals("ar") ? Conjunction.cut(text) : text;
  }

  /** Whether the sentence needs the one before it to be understood. */
  static boolean leans(String sentence, String language) {
    if (language.equals("ar") && NO_SUBJECT.matcher(sentence).matches()) {
      return true;
    }
    if (LEANING_START.matcher(sentence).matches()) {
      return true;
    }
    var first = firstWord(sentence).toLowerCase(Locale.forLanguageTag(language));
    return LEANING.getOrDefault(language, Set.of()).contains(first);
  }

  private static String firstWord(String sentence) {
    int end = 0;
    while (end < sentence.length()
        && !Character.isWhitespace(sentence.charAt(end))
        && ",،:".indexOf(sentence.charAt(end)) < 0) {
      end++;
    }
    return sentence.substring(0, end);
  }

  private static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static Map.Entry<String, Set<String>> words(String language, String words) {
    return Map.entry(language, Set.copyOf(List.of(words.split(" "))));
  }
}
