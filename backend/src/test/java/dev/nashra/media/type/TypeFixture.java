package dev.nashra.media.type;

import java.util.List;
import java.util.SplittableRandom;

/** The bundled faces, loaded once, and texts of every kind. */
public final class TypeFixture {
  public static final Faces FACES = Faces.bundled();

  private static final List<String> WORDS =
      List.of(
          "الرئيس",
          "خطة",
          "2.5",
          "مليار",
          "EGX30",
          "12%",
          "(مصدر:",
          "Reuters)",
          "«لن",
          "نرفع»",
          "budget",
          "€2.5bn",
          "312–88",
          "ending",
          "Ünïcode",
          "đžğİ",
          "ếữạ",
          "Привет",
          "Ελλάδα",
          "שלום",
          "ٹیکنالوجی",
          "می‌روند",
          "ڕۆژنامە",
          "يُعلِنُّ",
          "😀",
          "👍🏽",
          "🇪🇬",
          "❤️",
          "議會",
          "-3",
          "$5",
          "@AFP",
          "https://example.org/a/very/long/path-without-spaces",
          "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
          "\u202Eevil\u202C",
          "\u2067isolate",
          "…",
          "“quoted”",
          "𝐁𝐎𝐋𝐃",
          "ﻻ",
          "\u0000",
          "\uD800",
          "a\u0301\u0302");

  private TypeFixture() {}

  /** A text of up to 60 words that anyone might have written, or broken. */
  public static String randomText(SplittableRandom random) {
    var text = new StringBuilder();
    var words = 1 + random.nextInt(60);
    for (int i = 0; i < words; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 7 == 6 ? "\n" : " ");
    }
    return text.toString();
  }
}
