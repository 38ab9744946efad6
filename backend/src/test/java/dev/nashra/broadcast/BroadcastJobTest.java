package dev.nashra.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brand;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Editions from stories to files. */
final class BroadcastJobTest {
  private static final Instant NOON = Stories.NOON;

  @TempDir private Path folder;

  private final InMemoryEditions editions = new InMemoryEditions();
  private final ScriptedVoice voice = new ScriptedVoice();

  @BeforeEach
  void stories() {
    var all = new ArrayList<Candidate>();
    LongStream.rangeClosed(1, 8).mapToObj(Stories::english).forEach(all::add);
    LongStream.rangeClosed(11, 14).mapToObj(Stories::arabic).forEach(all::add);
    all.add(Stories.story(99, "fr", "Un seul titre", "Une seule phrase."));
    editions.stories(all);
  }

  @Test
  void makesBothKindsInEveryLanguageWithEnoughStories() throws Exception {
    assertEquals(new JobResult(4, 4, 0, ""), run(NOON));
    for (var file :
        List.of(
            "index.html",
            "bulletin-ar.html",
            "bulletin-ar.txt",
            "bulletin-ar.mp3",
            "digest-en.html",
            "digest-en.txt",
            "feeds/bulletin-ar.xml",
            "feeds/digest-en.json",
            "archive/2031/05/04/bulletin-en-174500.html",
            "archive/2031/05/04/bulletin-en-174500.mp3",
            "archive/2031/05/04/digest-ar.html")) {
      assertTrue(Files.exists(folder.resolve(file)), file);
    }
    assertFalse(Files.exists(folder.resolve("bulletin-fr.html")), "one story is no bulletin");
    try (var files = Files.walk(folder)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
    }
  }

  @Test
  void makesNothingNewOfTheSameStories() throws Exception {
    run(NOON);
    var before = contents();
    assertEquals(new JobResult(4, 0, 0, ""), run(NOON.plusSeconds(600)));
    assertEquals(before, contents());
    assertEquals(2, voice.spoken().size(), "one reading in each language");
  }

  @Test
  void anotherOrderOfTheSameStoriesIsNoNewBulletin() throws Exception {
    run(NOON);
    var stories = new ArrayList<>(LongStream.rangeClosed(1, 6).mapToObj(Stories::english).toList());
    editions.stories(stories.reversed());
    assertEquals(new JobResult(1, 0, 0, ""), bulletin(NOON.plusSeconds(600)));
  }

  @Test
  void putsBackAPageThatWasLost() throws Exception {
    run(NOON);
    var page = Files.readString(folder.resolve("bulletin-ar.html"));
    Files.delete(folder.resolve("bulletin-ar.html"));
    run(NOON.plusSeconds(600));
    assertEquals(page, Files.readString(folder.resolve("bulletin-ar.html")));
  }

  @Test
  void aDigestGrowsThroughItsDayAndANewOneBeginsAtMidnight() throws Exception {
    digest(NOON);
    var more = new ArrayList<>(editions.candidates("en", Instant.EPOCH, 100));
    more.add(Stories.english(9));
    editions.stories(more);
    digest(NOON.plusSeconds(600));
    var feed = rss("feeds/digest-en.xml");
    assertEquals(1, feed.select("item").size(), "still the same day");
    assertTrue(feed.select("item").text().contains("Ferry 9"));
    assertEquals(
        new JobResult(0, 0, 0, ""), digest(NOON.plus(Duration.ofDays(1))), "no stories yet");
  }

  @Test
  void theDayBeginsWhereTheNewsroomIs() throws Exception {
    var beforeMidnight = Instant.parse("2031-05-04T18:10:00Z");
    digest(beforeMidnight);
    assertTrue(Files.exists(folder.resolve("archive/2031/05/04/digest-en.html")));
    assertEquals(
        List.of(),
        maker().languages(EditionKind.DIGEST, beforeMidnight.plusSeconds(600)),
        "in Kathmandu it is the next day already");
  }

