package dev.nashra.social;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.jspecify.annotations.Nullable;

/** Words that no story is about: function words, and what every news text says. */
final class CommonWords {
  private static final Map<String, String> SNOWBALL =
      Map.of(
          "en",
          "english",
          "fr",
          "french",
          "es",
          "spanish",
          "de",
          "german",
          "it",
          "italian",
          "pt",
          "portuguese",
          "nl",
          "dutch",
          "ru",
          "russian",
          "sv",
          "swedish");
  private static final Map<String, Set<String>> OF_NEWS =
      Map.of(
          "en",
          words(
              """
              according added after again against ahead all along already also amid among announced
              announcement another any around asked back became because become before began behind
              being between both breaking business called came can come could day days despite
              down during each early eight end even every exclusive expected face far few first
              five following former four friday from full further gave get give given going good
              group half hour hours how however including inside into january february march april
              june july august september october november december just keep last late later latest
              least left less like live local long made make many may million billion minute minutes
              mister monday month months more morning most much must near nearly need never new news
              next night nine not now number off officials old one only open opinion other others
              outside over part people per percent place plan plans police put report reported
              reporters reports round said same saturday saw say says second see set seven several
              show shows since six some source sources spokesman spokesperson spokeswoman statement
              still such sunday take taken ten than that their them then there these they thing
              third this those thousand thousands three through thursday time times today together
              told tomorrow tonight took top toward towards tuesday two under until update updated
              upon use used using very via video watch way wednesday week weeks well went were what
              when where whether which while who whole whose why will with within without would year
              years yesterday yet mr mrs ms dr sir prime mayor president
              minister governor king queen prince princess emir sheikh secretary substitute metre metres
              meter meters kilometre kilometres miles dollars euros dinars percentage degrees
              """),
          "ar",
          words(
              """
              قال قالت قالوا يقول تقول وقال وقالت أعلن أعلنت يعلن تعلن وأعلن وأعلنت أكد أكدت يؤكد تؤكد
              وأكد وأكدت ذكر ذكرت وذكر وذكرت أفاد أفادت وأفاد وأفادت أضاف أضافت وأضاف وأضافت أوضح أوضحت
              وأوضح وأوضحت أشار أشارت وأشار وأشارت كشف كشفت وكشف بحسب وفق وفقا حسب نقلا عن مصدر مصادر
              المصدر المصادر بيان البيان اليوم أمس غدا صباح مساء الماضي الماضية المقبل المقبلة الجاري
              الجارية الحالي الحالية الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يناير
              فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر عام عاما العام
              سنة سنوات السنة شهر أشهر الشهر أسبوع الأسبوع يوم أيام ساعة ساعات الساعة دقيقة دقائق ألف آلاف
              مليون ملايين مليار مليارات مئات عشرات عدد نحو أكثر أقل حوالي قرابة خلال بعد قبل منذ حتى
              ضد بين أمام وراء فوق تحت عند لدى دون غير سوى بينما فيما حيث كما لكن لأن إذا إذ أن إن كان كانت
              يكون تكون ليس ليست قد لقد سوف هذا هذه ذلك تلك الذي التي الذين هو هي هم هناك هنا أي كل بعض
              جميع كافة عاجل شاهد فيديو صور خبر أخبار الأخبار جديد جديدة الجديد الجديدة أول الأول الأولى
              ثاني الثاني الثانية ثالث الثالث الثالثة آخر الآخر أخرى الأخرى عدة مئة مائة المئة المائة مقابل أواخر أوائل مطلع نهاية بداية منتصف بنسبة نسبة رغم ثلاثة أربعة خمسة
              ستة سبعة ثمانية تسعة عشرة الناس الأمر الوقت الذين اللذين وسط جراء إثر عقب ضمن عبر رغم بسبب
              متر مترا أمتار كيلومتر كيلومترا كيلومترات سنتيمتر سنتيمترات طن طنا أطنان لتر لترا هكتار
              هكتارا هكتارات درجة درجات نقطة نقاط الأرقام أرقام
              مع من إلى على في عن ثم أو أم بل لا لم لن ما مما ومن وفي وعلى وإلى ولم ولا وهو وهي التى الى
              """),
          "fa",
          words("گفت کرد شد است بود خبر گزارش امروز دیروز سال روز ماه هفته هزار میلیون میلیارد"));
  private static final Map<String, Set<String>> CACHE = new ConcurrentHashMap<>();

  private CommonWords() {}

  /** The common words of a language in lower case; empty when we have no list. */
  static Set<String> of(String language) {
    return CACHE.computeIfAbsent(
        Locale.forLanguageTag(language).getLanguage(), CommonWords::gathered);
  }

  private static Set<String> gathered(String language) {
    var gathered =
        functionWords(language).stream()
            .map(word -> new String((char[]) word))
            .collect(Collectors.toSet());
    gathered.addAll(OF_NEWS.getOrDefault(language, Set.of()));
    return Set.copyOf(gathered);
  }

  private static CharArraySet functionWords(String language) {
    return switch (language) {
      case "ar" -> ArabicAnalyzer.getDefaultStopSet();
      case "fa" -> PersianAnalyzer.getDefaultStopSet();
      default -> snowball(SNOWBALL.get(language));
    };
  }

  private static CharArraySet snowball(@Nullable String name) {
    if (name == null) {
      return CharArraySet.EMPTY_SET;
    }
    try (var list = SnowballFilter.class.getResourceAsStream(name + "_stop.txt")) {
      return list == null
          ? CharArraySet.EMPTY_SET
          : WordlistLoader.getSnowballWordSet(list, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(String list) {
    return Set.of(Arrays.stream(list.strip().split("\\s+")).distinct().toArray(String[]::new));
  }
}
