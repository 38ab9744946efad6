package dev.nashra.publish.local;

import java.util.Locale;
import java.util.Map;

/** The words that the pages add to the stories, in the language of what they stand beside. */
public record PageWords(
    String topStory,
    String latest,
    String all,
    String sources,
    String keyPoints,
    String listen,
    String watch,
    String frontPage,
    String updated,
    String nothingYet,
    String between) {
  private static final PageWords ENGLISH =
      new PageWords(
          "Top story",
          "Latest",
          "All",
          "Sources",
          "Key points",
          "Listen",
          "Watch",
          "Front page",
          "Updated",
          "Nothing has been published yet. The first stories will appear here after the next cycle.",
          ", ");
  private static final Map<String, PageWords> BY_LANGUAGE =
      Map.of(
          "ar",
          new PageWords(
              "الخبر الأول",
              "آخر الأخبار",
              "الكل",
              "المصادر",
              "أبرز النقاط",
              "استمع",
              "شاهد",
              "الصفحة الأولى",
              "آخر تحديث",
              "لم يُنشر شيء بعد. ستظهر أولى الأخبار هنا بعد الدورة القادمة.",
              "، "),
          "fa",
          new PageWords(
              "خبر اول",
              "تازه‌ترین خبرها",
              "همه",
              "منابع",
              "نکات اصلی",
              "بشنوید",
              "ببینید",
              "صفحهٔ اول",
              "به‌روزرسانی",
              "هنوز چیزی منتشر نشده است. نخستین خبرها پس از چرخهٔ بعد اینجا می‌آیند.",
              "، "),
          "fr",
          new PageWords(
              "À la une",
              "Dernières nouvelles",
              "Tout",
              "Sources",
              "L’essentiel",
              "Écouter",
              "Regarder",
              "À la une",
              "Mis à jour",
              "Rien n’a encore été publié. Les premières nouvelles paraîtront après le prochain"
                  + " cycle.",
              ", "));

  static PageWords in(String language) {
    return BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ENGLISH);
  }
}