  @Test
  void aVoiceThatFailsCostsOnlyTheSound() throws Exception {
    voice.fail();
    var result = bulletin(NOON);
    assertEquals(2, result.out());
    assertEquals("ar not read aloud; en not read aloud", result.note());
    var page = Files.readString(folder.resolve("bulletin-en.html"));
    assertFalse(page.contains("<audio"), "no player without a sound");
    assertTrue(rss("feeds/bulletin-en.xml").select("enclosure").isEmpty());
  }

  @Test
  void aBulletinThatWasNotReadAloudIsReadInTheNextCycle() throws Exception {
    voice.fail();
    bulletin(NOON);
    voice.recover();
    assertEquals(new JobResult(2, 0, 0, ""), bulletin(NOON.plusSeconds(600)));
    assertTrue(Files.exists(folder.resolve("bulletin-en.mp3")));
    assertEquals(1, rss("feeds/bulletin-en.xml").select("enclosure").size());
  }

  @Test
  void speaksOneToThreeMinutesWithGreetingHeadlinesAndClosing() throws Exception {
    bulletin(NOON);
    var lines = voice.lastIn("en").stream().map(SpokenLine::text).toList();
    assertTrue(lines.getFirst().contains("17:45"), lines.getFirst());
    assertEquals("The headlines:", lines.get(1));
    assertEquals("Ferry 1 runs aground off Port Amber.", lines.get(2));
    assertTrue(lines.getLast().startsWith("That was the news"), lines.getLast());
    assertTrue(String.join(" ", lines).length() < 2400);
  }

  @Test
  void theRssFeedKeepsTheRulesOfTheFormat() throws Exception {
    run(NOON);
    var feed = rss("feeds/bulletin-ar.xml");
    var channel = feed.selectFirst("rss[version=2.0] > channel");
    assertTrue(channel != null);
    for (var required : List.of("title", "link", "description", "language")) {
      assertFalse(feed.select("channel > " + required).text().isBlank(), required);
    }
    var self = feed.select("channel > atom|link[rel=self]");
    assertEquals("https://news.example/b/feeds/bulletin-ar.xml", self.attr("href"));
    var guid = feed.select("item > guid");
    assertEquals("false", guid.attr("isPermaLink"));
    assertTrue(guid.text().startsWith("urn:nashra:bulletin:ar:"), guid.text());
    var made =
        OffsetDateTime.parse(
            feed.select("item > pubDate").text(), DateTimeFormatter.RFC_1123_DATE_TIME);
    assertEquals(NOON, made.toInstant());
    var enclosure = feed.select("item > enclosure");
    var sound = enclosure.attr("url").replace("https://news.example/b/", "");
    assertEquals("audio/mpeg", enclosure.attr("type"));
    assertEquals(
        Files.size(folder.resolve(sound)), Long.parseLong(enclosure.attr("length")), sound);
    assertTrue(
        Files.exists(
            folder.resolve(
                feed.select("item > link").text().replace("https://news.example/b/", ""))));
  }

  @Test
  void theJsonFeedKeepsTheRulesOfTheFormat() throws Exception {
    run(NOON);
    var feed = json("feeds/bulletin-en.json");
    assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").asString());
    assertEquals("https://news.example/b/feeds/bulletin-en.json", feed.path("feed_url").asString());
    var item = feed.path("items").path(0);
    assertTrue(item.path("id").asString().startsWith("urn:nashra:bulletin:en:"));
    assertEquals(NOON, Instant.parse(item.path("date_published").asString()));
    assertTrue(item.path("content_html").asString().contains("Ferry 1"));
    var sound = item.path("attachments").path(0);
    assertEquals("audio/mpeg", sound.path("mime_type").asString());
    assertEquals(95, sound.path("duration_in_seconds").asInt());
  }

