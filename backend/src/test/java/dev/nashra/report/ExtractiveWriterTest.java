package dev.nashra.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExtractiveWriterTest {
  private static final List<Clipping> FERRY =
      List.of(
          Clippings.english(
              1,
              "The Quay",
              "Ferry runs aground off Port Amber with 212 people aboard",
              "PORT AMBER (QN) - A ferry with 212 people aboard ran aground on a sandbank off Port"
                  + " Amber on Tuesday morning, the coast guard said.",
              "However, nobody was hurt. He said the tide would lift it.",
              "All 212 passengers were taken ashore in fishing boats within three hours.",
              "The ferry Marigold was built in 1998 and last inspected in March.",
              "Read more: how to travel by sea"),
          Clippings.english(
              2,
              "Amber Daily",
              "You won't believe what this ferry captain did next",
              "By Nora Field",
              "The ferry Marigold ran aground off Port Amber on Tuesday with 212 people aboard after"
                  + " fog closed the harbour, the coast guard said.",
              "Within three hours all 212 passengers were taken ashore in fishing boats.",
              "Harbour master Ella Voss told the Daily that the channel had silted up over the"
                  + " winter and would be dredged next week."),
          Clippings.english(
              3,
              "Coast Radio",
              "Passengers brought ashore after ferry grounding near Port Amber",
              "Fishing boats carried 212 passengers ashore on Tuesday after a ferry ran aground near"
                  + " Port Amber.",
              "Transport minister Ivo Lund ordered an inquiry and asked for a report within ten"
                  + " days."));

  private final ExtractiveWriter writer = new ExtractiveWriter();

  @Test
  void leadsWithWhatHappenedUnderAnInformingHeadline() {
    var draft = writer.write("en", FERRY);
    assertEquals(
        "Ferry runs aground off Port Amber with 212 people aboard", draft.headline().text());
    assertTrue(draft.lead().text().contains("ran aground"), draft.lead().text());
    assertFalse(draft.lead().text().contains("(QN)"), "the dateline goes");
    assertEquals("extractive", draft.writer());
    assertEquals(3, draft.outlets().size());
  }

  @Test
  void citesEveryArticleThatSaysTheSame() {
    var draft = writer.write("en", FERRY);
    var ashore =
        everything(draft).stream()
            .filter(sentence -> sentence.text().contains("taken ashore"))
            .findFirst()
            .orElseThrow();
    assertTrue(ashore.articleIds().containsAll(List.of(1L, 2L)), ashore.toString());
  }

  @Test
  void choosesOnlySentencesThatStandForThemselves() {
    var texts = everything(writer.write("en", FERRY)).stream().map(CitedSentence::text).toList();
    for (var text : texts) {
      assertFalse(text.startsWith("However") || text.startsWith("He "), text);
      assertFalse(text.contains("Read more") || text.contains("Nora Field"), text);
    }
    assertEquals(texts.size(), new HashSet<>(texts).size(), "no sentence comes twice");
  }

  @Test
  void doesNotRepeatInAPointWhatTheLeadSays() {
    var draft = writer.write("en", FERRY);
    var points = draft.keyPoints().stream().map(CitedSentence::text).toList();
    assertTrue(
        points.stream().noneMatch(point -> point.contains("ran aground")), points.toString());
    assertTrue(points.stream().anyMatch(point -> point.contains("inquiry")), points.toString());
  }

  @Test
  void writesArabicWithoutTiesToWhatStoodBefore() {
    var draft =
        writer.write(
            "ar",
            List.of(
                Clippings.arabic(
                    1,
                    "صوت الميناء",
                    "عاجل | جنوح عبّارة قرب ميناء العنبر وإجلاء ركابها",
                    "ميناء العنبر - صوت الميناء: جنحت عبّارة على متنها 212 راكبًا صباح الثلاثاء قرب"
                        + " ميناء العنبر، بحسب خفر السواحل.",
                    "وقالت مديرة الميناء إيلا فوس إن القناة امتلأت بالرمال خلال الشتاء وستُنظف"
                        + " الأسبوع المقبل.",
                    "وأضافت أنها ستقدم تقريرًا خلال عشرة أيام.",
                    "اقرأ أيضا: كيف تسافر بحرا"),
                Clippings.arabic(
                    2,
                    "مرآة الساحل",
                    "إجلاء 212 راكبًا من عبّارة جنحت قرب ميناء العنبر",
                    "نُقل 212 راكبًا إلى الشاطئ بقوارب الصيد خلال ثلاث ساعات بعد جنوح العبّارة.",
                    "وأمر وزير النقل إيفو لوند بفتح تحقيق في الحادث.")));
    var texts = everything(draft).stream().map(CitedSentence::text).toList();
    assertFalse(draft.headline().text().contains("عاجل"), draft.headline().text());
    assertTrue(texts.contains("أمر وزير النقل إيفو لوند بفتح تحقيق في الحادث."), texts.toString());
    assertTrue(
        texts.stream().anyMatch(text -> text.startsWith("قالت مديرة الميناء")), texts.toString());
    assertTrue(texts.stream().noneMatch(text -> text.contains("وأضافت") || text.contains("اقرأ")));
    assertTrue(texts.stream().noneMatch(text -> text.contains("صوت الميناء:")), texts.toString());
  }

  @Test
  void prefersTheLaterOfTwoDifferentCounts() {
    var draft =
        writer.write(
            "en",
            List.of(
                Clippings.english(
                    1,
                    "The Quay",
                    "Storm hits Port Amber",
                    "A storm that hit Port Amber overnight forced 300 people to leave their homes,"
                        + " the city said."),
                Clippings.english(
                    2,
                    "Coast Radio",
                    "Storm in Port Amber drives hundreds from their homes",
                    "The storm that hit Port Amber overnight has forced 450 people to leave their"
                        + " homes, the city said.")));
    var text = everything(draft).toString();
    assertTrue(text.contains("450") && !text.contains("300"), text);
  }

  @Test
  void makesAReportOfHeadlinesAlone() {
    var draft =
        writer.write(
            "ar",
            List.of(
                Clippings.arabic(1, "أ", "جنوح عبّارة قرب ميناء العنبر"),
                Clippings.arabic(2, "ب", "إجلاء 212 راكبًا بعد جنوح عبّارة في ميناء العنبر")));
    assertFalse(draft.headline().text().isEmpty());
    assertTrue(draft.lead().text().endsWith("."), draft.lead().text());
    assertTrue(draft.keyPoints().isEmpty());
  }

  @Test
  void writesAboutASingleArticle() {
    var draft = writer.write("en", FERRY.subList(0, 1));
    assertEquals(List.of(1L), draft.lead().articleIds());
    assertEquals(List.of("The Quay"), draft.outlets());
  }

  @Test
  void usesTheArticlesInTheStorysLanguageOnly() {
    var mixed = new ArrayList<>(FERRY);
    mixed.add(
        Clippings.arabic(9, "مرآة الساحل", "جنوح عبّارة", "جنحت عبّارة قرب ميناء العنبر اليوم."));
    var draft = writer.write("en", mixed);
    assertTrue(everything(draft).stream().noneMatch(s -> s.articleIds().contains(9L)));
    assertEquals("ar", writer.write("ar", mixed).language());
  }

  /** Whatever the order of the articles and their text, the report is the same and cites them. */
  @ParameterizedTest
  @MethodSource("seeds")
  void isTheSameForTheSameArticlesInAnyOrder(long seed) {
    var random = new Random(seed);
    var clippings = randomClippings(random);
    var expected = writer.write("en", clippings);
    Collections.shuffle(clippings, random);
    assertEquals(expected, writer.write("en", clippings));
    var ids = clippings.stream().map(Clipping::id).toList();
    for (var sentence : everything(expected)) {
      assertTrue(ids.containsAll(sentence.articleIds()), "seed " + seed);
      assertFalse(sentence.text().isBlank(), "seed " + seed);
    }
    assertTrue(expected.keyPoints().size() <= 5);
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  private static List<Clipping> randomClippings(Random random) {
    var words =
        List.of(
            "harbour", "Mr.", "vote", "«", "؟", "12", "rises.", "“", "”", "The", "river", "(",
            "3.5%", "قال", "\n");
    var clippings = new ArrayList<Clipping>();
    for (int id = 1; id <= 1 + random.nextInt(5); id++) {
      var text = new StringBuilder();
      for (int i = 0; i < random.nextInt(200); i++) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      clippings.add(
          Clippings.english(id, "Outlet " + random.nextInt(3), "Title " + id, text.toString()));
    }
    return clippings;
  }

  private static List<CitedSentence> everything(Draft draft) {
    return Stream.concat(Stream.of(draft.headline(), draft.lead()), draft.keyPoints().stream())
        .toList();
  }
}
