package dev.nashra.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small rules by which a sentence is cleaned, untied, judged and shortened. */
final class SentenceRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CAIRO (Reuters) - The river rose by two metres overnight. | The river rose by two metres overnight.
          WASHINGTON, Nov 22 — The river rose by two metres overnight. | The river rose by two metres overnight.
          القاهرة - رويترز: ارتفع منسوب النهر مترين خلال الليل. | ارتفع منسوب النهر مترين خلال الليل.
          (أ ف ب) - ارتفع منسوب النهر مترين خلال الليل. | ارتفع منسوب النهر مترين خلال الليل.
          The river - the longest of all - rose by two metres. | The river - the longest of all - rose by two metres.
          قال الوزير إن النهر ارتفع مترين: وهو رقم قياسي لم يسجل. | قال الوزير إن النهر ارتفع مترين: وهو رقم قياسي لم يسجل.
          """)
  void takesTheDatelineAway(String sentence, String rest) {
    assertEquals(rest, Boilerplate.withoutDateline(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | However, the bridge is open. | The bridge is open.
          en | But the bridge is open. | The bridge is open.
          ar | وقال وزير النقل إن الجسر مفتوح. | قال وزير النقل إن الجسر مفتوح.
          ar | من جهته، قال وزير النقل إن الجسر مفتوح. | قال وزير النقل إن الجسر مفتوح.
          ar | وفتحت البلدية الجسر أمس. | فتحت البلدية الجسر أمس.
          ar | ويلاقي الفريق ضيفه غدا. | يلاقي الفريق ضيفه غدا.
          ar | وزير النقل يفتح الجسر. | وزير النقل يفتح الجسر.
          ar | وصلت السفينة إلى الميناء. | وصلت السفينة إلى الميناء.
          ar | واشنطن ترحب بالاتفاق. | واشنطن ترحب بالاتفاق.
          ar | والدة الطفل تروي ما حدث. | والدة الطفل تروي ما حدث.
          ar | وهران تستضيف المهرجان. | وهران تستضيف المهرجان.
          ar | وكالة الأنباء تنفي الخبر. | وكالة الأنباء تنفي الخبر.
          """)
  void cutsTheTieToTheSentenceBefore(String language, String sentence, String untied) {
    assertEquals(untied, Openers.untied(sentence, language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | He said the bridge would open on Monday morning.
          en | Two of those piers have cracks that are longer than two metres.
          en | In a statement on Tuesday, he blamed the weather for the delay.
          en | “We will open it soon,” she said on Tuesday after a long meeting.
          en | Will the bridge ever be opened again to the public?
          en | We think that the bridge should be opened again soon.
          ar | أضاف أن الجسر سيفتح يوم الاثنين أمام السيارات.
          ar | وقال إن الجسر سيفتح يوم الاثنين أمام السيارات.
          ar | لكن الجسر لن يفتح قبل نهاية الشهر المقبل.
          ar | هذا القرار سيؤثر في آلاف الركاب كل يوم.
          fa | وی افزود که پل روز دوشنبه باز خواهد شد و رایگان است.
          """)
  void rejectsWhatLeansOnAnotherSentence(String language, String sentence) {
    assertEquals(0, Fitness.of(sentence, language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mayor Ella Voss said on Tuesday that the bridge would open soon.",
        "قالت رئيسة البلدية إيلا فوس إن الجسر سيفتح قريبا أمام السيارات.",
      })
  void keepsWhatStandsForItself(String sentence) {
    assertEquals(1, Fitness.of(sentence, sentence.startsWith("M") ? "en" : "ar"));
  }

  @Test
  void shortensALongSentenceWhereItsMainClauseEnds() {
    var english =
        "The council approved the new bridge over the harbour by nine votes to three, while the"
            + " opposition asked for another study of its cost and of the traffic that it would bring.";
    assertEquals(
        "The council approved the new bridge over the harbour by nine votes to three.",
        Trimming.shortened(english, 100));
    var arabic =
        "أقر المجلس البلدي بناء الجسر الجديد فوق الميناء بتسعة أصوات مقابل ثلاثة، مشيرا إلى أن الدراسة"
            + " ستستكمل قبل نهاية العام وأن الكلفة ستعلن لاحقا.";
    assertEquals(
        "أقر المجلس البلدي بناء الجسر الجديد فوق الميناء بتسعة أصوات مقابل ثلاثة.",
        Trimming.shortened(arabic, 100));
    var quoted =
        "Mayor Ella Voss said: “" + "The bridge stays shut, while we look. ".repeat(4) + "”";
    assertEquals(quoted, Trimming.shortened(quoted, 100), "a quotation is never cut");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BREAKING: Bridge shut after cracks are found | Quay | Bridge shut after cracks are found
          عاجل | x | عاجل
          Bridge shut after cracks are found - The Quay | The Quay | Bridge shut after cracks are found
          Bridge shut after cracks are found \\u2014 again | The Quay | Bridge shut after cracks are found \\u2014 again
          💉 أين تجد فرق التطعيم في الجبل | نبض | أين تجد فرق التطعيم في الجبل
          """)
  void cleansTitles(String title, String outlet, String clean) {
    assertEquals(
        clean.replace("\\u2014", "\u2014"),
        Titles.clean(title.replace("\\u2014", "\u2014"), outlet));
  }

  @Test
  void knowsBaitFromNews() {
    var news = Titles.quality("Bridge shut after cracks are found in two piers");
    assertTrue(Titles.quality("You won't believe what happened to this bridge") < news);
    assertTrue(Titles.quality("Is the bridge about to fall into the harbour?") < news);
    assertTrue(Titles.quality("شاهد.. لن تصدق ما حدث على الجسر صباح اليوم") < news);
  }

  @Test
  void readsFiguresInAnyDigits() {
    assertEquals(Set.of("1500", "3.5", "28"), Figures.of("1,500 people, 3.5% and ٢٨ boats"));
    assertEquals(Set.of("7.4"), Figures.of("٧٫٤ أمتار"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The agency approved the drug although it was, while safe, no more effective than a placebo, a... | The agency approved the drug although it was, while safe, no more effective than a placebo.
          The agency approved the drug although its own reviewers had objected to it twice, and [...] | The agency approved the drug although its own reviewers had objected to it twice.
          أقرت الهيئة الدواء رغم اعتراض مراجعيها عليه مرتين خلال العام الماضي، وقالت إن… | أقرت الهيئة الدواء رغم اعتراض مراجعيها عليه مرتين خلال العام الماضي.
          Too short to lose anything, but... | Too short to lose anything, but...
          The agency approved the drug although its own reviewers had objected to it. | The agency approved the drug although its own reviewers had objected to it.
          """)
  void aSentenceThatASummaryCutOffEndsAtAClause(String sentence, String finished) {
    assertEquals(finished, Trimming.finished(sentence));
  }

  @Test
  void aCutOffTitleGoesOnToTheEndOfItsSentence() {
    var title = "Drones struck three warehouses of a retailer overnight, with buildings in Port…";
    var whole =
        "Drones struck three warehouses of a retailer overnight, with buildings in Port Amber hit.";
    assertEquals(
        whole.substring(0, whole.length() - 1), Titles.completed(title, List.of("Other.", whole)));
    assertEquals(
        "Drones struck three warehouses of a retailer overnight",
        Titles.completed(title, List.of(whole.replace(".", ", " + "and on ".repeat(20)))));
    assertEquals(title, Titles.completed(title, List.of("Something else.")));
    assertEquals("And then…", Titles.completed("And then…", List.of("And then it rained.")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar | كنا وطنا واحدا فأصبحنا وطنين وصرنا شعبين وأصبحت عندنا حروب استنزاف.
          en | We need to ask what this will do to the people who live by the river.
          """)
  void whoSpeaksOfThemselvesSpeaksInQuotesOnly(String language, String sentence) {
    assertEquals(0, Fitness.of(sentence, language));
    assertTrue(Fitness.of("قال العمدة: «" + sentence + "» وغادر المكان.", language) >= 0);
  }

  @Test
  void anEntryOfAListIsWorthLessThanASentence() {
    var entry = "بعد غد: سوق الجبل من السابعة حتى الثانية والنصف ظهرا.";
    assertTrue(Fitness.of(entry, "ar") < 0.5 * Fitness.of(entry.replace(":", ""), "ar"));
    assertEquals("علينا أن نعمل.", Openers.untied("-علينا أن نعمل.", "ar"));
  }

  @Test
  void roundFiguresAreNoOtherFigures() {
    assertTrue(Figures.roundEachOther(4000, 4100));
    assertTrue(!Figures.roundEachOther(3800, 4100));
    assertTrue(!Figures.roundEachOther(100, 140));
    assertTrue(!Figures.roundEachOther(12, 14));
  }

  @Test
  void aReportHasOneKindOfDigits() {
    var mostlyWestern = numbered("48.6 مليار", "بأغلبية 78 صوتا مقابل 61", "كلف ١٫٤ مليار و١٬٢٠٠");
    assertEquals("كلف 1.4 مليار و1,200", mostlyWestern.keyPoints().getFirst().text());
    var mostlyArabic =
        numbered("من ١٢٣٤ إلى ١٢٣٤٥٦ مقعدا", "طائرة F-16 و5G و12,500 جندي", "نسبة 3.5 و2-4");
    assertEquals("طائرة F-16 و5G و١٢٬٥٠٠ جندي", mostlyArabic.lead().text());
    assertEquals("نسبة ٣٫٥ و٢-٤", mostlyArabic.keyPoints().getFirst().text());
  }

  private static Draft numbered(String headline, String lead, String point) {
    var one = List.of(1L);
    return Numerals.alike(
        new Draft(
            "ar",
            new CitedSentence(headline, one),
            new CitedSentence(lead, one),
            List.of(new CitedSentence(point, one)),
            List.of("A"),
            "extractive",
            ""));
  }
}
