package dev.nashra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SentencesTest {
  /** {@code /} in the text stands for a place where a sentence must end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Mr. Doe met Dr. A. B. Roe at 9 a.m. on Monday. / They talked for 3.5 hours.
          en | The U.S. Senate voted. / It sits in Washington, D.C. / The vote was close.
          en | Shares of Acme Inc. rose 4.2%. / Will it last? / Nobody knows!
          en | “We will win. We always do,” she said. / He left.
          en | He said "No. Never." / Then he left.
          en | It cost $1.5m (about 1.4m euros). / See no. 5 for more.
          en | She answered no. / The room fell silent.
          en | 1. Open the door. / 2. Go in.
          en | Read example.com today. / The text lost a space.
          en | He waited... / Then it rained.
          ar | قال د. أحمد سالم إن النسبة 3.5 في المئة. / وأضاف أن الأمر واضح.
          ar | هل يعود الوزير؟ / لا أحد يعلم! / انتهى الاجتماع؛ لم يعلن شيء.
          ar | قالت «لن نتراجع. سنبقى هنا» قبل أن تغادر. / ساد الصمت.
          ar | يبلغ طول الجسر 500 م. / وبدأ بناؤه أمس.
          fa | رئیس‌جمهور گفت: «تصمیم گرفته شد. اجرا می‌شود.» / جلسه پایان یافت.
          ur | وزیر نے استعفیٰ دے دیا۔ / اجلاس کل ہوگا۔
          de | Er sagte: „Ja. Wir kommen.“ / Dann ging er z.B. nach Hause.
          ru | Проект стоит 5 млн. рублей. / Он начнётся в мае.
          ja | 地震があった。/ 津波の心配はない。
          """)
  void endsSentencesWhereAReaderWould(String language, String marked) {
    var expected = List.of(marked.split("\\s*/\\s*"));
    var text = marked.replaceAll("\\s*/\\s*", language.equals("ja") ? "" : " ");
    assertEquals(expected, Sentences.split(text, language));
  }

  @Test
  void putsBackALostSpace() {
    assertEquals(
        List.of("The rain stopped.", "People went home."),
        Sentences.split("The rain stopped.People went home.", "en"));
  }

  @Test
  void endsASentenceAtALineBreakWithoutAFullStop() {
    assertEquals(List.of("A headline", "A text."), Sentences.split("A headline\n\nA text.", "en"));
  }

  @Test
  void aQuotationThatIsNeverClosedDoesNotSwallowTheRest() {
    assertEquals(2, Sentences.split("“We will win. We always do.", "en").size());
    assertFalse(Quotations.areWhole("“We will win."));
    assertTrue(Quotations.areWhole("A 15\" screen (new) shows “yes”."));
  }

  /** Random pieces in random order: nothing is lost and nothing is invented. */
  @ParameterizedTest
  @MethodSource("seeds")
  void keepsEveryCharacterOfAnyText(long seed) {
    var random = new Random(seed);
    var pieces =
        List.of("Mr. ", "word ", "“", "”", "\"", ". ", "؟ ", "قال ", "3.5 ", "\n", "(", ") ", "😀");
    var text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    var blank = Pattern.compile("[\\s\\p{Z}]+");
    var joined = String.join("", Sentences.split(text.toString(), "en"));
    assertEquals(
        blank.matcher(text).replaceAll(""), blank.matcher(joined).replaceAll(""), "seed " + seed);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }
}
