package dev.nashra.report;

import dev.nashra.text.ArabicFolding;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Arabic conjunctions of one letter, "and" and "so", written together with the first word.
 *
 * <p>Many words begin with the same letter as their own (minister, Washington, he arrived), so one
 * is only cut where the rest is surely a word; where it stays the sentence is still good Arabic.
 */
final class Conjunction {
  /** Words, folded, that stand at the beginning of a sentence behind the conjunction. */
  private static final Set<String> WORDS =
      Set.of(
          ("قال كان كانت في من علي الي بحسب حسب خلال منذ بعد قبل لم لن لا عن مع عند تحت امام حتي قد سبق"
                  + " بلغ شهد جاء سجل هنا طالب حذر رحب قرر نفي كشف شدد ذكر دعا ناقش بدا قتل لقي نقل فتح نظم"
                  + " عقد منح رفض طلب حضر شارك حقق فاز تعادل خسر ضرب هاجم قصف سقط حكم دخل خرج عاد غادر زار"
                  + " رغم وفق كل بين وصل وقع وافق واصل وجه وصف هناك ليس")
              .split(" "));

  /** Form VIII and X verbs: here the alef after the conjunction belongs to the verb. */
  private static final Pattern DERIVED_VERB =
      Pattern.compile(
          "(?:است|اعت|اخت|ارت|اجت|افت|احت|اقت|اكت|التق|التز|التح|اشت|اته|اتف|اتخ|انت|اند|انس|انخ|انط|انض|انف|انق|انع"
              + "|اضط|اصط|ازد|ادع).{2,}");

  private static final Pattern IMPERFECT = Pattern.compile("[يت]\\p{L}{2,}|س[يت]\\p{L}{3,}");
  private static final Pattern IMPERFECT_LOOK_ALIKE =
      Pattern.compile("(?:يلز$|يلزي|يكي|يلات|تير|تر$|يب).*");
  private static final Pattern FEMININE_PAST = Pattern.compile("[^اي]\\p{L}{1,}[^ا]ت");
  private static final Pattern ARTICLE = Pattern.compile("ال(?!د|تر|تون)\\p{L}{3,}");

  private Conjunction() {}

  /** The sentence without its first letter, when that is surely a conjunction. */
  static String cut(String sentence) {
    if (sentence.length() < 3) {
      return sentence;
    }
    var rest = firstWord(ArabicFolding.fold(sentence.substring(1)));
    boolean isConjunction =
        switch (sentence.charAt(0)) {
          case 'و' -> stands(rest) || sentence.charAt(1) == 'أ';
          case 'ف' -> Set.of("في", "من", "منذ", "بعد", "قبل", "مع", "علي", "خلال").contains(rest);
          default -> false;
        };
    return isConjunction ? withoutMarks(sentence.substring(1)) : sentence;
  }

  private static boolean stands(String rest) {
    if (WORDS.contains(rest)
        || DERIVED_VERB.matcher(rest).matches()
        || ARTICLE.matcher(rest).matches()) {
      return true;
    }
    return (IMPERFECT.matcher(rest).matches() && !IMPERFECT_LOOK_ALIKE.matcher(rest).matches())
        || FEMININE_PAST.matcher(rest).matches();
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  /** A vowel mark of the conjunction itself goes with it. */
  private static String withoutMarks(String text) {
    int start = 0;
    while (start < text.length()
        && Character.getType(text.charAt(start)) == Character.NON_SPACING_MARK) {
      start++;
    }
    return text.substring(start);
  }
}
