package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.NewsRows;
import dev.nashra.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers are answered, in both languages, out of a real database with stories. */
@Timeout(60)
final class CommandsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final long ARAB = 11;
  private static final long ENGLISHWOMAN = 12;

  private final List<URI> requested = new ArrayList<>();
  private final AtomicBoolean isDownloading = new AtomicBoolean();
  private Conversation talk;
  private long bridge;
  private long port;
  private long school;

  @BeforeEach
  void open() throws IOException {
    var news = new NewsRows(DATABASE.get());
    news.clear();
    bridge =
        news.story(
            "ar", 5, "افتتاح جسر المَرفأ الجديد", "افتُتح الجسر صباح اليوم.", "كلّف مليونًا.");
    school = news.story("ar", 2, "مدارس المدينة تعود", "عاد الطلاب.", "عددهم ألف.");
    port =
        news.story(
            "en", 9, "New harbour bridge opens", "The bridges opened today.", "It cost a million.");
    talk =
        new Conversation(
            DATABASE.get(),
            new MediaRequests() {
              @Override
              public Answer request(Asker asker, URI link) {
                requested.add(link);
                return Answer.QUEUED;
              }

              @Override
              public boolean cancel(Asker asker) {
                return isDownloading.get();
              }
            });
  }

  @AfterEach
  void close() throws InterruptedException {
    talk.close();
  }

  private String arab(String text) {
    return plain(talk.ask(ARAB, "ar", text));
  }

  private String english(String text) {
    return plain(talk.ask(ENGLISHWOMAN, "en-GB", text));
  }

  /** Without what only turns the direction. */
  private static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069]", "");
  }

  @Test
  void startSaysWhoItIsAndWhatItCanDo() {
    assertTrue(arab("/start").startsWith("أهلًا بك في نشرة. "));
    var english = english("/start");
    assertTrue(english.startsWith("Hello, this is نشرة. "), english);
    assertTrue(english.contains("The top stories now: /latest\n"), english);
  }

  @Test
  void latestHasTheStoriesOfTheLanguageTheMostImportantFirst() {
    assertEquals(
        """
        أبرز الأخبار الآن

        افتتاح جسر المَرفأ الجديد
        مصدران · التفاصيل: /story_%d

        مدارس المدينة تعود
        مصدران · التفاصيل: /story_%d"""
            .formatted(bridge, school),
        arab("/latest"));
    assertEquals(
        """
        Top stories now

        New harbour bridge opens
        2 sources · Read on: /story_%d"""
            .formatted(port),
        english("/latest"));
  }

  @Test
  void aStoryHasItsReportItsSourcesAndItsPage() {
    var answer = arab("/story_" + bridge);

    assertEquals(
        """
        افتتاح جسر المَرفأ الجديد

        افتُتح الجسر صباح اليوم.

        • كلّف مليونًا.

        المصادر: The Quay، صحيفة المرفأ
        آخر تحديث: 28 نوفمبر، 14:05
        اقرأ الخبر على صفحتنا""",
        answer);
    assertEquals(
        List.of("bold", "text_link", "text_link", "text_link"),
        talk.server().messages().getLast().entities());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/story %d", "/story_%d", "/STORY #%d", "/story@desk_bot %d", "/story\n%d"})
  void aStoryIsFoundHoweverItIsAskedFor(String command) {
    assertTrue(english(command.formatted(port)).startsWith("New harbour bridge opens\n"));
  }

  @Test
  void aStoryIsFoundByArabicDigits() {
    var digits = Long.toString(bridge).chars().map(c -> c - '0' + '٠').toArray();
    var number = new String(digits, 0, digits.length);

    assertTrue(arab("/story " + number).startsWith("افتتاح جسر"));
  }

  @ParameterizedTest
  @CsvSource({
    "/story,Which story?",
    "/story x,Which story?",
    "/story 99999999999999999999,Which story?",
    "/story 999999,There is no story with this number."
  })
  void anotherNumberIsAnsweredInWords(String command, String answer) {
    assertTrue(english(command).startsWith(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"جسر المرفأ", "الجسر", "المرفا", "جِسْر", "الجـسر", "بالجسر"})
  void aSearchFindsEverySpelling(String words) {
    var answer = arab("/search " + words);

    assertTrue(answer.contains("/story_" + bridge), answer);
    assertFalse(answer.contains("/story_" + school), answer);
  }

  @Test
  void aSearchFindsOtherForms() {
    var answer = english("/search BRIDGE harbours");

    assertTrue(answer.startsWith("Found for “BRIDGE harbours”"), answer);
    assertTrue(answer.contains("/story_" + port), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zebra", "bridge zebra", "the", "'; drop table stories; --", "%", "\u0000 %_"})
  void aSearchThatFindsNothingSaysSo(String words) {
    assertTrue(english("/search " + words).startsWith("I found nothing about “"));
  }

  @Test
  void aSearchWithoutWordsShowsHow() {
    assertTrue(arab("/search").contains("/search جسر الميناء"));
    assertTrue(english("/search ").contains("/search port bridge"));
  }

  @Test
  void whatIsWrittenAfterASearchIsFoundByTheNextOne() {
    assertTrue(english("/search lighthouse").startsWith("I found nothing"));
    var story = new NewsRows(DATABASE.get()).story("en", 1, "Lighthouse lit", "It is lit.", "x");

    assertTrue(english("/search lighthouse").contains("/story_" + story));
  }

  @Test
  void theDigestIsTheNewestOfTheLanguage() {
    assertTrue(english("/digest").startsWith("There is no digest yet."));
    new NewsRows(DATABASE.get()).digest("en", "Daily digest, 28 November", port, "Bridge opens");

    assertEquals(
        """
        Daily digest, 28 November

        Bridge opens
        1 source · Read on: /story_%d

        Read the whole digest"""
            .formatted(port),
        english("/digest"));
    assertTrue(arab("/digest").startsWith("لم يصدر حصاد بعد."));
  }

  @Test
  void aChosenLanguageCountsMoreThanTheProgram() {
    assertTrue(english("/language").startsWith("I answer in English."));
    assertEquals("سأجيبك بالعربية من الآن.\nللإنجليزية: /language_en", english("/language_ar"));
    assertTrue(english("/latest").startsWith("أبرز الأخبار الآن"));
    assertTrue(english("/language English").startsWith("I now answer in English."));
    assertTrue(english("/language العربية").startsWith("سأجيبك بالعربية"));
    assertTrue(english("/language klingon").startsWith("أجيبك الآن بالعربية."));
  }

  @Test
  void whoseLanguageIsNotSpokenIsAnsweredInTheNewsrooms() {
    assertTrue(talk.ask(13, "fr", "/latest").startsWith("أبرز الأخبار"));
    assertTrue(talk.ask(13, "", "/latest").startsWith("أبرز الأخبار"));
  }

  @Test
  void anythingElseGetsHelp() {
    assertTrue(arab("مرحبا").startsWith("هذا ما أستطيع تقديمه:\n"));
    assertTrue(english("good morning").startsWith("What I can do:\n"));
    assertTrue(english("/weather").startsWith("I do not know this command.\n"));
    assertTrue(english("/help").startsWith("What I can do:\n"));
  }

  @Test
  void aLinkIsGivenToWhoGetsMedia() {
    talk.write(ENGLISHWOMAN, "en", "look: https://video.example/1?a=b please");
    talk.awaitQuiet();

    assertEquals(List.of(URI.create("https://video.example/1?a=b")), requested);
    assertEquals(List.of(), talk.server().textsOf(ENGLISHWOMAN));
  }

  @Test
  void aDownloadIsCancelled() {
    assertEquals("No download of yours is running.", english("/cancel"));
    isDownloading.set(true);
    assertEquals("أُوقف التنزيل.", arab("/cancel"));
  }

  @Test
  void aLongStoryFitsIntoAMessage() {
    var points = "نقطة طويلة جدا ".repeat(40);
    var story =
        new NewsRows(DATABASE.get())
            .story(
                "ar", 1, "عنوان", "مقدمة", points, points, points, points, points, points, points);

    var answer = talk.ask(ARAB, "ar", "/story " + story);

    assertTrue(answer.length() <= 4096, () -> answer.length() + " characters");
    assertTrue(answer.contains("المصادر:"), answer);
  }
}
