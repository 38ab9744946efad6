package dev.nashra.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twitter.twittertext.Extractor;
import dev.nashra.text.Graphemes;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextCutTest {
  private static final List<Network> NETWORKS =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Network.LOCAL)));

  @Test
  void aTextThatFitsStaysAsItIs() {
    assertEquals("Short.", cut("Short.", 10));
  }

  @Test
  void aSentenceThatKeepsMostIsPreferred() {
    var text = "The bridge opened on Monday. It will carry trams from the spring onwards.";
    assertEquals("The bridge opened on Monday.", cut(text, 45));
  }

  @Test
  void anArabicSentenceEndsAtItsQuestionMark() {
    var text = "هل يفتح الجسر يوم الاثنين؟ تقول البلدية إن الأعمال لم تكتمل بعد.";
    assertEquals("هل يفتح الجسر يوم الاثنين؟", cut(text, 40));
  }

  @Test
  void betweenWordsItEndsWithAnEllipsis() {
    assertEquals("The old harbour…", cut("The old harbour, closed since spring", 20));
  }

  @Test
  void anAddressIsNeverCut() {
    var text = "See https://example.com/one/two/three for more";
    assertEquals("See…", cut(text, 20));
  }

  @Test
  void anEllipsisDoesNotTouchAnAddress() {
    var text = "https://example.com/a and a good deal more of it";
    assertEquals("https://example.com/a …", cut(text, 24));
  }

  @Test
  void aVeryLongWordIsCutBetweenCharacters() {
    assertEquals("👨‍👩‍👧‍👦👨‍👩‍👧‍👦…", cut("👨‍👩‍👧‍👦".repeat(5), 24));
  }

  @Test
  void aTextWithoutSpacesIsCutBetweenWords() {
    var cut = cut("今天早上市政府宣布新桥将于下周一正式开放通行", 10);
    assertTrue(cut.length() > 5 && cut.endsWith("…"), cut);
  }

  @Test
  void nothingIsLeftOfALongAddress() {
    assertEquals("", cut("https://example.com/one/two/three", 10));
  }

  static IntStream seeds() {
    return IntStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noCutBreaksAnything(int seed) {
    var random = new Random(seed);
    var text = PlainText.line(RandomText.line(random, 2 + random.nextInt(80)));
    var network = NETWORKS.get(random.nextInt(NETWORKS.size()));
    var limit = TextLimit.of(network);
    int most = random.nextInt(Math.min(limit.most(), 300));
    Predicate<String> fits = part -> limit.length(part) <= most && limit.fits(part);
    var cut = TextCut.cut(text, random.nextBoolean() ? "ar" : "en", fits);
    assertTrue(cut.isEmpty() || fits.test(cut), () -> "too long: " + cut);
    assertUnbroken(text, cut);
  }

  private static void assertUnbroken(String text, String cut) {
    var kept = cut.endsWith("…") ? cut.substring(0, cut.length() - 1).stripTrailing() : cut;
    assertTrue(text.startsWith(kept), () -> "not a beginning: " + cut);
    assertEquals(kept.length(), Graphemes.boundaryAtOrBefore(text, kept.length()));
    assertFalse(!kept.isEmpty() && Character.isHighSurrogate(kept.charAt(kept.length() - 1)), cut);
    var before = new Extractor().extractURLs(text);
    new Extractor()
        .extractURLs(cut)
        .forEach(address -> assertTrue(before.contains(address), () -> "cut address: " + cut));
    var tags = HashtagSyntax.HASHTAG.matcher(text).results().map(m -> m.group()).toList();
    HashtagSyntax.HASHTAG
        .matcher(cut)
        .results()
        .forEach(tag -> assertTrue(tags.contains(tag.group()), () -> "cut hashtag: " + cut));
  }

  private static String cut(String text, int most) {
    return TextCut.cut(text, "en", part -> part.length() <= most);
  }
}
