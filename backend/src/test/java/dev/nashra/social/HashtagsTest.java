package dev.nashra.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HashtagsTest {
  @Test
  void namesAreRunsOfCapitalisedWords() {
    var tags =
        tags(
            "en",
            "Port Salim reopens the old harbour after the storm",
            "Port Salim reopened its old harbour on Tuesday, nine days after Storm Dalia.",
            "The Harbour Authority said Storm Dalia tore away the sea wall.");
    assertEquals(List.of("PortSalim", "StormDalia"), tags.subList(0, 2));
  }

  @Test
  void aCapitalAtTheStartOfASentenceIsNoName() {
    var tags =
        tags(
            "en",
            "Doctors call for calm in Tamra",
            "Doctors in Tamra asked for calm on Monday.",
            "Nurses in Beit Saada joined them.");
    assertEquals(List.of("Tamra", "BeitSaada"), tags);
  }

  @Test
  void aHeadlineInTitleCaseSaysNothingAboutNames() {
    var tags =
        tags(
            "en",
            "Parliament Passes New Budget After Long Debate",
            "The parliament of Marwan passed a budget on Sunday.",
            "The budget raises pensions, said finance minister Rana Haddad.");
    assertTrue(tags.contains("RanaHaddad"), "" + tags);
    assertTrue(tags.stream().noneMatch(tag -> tag.startsWith("ParliamentPasses")), "" + tags);
  }

  @Test
  void connectorsStayInsideNames() {
    var tags =
        tags("en", "The Bank of Marwan cuts rates", "The Bank of Marwan cut its rate by a point.");
    assertEquals("BankOfMarwan", tags.getFirst());
  }

  @Test
  void arabicNamesAreJoinedByUnderscores() {
    var tags =
        tags(
            "ar",
            "مجلس النواب يقر قانون المياه الجديد",
            "أقر مجلس النواب في مروان قانون المياه الجديد بأغلبية كبيرة.",
            "ودعا مجلس النواب الحكومة إلى تنفيذ القانون.");
    assertEquals(List.of("قانون_المياه", "مجلس_النواب"), tags.subList(0, 2));
  }

  @Test
  void particlesWrittenWithAWordAreTakenOff() {
    var tags =
        tags("ar", "عودة الكهرباء", "عادت الكهرباء إلى طمرة.", "رحب السكان بالكهرباء وبالمياه.");
    assertEquals("الكهرباء", tags.getFirst());
  }

  @Test
  void aParticleBetweenTwoWordsMakesThemTwoNames() {
    var tags =
        tags(
            "ar",
            "إخلاء أحياء الحور والطاحونة",
            "أخلى الدفاع المدني أحياء الحور والطاحونة بعد فيضان النهر.",
            "عاد سكان الحور والطاحونة.");
    assertTrue(tags.stream().noneMatch(tag -> tag.contains("الحور_الطاحونة")), "" + tags);
    assertTrue(tags.contains("الدفاع_المدني"), "" + tags);
  }

  @Test
  void whatIsCountedIsNoName() {
    var tags =
        tags(
            "ar",
            "مجلس النواب يقر الموازنة",
            "أقر مجلس النواب الموازنة بأغلبية 78 صوتًا مقابل 61.",
            "نالت الموازنة 78 صوتًا مقابل 61 في مجلس النواب.");
    assertEquals(List.of("مجلس_النواب", "الموازنة"), tags);
  }

  @Test
  void placesAreKnownByThePrepositionBefore() {
    var tags = tags("ar", "انهيار مبنى في طمرة", "انهار مبنى في طمرة صباح اليوم.");
    assertEquals("طمرة", tags.getFirst());
  }

  @Test
  void aNameMayBeginWithAShortWord() {
    var tags =
        tags(
            "ar",
            "إجلاء آلاف السكان في تل ياسمين",
            "غمرت المياه تل ياسمين بعد أن بلغ النهر 7.4 أمتار.",
            "انخفض النهر في تل ياسمين إلى 7.1 أمتار بعد 7.4 أمتار.");
    assertTrue(tags.contains("تل_ياسمين"), "" + tags);
    assertTrue(
        tags.stream().noneMatch(tag -> tag.equals("ياسمين") || tag.equals("أمتار")), "" + tags);
  }

  @Test
  void whatBelongsToSomebodyIsNoName() {
    var tags =
        tags(
            "ar",
            "الحكومة تدعو الناخبين",
            "حددت الحكومة في جلستها الأسبوعية موعد الاقتراع.",
            "تعقد الحكومة غدا مؤتمرا.");
    assertTrue(tags.stream().noneMatch(tag -> tag.contains("جلستها")), "" + tags);
  }

  @Test
  void aLeadThatIsTheHeadlineAgainCountsOnce() {
    var headline = "تراجع في أسعار النفط ووفرة بالإنتاج عالميا";
    var tags = tags("ar", headline, headline + ".");
    assertEquals(List.of("أسعار_النفط"), tags.subList(0, 1));
    assertTrue(tags.stream().noneMatch(tag -> tag.contains("عالميا")), "" + tags);
  }

  @Test
  void vowelMarksAndStretchingAreNotInTags() {
    var tags = tags("ar", "إغلاق مَطَار الســـاحل", "أغلق مطار الساحل.", "مطار الساحل مغلق.");
    assertEquals("مطار_الساحل", tags.getFirst());
  }

  @Test
  void wordsOfTheHeadlineHelpOutWhenNothingIsNamed() {
    assertEquals(2, tags("en", "Heavy flooding closes schools", "Water is rising.").size());
  }

  private static List<String> tags(String language, String headline, String... sentences) {
    var points = List.of(sentences).subList(1, sentences.length);
    return Hashtags.of(
        PostWriterTest.report(language, headline, sentences[0], points, List.of()), 5);
  }
}