  @Test
  void nothingInAStoryBecomesMarkupOrAScript() throws Exception {
    var hostile =
        "</title><script>alert(1)</script>\u0007\uFFFF & \"q\" ]]> <img src=x onerror=alert(2)>";
    editions.stories(
        List.of(
            Stories.story(1, "en", hostile, hostile, "javascript:alert(3)"),
            Stories.story(2, "en", hostile, hostile, "https://x.example/\"onclick=\"alert(4)"),
            Stories.story(3, "en", hostile, hostile, "data:text/html,<script>alert(5)</script>")));
    run(NOON);
    for (var name : List.of("bulletin-en.html", "digest-en.html", "index.html")) {
      var page = Jsoup.parse(Files.readString(folder.resolve(name)));
      assertTrue(page.select("script, img[onerror], [onclick]").isEmpty(), name);
      assertTrue(page.text().contains("<script>alert(1)</script>"), name + " shows it as text");
      assertTrue(
          page.select("a[href]").stream()
              .map(link -> link.attr("href"))
              .noneMatch(href -> href.startsWith("javascript") || href.startsWith("data")));
    }
    var item = rss("feeds/bulletin-en.xml").selectFirst("item");
    assertTrue(item != null && item.select("script").isEmpty());
    var body =
        Jsoup.parse(
            json("feeds/bulletin-en.json").path("items").path(0).path("content_html").asString());
    assertTrue(body.select("script, img, [href^=javascript]").isEmpty());
  }

  @Test
  void aLeadThatRepeatsTheHeadlineIsLeftOut() throws Exception {
    editions.stories(
        List.of(
            Stories.story(1, "en", "Oil falls in early trade", "Oil falls in early trade."),
            Stories.english(2),
            Stories.english(3)));
    run(NOON);
    var page = Jsoup.parse(Files.readString(folder.resolve("bulletin-en.html")));
    assertEquals(2, page.select(".lead").size());
    var text = Files.readString(folder.resolve("bulletin-en.txt"));
    assertEquals(2, text.split("Oil falls in early trade", -1).length, text);
    var item = rss("feeds/bulletin-en.xml").expectFirst("item").text();
    assertTrue(!item.contains("Oil falls in early trade."), item);
  }

  @Test
  void anArabicPageRunsFromRightToLeftAndShowsItsSources() throws Exception {
    run(NOON);
    var page = Jsoup.parse(Files.readString(folder.resolve("bulletin-ar.html")));
    assertEquals("rtl", page.select("html").attr("dir"));
    assertEquals("ar", page.select("html").attr("lang"));
    assertEquals(4, page.select("article.story").size());
    var cite = page.select(".lead .cite a").getFirst();
    assertEquals("1", cite.text());
    assertEquals("https://quay.example/a?b=1&c=11", cite.attr("href"));
    assertEquals("../media/2031/05/04/11-link-image.jpg", page.select("article img").attr("src"));
    var archived = folder.resolve("archive/2031/05/04/bulletin-ar-174500.html");
    var image = Jsoup.parse(Files.readString(archived)).select("article img").attr("src");
    assertEquals("../../../../../media/2031/05/04/11-link-image.jpg", image);
    assertTrue(page.select("link, script, [src^=http]").isEmpty(), "nothing from outside");
  }

  private JobResult run(Instant now) throws Exception {
    return BroadcastJob.all(maker()).run(context(now));
  }

  private JobResult bulletin(Instant now) throws Exception {
    return BroadcastJob.bulletin(maker()).run(context(now));
  }

  private JobResult digest(Instant now) throws Exception {
    return BroadcastJob.digest(maker()).run(context(now));
  }

  private EditionMaker maker() {
    var desk =
        new Newsdesk(
            Brand.DEFAULT,
            ZoneId.of("Asia/Kathmandu"),
            URI.create("https://news.example/b/"),
            "../media/");
    return new EditionMaker(editions, voice, desk, folder);
  }

  private static JobContext context(Instant now) {
    return new JobContext(
        1, InstantSource.fixed(now), new Cancellation(), JobContext.Progress.SILENT);
  }

  private Document rss(String file) throws IOException {
    return Jsoup.parse(Files.readString(folder.resolve(file)), "", Parser.xmlParser());
  }

  private JsonNode json(String file) throws IOException {
    return JsonMapper.builder().build().readTree(Files.readString(folder.resolve(file)));
  }

  private List<String> contents() throws IOException {
    try (var files = Files.walk(folder)) {
      var all = new ArrayList<String>();
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.add(folder.relativize(file) + "\n" + Files.readString(file));
      }
      return all;
    }
  }
}
