package dev.nashra.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twitter.twittertext.Extractor;
import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class PostWriterTest {
  private static final String LINK = "https://marsad.example/news/bridge";

  private final PostWriter writer = new PostWriter();

  @Test
  void aPostReadsLikeOne() {
    var post = writer.write(bridge(), LINK, Network.TELEGRAM);
    assertEquals(
        """
        بلدية وادي الزيتون تفتتح الجسر الجديد يوم الاثنين

        قالت بلدية وادي الزيتون إن الجسر الجديد سيفتح أمام السيارات يوم الاثنين بعد ثلاثة أعوام من العمل.

        • بلغت كلفة الجسر الجديد أربعين مليون دينار.
        • يربط الجسر وادي الزيتون بالميناء القديم.

        المصادر: المرصد، صوت الساحل
        https://marsad.example/news/bridge

        #وادي_الزيتون #الجسر"""
            .strip(),
        post.text());
  }

  @Test
  void aLineThatBeginsWithLatinStaysOnTheRight() {
    var report =
        report(
            "ar",
            "WHO تحذر من موجة جديدة",
            "أصدرت المنظمة تحذيرا.",
            List.of(),
            List.of("BBC عربي"));
    var text = writer.write(report, LINK, Network.FACEBOOK).text();
    assertTrue(text.startsWith("\u200FWHO"), text);
    assertTrue(text.contains("\nالمصدر: BBC"), text);
  }

  @Test
  void xKeepsHeadlineSourceLinkAndTwoHashtags() {
    var post = writer.write(harbour(), LINK, Network.X);
    assertTrue(post.text().startsWith("Port Salim reopens the old harbour after the storm"));
    assertTrue(post.text().contains(LINK));
    assertEquals(2, post.hashtags().size());
    assertTrue(TextLimit.of(Network.X).length(post.text()) > 200, post.text());
  }

  @Test
  void aLinkThatWouldTakeMostOfTheRoomStaysOut() {
    var link = "https://example.com/" + "a".repeat(200);
    var post = writer.write(harbour(), link, Network.BLUESKY);
    assertFalse(post.text().contains("example.com"));
    assertEquals(link, post.link());
    assertTrue(writer.write(harbour(), link, Network.X).text().contains(link));
  }

  @Test
  void anArabicAddressIsEncodedSoThatNetworksSeeOneLink() {
    var post = writer.write(harbour(), "https://example.com/أخبار/جسر|1", Network.X);
    assertEquals(List.of(post.link()), new Extractor().extractURLs(post.text()));
  }

  @Test
  void hashtagsOfTheTextBecomeWords() {
    var report = report("ar", "#عاجل افتتاح #الجسر_الجديد", "نص.", List.of(), List.of());
    assertTrue(writer.write(report, LINK, Network.X).text().startsWith("عاجل افتتاح الجسر الجديد"));
  }

  @Test
  void aLeadThatRepeatsTheHeadlineIsLeftOut() {
    var report = report("en", "The bridge is open", "The bridge is open.", List.of(), List.of());
    var text = writer.write(report, LINK, Network.FACEBOOK).text();
    assertEquals(1, text.split("The bridge is open", -1).length - 1, text);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LOCAL")
  void everyNetworkGetsWholeTextsWithinItsLimit(Network network) {
    for (var report : List.of(bridge(), harbour())) {
      var post = writer.write(report, LINK, network);
      assertTrue(TextLimit.of(network).fits(post.text()), post.text());
      assertTrue(post.text().contains(report.headline().text()), post.text());
      assertTrue(post.text().contains(LINK), post.text());
    }
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, 150).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPostIsEverOverItsLimitOrBroken(int seed) {
    var random = new Random(seed);
    var language = List.of("ar", "en", "und", "fr", "zh").get(random.nextInt(5));
    var report =
        report(
            language,
            RandomText.line(random, 1 + random.nextInt(40)),
            RandomText.line(random, 1 + random.nextInt(120)),
            Stream.generate(() -> RandomText.line(random, 1 + random.nextInt(60)))
                .limit(random.nextInt(6))
                .toList(),
            Stream.generate(() -> RandomText.line(random, 1 + random.nextInt(4)))
                .limit(random.nextInt(4))
                .toList());
    var link = "https://example.com/خبر/" + "slug-".repeat(random.nextInt(60)) + seed;
    for (var network : Network.values()) {
      var post = writer.write(report, link, network);
      assertTrue(TextLimit.of(network).fits(post.text()), () -> network + post.text());
      assertWellFormed(post);
    }
  }

  private static void assertWellFormed(PostDraft post) {
    var text = post.text();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        assertTrue(i + 1 < text.length() && Character.isLowSurrogate(text.charAt(++i)));
      } else {
        assertFalse(Character.isLowSurrogate(text.charAt(i)));
      }
    }
    var lines = text.lines().toList();
    assertTrue(!text.contains("https://example.com/%") || lines.contains(post.link()), text);
    for (var tag : post.hashtags()) {
      assertTrue(tag.matches("[\\p{L}\\p{M}\\p{N}_]{2,40}"), tag);
      assertTrue((" " + lines.getLast() + " ").matches(".*[ \\p{Cf}]#" + tag + " .*"), text);
    }
  }

  private static Report bridge() {
    return report(
        "ar",
        "بلدية وادي الزيتون تفتتح الجسر الجديد يوم الاثنين",
        "قالت بلدية وادي الزيتون إن الجسر الجديد سيفتح أمام السيارات يوم الاثنين بعد ثلاثة أعوام من"
            + " العمل.",
        List.of(
            "بلغت كلفة الجسر الجديد أربعين مليون دينار.",
            "يربط الجسر وادي الزيتون بالميناء القديم."),
        List.of("المرصد", "صوت الساحل"));
  }

  private static Report harbour() {
    return report(
        "en",
        "Port Salim reopens the old harbour after the storm",
        "Port Salim reopened its old harbour on Tuesday, nine days after Storm Dalia tore away two"
            + " hundred metres of the sea wall and sank eleven fishing boats.",
        List.of(
            "The Harbour Authority said ferries to Tamra would run again from Thursday.",
            "Mayor Huda Nasser promised compensation to the owners of the boats."),
        List.of("Coast Courier"));
  }

  static Report report(
      String language, String headline, String lead, List<String> points, List<String> outlets) {
    return new Report(
        1,
        1,
        1,
        language,
        cited(headline),
        cited(lead),
        points.stream().map(PostWriterTest::cited).toList(),
        outlets,
        "extractive",
        Instant.EPOCH);
  }

  private static CitedSentence cited(String text) {
    return new CitedSentence(text, List.of(1L));
  }
}
