package dev.nashra.report;

import java.util.List;
import java.util.regex.Pattern;

/** Takes away what stands in an article without being news: datelines, bylines, invitations. */
final class Boilerplate {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String DASH = "[-\u2010-\u2015]";
  private static final String PLACE =
      "[\\p{L}][\\p{L}\\p{M}.'’]*(?:[ ,،/-]+[\\p{L}\\p{M}\\d.'’]+){0,5}";

  private static final List<Pattern> DATELINES =
      List.of(
          // CAIRO (Reuters) - ... / القاهرة (رويترز) - ... / (AFP) - ...
          Pattern.compile(
              "^(?:"
                  + PLACE
                  + ")?\\s*\\([\\p{L}][\\p{L}\\p{M} .&/-]{1,30}\\)\\s*(?:"
                  + DASH
                  + "+|:)\\s*"),
          // WASHINGTON, Nov 22 - ...
          Pattern.compile(
              "^\\p{Lu}{3,}[\\p{Lu} .,'’/-]*(?:, ?[\\p{L}. ]{2,20})?(?:,? ?\\p{L}{3,9}\\.? \\d{1,2})?\\s*"
                  + DASH
                  + "+\\s+"),
          // القاهرة - رويترز: ... / غزة/ الأناضول - ... / «الصحيفة» - بيروت: ...
          Pattern.compile(
              "^[«\"“]?[\\p{IsArabic} .]{2,30}[»\"”]?\\s*(?:"
                  + DASH
                  + "+|/|،)\\s*[«\"“]?[\\p{IsArabic} .]{2,25}[»\"”]?\\s*:\\s+"),
          Pattern.compile(
              "^[\\p{IsArabic} .]{2,25}\\s*(?:"
                  + DASH
                  + "+|/)\\s*(?:[«\"“][^»\"”]{2,30}[»\"”]|رويترز|الأناضول|وكالات|أ ف ب|أ\\.ف\\.ب|د ب أ"
                  + "|فرانس برس|أسوشيتد برس|سانا|وام|واس|بترا|قنا|كونا|خاص)\\s*(?:"
                  + DASH
                  + "+|:)\\s*"));

  private static final Pattern NOT_NEWS =
      Pattern.compile(
          "^\\W{0,3}(?:"
              + "by \\p{L}+(?: \\p{L}\\.?)? \\p{L}+\\W*$|reporting by|additional reporting|editing by|written by"
              + "|edited by|compiled by|photo(?:s|graph)?\\b ?(?:by|credit|:|/)|image(?:s)?\\b ?(?:by|credit|:)"
              + "|source:|copyright|©|\\(c\\)|all rights reserved|read (?:more|also|next|the full)"
              + "|click here|sign up|subscribe|follow us|share (?:this|on)|advertisement|related\\b ?:"
              + "|see also|watch\\b ?:|listen\\b ?:|last (?:updated|modified)|updated (?:at|on)|published (?:at|on)"
              + "|join (?:us|our)|download (?:our|the) app|this (?:article|story) (?:was|has been|first|originally|is)"
              + "|editor['’]s note|correction\\b ?:|more on this|you (?:may|might) (?:also )?like|tags?:"
              + "|كتب(?:ت)?\\s*[-:–]|بقلم|إعداد\\s*:|تحرير\\s*:|ترجمة\\s*:|المصدر\\s*:|مصدر الصور|تصوير|الصورة\\s*:"
              + "|جميع الحقوق|حقوق النشر|اقرأ|إقرأ|للمزيد|لمزيد|المزيد|تابعوا|تابعونا|تابعنا|اشترك|شاهد(?:وا)?\\b|شارك"
              + "|مواضيع ذات|مواد ذات|أخبار ذات|إعلان$|آخر تحديث|نشر في|تاريخ النشر|انضم|حمل(?:وا)? تطبيق|وسوم"
              + "|بیشتر بخوانید|منبع\\s*:|انتهای پیام|لینک|عکس\\s*:|به کانال|مزید پڑھیں"
              + "|lesen sie|mehr zum thema|lire aussi|à lire|leer más|lee también|leggi anche|читайте|haberin devamı"
              + ")",
          FLAGS);

  private static final Pattern ANYWHERE =
      Pattern.compile(
          "https?://|www\\.|click (?:here|on)|our newsletter|getty images|this video|in the video above"
              + "|pic\\.twitter|@\\w{3,}|تابعونا على|اضغط هنا|رابط الخبر|قناتنا على|عبر الرابط|إدارة الموقع|سياسة الخصوصية",
          FLAGS);

  private static final Pattern LIVE_TIME =
      Pattern.compile("^\\d{1,2}[.:]\\d{2}(?: Uhr| h| GMT)?\\s*[:–-]\\s*");

  private Boilerplate() {}

  /** The sentence without the dateline or time stamp before it. */
  static String withoutDateline(String sentence) {
    for (var dateline : DATELINES) {
      var matcher = dateline.matcher(sentence);
      if (matcher.find() && sentence.length() - matcher.end() > 30) {
        return sentence.substring(matcher.end());
      }
    }
    return LIVE_TIME.matcher(sentence).replaceFirst("");
  }

  /** Whether the sentence is furniture of the page and says nothing about the event. */
  static boolean is(String sentence) {
    return NOT_NEWS.matcher(sentence).find() || ANYWHERE.matcher(sentence).find();
  }
}
